package org.facepay.terminal.container;

import java.io.IOException;
import java.nio.file.Path;
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
import org.facepay.terminal.settlement.file.PlanogramException;
import org.facepay.terminal.settlement.file.PlanogramFile;
import org.facepay.terminal.settlement.planogram.Planogram;

/**
 * What a smart container is told; with it the terminal opens a door, and sells what is taken.
 *
 * @param planogram file of it; prices are those of the list of goods
 * @param channel of the lock board, from 0
 * @param caps of one visitor
 */
public record ContainerSettings(
    Path planogram, int channel, Times times, Rules.Limits limits, Caps caps) {

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
   * The planogram with the prices of now.
   *
   * @throws IOException when it cannot be read, or names what cannot be sold so
   */
  public Planogram planogram(PriceBook prices) throws IOException {
    Planogram read;
    try {
      read = PlanogramFile.read(planogram);
    } catch (PlanogramException e) {
      throw new ExplainedException(e.explanation(), e);
    }
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
   * @param full the planogram with the prices of now
   */
  public Rules rules(
      Numbers numbers,
      PaymentFlows payments,
      Map<String, HoldFlow> promises,
      Members members,
      Planogram full,
      PriceBook prices) {
    Holds holds = new Holds(promises, PATIENCE);
    return new Rules(numbers, payments, holds, members, times, limits, lanes(full, prices));
  }

  /**
   * Looks whether there are as many shelves as the planogram has.
   *
   * @throws IOException when there are not; the message says so
   */
  public void fits(Planogram full, int shelves) throws IOException {
    if (shelves != full.shelves().size()) {
      throw new ExplainedException(
          Sentence.of(UnsoldWords.SHELVES, planogram, full.shelves().size(), shelves));
    }
  }

  /** Its lanes, as whoever fills them knows them. */
  private static List<Rules.Lane> lanes(Planogram planogram, PriceBook prices) {
    List<Rules.Lane> lanes = new ArrayList<>();
    for (int s = 0; s < planogram.shelves().size(); s++) {
      List<Planogram.Lane> own = planogram.shelves().get(s).lanes();
      for (int l = 0; l < own.size(); l++) {
        Product product = prices.product(planogram.skus().get(own.get(l).sku()).id()).orElseThrow();
        lanes.add(new Rules.Lane(Planogram.laneNumber(s, l), product, own.get(l).stock()));
      }
    }
    return lanes;
  }

  private IOException unsold(Planogram.Sku sku, Phrase why) {
    return new ExplainedException(
        Sentence.of(UnsoldWords.LANE, planogram, sku.id(), sku.name(), why));
  }
}
