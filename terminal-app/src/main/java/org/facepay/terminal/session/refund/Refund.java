package org.facepay.terminal.session.refund;

import java.time.Instant;
import java.util.Optional;
import org.facepay.kiosk.screen.PaymentScreen.Settlement;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.session.Return;

/** Money back, by the receipt, with a member of staff who agrees. */
public sealed interface Refund {

  /** Nothing has been asked of a wallet: it can be left, and ends by itself. */
  sealed interface Idling extends Refund permits Asking, Ticking, Waiting {
    /** Name of the member of staff whose badge was read; empty: nobody has agreed. */
    String attendant();
  }

  /** The receipt is to be shown. */
  record Asking(String attendant, Optional<Screen.Notice> notice) implements Idling {}

  /** Lines are ticked. */
  record Ticking(Return goods) implements Idling {
    @Override
    public String attendant() {
      return goods.attendant();
    }
  }

  /** A member of staff has to agree. */
  record Waiting(Return goods) implements Idling {
    @Override
    public String attendant() {
      return goods.attendant();
    }
  }

  /**
   * The provider has been asked and has not answered for certain; it is asked again, with the same
   * number, until it has.
   *
   * @param requestNo of the refund, never used for another
   * @param attempt stamp of the request or the wait under way
   * @param tries requests that brought no certainty
   * @param doubt when the last request was given up that may still be carried out
   */
  record Refunding(Return goods, String requestNo, long attempt, int tries, Optional<Instant> doubt)
      implements Refund {}

  /**
   * The refund is taken in, and that is recorded; one that is not settled is followed until it is.
   *
   * @param job stamp of the print job
   * @param closing stamp of the timer that ends the screen
   */
  record Refunded(
      Return goods,
      String requestNo,
      Settlement settlement,
      Screen.Paper paper,
      long job,
      long closing)
      implements Refund {}

  /** It is over. */
  record Left() implements Refund {}
}
