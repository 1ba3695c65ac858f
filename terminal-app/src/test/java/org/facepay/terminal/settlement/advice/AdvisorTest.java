package org.facepay.terminal.settlement.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.facepay.terminal.lab.container.PlanogramSimulator;
import org.facepay.terminal.lab.container.Recipe;
import org.facepay.terminal.settlement.planogram.Planogram;
import org.junit.jupiter.api.Test;

/** A layout's error is predicted, and swaps lower it. */
class AdvisorTest {
  private static Planogram layout(Recipe.Layout layout, double noise) {
    return PlanogramSimulator.make(new Recipe(layout, noise, false), List.of(), new Random(4));
  }

  @Test
  void likeBesideLikeIsWorseAndNoiseToo() {
    double sorted = Advisor.error(layout(Recipe.Layout.SORTED, 1));
    assertTrue(sorted > Advisor.error(layout(Recipe.Layout.OPTIMISED, 1)));
    assertTrue(sorted < Advisor.error(layout(Recipe.Layout.SORTED, 3)));
    assertTrue(sorted > 0.003 && sorted < 0.2, "error " + sorted);
  }

  @Test
  void swapsLowerTheErrorAndOnlyMoveGoods() {
    Planogram before = layout(Recipe.Layout.SORTED, 3);
    Advisor.Advice advice = Advisor.advise(before, 6);
    assertEquals(6, advice.swaps().size());
    assertTrue(advice.after() < 0.8 * advice.before(), advice.before() + " " + advice.after());
    assertEquals(advice.after(), Advisor.error(advice.planogram()), 1e-12);
    assertEquals(goods(before), goods(advice.planogram()));
  }

  private static List<Integer> goods(Planogram planogram) {
    return planogram.shelves().stream()
        .flatMap(s -> s.lanes().stream())
        .map(lane -> lane.sku() * 1000 + lane.stock())
        .sorted()
        .toList();
  }

  @Test
  void aLayoutThatIsGoodIsLeftAlone() {
    Planogram one =
        new Planogram(
            layout(Recipe.Layout.RANDOM, 1).currency(),
            List.of(
                new Planogram.Shelf(
                    "S1",
                    600,
                    1,
                    List.of(new Planogram.Lane(0, 0, 100, 4), new Planogram.Lane(1, 400, 500, 4)))),
            layout(Recipe.Layout.RANDOM, 1).skus());
    assertEquals(List.of(), Advisor.advise(one, 5).swaps());
  }

  @Test
  void theTailOfTheNormalDistribution() {
    assertEquals(0.5, Confusion.above(0), 1e-7);
    assertEquals(0.158655, Confusion.above(1), 1e-6);
    assertEquals(0.977250, Confusion.above(-2), 1e-6);
  }
}
