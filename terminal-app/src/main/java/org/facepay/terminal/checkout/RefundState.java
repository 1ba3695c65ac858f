package org.facepay.terminal.checkout;

import java.time.Instant;
import java.util.Optional;
import org.facepay.terminal.session.Return;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.Settlement;
import org.facepay.terminal.session.View;

/** Money back, by the receipt, with a member of staff who agrees. */
public sealed interface RefundState extends State {

  /** Nothing has been asked of a wallet: it can be left, and ends by itself. */
  sealed interface Open extends RefundState, State.Idling permits Asking, Ticking, Waiting {}

  /** The receipt is to be shown. */
  record Asking(View view, Session session, String attendant, Notice notice) implements Open {
    @Override
    public Asking with(View changed) {
      return new Asking(changed, session, attendant, notice);
    }

    @Override
    public Asking with(Session changed) {
      return new Asking(view, changed, attendant, notice);
    }
  }

  /** Lines are ticked. */
  record Ticking(View view, Session session, Return goods) implements Open {
    @Override
    public Ticking with(View changed) {
      return new Ticking(changed, session, goods);
    }

    @Override
    public Ticking with(Session changed) {
      return new Ticking(view, changed, goods);
    }
  }

  /** A member of staff has to agree. */
  record Waiting(View view, Session session, Return goods) implements Open {
    @Override
    public Waiting with(View changed) {
      return new Waiting(changed, session, goods);
    }

    @Override
    public Waiting with(Session changed) {
      return new Waiting(view, changed, goods);
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
  record Refunding(
      View view,
      Session session,
      Return goods,
      String requestNo,
      long attempt,
      int tries,
      Optional<Instant> doubt)
      implements RefundState {
    @Override
    public Refunding with(View changed) {
      return new Refunding(changed, session, goods, requestNo, attempt, tries, doubt);
    }

    @Override
    public Optional<Session> openSession() {
      return Optional.of(session);
    }
  }

  /**
   * The refund is taken in, and that is recorded; one that is not settled is followed until it is.
   *
   * @param job stamp of the print job
   * @param closing stamp of the timer that ends the screen
   */
  record Refunded(
      View view,
      Session session,
      Return goods,
      String requestNo,
      Settlement settlement,
      Paper paper,
      long job,
      long closing)
      implements RefundState {
    @Override
    public Refunded with(View changed) {
      return new Refunded(changed, session, goods, requestNo, settlement, paper, job, closing);
    }

    @Override
    public Optional<Session> openSession() {
      return Optional.of(session);
    }
  }
}
