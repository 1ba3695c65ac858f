package org.facepay.kiosk.screen;

import java.util.Optional;

/** The screens of a shopper whose face is looked at, and of the member who is found by it. */
public sealed interface FaceScreen extends Screen {

  /**
   * Asks before the camera is turned on, or before anything of a member is kept. The camera is off,
   * both answers have equal weight and nothing is ticked before.
   *
   * @param otherwise whether a member can be known without a face instead
   * @param version of the notice
   * @param full whether the full notice is open
   * @param amount to pay, when the face is to pay
   */
  record Consent(
      ConsentPurpose purpose,
      boolean otherwise,
      String version,
      boolean full,
      Optional<String> amount)
      implements FaceScreen {}

  /**
   * The camera is on and the shopper sees the picture, by {@code KioskServer.preview}.
   *
   * @param amount to pay, when the face is to pay
   */
  record Capture(ConsentPurpose purpose, Guidance guidance, Optional<String> amount)
      implements FaceScreen {}

  /**
   * Recognised: nothing is paid before the shopper has said that name and amount are right.
   *
   * @param name masked, e.g. 王**
   */
  record Confirm(String name, String amount, Optional<String> saved, Account account)
      implements FaceScreen {}

  /**
   * Digits of the shopper's phone, or of the member's code.
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
  record FaceEnded(ConsentPurpose purpose, FaceEnd end, Optional<String> amount)
      implements FaceScreen {}

  /** The wallet's own certified camera beside the screen leads the shopper. */
  record FollowCamera(String amount) implements FaceScreen {}

  /** What is agreed to; each by itself. */
  enum ConsentPurpose {
    /** To find out who of the members it is. */
    RECOGNITION,
    /** To pay from the member's account. */
    PAYMENT,
    /** To become a member whose face is known. */
    STORAGE,
    /** To become a member without a face. */
    MEMBERSHIP
  }

  /** Which digits are typed. */
  enum KeypadKind {
    /** The last four of the phone, to prove to be a member. */
    LAST_FOUR,
    /** The whole number, to become one whose face is known. */
    PHONE,
    /** The whole number, to become one without a face. */
    JOINING,
    /** The whole number, of somebody who is one. */
    NUMBER,
    /** The digits that stand below the member's code. */
    CODE
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
