package org.facepay.terminal.lab.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.facepay.terminal.lab.container.Cabinet.Unit;
import org.facepay.terminal.settlement.planogram.Planogram;

/**
 * A shopper with two hands. Units go back, some of them to a wrong shelf; grips are of two units
 * now and then; hands press, lift and lean, neighbours are pushed, and something of the shopper's
 * own is put down at times.
 */
final class ShopperSimulator {
  private static final double BESIDE = 0.1;

  private record Held(Unit unit, int shelf, int lane) {}

  private final Planogram planogram;
  private final Cabinet cabinet;
  private final Conditions.Habits habits;
  private final Conditions.Hands hands;
  private final Random random;
  private final List<Held> hand = new ArrayList<>();
  private final List<String> story = new ArrayList<>();
  private long nowMs;

  ShopperSimulator(
      Planogram planogram, Cabinet cabinet, long nowMs, Conditions conditions, Random random) {
    this.planogram = planogram;
    this.cabinet = cabinet;
    this.nowMs = nowMs;
    habits = conditions.habits();
    hands = conditions.hands();
    this.random = random;
  }

  /** Shops; when the shopper has finished. */
  long shop(int grips) {
    boolean foreign = random.nextDouble() < habits.foreign();
    for (int i = 0; i < grips; i++) {
      if (random.nextDouble() < hands.lean()) {
        lean();
      }
      if (foreign && i == grips / 2) {
        visit();
      }
      grip();
      for (Held h : List.copyOf(hand)) {
        if (random.nextDouble() < habits.putBack()) {
          putBack(h);
        }
      }
    }
    return nowMs;
  }

  /** Units of every article that are carried away. */
  int[] basket() {
    int[] basket = new int[planogram.skus().size()];
    hand.forEach(h -> basket[h.unit().sku()]++);
    return basket;
  }

  /** What happened, one line each. */
  List<String> story() {
    return story;
  }

  private void tell(String what, int shelf, int lane, double grams) {
    story.add(
        nowMs
            + " "
            + what
            + " "
            + planogram.shelves().get(shelf).id()
            + "/"
            + lane
            + " "
            + Math.rint(grams * 10) / 10);
  }

  private void pause() {
    nowMs += 500 + (long) (1500 * -Math.log(1 - random.nextDouble()));
  }

  private void grip() {
    pause();
    int shelf = random.nextInt(planogram.shelves().size());
    reach(shelf);
    int lane = take(shelf, random.nextInt(planogram.shelves().get(shelf).lanes().size()));
    if (random.nextDouble() < habits.twoHanded()) {
      nowMs += random.nextBoolean() ? 0 : random.nextInt(100);
      second(shelf, lane);
    }
  }

  /** The other hand: more of the same, its neighbour on the shelf, or something else. */
  private void second(int shelf, int lane) {
    if (random.nextDouble() < habits.alike()) {
      take(shelf, lane);
      return;
    }
    int other = random.nextDouble() < BESIDE ? shelf : random.nextInt(planogram.shelves().size());
    take(other, random.nextInt(planogram.shelves().get(other).lanes().size()));
  }

  private int take(int shelf, int lane) {
    if (!cabinet.empty(shelf, lane)) {
      Unit unit = cabinet.take(shelf, lane, nowMs);
      hand.add(new Held(unit, shelf, lane));
      tell("takes", shelf, lane, unit.grams());
      neighbours(shelf, lane);
    }
    return lane;
  }

  private void neighbours(int shelf, int lane) {
    int lanes = planogram.shelves().get(shelf).lanes().size();
    if (random.nextDouble() < habits.pushed()) {
      cabinet.push(shelf, lane == 0 ? 1 : Math.min(lanes - 1, lane - 1), nowMs, hands.pushMm());
      tell("pushes a neighbour of", shelf, lane, 0);
    }
  }

  /** The hand touches the shelf on its way. */
  private void reach(int shelf) {
    if (random.nextDouble() < hands.reach()) {
      long lasts = 150L + random.nextInt(700);
      double grams = (random.nextDouble() < 0.7 ? 1 : -0.5) * (20 + 250 * random.nextDouble());
      cabinet.press(shelf, nowMs, lasts, grams);
      tell("presses for " + lasts + " ms", shelf, 0, grams);
      nowMs += (long) (lasts * random.nextDouble());
    }
  }

  private void lean() {
    pause();
    long lasts = 400L + random.nextInt(2400);
    int shelf = random.nextInt(planogram.shelves().size());
    cabinet.press(shelf, nowMs, lasts, 50 + 500 * random.nextDouble());
    tell("leans for " + lasts + " ms", shelf, 0, 0);
    nowMs += (long) (lasts * 0.8);
  }

  private void putBack(Held h) {
    pause();
    int shelf = h.shelf();
    int lane = h.lane();
    double where = random.nextDouble();
    if (where < hands.astray()) {
      shelf =
          (shelf + 1 + random.nextInt(planogram.shelves().size() - 1)) % planogram.shelves().size();
    }
    if (where < hands.astray() + hands.otherLane()) {
      lane = random.nextInt(planogram.shelves().get(shelf).lanes().size());
    }
    reach(shelf);
    cabinet.put(shelf, lane, h.unit(), nowMs);
    tell("puts back", shelf, lane, h.unit().grams());
    hand.remove(h);
    neighbours(shelf, lane);
  }

  /** Something foreign is put down, and mostly picked up again. */
  private void visit() {
    pause();
    int shelf = random.nextInt(planogram.shelves().size());
    double grams = Math.exp(Math.log(30) + random.nextDouble() * Math.log(30));
    double place = random.nextDouble() * planogram.shelves().get(shelf).lengthMm();
    cabinet.change(shelf, nowMs, grams, place);
    tell("puts a thing of its own", shelf, 0, grams);
    if (random.nextDouble() < 0.3) {
      return;
    }
    pause();
    if (random.nextBoolean()) {
      grip();
      pause();
    }
    cabinet.change(shelf, nowMs, -grams, place);
    tell("takes the thing", shelf, 0, grams);
  }
}
