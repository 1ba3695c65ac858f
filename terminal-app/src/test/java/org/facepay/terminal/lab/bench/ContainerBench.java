package org.facepay.terminal.lab.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.facepay.terminal.lab.container.PlanogramSimulator;
import org.facepay.terminal.lab.container.Recipe;
import org.facepay.terminal.lab.container.SessionSimulator;
import org.facepay.terminal.lab.container.SessionSimulator.Session;
import org.facepay.terminal.settlement.engine.History;
import org.facepay.terminal.settlement.engine.NearestWeight;
import org.facepay.terminal.settlement.engine.Settlement;
import org.facepay.terminal.settlement.engine.Settler;
import org.facepay.terminal.settlement.planogram.Planogram;

/** The figures of {@code scripts/bench container}: settling beside the nearest weight. */
public final class ContainerBench {
  private static final int SESSIONS = 400;
  private static final int LEARNED_FROM = 100;

  private ContainerBench() {}

  public static void main(String[] args) {
    for (Recipe.Layout layout : Recipe.Layout.values()) {
      print(new Recipe(layout, 1, false));
    }
    print(new Recipe(Recipe.Layout.SORTED, 3, false));
    print(new Recipe(Recipe.Layout.RANDOM, 3, true));
  }

  private static void print(Recipe recipe) {
    var random = new Random(7);
    Planogram planogram = PlanogramSimulator.make(recipe, List.of(), random);
    var simulator = new SessionSimulator(planogram, recipe, random);
    var history = new History(planogram);
    for (int i = 0; i < LEARNED_FROM; i++) {
      history.add(history.settler().outcome(simulator.next(random).trace()).taught());
    }
    Settler settler = history.settler();
    var nearest = new NearestWeight(planogram);
    long[] ours = new long[SESSIONS];
    long[] theirs = new long[SESSIONS];
    int exact = 0;
    int exactNearest = 0;
    for (int i = 0; i < SESSIONS; i++) {
      Session session = simulator.next(random);
      long start = System.nanoTime();
      Settlement settlement = settler.settle(session.trace()).orElseThrow();
      ours[i] = System.nanoTime() - start;
      start = System.nanoTime();
      int[] weighed = nearest.basket(session.trace());
      theirs[i] = System.nanoTime() - start;
      int[] basket = new int[planogram.skus().size()];
      settlement.lines().forEach(l -> basket[l.sku()] = l.quantity());
      exact += Arrays.equals(basket, session.basket()) ? 1 : 0;
      exactNearest += Arrays.equals(weighed, session.basket()) ? 1 : 0;
    }
    String name =
        recipe.layout().name().toLowerCase(Locale.ROOT)
            + "_"
            + (int) recipe.noiseGrams()
            + "g"
            + (recipe.tails() ? "_tails" : "");
    print(name + "_exact", 100.0 * exact / SESSIONS, "%", 100.0 * exactNearest / SESSIONS);
    print(name + "_settle_p50", quantileMs(ours, 0.5), "ms", quantileMs(theirs, 0.5));
    print(name + "_settle_p99", quantileMs(ours, 0.99), "ms", quantileMs(theirs, 0.99));
  }

  private static double quantileMs(long[] nanos, double share) {
    Arrays.sort(nanos);
    return nanos[(int) (share * (nanos.length - 1))] / 1e6;
  }

  private static void print(String name, double value, String unit, double peer) {
    System.out.printf(
        Locale.ROOT,
        "%-28s %10.3f %-8s | %-34s %10.3f | %.2f%n",
        name,
        value,
        unit,
        "nearest weight before and after",
        peer,
        value / peer);
  }
}
