package org.facepay.terminal.settlement.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.facepay.terminal.settlement.engine.Settlement.Decision;
import org.facepay.terminal.settlement.planogram.Planogram;
import org.facepay.terminal.settlement.planogram.Planogram.Lane;
import org.facepay.terminal.settlement.planogram.Planogram.Shelf;
import org.facepay.terminal.settlement.planogram.Planogram.Sku;
import org.junit.jupiter.api.Test;

/** Detection, table, mixture, beam and judgement, each by hand. */
class PartsTest {
  private static final Planogram TWO =
      new Planogram(
          Currency.getInstance("CNY"),
          List.of(
              new Shelf("S1", 600, 1, List.of(new Lane(0, 0, 100, 5), new Lane(1, 400, 500, 1))),
              new Shelf("S2", 600, 1, List.of(new Lane(2, 250, 350, 3)))),
          List.of(
              new Sku("6900000000014", "water", 200, 330, 2),
              new Sku("6900000000021", "tea", 200, 331, 2),
              new Sku("6900000000038", "bar", 500, 60, 1)));

  /** Readings of one shelf, made of steps. */
  private static final class Scene {
    private final Random random = new Random(1);
    private final List<long[]> at = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();
    private double a = 3000;
    private double b = 4000;

    Scene rest(int samples) {
      for (int i = 0; i < samples; i++) {
        sample(a + 0.2 * random.nextGaussian(), b + 0.2 * random.nextGaussian());
      }
      return this;
    }

    Scene sample(double left, double right) {
      at.add(new long[] {at.size() * 100L});
      values.add(new double[] {left, right});
      return this;
    }

    Scene load(double grams, double share) {
      sample(a + 200, b - 90);
      a += grams * (1 - share);
      b += grams * share;
      return this;
    }

    Trace.Readings readings() {
      return new Trace.Readings(
          at.stream().mapToLong(x -> x[0]).toArray(),
          values.stream().mapToDouble(x -> x[0]).toArray(),
          values.stream().mapToDouble(x -> x[1]).toArray());
    }
  }

  private static Trace trace(Scene first, Scene second) {
    long end = first.at.size() * 100L;
    return new Trace(500, end - 1500, List.of(first.readings(), second.readings()));
  }

  private static List<String> basket(Settlement s) {
    return s.lines().stream().map(l -> l.sku() + "x" + l.quantity()).toList();
  }

  @Test
  void stretchesEndWhereTheLevelChangesAndAtTheDoor() {
    Scene scene =
        new Scene().rest(20).load(-330, 0.1).rest(15).sample(9999, 0).rest(15).load(60, 0.5);
    scene.rest(20);
    Trace trace = trace(scene, new Scene().rest(scene.at.size()));
    List<Stretch> found = Stretches.of(0, trace);
    assertEquals(
        List.of(
            Stretch.Phase.BEFORE,
            Stretch.Phase.OPEN,
            Stretch.Phase.OPEN,
            Stretch.Phase.OPEN,
            Stretch.Phase.AFTER),
        found.stream().map(Stretch::phase).toList());
    assertEquals(3000, found.get(1).a(), 0.3);
    assertEquals(3000 - 330 * 0.9, found.get(2).a(), 0.3);
    assertEquals(4000 - 330 * 0.1, found.get(2).b(), 0.3);
    assertTrue(found.get(2).lastedMs() >= 2500, "one outlier does not end a stretch");
    assertEquals(4000 - 33 + 30, found.get(4).b(), 0.3);
  }

  @Test
  void theTableHoldsEveryHandfulThatIsInStockByMass() {
    var table = new UnitTable(TWO, 0, Handling.usual());
    List<Double> masses = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      masses.add(table.massAt(i));
      assertTrue(table.at(i).of(1) <= 1, "only one of the second lane is there");
    }
    assertEquals(masses.stream().sorted().toList(), masses);
    assertEquals(10, table.size(), "one to five of the first, with or without the second");
    assertEquals(2, table.small().size());
    assertEquals(331, table.massAt(table.from(330.5)), 1e-9);
    double sum = 0;
    for (int i = 0; i < table.size(); i++) {
      sum += Math.exp(table.at(i).logShare());
    }
    assertEquals(1, sum, 1e-9);
  }

  private static Stretch reading(double a, double b) {
    return new Stretch(0, 0, 1000, a, b, 0, Stretch.Phase.OPEN);
  }

  private static final double[] NO_PUSH = {};

  @Test
  void aGaussianReadingMovesTheBeliefAsKalmanSays() {
    var cells = new Cells(0.5, 1e-12, 1e-12);
    double[] trail = new double[Experience.COUNTS];
    Belief before = Belief.of(Level.at(100, 100, 0.5));
    Level after = cells.after(before, NO_PUSH, reading(102, 100), trail).level();
    assertEquals(101, after.a(), 1e-6);
    assertEquals(100, after.b(), 1e-6);
    assertEquals(0.25, after.aa(), 1e-6);
  }

  @Test
  void aReadingFarOffMovesTheBeliefLessThanAGaussianWould() {
    var cells = new Cells(0.5, 0.02, 1e-12);
    double[] trail = new double[Experience.COUNTS];
    Belief before = Belief.of(Level.at(100, 100, 0.1));
    Level after = cells.after(before, NO_PUSH, reading(106, 106), trail).level();
    assertTrue(after.a() - 100 < 6 * 0.1 / 0.6 / 2, after.toString());
  }

  @Test
  void twoReadingsThatContradictEachOtherStayTwoBeliefs() {
    var cells = new Cells(0.5, 0.02, 1e-12);
    double[] trail = new double[Experience.COUNTS];
    Belief first = cells.first(reading(100, 100), 1e-5, 3600);
    Belief both = cells.after(first, NO_PUSH, reading(107, 106), trail);
    assertTrue(both.parts().length > 1, both.toString());
    Belief third = cells.after(both, NO_PUSH, reading(107, 106.5), trail);
    assertEquals(107, third.level().a(), 0.7, "the two that agree are believed");
  }

  @Test
  void aBeliefKeepsItsMomentsWhenItIsReduced() {
    int n = 40;
    Level[] parts = new Level[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      parts[i] = Level.at(i % 7, i % 5, 1 + i % 3);
      weights[i] = 1.0 / n;
    }
    Level whole = new Belief(weights.clone(), parts).level();
    Level reduced = Belief.reduced(weights.clone(), parts, n).level();
    assertEquals(whole.a(), reduced.a(), 1e-9);
    assertEquals(whole.bb(), reduced.bb(), 1e-9);
  }

  @Test
  void placeTellsGoodsOfLikeMassApart() {
    for (int lane = 0; lane < 2; lane++) {
      double share = lane == 0 ? 50.0 / 600 : 450.0 / 600;
      Scene scene = new Scene().rest(25).load(-330.5, share).rest(40);
      Settlement s = new Settler(TWO).settle(trace(scene, new Scene().rest(66))).orElseThrow();
      assertEquals(List.of(lane + "x1"), basket(s));
      assertEquals(Decision.CHARGE, s.decision());
      assertEquals(200, s.charge().minor());
    }
  }

  @Test
  void whatComesBackIsNotCharged() {
    Scene scene =
        new Scene().rest(25).load(-329, 50.0 / 600).rest(15).load(329, 60.0 / 600).rest(25);
    Scene other = new Scene().rest(30).load(-60, 0.5).rest(scene.at.size() - 31);
    Settlement s = new Settler(TWO).settle(trace(scene, other)).orElseThrow();
    assertEquals(List.of("2x1"), basket(s));
  }

  @Test
  void aUnitOnAWrongShelfIsNotCharged() {
    Scene scene = new Scene().rest(25).load(-329, 50.0 / 600).rest(50);
    Scene other = new Scene().rest(45).load(329, 0.8).rest(scene.at.size() - 46);
    Settlement s = new Settler(TWO).settle(trace(scene, other)).orElseThrow();
    assertEquals(List.of(), basket(s));
    assertEquals(0, s.charge().minor());
  }

  @Test
  void aForeignThingThatStaysIsNoArticle() {
    Scene scene = new Scene().rest(25).load(412, 0.7).rest(20).load(-331, 50.0 / 600).rest(25);
    Settlement s =
        new Settler(TWO).settle(trace(scene, new Scene().rest(scene.at.size()))).orElseThrow();
    assertEquals(List.of("0x1"), basket(s));
  }

  @Test
  void aShelfWithoutReadingsIsNotSettled() {
    Trace trace = trace(new Scene().rest(40), new Scene());
    assertEquals(Optional.empty(), new Settler(TWO).settle(trace));
  }

  @Test
  void equalAmountsAreChargedAndUnequalOnesAsked() {
    var judgement = Judgement.usual();
    double[] none = new double[0];
    var same = new Posterior(List.of(share(0.6, 1, 0, 0), share(0.4, 0, 1, 0)), none);
    Settlement charged = judgement.of(same, TWO);
    assertEquals(Decision.CHARGE, charged.decision());
    assertEquals(0.6, charged.confidence(), 0.01);
    var other = new Posterior(List.of(share(0.6, 1, 0, 1), share(0.4, 1, 0, 0)), none);
    Settlement asked = judgement.of(other, TWO);
    assertEquals(Decision.ASK, asked.decision());
    assertEquals(200, asked.charge().minor(), "what both baskets hold");
    List<Posterior.Share> many = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      many.add(share(0.2, i, 0, 0));
    }
    Settlement looked = judgement.of(new Posterior(many, none), TWO);
    assertEquals(Decision.REVIEW, looked.decision());
    assertEquals(0, looked.charge().minor());
  }

  @Test
  void anOverchargeCountsTwice() {
    var judgement = Judgement.usual();
    double[] none = new double[0];
    var less = new Posterior(List.of(share(0.994, 1, 0, 0), share(0.006, 1, 0, 1)), none);
    assertEquals(Decision.CHARGE, judgement.of(less, TWO).decision());
    assertEquals(0.006, Judgement.wrong(less, TWO), 1e-9);
    var more = new Posterior(List.of(share(0.994, 1, 0, 1), share(0.006, 1, 0, 0)), none);
    assertEquals(Decision.ASK, judgement.of(more, TWO).decision());
    var same = new Posterior(List.of(share(0.994, 1, 0, 0), share(0.006, 0, 1, 0)), none);
    assertEquals(0, Judgement.wrong(same, TWO), 1e-9, "tea costs what water costs");
  }

  private static Posterior.Share share(double probability, int... basket) {
    return new Posterior.Share(basket, probability);
  }

  @Test
  void noiseIsLearnedFromIdleShelves() {
    var random = new Random(2);
    List<Double> rests = new ArrayList<>();
    for (int i = 0; i < 4000; i++) {
      rests.add((i % 20 == 0 ? 9 : 1.8) * random.nextGaussian());
    }
    var seen = new Experience(new double[Experience.COUNTS], List.of(rests, List.of()));
    assertEquals(1.85, seen.noiseTimes(0), 0.15);
    assertEquals(1, Experience.none(2).noiseTimes(1), 1e-9);
  }

  private static double alike(double seen, double believed, int sessions) {
    double[] counts = new double[Experience.COUNTS];
    for (int i = 0; i < sessions; i++) {
      double[] one = new double[Experience.COUNTS];
      one[Experience.PAIR] = 1;
      one[Experience.ALIKE] = seen;
      Experience.weighPairs(one, believed);
      Arrays.setAll(counts, c -> counts[c] + one[c]);
    }
    return new Experience(counts, List.of()).alike(0.6);
  }

  @Test
  void pairsThatSayNothingTeachNothing() {
    assertEquals(alike(0.6, 0.6, 0), alike(0.6, 0.6, 200), 1e-9, "as was believed");
    assertTrue(alike(1, 0.6, 40) > 0.85);
    assertTrue(alike(0, 0.6, 40) < 0.2);
  }

  private static Stretch at(Stretch.Phase phase, long fromMs, long toMs) {
    return new Stretch(0, fromMs, toMs, 0, 0, 0, phase);
  }

  @Test
  void aHandNeedsTime() {
    var reach = new Reach(600, 9000);
    Stretch after = at(Stretch.Phase.AFTER, 9500, 11_000);
    double closing = reach.between(at(Stretch.Phase.OPEN, 5000, 8950), after).log();
    assertTrue(closing < Math.log(0.01), "at rest until the door closed");
    assertEquals(0, reach.between(at(Stretch.Phase.OPEN, 5000, 8000), after).log(), 1e-9);
    Stretch before = at(Stretch.Phase.BEFORE, 0, 590);
    assertTrue(reach.between(before, at(Stretch.Phase.OPEN, 900, 3000)).log() < Math.log(0.01));
    assertEquals(0, reach.between(before, at(Stretch.Phase.OPEN, 1800, 3000)).log(), 1e-9);
    Stretch first = at(Stretch.Phase.OPEN, 1000, 3000);
    Reach.Chance blink = reach.between(first, at(Stretch.Phase.OPEN, 3100, 4000));
    assertEquals(0, blink.log(), 1e-9, "a light good is lifted between two samples");
    assertEquals(0, blink.crowd(2), 1e-9);
    assertTrue(blink.crowd(3) < reach.between(first, at(Stretch.Phase.OPEN, 4500, 5000)).crowd(3));
  }

  @Test
  void theNearestWeightIsFoundByMassAlone() {
    Scene scene = new Scene().rest(25).load(-330.1, 450.0 / 600).rest(40);
    int[] basket = new NearestWeight(TWO).basket(trace(scene, new Scene().rest(66)));
    assertArrayEquals(new int[] {1, 0, 0}, basket, Arrays.toString(basket));
  }
}
