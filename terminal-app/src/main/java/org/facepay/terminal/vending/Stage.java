package org.facepay.terminal.vending;

import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.session.Moved;
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

  /**
   * Something is to be chosen at the machine's keypad.
   *
   * @param shown the code that was held to the scanner before; it pays what is chosen
   * @param begun whether the controller knows
   */
  record Selecting(Optional<Shown> shown, boolean begun) implements Stage {
    static final Selecting NOTHING = new Selecting(Optional.empty(), false);
  }

  /** A wallet's code, and who can use it. */
  record Shown(PayCode code, String provider) {}

  /**
   * What was chosen at the keypad is not sold: nothing was charged, and nothing falls.
   *
   * @param closing stamp of the timer that ends the screen
   */
  record NotSold(Moved.Unsold why, long closing) implements Stage {}

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
