package org.facepay.terminal.lab.score;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.facepay.terminal.lab.container.PlanogramSimulator;
import org.facepay.terminal.lab.container.Recipe;
import org.facepay.terminal.lab.container.SessionSimulator;
import org.facepay.terminal.settlement.engine.History;
import org.facepay.terminal.settlement.engine.Settlement;
import org.facepay.terminal.settlement.engine.Settler;
import org.facepay.terminal.settlement.file.AnswerFile;
import org.facepay.terminal.settlement.file.AnswerFile.Answer;
import org.facepay.terminal.settlement.planogram.Planogram;

/**
 * A simulated container, settled session by session as a terminal would, each by what its earlier
 * sessions taught.
 */
public final class Evaluation {
  private final Recipe recipe;
  private final List<Double> masses;

  /**
   * Of containers of one recipe.
   *
   * @param masses gross masses to choose from, grams; made up if there are too few
   */
  public Evaluation(Recipe recipe, List<Double> masses) {
    this.recipe = recipe;
    this.masses = List.copyOf(masses);
  }

  /**
   * Settles so many sessions; the same for the same seed.
   *
   * @param curve takes in how sure the answers were
   */
  public Score.Figures run(int sessions, long seed, Curve curve) {
    var random = new Random(seed * 1000 + recipe.toString().hashCode());
    Planogram planogram = PlanogramSimulator.make(recipe, masses, random);
    var simulator = new SessionSimulator(planogram, recipe, random);
    var history = new History(planogram);
    var score = new Score(planogram);
    for (int i = 0; i < sessions; i++) {
      SessionSimulator.Session session = simulator.next(random);
      Settler.Outcome outcome = history.settler().outcome(session.trace());
      history.add(outcome.taught());
      score.add(
          "session " + i, session.basket(), outcome.settlement().map(s -> answer(s, planogram)));
      long due = AnswerFile.amount(session.basket(), planogram);
      curve.add(
          outcome.wrong(), outcome.settlement().map(s -> owed(s, planogram) != due).orElse(true));
    }
    return score.figures();
  }

  /** What the lines come to, whatever is taken now. */
  private static long owed(Settlement settlement, Planogram planogram) {
    return AnswerFile.amount(answer(settlement, planogram).basket(), planogram);
  }

  private static Answer answer(Settlement settlement, Planogram planogram) {
    int[] basket = new int[planogram.skus().size()];
    settlement.lines().forEach(l -> basket[l.sku()] = l.quantity());
    boolean charged = settlement.decision() == Settlement.Decision.CHARGE;
    return new Answer(basket, settlement.confidence(), charged, settlement.charge().minor());
  }

  /** The line that sums it up. */
  public String line(Score.Figures f) {
    return String.format(
        Locale.ROOT,
        "CONTAINER layout=%s noise=%.0f kind=%s exact=%.2f coverage=%.2f autoerr=%.3f"
            + " overcharged=%.3f calgap_pp=%.2f",
        recipe.layout().name().toLowerCase(Locale.ROOT),
        recipe.noiseGrams(),
        recipe.tails() ? "tails" : "plain",
        f.exact(),
        f.coverage(),
        f.wrong(),
        f.overcharged(),
        f.gap());
  }
}
