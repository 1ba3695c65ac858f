package org.facepay.terminal.settlement.planogram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the shelves say of units that were put into a lane, and the planogram it makes. */
class PutTest {
  private static final Planogram.Sku TEA = new Planogram.Sku("6900123400074", "茶", 500, 538, 3);
  private static final Planogram.Sku MILK =
      new Planogram.Sku("6900123400142", "奶", 1_490, 1_005, 5);
  private static final Planogram.Sku BUN = new Planogram.Sku("6900123400494", "包", 600, 98, 1.5);
  private static final Planogram PLANOGRAM =
      new Planogram(
          Currency.getInstance("CNY"), List.of(shelf("S1"), shelf("S2")), List.of(TEA, MILK));

  private static Planogram.Shelf shelf(String id) {
    return new Planogram.Shelf(
        id, 600, 1, List.of(new Planogram.Lane(0, 0, 150, 6), new Planogram.Lane(1, 150, 300, 6)));
  }

  private static Put.Gain gain(double grams, double mm) {
    return new Put.Gain(grams * (1 - mm / 600), grams * mm / 600);
  }

  private static Put put(int units, Optional<Planogram.Sku> known, Put.Gain... gains) {
    return Put.of(PLANOGRAM, List.of(gains), units, known);
  }

  private static void unclear(Put.Why why, Put put) {
    assertEquals(new Put.Unclear(why), put);
  }

  @Test
  void unitsNobodyKnowsAreWeighedWhereTheyLie() {
    Put.Into into =
        assertInstanceOf(Put.Into.class, put(4, Optional.empty(), gain(0.3, 0), gain(4 * 98, 228)));
    assertEquals(1, into.shelf());
    assertEquals(1, into.place());
    assertEquals(98, into.unitGrams(), 1e-9);
  }

  @Test
  void aMassThatIsKnownHasToFitTheNumber() {
    assertInstanceOf(Put.Into.class, put(3, Optional.of(TEA), gain(3 * 540, 75), gain(0, 0)));
    unclear(Put.Why.OTHER_NUMBER, put(4, Optional.of(TEA), gain(3 * 538, 75), gain(0, 0)));
    unclear(Put.Why.OTHER_NUMBER, put(3, Optional.of(MILK), gain(3 * 538, 75), gain(0, 0)));
  }

  @Test
  void whatNobodyCanSayIsNotGuessed() {
    Optional<Planogram.Sku> any = Optional.empty();
    unclear(Put.Why.NOTHING_HEAVIER, put(1, any, gain(0, 0), gain(0.4, 300)));
    unclear(Put.Why.NOTHING_HEAVIER, put(1, any, gain(-538, 75), gain(0, 0)));
    unclear(Put.Why.SEVERAL_SHELVES, put(2, any, gain(538, 75), gain(538, 75)));
    unclear(Put.Why.SEVERAL_SHELVES, put(2, any, gain(538, 75), gain(-1_005, 225)));
    unclear(Put.Why.BETWEEN_LANES, put(2, any, gain(1_076, 150), gain(0, 0)));
    unclear(Put.Why.BETWEEN_LANES, put(2, any, gain(1_076, 450), gain(0, 0)));
    unclear(Put.Why.NO_SUCH_MASS, put(40, any, gain(100, 75), gain(0, 0)));
    unclear(Put.Why.NO_SUCH_MASS, put(1, any, gain(40_000, 75), gain(0, 0)));
    unclear(Put.Why.NOTHING_HEAVIER, put(1, any, new Put.Gain(Double.NaN, 1), gain(0, 0)));
  }

  @Test
  void anotherLaneIsNeverSaidOfScatteredUnits() {
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      int units = 1 + random.nextInt(8);
      double a = 0;
      double b = 0;
      for (int u = 0; u < units; u++) {
        double mm = 75 + 10 * random.nextGaussian();
        double grams = 98 + 1.5 * random.nextGaussian();
        a += grams * (1 - mm / 600);
        b += grams * mm / 600;
      }
      Put.Gain seen = new Put.Gain(a + random.nextGaussian(), b + random.nextGaussian());
      if (put(units, Optional.of(BUN), seen, gain(0, 0)) instanceof Put.Into into) {
        assertEquals(0, into.place());
      }
    }
  }

  @Test
  void aLaneHoldsSomethingElseAndTheRestStays() {
    Planogram next = Relaid.of(PLANOGRAM, Map.of(202, BUN), Map.of(202, 9, 101, 4), Map.of());
    assertEquals(List.of(TEA, MILK, BUN), next.skus());
    assertEquals(new Planogram.Lane(2, 150, 300, 9), next.shelves().get(1).lanes().get(1));
    assertEquals(4, next.shelves().get(0).lanes().get(0).stock());
    Planogram none = Relaid.of(next, Map.of(102, BUN, 202, TEA), Map.of(), Map.of());
    assertEquals(List.of(TEA, BUN), none.skus(), "what no lane holds is left out");
    assertEquals(PLANOGRAM, Relaid.of(PLANOGRAM, Map.of(), Map.of(), Map.of()));
  }

  @Test
  void aLanesMiddleIsWhereItsUnitsLie() {
    Put.Into one = into(1, 90);
    Put.Into many = into(8, 90);
    assertTrue(one.centreMm() > 80 && one.centreMm() < 83, "one unit says little: " + one);
    assertTrue(many.centreMm() > 87 && many.centreMm() < 90, "eight say more: " + many);
    Planogram next = Relaid.of(PLANOGRAM, Map.of(), Map.of(), Map.of(101, 88.0));
    Planogram.Shelf shelf = next.shelves().getFirst();
    assertEquals(
        new Planogram.Lane(0, 26, 150, 6), shelf.lanes().getFirst(), "up to its neighbour");
    assertEquals(PLANOGRAM.shelves().getFirst().lanes().get(1), shelf.lanes().get(1));
    Planogram back = Relaid.of(next, Map.of(), Map.of(), Map.of(101, 75.0));
    assertEquals(PLANOGRAM, back, "as wide as it was");
    Planogram far = Relaid.of(PLANOGRAM, Map.of(), Map.of(), Map.of(102, 240.0));
    assertEquals(new Planogram.Lane(1, 165, 315, 6), far.shelves().getFirst().lanes().get(1));
    assertEquals(PLANOGRAM, Relaid.of(PLANOGRAM, Map.of(), Map.of(), Map.of(101, 700.0)));
  }

  @Test
  void anUnsettledPlanogramFindsTheMiddleOfItsLanes() {
    Random random = new Random(9);
    Planogram now = PLANOGRAM;
    for (int turn = 0; turn < 12; turn++) {
      double mm = 0;
      for (int unit = 0; unit < 6; unit++) {
        mm += (88 + 10 * random.nextGaussian()) / 6;
      }
      Put.Gain seen = gain(6 * 538, mm);
      Put put = Put.of(now, List.of(seen, gain(0, 0)), 6, Optional.of(TEA));
      double centre = assertInstanceOf(Put.Into.class, put).centreMm();
      now = Relaid.of(now, Map.of(), Map.of(), Map.of(101, centre));
    }
    assertEquals(88, now.shelves().getFirst().lanes().getFirst().centreMm(), 6);
  }

  private static Put.Into into(int units, double mm) {
    Put put = put(units, Optional.of(TEA), gain(units * 538, mm), gain(0, 0));
    return assertInstanceOf(Put.Into.class, put);
  }

  @Test
  void unitsScatterAsTheyMayByLaw() {
    assertEquals(3, Relaid.scatter(300), 1e-9);
    assertEquals(5, Relaid.scatter(1_000), 1e-9);
    assertEquals(0.5, Relaid.scatter(6), 1e-9);
    double before = 0;
    for (double grams = 5; grams < 20_000; grams += 7) {
      assertTrue(Relaid.scatter(grams) >= before - 1e-9, grams + " g");
      before = Relaid.scatter(grams);
    }
  }
}
