package org.facepay.terminal.checkout;

import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;

/**
 * Facts a self-checkout session is made of. They are kept in the journal and replayed, so they
 * carry all they mean.
 */
public sealed interface Event {

  // The scanner.

  /** An article was scanned; the price is the one of that moment. */
  record ItemScanned(Product product, Quantity quantity) implements Event {}

  /** A retail barcode that is not in the price book. */
  record UnknownItemScanned(String code) implements Event {}

  /** The scanner sent something that is no barcode. */
  record UnreadableScanned() implements Event {}

  /**
   * A wallet's pay code was scanned.
   *
   * @param accepted whether a configured provider can use it
   */
  record PayCodePresented(PayCode code, boolean accepted) implements Event {}

  // The shopper's hand.

  record Started() implements Event {}

  record LineOpened(int line) implements Event {}

  record LineClosed() implements Event {}

  /** One piece more or less. */
  record CountChanged(int line, int by) implements Event {}

  record LineVoided(int line) implements Event {}

  /** A carrier bag was taken. */
  record BagAdded(Product bag) implements Event {}

  record CancelRequested() implements Event {}

  record CancelConfirmed() implements Event {}

  record PayRequested() implements Event {}

  record PayCodeChosen() implements Event {}

  record StaffChosen() implements Event {}

  record WentBack() implements Event {}

  record RetryRequested() implements Event {}

  record AnotherWayRequested() implements Event {}

  record ReceiptRequested() implements Event {}

  record ReceiptRefused() implements Event {}

  record ReferenceRequested() implements Event {}

  record StaffCalled() implements Event {}

  record Continued() implements Event {}

  record Finished() implements Event {}

  record LanguageSwitched() implements Event {}

  record TextSizeToggled() implements Event {}

  record ContrastToggled() implements Event {}

  // The world.

  /** A timer that was started with this stamp is due. */
  record TimerFired(Timer timer, long attempt) implements Event {}

  /** The payment provider answered the request with this stamp. */
  record PaymentAnswered(long attempt, Outcome outcome) implements Event {}

  /** The print job with this stamp ended. */
  record PrintEnded(long job, boolean printed, String detail) implements Event {}

  /** The call with this stamp reached a member of staff's device. */
  record CallDelivered(long call) implements Event {}

  /** The program was started again in the middle of a session. */
  record Restarted() implements Event {}

  /** Nothing can be sold from now on. */
  record SellingStopped(ClosedReason reason) implements Event {}

  record SellingResumed() implements Event {}

  /** What time can bring. One timer of a kind runs at most; starting it again replaces it. */
  enum Timer {
    IDLE,
    WIPE,
    PAYMENT,
    DOUBT,
    CLOSING,
    VIEW_RESET
  }

  /** Why nothing can be sold. */
  enum ClosedReason {
    OPENING_HOURS,
    STORAGE_FULL,
    STORAGE_DAMAGED,
    STAFF
  }
}
