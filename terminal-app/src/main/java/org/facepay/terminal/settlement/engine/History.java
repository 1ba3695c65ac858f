package org.facepay.terminal.settlement.engine;

import java.util.ArrayList;
import java.util.List;
import org.facepay.terminal.settlement.planogram.Planogram;

/**
 * What a cabinet has learned of itself so far. It starts from stated priors ({@link
 * Handling#usual}, the planogram's noise) and goes forward in time only: a session is settled by
 * what sessions before it taught, never by later ones. Lessons are taken at the end of blocks of
 * sessions whose lengths follow from the number seen alone, so the same sessions in the same order
 * give the same answers, however many are settled at once.
 */
public final class History {
  private static final int FIRST_BLOCK = 4;
  private static final int LONGEST_BLOCK = 200;

  private final Planogram planogram;
  private final List<Experience> lately = new ArrayList<>();
  private Settler settler;
  private int seen;

  public History(Planogram planogram) {
    this.planogram = planogram;
    settler = new Settler(planogram);
  }

  /** Settles the next sessions, up to the end of the block. */
  public Settler settler() {
    return settler;
  }

  /** With the same experience, of the same cabinet filled otherwise. */
  public Settler settlerOf(Planogram filled) {
    return new Settler(filled, settler.experience());
  }

  /** How many sessions are settled before the next lesson. */
  public int untilLesson() {
    int block = Math.max(FIRST_BLOCK, Math.min(LONGEST_BLOCK, seen / 2));
    return block - lately.size();
  }

  /** Takes in what a session taught; those of a block in their order. */
  public void add(Experience taught) {
    lately.add(taught);
    if (untilLesson() <= 0) {
      seen += lately.size();
      settler = new Settler(planogram, settler.experience().and(lately));
      lately.clear();
    }
  }
}
