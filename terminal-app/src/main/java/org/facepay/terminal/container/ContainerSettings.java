package org.facepay.terminal.container;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facepay.terminal.catalogue.UnsoldWords;
import org.facepay.terminal.files.ExplainedException;
import org.facepay.terminal.language.Phrase;
import org.facepay.terminal.language.Sentence;
import org.facepay.terminal.payment.PaymentFlows;
import org.facepay.terminal.payment.hold.HoldFlow;
import org.facepay.terminal.sale.AgeLimit;
import org.facepay.terminal.sale.PriceBook;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.session.Numbers;
import org.facepay.terminal.session.Times;
import org.facepay.terminal.session.hold.Holds;
import org.facepay.terminal.session.member.Members;
import org.facepay.terminal.settlement.file.LayoutFiles;
import org.facepay.terminal.settlement.planogram.Planogram;

/**
 * What a smart container is told; with it the terminal opens a door, and sells what is taken.
 *
 * @param layout files of it; prices are those of the list of goods
 * @param channel of the lock board, from 0
 * @param caps of one visitor
 * @param sure from which probability a line is not given back without a look
 */
public record ContainerSettings(
    LayoutFiles layout, int channel, Times times, Rules.Limits limits, Caps caps, double sure) {

  /** Nobody waits for a promise of money for longer. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * What one visitor may have.
   *
   * @param claims open at once
   * @param visits within a day
   */
  public record Caps(int claims, int visits) {}

  /**
   * A planogram with the prices of now.
   *
   * @throws IOException when it names what cannot be sold so
   */
  public Planogram priced(Planogram read, PriceBook prices) throws IOException {
    List<Planogram.Sku> skus = new ArrayList<>();
    for (Planogram.Sku sku : read.skus()) {
      Product product =
          prices.product(sku.id()).orElseThrow(() -> unsold(sku, UnsoldWords.NO_ARTICLE));
      if (product.unit() != Product.Unit.PIECE || product.price() <= 0) {
        throw unsold(sku, UnsoldWords.NOT_BY_PIECE);
      }
      if (!product.age().equals(AgeLimit.NONE)) {
        throw unsold(sku, UnsoldWords.NOT_FOR_ALL_TAKERS);
      }
      skus.add(
          new Planogram.Sku(
              sku.id(), sku.name(), product.price(), sku.massGrams(), sku.massSigmaGrams()));
    }
    return new Planogram(limits.most().currency(), read.shelves(), skus);
  }

  /**
   * The rules they come to.
   *
   * @param payments how a charge ends
   * @param promises how a promise of money ends, by provider
   * @param members how members can really be met
   */
  public Rules rules(
      Numbers numbers, PaymentFlows payments, Map<String, HoldFlow> promises, Members members) {
    return new Rules(numbers, payments, new Holds(promises, PATIENCE), members, times, limits);
  }

  /**
   * Looks whether there are as many shelves as the planogram has.
   *
   * @throws IOException when there are not; the message says so
   */
  public void fits(Planogram full, int shelves) throws IOException {
    if (shelves != full.shelves().size()) {
      throw new ExplainedException(
          Sentence.of(UnsoldWords.SHELVES, layout.planogram(), full.shelves().size(), shelves));
    }
  }

  private IOException unsold(Planogram.Sku sku, Phrase why) {
    return new ExplainedException(
        Sentence.of(UnsoldWords.LANE, layout.planogram(), sku.id(), sku.name(), why));
  }
}
