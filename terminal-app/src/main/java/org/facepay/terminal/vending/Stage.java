package org.facepay.terminal.vending;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.session.charge.Charge;
import org.facepay.terminal.session.charge.HandedOver;
import org.facepay.terminal.session.refund.Refund;
import org.facepay.terminal.session.restock.Restock;

/** How far a shopper at a vending machine has come; the chosen goods are the session's basket. */
public sealed interface Stage {

  /**
   * One article that was chosen.
   *
   * @param slot it lies in
   * @param line of the basket it counts to
   * @param once whether its motor turns once only, as in machines of before
   */
  record Piece(int slot, int line, boolean once) {}

  /** What became of a piece that is paid. */
  enum Fate {
    WAITING,
    COMING,
    DELIVERED,
    /** The motor turned, twice, and it is still in its slot. */
    NOT_DELIVERED,
    /** Its motor was never started. */
    NOT_BEGUN,
    /** The motor was started, and nobody saw what came of it. */
    UNCERTAIN;

    /** Whether it is still in the machine for certain, so that its money goes back. */
    boolean isOwed() {
      return this == NOT_DELIVERED || this == NOT_BEGUN;
    }
  }

  /** One piece that is paid. */
  record Vend(Piece piece, Fate fate) {}

  /** Everything that is paid, in the order in which it falls: slot by slot. */
  record Vends(List<Vend> all) {
    public Vends {
      all = List.copyOf(all);
    }

    static Vends of(List<Piece> pieces) {
      List<Vend> all = new ArrayList<>();
      for (int slot : pieces.stream().map(Piece::slot).distinct().toList()) {
        pieces.stream()
            .filter(p -> p.slot() == slot)
            .forEach(p -> all.add(new Vend(p, Fate.WAITING)));
      }
      return new Vends(all);
    }

    /** The one whose motor turns. */
    Optional<Piece> coming() {
      return all.stream().filter(v -> v.fate() == Fate.COMING).map(Vend::piece).findFirst();
    }

    /** The same, a part for each slot. */
    List<Vends> slots() {
      return all.stream()
          .map(v -> v.piece().slot())
          .distinct()
          .map(slot -> new Vends(all.stream().filter(v -> v.piece().slot() == slot).toList()))
          .toList();
    }

    /** The next piece is begun, if any waits. */
    Vends begun() {
      int next = all.stream().map(Vend::fate).toList().indexOf(Fate.WAITING);
      List<Vend> changed = new ArrayList<>(all);
      if (next >= 0) {
        changed.set(next, new Vend(all.get(next).piece(), Fate.COMING));
      }
      return new Vends(changed);
    }

    /**
     * What came is known, or not. A slot that failed, or was seen by nobody, is not turned again:
     * what waits in it stays there.
     */
    Vends ended(Fate fate) {
      Optional<Integer> slot = coming().map(Piece::slot);
      Vends ended = changed(v -> v.fate() == Fate.COMING, fate);
      return fate == Fate.DELIVERED
          ? ended
          : ended.changed(
              v -> v.fate() == Fate.WAITING && slot.equals(Optional.of(v.piece().slot())),
              Fate.NOT_BEGUN);
    }

    /** Nothing is begun any more. */
    Vends stopped() {
      return changed(v -> v.fate() == Fate.WAITING, Fate.NOT_BEGUN);
    }

    /** Numbers of the basket's lines, once for each piece. */
    List<Integer> lines(Predicate<Fate> of) {
      return all.stream().filter(v -> of.test(v.fate())).map(v -> v.piece().line()).toList();
    }

    boolean any(Predicate<Fate> of) {
      return all.stream().anyMatch(v -> of.test(v.fate()));
    }

    private Vends changed(Predicate<Vend> which, Fate fate) {
      return new Vends(
          all.stream().map(v -> which.test(v) ? new Vend(v.piece(), fate) : v).toList());
    }
  }

  /**
   * Something is chosen, or nothing any more.
   *
   * @param pieces in the order of the touches
   * @param counting whether the shopper changes how many
   */
  record Choosing(List<Piece> pieces, boolean counting) implements Stage {
    public Choosing {
      pieces = List.copyOf(pieces);
    }
  }

  /** The machine waits for a wallet's code. */
  record Presenting(List<Piece> pieces, Optional<Screen.Notice> notice) implements Stage {}

  /** A member is met, to pay from what is the member's. */
  record Meeting(List<Piece> pieces, org.facepay.terminal.session.member.Meeting meeting)
      implements Stage {}

  /** A charge is open; nothing moves before it has ended. */
  record Paying(List<Piece> pieces, Charge charge) implements Stage {}

  /** The last charge ended without money; nothing has moved. */
  record Refused(List<Piece> pieces, Payment payment) implements Stage {}

  /** Staff have taken the payment from the terminal. */
  record WithStaff(HandedOver handed) implements Stage {}

  /**
   * It is paid, and falls, one piece after the other.
   *
   * @param last whether the piece under way is not tried again
   * @param attempt stamp of what the dispenser was asked
   */
  record Dispensing(Vends vends, Payment payment, boolean last, long attempt) implements Stage {}

  /** A member of staff fills the slots. */
  record Restocking(Restock restock) implements Stage {}

  /** How it ended. */
  sealed interface Over extends Stage {
    Vends vends();
  }

  /**
   * All of it lies below.
   *
   * @param closing stamp of the timer that ends the screen
   */
  record Delivered(Vends vends, long closing) implements Over {}

  /**
   * Of some nobody saw whether they fell, the others did: staff have been called, and decide.
   *
   * @param closing stamp of the timer that ends the screen
   */
  record Review(Vends vends, long closing) implements Over {}

  /** What did not fall has its money going back. */
  record Returning(Vends vends, Refund refund) implements Over {}

  /**
   * The money of what did not fall cannot be given back from here: staff have been called.
   *
   * @param minor the shopper is owed
   * @param closing stamp of the timer that ends the screen
   */
  record Owing(Vends vends, long minor, long closing) implements Over {}
}
