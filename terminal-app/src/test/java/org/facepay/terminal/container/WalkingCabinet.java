package org.facepay.terminal.container;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.facepay.kiosk.screen.StaffScreen.Misplaced;
import org.facepay.terminal.checkout.Fixture;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Moved;
import org.facepay.terminal.session.Placed;
import org.facepay.terminal.session.Stand;
import org.facepay.terminal.session.visit.DoorPosition;
import org.facepay.terminal.session.visit.Estimate;
import org.facepay.terminal.session.visit.Piece;
import org.facepay.terminal.session.visit.Settled;

/** A door with its bolt, and goods; it knows what left, and when. */
final class WalkingCabinet {
  static final List<Product> GOODS =
      List.of(Fixture.TEA, Fixture.MILK, Fixture.TEA, Fixture.MILK, Fixture.TEA);

  /** What it is filled with. */
  static final List<Stand> STANDS =
      List.of(new Stand(101, Fixture.TEA, 8), new Stand(102, Fixture.MILK, 8));

  /** A piece that left. */
  static final class Gone {
    final Product product;
    final long visit;
    final int at;
    boolean settled;
    boolean staff;

    Gone(Product product, long visit, int at) {
      this.product = product;
      this.visit = visit;
      this.at = at;
    }
  }

  final List<Gone> gone = new ArrayList<>();
  final Map<Long, Settled> verdicts = new HashMap<>();

  /** When a verdict was worked out, by the attempt it answers. */
  private final Map<Long, Integer> workedOut = new HashMap<>();

  private final Random random;
  private final List<Event> answers;
  private final List<Event> moves;
  private boolean open;
  private boolean drawn;
  private boolean called;
  private long visit;
  private int clock;

  WalkingCabinet(Random random, List<Event> answers, List<Event> moves) {
    this.random = random;
    this.answers = answers;
    this.moves = moves;
  }

  boolean open() {
    return open;
  }

  /** The program starts again: all bolts fall, and the door is told anew. */
  void restarted() {
    drawn = false;
    moves.clear();
    moves.add(position());
  }

  private Event position() {
    return new Moved.DoorMoved(open ? DoorPosition.OPEN : DoorPosition.CLOSED);
  }

  /** A hand does something. */
  void hand() {
    clock++;
    if (!open) {
      open = drawn || random.nextInt(300) == 0;
      if (open) {
        called = visit == 0; // the cells' own alarm
        moves.add(position());
      }
      return;
    }
    switch (random.nextInt(5)) {
      case 0, 1 -> shut();
      case 2 -> moves.add(new Moved.DoorMoved(DoorPosition.UNKNOWN));
      default -> {
        Gone piece = new Gone(GOODS.get(random.nextInt(GOODS.size())), visit, clock);
        piece.staff = called;
        gone.add(piece);
      }
    }
  }

  /** Not before it was heard that it is open. */
  void shut() {
    if (open && moves.isEmpty()) {
      open = false;
      moves.add(position());
    }
  }

  /** The bolt falls by itself, and nothing more is recorded. */
  void time() {
    drawn = false;
    if (!open && random.nextBoolean()) {
      visit = 0;
    }
  }

  /** Where somebody has put pieces, as far as its cells say. */
  Event found(Effect.FindLane find) {
    Placed placed =
        random.nextBoolean()
            ? new Placed.Found(101 + random.nextInt(3), random.nextInt(2) * 538_000L)
            : new Placed.NotFound(Misplaced.values()[random.nextInt(Misplaced.values().length)]);
    return new Answered.PiecesPlaced(find.attempt(), placed);
  }

  void run(Effect.AtCabinet effect) {
    clock++;
    switch (effect) {
      case Effect.WatchShelves(long id) -> {
        if (open && visit != id) {
          called("door-forced");
        }
        visit = id;
        moves.add(position());
      }
      case Effect.UnlockDoor(long attempt, var holds) -> {
        boolean works = random.nextInt(8) > 0;
        drawn = !holds.isZero() && (works || random.nextBoolean());
        answers.add(new Answered.DoorUnlocked(attempt, works));
      }
      case Effect.SettleVisit(long attempt, long id) -> {
        workedOut.put(attempt, clock);
        if (random.nextInt(12) > 0) {
          answers.add(new Answered.VisitSettled(attempt, settled(id)));
        }
      }
    }
  }

  Event estimate(long id) {
    Product product = Fixture.TEA;
    return new Moved.ShelvesMoved(
        id,
        new Estimate(
            List.of(new Piece(product, 1, 1, false)),
            random.nextBoolean() ? List.of(new Estimate.Stray(product, 2, 1, 3)) : List.of()));
  }

  /** What truly left in this visit. */
  List<Piece> truth(long id, boolean sure) {
    Map<Product, Integer> counts = new LinkedHashMap<>();
    gone.stream().filter(g -> g.visit == id).forEach(g -> counts.merge(g.product, 1, Integer::sum));
    List<Piece> pieces = new ArrayList<>();
    counts.forEach((product, count) -> pieces.add(new Piece(product, count, 1, sure)));
    return pieces;
  }

  private Settled settled(long id) {
    List<Piece> truth = truth(id, random.nextBoolean());
    if (random.nextInt(3) > 0) {
      return new Settled(Settled.Decision.CHARGE, truth, truth, List.of(), "e");
    }
    List<Piece> certain = truth.isEmpty() ? truth : truth.subList(1, truth.size());
    List<Piece> more = new ArrayList<>(certain);
    more.add(new Piece(Fixture.BEER, 1, 2, false));
    return random.nextBoolean()
        ? new Settled(Settled.Decision.REVIEW, truth, certain, List.of(), "e")
        : new Settled(Settled.Decision.ASK, truth, certain, List.of(truth, more, certain), "e");
  }

  /** A visit is recorded; what left until it was settled is seen to. */
  void recorded(long id, long attempt) {
    int until = workedOut.getOrDefault(attempt, clock);
    gone.stream().filter(g -> g.visit == id && g.at <= until).forEach(g -> g.settled = true);
  }

  /** Staff come to the door. */
  void called(String why) {
    if (Set.of("door-forced", "door-open").contains(why)) {
      called = open;
      gone.forEach(g -> g.staff = true);
    }
  }

  /** What they take out, they answer for. */
  void staffWereThere() {
    gone.forEach(g -> g.staff = true);
  }

  /** What nobody has recorded or been called for. */
  List<Gone> unseen() {
    return gone.stream().filter(g -> !g.settled && !g.staff).toList();
  }

  void nothingUnseen(String where) {
    assertTrue(unseen().isEmpty(), () -> where + ": goods nobody answers for: " + unseen().size());
  }
}
