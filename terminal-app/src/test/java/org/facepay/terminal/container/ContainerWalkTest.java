package org.facepay.terminal.container;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * Any touch, scan, face, timer, move of the door, answer, lost answer and restart in any order,
 * against a wallet, claims and a container that keep books of their own: what left is claimed,
 * owed, looked at or seen by staff, what is claimed is what was billed, and nothing stays promised.
 */
class ContainerWalkTest {
  private static final int WALKS = Integer.getInteger("facepay.container.walks", 400);
  private static final int STEPS = 700;

  @Test
  void goodsAndMoneyNeverPart() {
    int visits = 0;
    int sales = 0;
    int reviews = 0;
    int debts = 0;
    int refunds = 0;
    for (int seed = 0; seed < WALKS; seed++) {
      ContainerWalk walk = new ContainerWalk(seed);
      for (int i = 0; i < STEPS; i++) {
        walk.step();
      }
      walk.comeToRest();
      visits += walk.visits;
      sales += walk.sales.size();
      reviews += walk.reviews;
      debts += walk.debts;
      refunds += walk.refunds;
    }
    String all =
        "%d visits, %d sales, %d reviews, %d debts paid, %d refunds"
            .formatted(visits, sales, reviews, debts, refunds);
    assertTrue(visits > 2 * WALKS && sales > WALKS, all + " prove little");
    assertTrue(reviews > WALKS / 4 && debts > WALKS / 20 && refunds > WALKS / 40, all);
  }
}
