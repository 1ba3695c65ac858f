package org.facepay.terminal.settlement.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.facepay.terminal.lab.container.PlanogramSimulator;
import org.facepay.terminal.lab.container.Recipe;
import org.facepay.terminal.lab.container.SessionSimulator;
import org.facepay.terminal.settlement.planogram.Planogram;
import org.junit.jupiter.api.Test;

/** A cabinet knows its past, not its future. */
class HistoryTest {
  private static final Recipe RECIPE = new Recipe(Recipe.Layout.SORTED, 3, false);

  @Test
  void noAnswerDependsOnALaterSession() {
    var random = new Random(1);
    Planogram planogram = PlanogramSimulator.make(RECIPE, List.of(), random);
    var simulator = new SessionSimulator(planogram, RECIPE, random);
    List<Trace> traces = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      traces.add(simulator.next(random).trace());
    }
    List<Settlement> all = settled(planogram, traces);
    assertEquals(all.subList(0, 11), settled(planogram, traces.subList(0, 11)));
    List<Trace> other = new ArrayList<>(traces.subList(12, 24));
    other.addAll(traces.subList(0, 12));
    assertNotEquals(
        all.subList(0, 12), settled(planogram, other).subList(12, 24), "earlier ones teach");
  }

  private static List<Settlement> settled(Planogram planogram, List<Trace> traces) {
    var history = new History(planogram);
    List<Settlement> out = new ArrayList<>();
    for (Trace trace : traces) {
      Settler.Outcome outcome = history.settler().outcome(trace);
      history.add(outcome.taught());
      out.add(outcome.settlement().orElseThrow());
    }
    return out;
  }

  @Test
  void lessonsComeAtLengthsThatTheNumberSeenSays() {
    var random = new Random(1);
    Planogram planogram = PlanogramSimulator.make(RECIPE, List.of(), random);
    var history = new History(planogram);
    List<Integer> blocks = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      if (history.untilLesson() > 0 && (blocks.isEmpty() || blockEnds(blocks, i))) {
        blocks.add(history.untilLesson());
      }
      history.add(history.settler().nothing());
    }
    assertEquals(List.of(4, 4, 4, 6, 9, 13), blocks);
  }

  private static boolean blockEnds(List<Integer> blocks, int at) {
    return blocks.stream().mapToInt(Integer::intValue).sum() == at;
  }
}
