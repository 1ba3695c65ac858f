package org.facepay.terminal.container.settle;

import java.util.ArrayList;
import java.util.List;
import org.facepay.terminal.container.planogram.Planogram;
import org.facepay.terminal.container.settle.Settlement.Decision;
import org.facepay.terminal.container.settle.Settlement.Line;
import org.facepay.terminal.sale.Money;

/**
 * What follows from the probabilities of baskets. Charging needs certainty about the amount, not
 * about the goods: baskets that cost the same are settled without a question.
 *
 * @param chargeFrom least probability of the amount
 * @param dearFrom least probability for dear baskets
 * @param dearMinor from which amount a basket is dear
 * @param unforeseen probability that something happened that no account describes
 */
record Judgement(double chargeFrom, double dearFrom, long dearMinor, double unforeseen) {
  private static final double OWED = 0.999;
  private static final double WRONG = 0.003;
  private static final double LEAST_DOUBT = 0.005;
  private static final double MOST_DOUBT = 0.04;
  private static final int FEWEST_DOUBTS = 50;
  private static final double TWO_CHOICES = 0.97;

  static Judgement usual() {
    return new Judgement(0.98, 0.99, 10_000, 3e-4);
  }

  /**
   * Charges as many sessions as can be charged without the doubts of those charged coming to more
   * than {@link #WRONG} on average. Where goods are hard to tell apart, the bar is higher and more
   * is asked; where they are easy to tell apart, it is lower. Dear baskets keep theirs at least.
   */
  Judgement after(Experience e) {
    if (e.doubts().size() < FEWEST_DOUBTS) {
      return this;
    }
    List<Double> sorted = e.doubts().stream().sorted().toList();
    double sum = 0;
    double most = 0;
    for (int i = 0; i < sorted.size(); i++) {
      sum += sorted.get(i) + unforeseen;
      if (sum > WRONG * (i + 1)) {
        break;
      }
      most = sorted.get(i);
    }
    double from = 1 - Math.max(LEAST_DOUBT, Math.min(MOST_DOUBT, most));
    return new Judgement(from, Math.max(from, dearFrom), dearMinor, unforeseen);
  }

  /** Probability that another amount is due than that of the most probable basket. */
  static double doubt(Posterior posterior, Planogram planogram) {
    long amount = amount(posterior.top().basket(), planogram);
    double sure = 0;
    for (Posterior.Share s : posterior.shares()) {
      sure += amount(s.basket(), planogram) == amount ? s.probability() : 0;
    }
    return 1 - sure;
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
    double sure = 1 - doubt(posterior, planogram);
    boolean charge = foreseen(sure) >= (amount >= dearMinor ? dearFrom : chargeFrom);
    Decision decision = charge ? Decision.CHARGE : asked(posterior);
    long owed = charge ? amount : amount(posterior.common(OWED), planogram);
    double confidence = foreseen(posterior.top().probability());
    return new Settlement(lines, confidence, decision, new Money(owed, planogram.currency()));
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
