package org.facepay.kiosk.screen;

import java.util.Optional;

/** The screens of a shopper whose face is looked at, and of the member who is found by it. */
public sealed interface FaceScreen extends Screen {

  /**
   * Asks before the camera is turned on, or before a template is kept. The camera is off, both
   * answers have equal weight and nothing is ticked before.
   *
   * @param version of the notice
   * @param full whether the full notice is open
   * @param amount to pay, when the face is to pay
   */
  record Consent(FacePurpose purpose, String version, boolean full, Optional<String> amount)
      implements FaceScreen {}

  /**
   * The camera is on and the shopper sees the picture, by {@code KioskServer.preview}.
   *
   * @param amount to pay, when the face is to pay
   */
  record Capture(FacePurpose purpose, Guidance guidance, Optional<String> amount)
      implements FaceScreen {}

  /**
   * Recognised: nothing is paid before the shopper has said that name and amount are right.
   *
   * @param name masked, e.g. 王**
   */
  record Confirm(String name, String amount, Optional<String> saved, Account account)
      implements FaceScreen {}

  /**
   * Digits of the shopper's phone.
   *
   * @param digits typed so far
   * @param length how many there will be
   * @param name masked, of the member who is to prove to be that member
   * @param amount to pay, when the face is to pay
   * @param wrong whether the digits before these were not right
   */
  record Keypad(
      KeypadKind kind,
      String digits,
      int length,
      Optional<String> name,
      Optional<String> amount,
      boolean wrong)
      implements FaceScreen {}

  /** No member was found: joining is offered, with two answers of equal weight. */
  record JoinOffer() implements FaceScreen {}

  /**
   * The face led to nothing; no money has moved.
   *
   * @param amount to pay, when the face was to pay
   */
  record FaceEnded(FacePurpose purpose, FaceEnd end, Optional<String> amount)
      implements FaceScreen {}

  /**
   * The member's own page, from which the face can be withdrawn on the spot.
   *
   * @param name masked
   * @param joined whether the shopper has become a member this minute
   * @param balance stored money, if there is an account
   * @param saved by member prices in this basket
   * @param face whether a template of the face is kept here
   */
  record MemberCard(
      String name, boolean joined, Optional<String> balance, Optional<String> saved, boolean face)
      implements FaceScreen {}

  /** The wallet's own certified camera beside the screen leads the shopper. */
  record FollowCamera(String amount) implements FaceScreen {}

  /** What a face is used for; each is agreed to by itself. */
  enum FacePurpose {
    /** To find out who of the members it is. */
    RECOGNITION,
    /** To pay from the member's account. */
    PAYMENT,
    /** To become a member whose face is known. */
    STORAGE
  }

  /** Which digits are typed. */
  enum KeypadKind {
    /** The last four of the phone, to prove to be a member. */
    LAST_FOUR,
    /** The whole number, to become one. */
    PHONE
  }

  /** Why a face led to nothing. */
  enum FaceEnd {
    NOT_RECOGNISED,
    NO_CAMERA,
    TOO_MANY_TRIES,
    /** The member has no account that a face can pay from. */
    NO_ACCOUNT,
    BALANCE_TOO_LOW,
    /** Another member has this phone number, or this face. */
    ALREADY_MEMBER
  }

  /**
   * What a face pays from.
   *
   * @param before the balance, if it is a balance
   * @param after what will be left of it
   */
  record Account(AccountKind kind, Optional<String> before, Optional<String> after) {}

  /** Kinds of account. */
  enum AccountKind {
    BALANCE,
    AGREEMENT
  }
}
