package org.facepay.terminal.settlement.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.facepay.tags.Slow;
import org.facepay.terminal.lab.container.PlanogramSimulator;
import org.facepay.terminal.lab.container.Recipe;
import org.facepay.terminal.lab.container.SessionSimulator;
import org.facepay.terminal.settlement.file.AnswerFile;
import org.facepay.terminal.settlement.planogram.Planogram;
import org.junit.jupiter.api.Test;

/** The engine against simulated containers: accuracy, honesty, caution. */
class EngineTest {
  private static final int SESSIONS = 250;

  private record Outcome(int exact, int charged, int wrong, int over, double stated) {}

  private static Outcome run(Recipe recipe, long seed) {
    var random = new Random(seed);
    Planogram planogram = PlanogramSimulator.make(recipe, List.of(), random);
    var simulator = new SessionSimulator(planogram, recipe, random);
    var history = new History(planogram);
    int exact = 0;
    int charged = 0;
    int wrong = 0;
    int over = 0;
    double stated = 0;
    for (int i = 0; i < SESSIONS; i++) {
      SessionSimulator.Session session = simulator.next(random);
      Settler.Outcome outcome = history.settler().outcome(session.trace());
      history.add(outcome.taught());
      Settlement s = outcome.settlement().orElseThrow();
      int[] basket = new int[planogram.skus().size()];
      s.lines().forEach(l -> basket[l.sku()] = l.quantity());
      long due = AnswerFile.amount(session.basket(), planogram);
      exact += Arrays.equals(basket, session.basket()) ? 1 : 0;
      boolean charge = s.decision() == Settlement.Decision.CHARGE;
      charged += charge ? 1 : 0;
      wrong += charge && s.charge().minor() != due ? 1 : 0;
      over += s.charge().minor() > due ? 1 : 0;
      stated += s.confidence();
    }
    return new Outcome(exact, charged, wrong, over, stated / SESSIONS);
  }

  private static void check(Outcome o, double exact, double charged) {
    assertTrue(o.exact() >= exact * SESSIONS, o.toString());
    assertTrue(o.charged() >= charged * SESSIONS, o.toString());
    assertTrue(o.wrong() <= 2, o.toString());
    assertTrue(o.over() <= 1, o.toString());
    assertTrue(Math.abs(o.stated() - (double) o.exact() / SESSIONS) < 0.025, o.toString());
  }

  @Test
  void findsBasketsAmongGoodsThatStandAnywhere() {
    check(run(new Recipe(Recipe.Layout.RANDOM, 1, false), 11), 0.97, 0.7);
  }

  @Test
  void findsBasketsAmongGoodsOfLikeMass() {
    check(run(new Recipe(Recipe.Layout.SORTED, 1, false), 12), 0.91, 0.5);
  }

  @Test
  @Slow("settles hundreds of sessions with bad cells")
  void doesNotBoastWhenCellsAreBad() {
    check(run(new Recipe(Recipe.Layout.RANDOM, 3, true), 13), 0.91, 0.5);
  }

  @Test
  void theSameReadingsGiveTheSameAnswer() {
    var recipe = new Recipe(Recipe.Layout.SORTED, 1, true);
    Planogram planogram = PlanogramSimulator.make(recipe, List.of(), new Random(3));
    Trace trace =
        new SessionSimulator(planogram, recipe, new Random(4)).next(new Random(4)).trace();
    Optional<Settlement> once = new Settler(planogram).settle(trace);
    assertTrue(once.isPresent());
    assertEquals(once, new Settler(planogram).settle(trace));
  }

  @Test
  void anythingThatCellsCouldSayGivesAnAnswer() {
    var recipe = new Recipe(Recipe.Layout.RANDOM, 1, false);
    Planogram planogram = PlanogramSimulator.make(recipe, List.of(), new Random(3));
    var settler = new Settler(planogram);
    var random = new Random(5);
    int answered = 0;
    for (int i = 0; i < 60; i++) {
      List<Trace.Readings> shelves = new ArrayList<>();
      for (int s = 0; s < planogram.shelves().size(); s++) {
        shelves.add(wild(random));
      }
      var trace = new Trace(random.nextInt(1000), 1500 + random.nextInt(3000), shelves);
      Optional<Settlement> settlement = settler.settle(trace);
      if (settlement.isPresent()) {
        answered++;
        double confidence = settlement.get().confidence();
        assertTrue(confidence >= 0 && confidence <= 1, "confidence " + confidence);
        assertTrue(settlement.get().charge().minor() >= 0);
        settlement.get().lines().forEach(l -> assertTrue(l.quantity() >= 1));
      }
    }
    assertTrue(answered > 10, answered + " answers");
  }

  /** Steps, walks, spikes and silence, up to what the reader lets through. */
  private static Trace.Readings wild(Random random) {
    int n = random.nextInt(40) == 0 ? random.nextInt(8) : 60 + random.nextInt(90);
    double scale = Math.pow(10, random.nextInt(7));
    long[] at = new long[n];
    double[] a = new double[n];
    double[] b = new double[n];
    long ms = 0;
    for (int i = 0; i < n; i++) {
      ms += random.nextInt(160);
      at[i] = ms;
      boolean jump = random.nextInt(12) == 0;
      a[i] = (i == 0 ? 0 : a[i - 1]) + (jump ? scale * random.nextGaussian() : 0);
      b[i] = (i == 0 ? 0 : b[i - 1]) + (jump ? scale * random.nextGaussian() : random.nextInt(2));
    }
    return new Trace.Readings(at, a, b);
  }
}
