package org.facepay.terminal.session;

import java.util.Optional;
import org.facepay.terminal.sale.promotion.Eligibility;

/**
 * Who is at the terminal, as far as a session needs to know. A member is somebody whether or not a
 * camera has seen a face.
 *
 * @param member once known
 * @param recognition how the face was recognised, if that is how
 * @param eligibility whose prices are paid; they stay when a member's face is deleted meanwhile
 */
public record Shopper(
    Optional<Member> member, Optional<Recognition> recognition, Eligibility eligibility) {
  /** Nobody in particular. */
  public static final Shopper STRANGER =
      new Shopper(Optional.empty(), Optional.empty(), Eligibility.EVERYBODY);

  /**
   * A member.
   *
   * @param id the member's number
   * @param name masked for the screen, empty when the member gave none
   * @param account whether there is money to pay from, minor units; negative for no account
   * @param signed whether the member has signed that purchases may be deducted from a wallet
   * @param phone whether the last four digits of a phone can be asked for
   * @param face whether a template of the member's face is kept here
   */
  public record Member(
      String id, String name, long account, boolean signed, boolean phone, boolean face) {
    /** Whether there is anything to pay from. */
    public boolean hasAccount() {
      return account >= 0 || signed;
    }

    /** Whether the stored balance is enough; else the signed agreement pays, if there is one. */
    public boolean balancePays(long totalMinor) {
      return account >= totalMinor;
    }
  }

  /**
   * A member's face.
   *
   * @param pays whether the member has agreed before to pay by face
   * @param thin whether another member looks nearly as much like it
   * @param similarity cosine of the template, -1 to 1
   * @param liveness 0 a presentation attack, 1 bona fide (ISO/IEC 30107-3)
   */
  public record Recognition(boolean pays, boolean thin, double similarity, double liveness) {}

  /** Whether confirming is the first time that this member agrees to pay by face. */
  public boolean agreesNow() {
    return recognition.filter(face -> !face.pays()).isPresent();
  }

  /** A member whom the camera recognised, at members' prices. */
  static Shopper recognised(KnownMember known) {
    Member member =
        new Member(known.id(), known.name(), known.account(), known.signed(), known.phone(), true);
    Recognition recognition =
        new Recognition(known.paysByFace(), known.thin(), known.similarity(), known.liveness());
    return new Shopper(Optional.of(member), Optional.of(recognition), Eligibility.MEMBERS);
  }

  /** A member who showed a code, or typed a phone number and the code's digits. */
  static Shopper found(FoundMember found) {
    Member member =
        new Member(
            found.id(), found.name(), found.account(), found.signed(), found.phone(), found.face());
    return new Shopper(Optional.of(member), Optional.empty(), Eligibility.MEMBERS);
  }

  /** The member is known no more; whose prices are paid stays. */
  Shopper forgotten() {
    return new Shopper(Optional.empty(), Optional.empty(), eligibility);
  }
}
