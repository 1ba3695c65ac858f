package org.facepay.terminal.session;

import java.util.Objects;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;

/**
 * Facts a self-checkout session is made of. They are kept in the journal and replayed, so they
 * carry all they mean.
 */
public sealed interface Event {

  // The scanner.

  /**
   * An article was scanned; the price is the one of that moment.
   *
   * @param supplement two or five digits beside its code, such as a magazine's issue, or empty;
   *     journals of before have none
   */
  record ItemScanned(Product product, Quantity quantity, String supplement) implements Event {
    public ItemScanned {
      supplement = Objects.requireNonNullElse(supplement, "");
    }

    public ItemScanned(Product product, Quantity quantity) {
      this(product, quantity, "");
    }
  }

  /** A retail barcode that is not in the price book. */
  record UnknownItemScanned(String code) implements Event {}

  /** Goods that must not be sold were scanned. */
  record GoodsRefused(Product product, Refusal why) implements Event {}

  /** Why goods are not sold. */
  enum Refusal {
    /** Past its use-by or sell-by date. */
    EXPIRED,
    /** Called back by its maker. */
    RECALLED,
    /** Its weight or price is none, or cannot be right. */
    NOT_WEIGHED
  }

  /** A coupon or a voucher, which this terminal does not take. */
  record CouponScanned() implements Event {}

  /** The scanner sent something that is no barcode. */
  record UnreadableScanned() implements Event {}

  /**
   * A wallet's pay code was scanned.
   *
   * @param provider name of the configured provider that can use it, empty when none can
   */
  record PayCodePresented(PayCode code, String provider) implements Event {}

  /** The code of a receipt of this terminal. */
  record ReceiptScanned(PastSale sale) implements Event {}

  /** The code of a receipt, of no sale that is known here. */
  record ReceiptNotFound() implements Event {}

  /**
   * A badge of the staff.
   *
   * @param attendant name, empty when nobody has this badge
   */
  record BadgeScanned(String attendant) implements Event {}

  /**
   * The weight in the bags is right, or wrong.
   *
   * @param name of the article that is missing, or empty
   */
  record BagsChecked(BagFinding finding, String name) implements Event {}

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

  /** In so many parts; 0: all at once. */
  record PlanChosen(int months) implements Event {}

  /** The terminal is to show a code for the phone. */
  record ShownCodeChosen() implements Event {}

  /**
   * The shopper chose whose code is shown.
   *
   * @param wallet name of a provider
   */
  record WalletChosen(String wallet) implements Event {}

  record CardChosen() implements Event {}

  record StaffChosen() implements Event {}

  /** To the goods without a barcode. */
  record ProduceRequested() implements Event {}

  record LettersToggled() implements Event {}

  record LetterTyped(char letter) implements Event {}

  record SearchCleared() implements Event {}

  record GoodChosen(Product product) implements Event {}

  /** What lies on the scale is to be taken off, or no more. */
  record Tared(int grams) implements Event {}

  record PiecesCounted(int by) implements Event {}

  /**
   * What is on the scale goes into the basket.
   *
   * @param grams gross, fresh and stable when the button was touched; 0 when there was no such
   *     weight
   */
  record WeighedAdded(int grams) implements Event {}

  record FaceChosen() implements Event {}

  record WalletFaceChosen() implements Event {}

  /** To becoming known as a member, or to the member's own page. */
  record MemberRequested() implements Event {}

  /** Agreed to what the consent screen says. */
  record FaceAgreed() implements Event {}

  record NoticeToggled() implements Event {}

  record DigitTyped(Digits.Digit digit) implements Event {}

  record DigitDeleted() implements Event {}

  record DigitsCleared() implements Event {}

  /** Name and amount are right. */
  record PersonConfirmed() implements Event {}

  record PersonDenied() implements Event {}

  record WithdrawalRequested() implements Event {}

  record WithdrawalConfirmed() implements Event {}

  /** A line of a receipt is to go back, or to be kept. */
  record LineTicked(int line) implements Event {}

  record RefundRequested() implements Event {}

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

  /** The payment provider answered the refund with this stamp. */
  record RefundAnswered(long attempt, RefundProvider.Refund refund) implements Event {}

  /** The order is in other hands for good. */
  record HandedOver(long attempt) implements Event {}

  /** The look with this stamp came to something. */
  record FaceAnswered(long look, FaceResult result) implements Event {}

  /** The digits typed last were compared with the member's phone. */
  record DigitsChecked(long attempt, boolean right) implements Event {}

  /** The wallet's certified camera gave a one-time credential for the order it was asked about. */
  record CredentialGranted(long attempt, Credential credential) implements Event {}

  record CredentialRefused(long attempt) implements Event {}

  /** The member's templates are deleted, or could not be. */
  record FaceForgotten(long attempt, boolean done) implements Event {}

  /** A member was erased at the technician's console. */
  record MemberErased(String member) implements Event {}

  /** The print job with this stamp ended. */
  record PrintEnded(long job, boolean printed, String detail) implements Event {}

  /** The print job with this stamp went whole to a printer that cannot tell what became of it. */
  record PrintSent(long job, String detail) implements Event {}

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
    REFUND,
    DOUBT,
    CLOSING,
    VIEW_RESET,
    LOOK
  }

  /** Why nothing can be sold. */
  enum ClosedReason {
    OPENING_HOURS,
    STORAGE_FULL,
    STORAGE_DAMAGED,
    STAFF
  }
}
