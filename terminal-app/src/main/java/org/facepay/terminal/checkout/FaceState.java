package org.facepay.terminal.checkout;

import org.facepay.terminal.payment.Order;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.FacePurpose;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.View;

/** A session in which a face is asked for, or its owner's page is open. */
public sealed interface FaceState extends State.Idling {
  /** Whether the shopper is on the way to paying; a wallet's code may be shown instead then. */
  boolean paying();

  /**
   * The shopper is asked before the camera is turned on, or before a face is kept.
   *
   * @param full whether the full notice is open
   */
  record Consenting(View view, Session session, FacePurpose purpose, boolean full)
      implements FaceState {
    @Override
    public boolean paying() {
      return purpose == FacePurpose.PAYMENT;
    }

    @Override
    public Consenting with(View changed) {
      return new Consenting(changed, session, purpose, full);
    }

    @Override
    public Consenting with(Session changed) {
      return new Consenting(view, changed, purpose, full);
    }
  }

  /**
   * The camera is on and has the screen; when goods are scanned it goes on looking behind the
   * basket.
   */
  record Looking(View view, Session session, FacePurpose purpose) implements FaceState {
    @Override
    public boolean paying() {
      return purpose == FacePurpose.PAYMENT;
    }

    @Override
    public Looking with(View changed) {
      return new Looking(changed, session, purpose);
    }

    @Override
    public Looking with(Session changed) {
      return new Looking(view, changed, purpose);
    }
  }

  /**
   * Digits of a phone are typed.
   *
   * @param purpose PAYMENT: the last four of a member's, STORAGE: the whole number of somebody who
   *     joins
   * @param typed so far
   * @param tries times that the digits were wrong
   * @param checking stamp of the comparison under way, 0 for none
   */
  record Keying(
      View view, Session session, FacePurpose purpose, Digits typed, int tries, long checking)
      implements FaceState {
    @Override
    public boolean paying() {
      return purpose == FacePurpose.PAYMENT;
    }

    @Override
    public Keying with(View changed) {
      return new Keying(changed, session, purpose, typed, tries, checking);
    }

    @Override
    public Keying with(Session changed) {
      return new Keying(view, changed, purpose, typed, tries, checking);
    }

    /** How many digits there will be. */
    public int length() {
      return purpose == FacePurpose.STORAGE ? PHONE : LAST;
    }

    private static final int PHONE = 11;
    private static final int LAST = 4;
  }

  /** A member was recognised, live; nothing is charged before name and amount are confirmed. */
  record Confirming(View view, Session session) implements FaceState {
    @Override
    public boolean paying() {
      return true;
    }

    @Override
    public Confirming with(View changed) {
      return new Confirming(changed, session);
    }

    @Override
    public Confirming with(Session changed) {
      return new Confirming(view, changed);
    }
  }

  /**
   * The face led to nothing; nothing was charged.
   *
   * @param wallet whether it was the wallet's camera that looked
   */
  record FaceRefused(View view, Session session, FacePurpose purpose, FaceEnd end, boolean wallet)
      implements FaceState {
    /** Whether looking once more can help. */
    public boolean again() {
      return end == FaceEnd.NOT_RECOGNISED || end == FaceEnd.NO_CAMERA;
    }

    @Override
    public boolean paying() {
      return purpose == FacePurpose.PAYMENT;
    }

    @Override
    public FaceRefused with(View changed) {
      return new FaceRefused(changed, session, purpose, end, wallet);
    }

    @Override
    public FaceRefused with(Session changed) {
      return new FaceRefused(view, changed, purpose, end, wallet);
    }
  }

  /**
   * The member's own page.
   *
   * @param joined whether the shopper has become a member just now
   * @param kept whether a face is kept here
   * @param forgetting stamp of the deletion under way, 0 for none
   */
  record MemberPage(View view, Session session, boolean joined, boolean kept, long forgetting)
      implements FaceState {
    @Override
    public boolean paying() {
      return false;
    }

    @Override
    public MemberPage with(View changed) {
      return new MemberPage(changed, session, joined, kept, forgetting);
    }

    @Override
    public MemberPage with(Session changed) {
      return new MemberPage(view, changed, joined, kept, forgetting);
    }
  }

  /**
   * The wallet's certified camera leads the shopper.
   *
   * @param order what its credential will be good for
   * @param attempt stamp of the challenge
   */
  record Following(View view, Session session, Order order, long attempt) implements FaceState {
    @Override
    public boolean paying() {
      return true;
    }

    @Override
    public Following with(View changed) {
      return new Following(changed, session, order, attempt);
    }

    @Override
    public Following with(Session changed) {
      return new Following(view, changed, order, attempt);
    }
  }
}
