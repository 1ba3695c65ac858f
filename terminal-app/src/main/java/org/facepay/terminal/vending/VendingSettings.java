package org.facepay.terminal.vending;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.facepay.terminal.catalogue.Recalls;
import org.facepay.terminal.catalogue.UnsoldWords;
import org.facepay.terminal.files.ExplainedException;
import org.facepay.terminal.language.Phrase;
import org.facepay.terminal.language.Sentence;
import org.facepay.terminal.payment.PaymentFlows;
import org.facepay.terminal.sale.AgeLimit;
import org.facepay.terminal.sale.PriceBook;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.promotion.Tariff;
import org.facepay.terminal.session.Numbers;
import org.facepay.terminal.session.Times;
import org.facepay.terminal.session.member.Members;

/**
 * What a vending machine holds; with it the terminal sells by slot, not at a till.
 *
 * @param most pieces in one basket
 * @param slots in the order of the page
 * @param selection where something is chosen
 */
public record VendingSettings(
    Tariff tariff, Times times, int most, List<Filled> slots, Rules.Selection selection) {

  /**
   * One slot of it.
   *
   * @param number as the dispenser counts them, from 1
   * @param code of the article in it
   * @param holds pieces it has room for; 0 when nobody has said
   */
  public record Filled(int number, String code, int holds) {
    private IOException unsold(Phrase why) {
      return new ExplainedException(Sentence.of(UnsoldWords.SLOT, number, code, why));
    }
  }

  /** Of all its prices. */
  public Currency currency() {
    return tariff.currency();
  }

  /** Whether the machine's own controller asks for the money. */
  public boolean byKeypad() {
    return selection != Rules.Selection.SCREEN;
  }

  /** Whether it asks whenever something is keyed in, without a session. */
  public boolean alwaysIdle() {
    return selection == Rules.Selection.KEYPAD;
  }

  /**
   * What is sold by slot, by the slots' numbers.
   *
   * @throws IOException as {@link #rules}
   */
  public Map<Integer, Product> products(PriceBook prices, Recalls recalls) throws IOException {
    return sold(prices, recalls).stream()
        .collect(Collectors.toMap(Rules.Slot::number, Rules.Slot::product));
  }

  /**
   * The rules they come to.
   *
   * @param payments how a charge ends
   * @param members how members can really be met
   * @throws IOException when a slot holds what cannot be sold there
   */
  public Rules rules(
      Numbers numbers, PaymentFlows payments, Members members, PriceBook prices, Recalls recalls)
      throws IOException {
    return new Rules(
        numbers, tariff, payments, members, times, most, sold(prices, recalls), selection);
  }

  /**
   * What is sold by slot.
   *
   * @throws IOException as {@link #rules}
   */
  public List<Rules.Slot> sold(PriceBook prices, Recalls recalls) throws IOException {
    List<Rules.Slot> sold = new ArrayList<>();
    for (Filled slot : slots) {
      Product product =
          prices.product(slot.code()).orElseThrow(() -> slot.unsold(UnsoldWords.NO_ARTICLE));
      if (product.unit() != Product.Unit.PIECE || product.price() <= 0) {
        throw slot.unsold(UnsoldWords.NOT_BY_PIECE);
      }
      if (!product.age().equals(AgeLimit.NONE)) {
        throw slot.unsold(UnsoldWords.NOT_FOR_ALL_BUYERS);
      }
      if (!recalls.calledBack(product.code(), Optional.empty())) {
        sold.add(new Rules.Slot(slot.number(), product, slot.holds()));
      }
    }
    return sold;
  }
}
