package org.facepay.terminal.technician;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.session.PastSale;

/** What is kept of the visits to a cabinet, for whoever has to say whether the bill was right. */
public interface VisitDesk {
  /** Why somebody should look at a visit. */
  enum Why {
    /** It was settled by itself. */
    NOTHING,
    NOT_CLEAR,
    /** The shopper says that something was not taken. */
    DISPUTED,
    /** The shopper said so, and the money went back at once. */
    RETURNED,
    FORCED,
    OVER_LIMIT
  }

  /** What somebody has said who looked. */
  enum Verdict {
    RIGHT,
    WRONG
  }

  /**
   * A visit.
   *
   * @param name of its evidence
   * @param charged what was charged for it
   * @param verdict of whoever has looked
   */
  record Entry(String name, Instant at, Why why, Money charged, Optional<Verdict> verdict) {
    /** Whether somebody still has to look. */
    public boolean open() {
      return verdict.isEmpty() && why != Why.NOTHING && why != Why.RETURNED;
    }
  }

  /**
   * A line of what most probably left.
   *
   * @param confidence probability that the number is right, 0 to 1
   */
  record Line(String article, int pieces, double confidence) {}

  /**
   * What one shelf weighed.
   *
   * @param atMs since the recording began, not falling
   * @param grams both cells together, less what they began with; as long as {@code atMs}
   */
  record Curve(String shelf, long[] atMs, double[] grams) {}

  /**
   * A visit with its evidence.
   *
   * @param objections what the shopper said of which article
   * @param confidence probability that the lines are exactly what left, 0 to 1
   * @param openMs when the door opened
   * @param closedMs when it was closed
   * @param bill of which something can still go back; empty where nothing can
   */
  record Sheet(
      Entry entry,
      List<String> objections,
      List<Line> lines,
      double confidence,
      List<Curve> curves,
      long openMs,
      long closedMs,
      Optional<PastSale> bill) {

    /** With what was charged for it. */
    public Sheet with(Optional<PastSale> charged) {
      return new Sheet(entry, objections, lines, confidence, curves, openMs, closedMs, charged);
    }
  }

  /**
   * Those somebody has to look at first, the newest of them first, then the others; at most 200.
   */
  List<Entry> visits();

  /**
   * One of them.
   *
   * @throws IOException when its evidence cannot be read; the message says why
   */
  Optional<Sheet> visit(String name) throws IOException;

  /**
   * Keeps what somebody has said of it; false where there is no such visit.
   *
   * @param back numbers of the bill's lines, each once for every piece that goes back
   * @param by who has looked
   */
  boolean looked(String name, Verdict verdict, List<Integer> back, String by) throws IOException;
}
