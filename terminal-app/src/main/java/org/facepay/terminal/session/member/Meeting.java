package org.facepay.terminal.session.member;

import org.facepay.kiosk.screen.FaceScreen.FaceEnd;
import org.facepay.kiosk.screen.FaceScreen.FacePurpose;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.session.Digits;

/** A face is asked for, or its owner's page is open. */
public sealed interface Meeting {
  /** Whether the shopper is on the way to paying; a wallet's code may be shown instead then. */
  boolean paying();

  /**
   * The shopper is asked before the camera is turned on, or before a face is kept.
   *
   * @param full whether the full notice is open
   */
  record Consenting(FacePurpose purpose, boolean full) implements Meeting {
    @Override
    public boolean paying() {
      return purpose == FacePurpose.PAYMENT;
    }
  }

  /**
   * The camera is on and has the screen; when goods are scanned it goes on looking behind the
   * basket.
   */
  record Looking(FacePurpose purpose) implements Meeting {
    @Override
    public boolean paying() {
      return purpose == FacePurpose.PAYMENT;
    }
  }

  /** A stranger was looked at, who has not said yet whether to join. */
  record Inviting() implements Meeting {
    @Override
    public boolean paying() {
      return false;
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
  record Keying(FacePurpose purpose, Digits typed, int tries, long checking) implements Meeting {
    private static final int PHONE = 11;
    private static final int LAST = 4;

    static Keying of(FacePurpose purpose) {
      return new Keying(purpose, Digits.NONE, 0, 0);
    }

    @Override
    public boolean paying() {
      return purpose == FacePurpose.PAYMENT;
    }

    /** How many digits there will be. */
    public int length() {
      return purpose == FacePurpose.STORAGE ? PHONE : LAST;
    }
  }

  /** A member was recognised, live; nothing is charged before name and amount are confirmed. */
  record Confirming() implements Meeting {
    @Override
    public boolean paying() {
      return true;
    }
  }

  /**
   * The face led to nothing; nothing was charged.
   *
   * @param wallet whether it was the wallet's camera that looked
   */
  record FaceRefused(FacePurpose purpose, FaceEnd end, boolean wallet) implements Meeting {
    /** Whether looking once more can help. */
    public boolean again() {
      return end == FaceEnd.NOT_RECOGNISED || end == FaceEnd.NO_CAMERA;
    }

    @Override
    public boolean paying() {
      return purpose == FacePurpose.PAYMENT;
    }
  }

  /**
   * The member's own page.
   *
   * @param joined whether the shopper has become a member just now
   * @param kept whether a face is kept here
   * @param forgetting stamp of the deletion under way, 0 for none
   */
  record MemberPage(boolean joined, boolean kept, long forgetting) implements Meeting {
    @Override
    public boolean paying() {
      return false;
    }
  }

  /**
   * The wallet's certified camera leads the shopper.
   *
   * @param order what its credential will be good for
   * @param attempt stamp of the challenge
   */
  record Following(Order order, long attempt) implements Meeting {
    @Override
    public boolean paying() {
      return true;
    }
  }
}
