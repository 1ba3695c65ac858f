package org.facepay.terminal.checkout;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.facepay.tags.Slow;
import org.junit.jupiter.api.Test;

/**
 * Seeded random walks: any touch, scan, timer, answer, lost answer and restart in any order,
 * against a wallet with books of its own. The walk keeps what must hold whatever happens.
 */
class CheckoutWalkTest {
  private static final int WALKS = 300;
  private static final int STEPS = 700;

  @Test
  @Slow("210,000 steps of random sessions")
  void holdsOverRandomWalks() {
    int steps = 0;
    int sales = 0;
    int refunds = 0;
    for (int seed = 0; seed < WALKS; seed++) {
      CheckoutWalk walk = new CheckoutWalk(seed);
      for (int i = 0; i < STEPS; i++) {
        walk.random();
        steps++;
      }
      walk.comeToRest();
      sales += walk.sales();
      refunds += walk.refunds();
    }
    assertTrue(steps >= 100_000, steps + " steps");
    assertTrue(sales > 2 * WALKS, "walks that never pay prove nothing: " + sales + " sales");
    assertTrue(refunds > WALKS / 2, "nor do walks without refunds: " + refunds + " refunds");
  }
}
