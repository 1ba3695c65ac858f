package org.facepay.terminal.session.member;

import java.util.Optional;
import org.facepay.kiosk.screen.FaceScreen.ConsentPurpose;
import org.facepay.kiosk.screen.FaceScreen.FaceEnd;
import org.facepay.kiosk.screen.MemberScreen.Kept;
import org.facepay.terminal.member.code.MemberCode;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.Shopper;

/** A face is asked for, or its owner's page is open. */
public sealed interface Meeting {
  /** Whether the shopper is on the way to paying; a wallet's code may be shown instead then. */
  boolean paying();

  /**
   * The shopper is asked before the camera is turned on, or before anything of a member is kept.
   *
   * @param full whether the full notice is open
   * @param asked whether the shopper has agreed, and is being taken in
   */
  record Consenting(ConsentPurpose purpose, boolean full, boolean asked) implements Meeting {
    @Override
    public boolean paying() {
      return purpose == ConsentPurpose.PAYMENT;
    }
  }

  /**
   * The camera is on and has the screen; when goods are scanned it goes on looking behind the
   * basket.
   */
  record Looking(ConsentPurpose purpose) implements Meeting {
    @Override
    public boolean paying() {
      return purpose == ConsentPurpose.PAYMENT;
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
   * How to be known without a face is asked.
   *
   * @param unknown whether the code scanned last is of no member here
   */
  record WithoutFace(boolean unknown) implements Meeting {
    @Override
    public boolean paying() {
      return false;
    }
  }

  /**
   * A member types the phone number, and then the digits of the member's code.
   *
   * @param phone once it is whole
   * @param typed so far, of the one or the other
   * @param tries times that the digits were wrong
   * @param asked whether somebody with that number and those digits is looked for
   */
  record Naming(Optional<Digits> phone, Digits typed, int tries, boolean asked) implements Meeting {
    static final Naming NOTHING = new Naming(Optional.empty(), Digits.NONE, 0, false);

    private static final int CODE = 6;

    /** How many digits there will be. */
    public int length() {
      return phone.isPresent() ? CODE : Keying.PHONE;
    }

    /** Whether they are all there, and can be gone on with. */
    boolean whole() {
      return !asked && typed.text().length() == length();
    }

    /** With these digits; more than there can be are none. */
    Naming typed(Digits now) {
      return asked || now.text().length() > length() ? this : new Naming(phone, now, tries, false);
    }

    @Override
    public boolean paying() {
      return false;
    }
  }

  /**
   * Digits of a phone are typed.
   *
   * @param purpose PAYMENT: the last four of a member's, else the whole number of somebody who
   *     joins
   * @param typed so far
   * @param tries times that the digits were wrong
   * @param checking stamp of the comparison under way, 0 for none
   */
  record Keying(ConsentPurpose purpose, Digits typed, int tries, long checking) implements Meeting {
    private static final int PHONE = 11;
    private static final int LAST = 4;

    static Keying of(ConsentPurpose purpose) {
      return new Keying(purpose, Digits.NONE, 0, 0);
    }

    @Override
    public boolean paying() {
      return purpose == ConsentPurpose.PAYMENT;
    }

    /** How many digits there will be. */
    public int length() {
      return purpose == ConsentPurpose.PAYMENT ? LAST : PHONE;
    }

    /** Whether a number is whole and can be gone on with. */
    boolean whole() {
      return purpose != ConsentPurpose.PAYMENT && typed.text().length() == length();
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
  record FaceRefused(ConsentPurpose purpose, FaceEnd end, boolean wallet) implements Meeting {
    /** Whether looking once more can help. */
    public boolean again() {
      return end == FaceEnd.NOT_RECOGNISED || end == FaceEnd.NO_CAMERA;
    }

    @Override
    public boolean paying() {
      return purpose == ConsentPurpose.PAYMENT;
    }
  }

  /**
   * The member's own page.
   *
   * @param joined whether the shopper has become a member just now
   * @param kept what can be deleted on it
   * @param forgetting stamp of the deletion under way, 0 for none
   * @param code the member's own, once it is read
   */
  record MemberPage(boolean joined, Kept kept, long forgetting, Optional<MemberCode> code)
      implements Meeting {
    static MemberPage of(boolean joined, Shopper.Member member) {
      boolean account = member.account() > 0 || member.signed();
      Kept kept = member.face() ? Kept.FACE : account ? Kept.ACCOUNT : Kept.MEMBERSHIP;
      return new MemberPage(joined, kept, 0, Optional.empty());
    }

    MemberPage forgetting(long stamp) {
      return new MemberPage(joined, kept, stamp, code);
    }

    MemberPage with(MemberCode read) {
      return new MemberPage(joined, kept, forgetting, Optional.of(read));
    }

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
