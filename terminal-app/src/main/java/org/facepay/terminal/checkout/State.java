package org.facepay.terminal.checkout;

import java.util.Optional;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.View;

/** Where a self-checkout terminal stands. */
public sealed interface State
    permits State.Attract,
        State.Closed,
        State.Idling,
        State.Paying,
        State.HandingOver,
        State.Paid,
        RefundState {
  View view();

  /** The same state seen differently. */
  State with(View view);

  /** The shopper's session, if there is one that has to survive a restart. */
  default Optional<Session> openSession() {
    return Optional.empty();
  }

  /** Nobody is there. */
  record Attract(View view) implements State {
    @Override
    public State with(View changed) {
      return new Attract(changed);
    }
  }

  /** Nothing can be sold. */
  record Closed(View view, Event.ClosedReason reason) implements State {
    @Override
    public State with(View changed) {
      return new Closed(changed, reason);
    }
  }

  /** A session in which a basket may still be wiped when nobody touches anything. */
  sealed interface Idling extends State
      permits Shopping,
          Choosing,
          ChoosingWallet,
          Splitting,
          Presenting,
          Refused,
          ProduceState,
          FaceState,
          RefundState.Open {
    Session session();

    Idling with(Session session);

    @Override
    Idling with(View view);

    @Override
    default Optional<Session> openSession() {
      return Optional.of(session());
    }
  }

  /**
   * Goods are scanned.
   *
   * @param open number of the line being worked on, 0 for none
   * @param justScanned whether it is open because it was scanned
   * @param editing whether the shopper opened it by hand
   */
  record Shopping(
      View view, Session session, int open, boolean justScanned, boolean editing, Notice notice)
      implements Idling {
    @Override
    public Shopping with(View changed) {
      return new Shopping(changed, session, open, justScanned, editing, notice);
    }

    @Override
    public Shopping with(Session changed) {
      return new Shopping(view, changed, open, justScanned, editing, notice);
    }
  }

  /** The shopper chooses how to pay. */
  record Choosing(View view, Session session) implements Idling {
    @Override
    public Choosing with(View changed) {
      return new Choosing(changed, session);
    }

    @Override
    public Choosing with(Session changed) {
      return new Choosing(view, changed);
    }
  }

  /** Choosing whose code the terminal shows. */
  record ChoosingWallet(View view, Session session) implements Idling {
    @Override
    public ChoosingWallet with(View changed) {
      return new ChoosingWallet(changed, session);
    }

    @Override
    public ChoosingWallet with(Session changed) {
      return new ChoosingWallet(view, changed);
    }
  }

  /** The shopper chooses in how many parts to pay. */
  record Splitting(View view, Session session) implements Idling {
    @Override
    public Splitting with(View changed) {
      return new Splitting(changed, session);
    }

    @Override
    public Splitting with(Session changed) {
      return new Splitting(view, changed);
    }
  }

  /**
   * The terminal waits for a wallet's code.
   *
   * @param months in how many parts it is to pay, 0 for all at once
   */
  record Presenting(View view, Session session, Notice notice, int months) implements Idling {
    @Override
    public Presenting with(View changed) {
      return new Presenting(changed, session, notice, months);
    }

    @Override
    public Presenting with(Session changed) {
      return new Presenting(view, changed, notice, months);
    }
  }

  /** The last charge ended without money; the basket is as it was. */
  record Refused(View view, Session session, Payment payment) implements Idling {
    @Override
    public Refused with(View changed) {
      return new Refused(changed, session, payment);
    }

    @Override
    public Refused with(Session changed) {
      return new Refused(view, changed, payment);
    }
  }

  /**
   * A charge is open. Nothing is wiped and nothing else can be paid until it has ended.
   *
   * @param alarmed whether the shopper has been told that the outcome is unknown
   * @param referenceJob stamp of the slip being printed, 0 for none
   */
  record Paying(
      View view,
      Session session,
      Payment payment,
      boolean alarmed,
      long referenceJob,
      boolean referencePrinted)
      implements State {
    @Override
    public Paying with(View changed) {
      return new Paying(changed, session, payment, alarmed, referenceJob, referencePrinted);
    }

    Paying with(Payment changed) {
      return new Paying(view, session, changed, alarmed, referenceJob, referencePrinted);
    }

    Paying alarm(boolean on) {
      return new Paying(view, session, payment, on, referenceJob, referencePrinted);
    }

    Paying reference(long job, boolean printed) {
      return new Paying(view, session, payment, alarmed, job, printed);
    }

    @Override
    public Optional<Session> openSession() {
      return Optional.of(session);
    }
  }

  /**
   * Staff take an order from the terminal whose outcome nobody knows; what was under way for it is
   * not listened to any more.
   *
   * @param attempt stamp of the request to take it
   */
  record HandingOver(View view, Session session, Payment payment, String attendant, long attempt)
      implements State {
    @Override
    public HandingOver with(View changed) {
      return new HandingOver(changed, session, payment, attendant, attempt);
    }

    @Override
    public Optional<Session> openSession() {
      return Optional.of(session);
    }
  }

  /**
   * The sale is recorded.
   *
   * @param job stamp of the print job, 0 when none was asked for
   * @param closing stamp of the timer that ends the screen
   */
  record Paid(View view, Session session, Payment payment, Paper paper, long job, long closing)
      implements State {
    @Override
    public Paid with(View changed) {
      return new Paid(changed, session, payment, paper, job, closing);
    }

    @Override
    public Optional<Session> openSession() {
      return Optional.of(session);
    }
  }

  /** What has become of the paper receipt. */
  enum Paper {
    NONE,
    PRINTING,
    PRINTED,
    SENT,
    NOT_PRINTED
  }

  /** One sentence about what just happened. */
  record Notice(Kind kind, String detail) {
    static final Notice NONE = new Notice(Kind.NONE, "");

    /** What it is about. */
    public enum Kind {
      NONE,
      ITEM_NOT_FOUND,
      UNREADABLE,
      BASKET_FULL,
      PAY_CODE_TOO_EARLY,
      NOT_A_PAY_CODE,
      NOT_FOR_INSTALMENTS,
      MEMBER_RECOGNISED,
      FACE_NOT_RECOGNISED,
      NO_CAMERA,
      FACE_DELETED,
      EXPIRED_GOODS,
      RECALLED_GOODS,
      NOT_WEIGHED,
      COUPON,
      BAG_UNEXPECTED_ITEM,
      BAG_MISSING_ITEM,
      BAG_REMOVED,
      NOT_A_RECEIPT,
      RECEIPT_NOT_FOUND,
      NOTHING_TO_REFUND,
      REFUND_REFUSED,
      /** Nothing was asked of the provider, which cannot be reached. */
      REFUND_OFFLINE
    }
  }
}
