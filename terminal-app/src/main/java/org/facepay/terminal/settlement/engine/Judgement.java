package org.facepay.terminal.settlement.engine;

import java.util.ArrayList;
import java.util.List;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.settlement.engine.Settlement.Decision;
import org.facepay.terminal.settlement.engine.Settlement.Line;
import org.facepay.terminal.settlement.planogram.Planogram;

/**
 * What follows from the probabilities of baskets. Charging needs certainty about the amount, not
 * about the goods: baskets that cost the same are settled without a question. One bar on the
 * expected loss decides (Berger, "Statistical Decision Theory and Bayesian Analysis", 1985, 4.4):
 * to charge too little costs one, too much costs {@link #OVER}.
 *
 * @param chargeUpTo the most loss at which nobody is asked
 * @param dearUpTo the same for dear baskets
 * @param dearMinor from which amount a basket is dear
 * @param unforeseen probability that something happened that no account describes
 */
record Judgement(double chargeUpTo, double dearUpTo, long dearMinor, double unforeseen) {
  private static final double OVER = 2;
  private static final double OWED = 0.9998;

  /** Where so much is unexplained, no line is owed in any case. */
  private static final double PUZZLING = 0.02;

  /** A basket less probable than this is none to be asked about. */
  private static final double LIKELY = 0.01;

  private static final double TWO_CHOICES = 0.97;

  static Judgement usual() {
    return new Judgement(0.0075, 0.001, 10_000, 2e-4);
  }

  /** What it is expected to cost to charge the most probable basket. */
  static double loss(Posterior posterior, Planogram planogram) {
    long amount = amount(posterior.top().basket(), planogram);
    double loss = 0;
    for (Posterior.Share s : posterior.shares()) {
      long due = amount(s.basket(), planogram);
      loss += due == amount ? 0 : due < amount ? OVER * s.probability() : s.probability();
    }
    return loss;
  }

  /** Probability that another amount is due than that of the most probable basket. */
  static double wrong(Posterior posterior, Planogram planogram) {
    long amount = amount(posterior.top().basket(), planogram);
    double right = 0;
    for (Posterior.Share s : posterior.shares()) {
      right += amount(s.basket(), planogram) == amount ? s.probability() : 0;
    }
    return Math.max(0, 1 - right);
  }

  Settlement of(Posterior posterior, Planogram planogram) {
    int[] basket = posterior.top().basket();
    List<Line> lines = new ArrayList<>();
    for (int sku = 0; sku < basket.length; sku++) {
      if (basket[sku] > 0) {
        lines.add(new Line(sku, basket[sku], foreseen(posterior.quantity(sku))));
      }
    }
    long amount = amount(basket, planogram);
    double loss = loss(posterior, planogram) + posterior.unexplained();
    boolean charge = loss <= (amount >= dearMinor ? dearUpTo : chargeUpTo);
    Decision decision = charge ? Decision.CHARGE : asked(posterior);
    boolean understood = posterior.unexplained() < PUZZLING;
    int[] certain = understood ? posterior.common(OWED) : new int[basket.length];
    long owed = charge ? amount : amount(certain, planogram);
    double confidence = foreseen(posterior.top().probability());
    return new Settlement(
        lines,
        confidence,
        decision,
        new Money(owed, planogram.currency()),
        Settlement.Doubt.of(certain, likely(posterior)));
  }

  private static List<int[]> likely(Posterior posterior) {
    return posterior.shares().stream()
        .filter(s -> s.probability() >= LIKELY)
        .limit(Settlement.Doubt.MOST)
        .map(Posterior.Share::basket)
        .toList();
  }

  private double foreseen(double probability) {
    return probability * (1 - unforeseen);
  }

  private static Decision asked(Posterior posterior) {
    double two = 0;
    for (Posterior.Share s :
        posterior.shares().subList(0, Math.min(2, posterior.shares().size()))) {
      two += s.probability();
    }
    return two >= TWO_CHOICES ? Decision.ASK : Decision.REVIEW;
  }

  private static long amount(int[] basket, Planogram planogram) {
    long sum = 0;
    for (int sku = 0; sku < basket.length; sku++) {
      sum += basket[sku] * planogram.skus().get(sku).priceMinor();
    }
    return sum;
  }
}
