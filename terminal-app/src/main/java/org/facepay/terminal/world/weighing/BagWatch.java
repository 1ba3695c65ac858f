package org.facepay.terminal.world.weighing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.session.BagFinding;

/**
 * Compares every change of the settled weight in the bags with what was scanned and not yet put
 * down, or taken off the list and still there. What cannot be explained for a while is a finding;
 * nothing is ever blocked. An article put down alone teaches its mass.
 *
 * <p>Not thread-safe; knows no clock.
 */
public final class BagWatch {
  /** Below this a change is a breath of air, grams. */
  private static final int LEAST_CHANGE = 4;

  /** A piece may lie between hand and bag for so long before anything is said. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** So many pieces may wait to be put down before it is said. */
  private static final int MOST_WAITING = 3;

  /** More pieces than this at once are not told apart. */
  private static final int MOST_TOLD_APART = 10;

  /** Spreads of the mean that a piece may differ by. */
  private static final double SPREADS = 3;

  private final Masses masses;
  private final int tolerance;
  private final List<Piece> waiting = new ArrayList<>();
  private final List<Piece> placed = new ArrayList<>();
  private final List<Piece> leaving = new ArrayList<>();
  private int settled;

  /** Grams that nothing explains; above zero too much, below too little. */
  private int unexplained;

  private Instant since = Instant.MIN;
  private BagFinding told = BagFinding.RIGHT;

  /**
   * A piece, or a weighed amount, of a line.
   *
   * @param grams what it should weigh; empty: nobody knows
   */
  private record Piece(int line, String code, String name, Optional<Double> grams, double spread) {}

  /** A finding, and the article's name where it helps. */
  public record Told(BagFinding finding, String name) {}

  /**
   * @param tolerance grams that one change may differ by, the scale's own steps included
   */
  public BagWatch(Masses masses, int tolerance) {
    this.masses = masses;
    this.tolerance = tolerance;
  }

  /** A shopper begins, or has gone: what lies there is the shopper's own. */
  public void reset() {
    waiting.clear();
    placed.clear();
    leaving.clear();
    unexplained = 0;
    told = BagFinding.RIGHT;
  }

  /** A member of staff has looked: it is right as it is. */
  public void accept() {
    placed.addAll(waiting);
    waiting.clear();
    leaving.clear();
    unexplained = 0;
  }

  /** The basket as it is now. */
  public void basket(List<Basket.Line> lines, Language language, Instant now) {
    List<Piece> wanted = new ArrayList<>();
    lines.forEach(line -> wanted.addAll(pieces(line, language)));
    List<Piece> gone = new ArrayList<>(placed); // what is off the list was rather not put down yet
    gone.addAll(waiting);
    List<Piece> fresh = new ArrayList<>();
    for (Piece piece : wanted) {
      Optional<Piece> same = gone.stream().filter(p -> p.line() == piece.line()).findFirst();
      if (same.isPresent()) {
        gone.remove(same.get());
      } else {
        fresh.add(piece);
      }
    }
    for (Piece piece : gone) {
      if (!waiting.remove(piece)) {
        placed.remove(piece);
        leaving.add(piece);
      }
    }
    if (!fresh.isEmpty() || !gone.isEmpty()) {
      waiting.addAll(fresh);
      explain(now);
    }
  }

  private List<Piece> pieces(Basket.Line line, Language language) {
    String code = line.product().code();
    String name = line.product().text(language).name();
    return switch (line.quantity()) {
      case Quantity.Grams(int grams) ->
          List.of(new Piece(line.number(), code, name, Optional.of((double) grams), 0));
      case Quantity.Pack _ -> List.of(new Piece(line.number(), code, name, Optional.empty(), 0));
      case Quantity.Pieces(int count) -> {
        Mass mass = masses.of(code);
        Optional<Double> grams = mass.known() ? Optional.of(mass.mean()) : Optional.empty();
        Piece piece = new Piece(line.number(), code, name, grams, mass.spread());
        yield java.util.Collections.nCopies(count, piece);
      }
    };
  }

  /** The weight in the bags has come to rest. */
  public void weighed(int grams, Instant now) {
    int change = grams - settled;
    if (Math.abs(change) < LEAST_CHANGE) {
      return;
    }
    settled = grams;
    unexplained += change;
    explain(now);
  }

  private void explain(Instant now) {
    if (Math.abs(unexplained) <= tolerance) {
      unexplained = 0;
    } else if (unexplained > 0) {
      match(waiting, unexplained).ifPresent(this::putDown);
    } else {
      match(leaving, -unexplained).ifPresent(this::takenOut);
    }
    since = now;
  }

  private void putDown(List<Piece> pieces) {
    learn(pieces, unexplained);
    pieces.forEach(waiting::remove);
    placed.addAll(pieces);
    unexplained = 0;
  }

  private void takenOut(List<Piece> pieces) {
    pieces.forEach(leaving::remove);
    unexplained = 0;
  }

  /** One piece of unknown mass among known ones is what is left of the weight. */
  private void learn(List<Piece> pieces, int grams) {
    double known = pieces.stream().mapToDouble(p -> p.grams().orElse(0.0)).sum();
    List<Piece> unknown = pieces.stream().filter(p -> p.grams().isEmpty()).toList();
    if (pieces.size() == 1) {
      masses.learn(pieces.getFirst().code(), grams);
    } else if (unknown.size() == 1 && grams - known > tolerance) {
      masses.learn(unknown.getFirst().code(), grams - known);
    }
  }

  /**
   * The pieces that weigh so much together: the fewest of known mass that do, or all of them when
   * one of unknown mass is among them.
   */
  private Optional<List<Piece>> match(List<Piece> pieces, int grams) {
    int n = Math.min(pieces.size(), MOST_TOLD_APART);
    Optional<List<Piece>> best = Optional.empty();
    for (int subset = 1; subset < 1 << n; subset++) {
      List<Piece> chosen = chosen(pieces, subset, n);
      boolean known = chosen.stream().allMatch(p -> p.grams().isPresent());
      if (known && near(chosen, grams) && (best.isEmpty() || chosen.size() < best.get().size())) {
        best = Optional.of(chosen);
      }
    }
    boolean unknown = pieces.stream().anyMatch(p -> p.grams().isEmpty());
    return best.isEmpty() && unknown ? Optional.of(List.copyOf(pieces)) : best;
  }

  private static List<Piece> chosen(List<Piece> pieces, int subset, int n) {
    List<Piece> chosen = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      if ((subset >> i & 1) != 0) {
        chosen.add(pieces.get(i));
      }
    }
    return chosen;
  }

  private boolean near(List<Piece> pieces, int grams) {
    double sum = pieces.stream().mapToDouble(p -> p.grams().orElse(0.0)).sum();
    double variance = pieces.stream().mapToDouble(p -> p.spread() * p.spread()).sum();
    return Math.abs(sum - grams) <= tolerance + SPREADS * Math.sqrt(variance);
  }

  /** What is new to be said; ask now and then. */
  public Optional<Told> look(Instant now) {
    BagFinding finding = finding(now);
    if (finding == told) {
      return Optional.empty();
    }
    told = finding;
    String name = finding == BagFinding.MISSING_ITEM ? waiting.getFirst().name() : "";
    return Optional.of(new Told(finding, name));
  }

  private BagFinding finding(Instant now) {
    boolean resting = !now.isBefore(since.plus(PATIENCE));
    if (unexplained > 0) {
      return resting ? BagFinding.UNEXPECTED_ITEM : told;
    }
    if (unexplained < 0) {
      return resting ? BagFinding.REMOVED : told;
    }
    boolean many = waiting.stream().filter(p -> p.grams().isPresent()).count() >= MOST_WAITING;
    return many && resting ? BagFinding.MISSING_ITEM : many ? told : BagFinding.RIGHT;
  }
}
