package org.facepay.kiosk.screen;

import java.util.Optional;

/**
 * The screens of a member who is known by a code or a phone number; no camera has a part in them.
 */
public sealed interface MemberScreen extends Screen {

  /**
   * How to be known without a face.
   *
   * @param scanner whether a member's code can be scanned
   * @param unknown whether what was scanned or typed last is of no member here
   */
  record MemberWays(boolean scanner, boolean unknown) implements MemberScreen {}

  /**
   * The member's own page, from which everything kept can be withdrawn on the spot.
   *
   * @param name masked; empty when the member gave none
   * @param joined whether the shopper has become a member this minute
   * @param balance stored money, if there is an account
   * @param saved by member prices in this basket
   * @param kept what can be deleted here
   * @param code what a scanner reads to know the member; empty until it is read
   * @param digits what is typed with the phone number instead; empty until they are read
   */
  record MemberCard(
      String name,
      boolean joined,
      Optional<String> balance,
      Optional<String> saved,
      Kept kept,
      String code,
      String digits)
      implements MemberScreen {}

  /** What is kept of a member that can be deleted on the spot. */
  enum Kept {
    /** A template of the face; the membership stays. */
    FACE,
    /** No face; the membership itself can be ended. */
    MEMBERSHIP,
    /** No face; money or an agreement of the member's is here, so that staff end the membership. */
    ACCOUNT,
    /** It is being deleted. */
    NOTHING
  }
}
