package org.facepay.terminal.lab.container;

import java.util.List;
import java.util.Random;
import org.facepay.terminal.settlement.engine.Trace;
import org.facepay.terminal.settlement.planogram.Planogram;

/** Sessions of a simulated container: what its cells read, and what was carried away. */
public final class SessionSimulator {
  private static final long LONGEST_MS = 240_000;

  /**
   * A session.
   *
   * @param basket units of every article, by place in the planogram
   * @param story what happened, one line each
   */
  public record Session(Trace trace, int[] basket, List<String> story) {}

  private final Planogram planogram;
  private final Conditions conditions;
  private final Instruments instruments;

  /** A container with its people; both are drawn now and stay. */
  public SessionSimulator(Planogram planogram, Recipe recipe, Random random) {
    this.planogram = planogram;
    conditions = Conditions.drawn(recipe, random);
    instruments = new Instruments(planogram, conditions, random);
  }

  /** One more session; the same for the same state of the source of chance. */
  public Session next(Random random) {
    var cabinet = new Cabinet(planogram, LONGEST_MS, conditions.wide(), random);
    long open = 250L + random.nextInt(740);
    cabinet.shake(open, 40);
    long first = open + 700 + random.nextInt(900);
    var shopper = new ShopperSimulator(planogram, cabinet, first, conditions, random);
    int grips = random.nextDouble() < 0.04 ? 0 : 1 + poisson(conditions.habits().grips(), random);
    long closed = Math.min(shopper.shop(grips) + 500 + random.nextInt(1700), LONGEST_MS - 4000);
    cabinet.shake(closed, 80);
    long end = closed + 1050 + random.nextInt(900);
    var trace = new Trace(open, closed, instruments.readings(cabinet, end, random));
    return new Session(trace, shopper.basket(), shopper.story());
  }

  private static int poisson(double mean, Random random) {
    int n = 0;
    for (double p = random.nextDouble(); p > Math.exp(-mean); p *= random.nextDouble()) {
      n++;
    }
    return Math.min(n, 8);
  }
}
