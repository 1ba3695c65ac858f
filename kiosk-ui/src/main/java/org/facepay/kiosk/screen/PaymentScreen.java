package org.facepay.kiosk.screen;

import java.util.List;
import java.util.Optional;

/** The screens of the ways to pay that need more than a pay code or a face. */
public sealed interface PaymentScreen extends Screen {

  /**
   * The terminal shows a code and the shopper's phone scans it. The page counts the seconds down
   * and covers the code at 0 by itself.
   *
   * @param url what the QR code holds
   * @param wallet whose app scans it, e.g. 支付宝; may be empty when any will do
   * @param seconds until the code expires, from the moment the snapshot is first shown
   * @param expired whether it has; a new one can be asked for
   */
  record PayQr(Totals totals, String url, String wallet, int seconds, boolean expired)
      implements PaymentScreen {}

  /**
   * The shopper has turned away from a code, and nothing else can be paid before the wallet has
   * closed it or it has run out.
   *
   * @param seconds until then at most, from the moment the snapshot is first shown
   * @param canReturn whether the code can be shown again
   */
  record CodeClosing(String amount, int seconds, boolean canReturn) implements PaymentScreen {}

  /**
   * Staff have taken a payment that is in doubt; it is not for the shopper to pay again.
   *
   * @param reference what the slip says
   * @param seconds until the screen ends by itself, counted from when {@code clock} is new
   * @param clock another number for each time the seconds start anew
   */
  record HandedOver(String reference, String amount, Screen.Paper paper, int seconds, long clock)
      implements PaymentScreen {}

  /** The card terminal beside the screen leads the shopper. */
  record FollowReader(String amount, ReaderStep step) implements PaymentScreen {}

  /** In how many parts to pay; every plan, and all at once, has equal weight. */
  record Instalments(String amount, List<Plan> plans) implements PaymentScreen {}

  /**
   * Says what happens to the money before a door opens.
   *
   * @param amount that is held, or the most that can be charged
   */
  record HoldExplained(String amount, HoldKind kind) implements PaymentScreen {}

  /** What the card terminal waits for. */
  enum ReaderStep {
    /** The only step that can still be left. */
    INSERT_OR_TAP,
    ENTER_PIN,
    PROCESSING,
    REMOVE_CARD
  }

  /**
   * One way of paying in parts.
   *
   * @param id what an intent names, at most 64 characters
   * @param each the amount of one part
   * @param fee what it costs, in words, with the total it comes to; or that it costs nothing
   */
  record Plan(String id, int months, String each, String fee) {}

  /**
   * A sum that is paid in parts.
   *
   * @param wallet whose code can pay so
   * @param each the amount of one part
   * @param fee what it costs, in words, with the total it comes to
   */
  record Parts(String wallet, int months, String each, String fee) {}

  /** What a hold does to the shopper's money. */
  enum HoldKind {
    /** The amount is set aside until the bill is made. */
    FROZEN,
    /** Nothing is set aside; the bill is paid after the door is closed. */
    CREDIT
  }

  /** Money back, by the receipt. */
  sealed interface Refund extends PaymentScreen {}

  /** The shopper holds the receipt's QR code to the scanner. */
  record RefundScan(Optional<Notice> notice) implements Refund {}

  /**
   * Which lines go back; none is ticked before the shopper has.
   *
   * @param amount of the ticked lines, from the terminal
   * @param canRefund whether anything is ticked
   */
  record RefundLines(List<RefundLine> lines, String amount, boolean canRefund) implements Refund {}

  /**
   * A member of staff has to agree at the terminal.
   *
   * @param staff what became of the call for them
   */
  record RefundAttendant(String amount, Screen.StaffCall staff) implements Refund {}

  /**
   * The wallet has been asked to give the money back and has not said that it will.
   *
   * @param staff what became of the call for them
   */
  record Refunding(String amount, Screen.StaffCall staff) implements Refund {}

  /**
   * The refund is taken in for certain.
   *
   * @param when the money is back, in words, e.g. "马上到账"
   */
  record Refunded(String amount, String when, Settlement settlement, Paper paper)
      implements Refund {}

  /** Where the money of a refund is. */
  enum Settlement {
    /** With the shopper. */
    SETTLED,
    /** On its way. */
    PROCESSING,
    /** It does not reach the shopper; staff finish it. */
    IN_TROUBLE
  }

  /**
   * A line of the receipt.
   *
   * @param id what an intent names, at most 64 characters
   * @param price of the pieces that are ticked, or of all that are left
   * @param ticked how many pieces go back
   * @param left how many can
   * @param locked why it cannot go back, in words, e.g. "已经退过"; empty when it can
   */
  record RefundLine(
      String id,
      String picture,
      String name,
      String quantity,
      String price,
      int ticked,
      int left,
      Optional<String> locked) {}

  /**
   * The wallets that can pay here, by the names people know.
   *
   * @param read those whose codes the scanner takes
   * @param shown those whose codes the screen can show
   */
  record Wallets(String read, String shown) {}
}
