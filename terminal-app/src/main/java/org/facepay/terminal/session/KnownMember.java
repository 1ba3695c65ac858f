package org.facepay.terminal.session;

/**
 * A member as the camera recognised it. Stands in journals in this form; a session knows a {@link
 * Shopper}.
 *
 * @param id the member's number
 * @param name masked for the screen, empty when the member gave none
 * @param account whether there is money to pay from, minor units; negative for no account
 * @param signed whether the member has signed that purchases may be deducted from a wallet
 * @param paysByFace whether the member has agreed before to pay by face
 * @param phone whether the last four digits of a phone can be asked for
 * @param thin whether another member looks nearly as much like it
 * @param similarity cosine of the template, -1 to 1
 * @param liveness 0 a presentation attack, 1 bona fide (ISO/IEC 30107-3)
 */
public record KnownMember(
    String id,
    String name,
    long account,
    boolean signed,
    boolean paysByFace,
    boolean phone,
    boolean thin,
    double similarity,
    double liveness) {

  /** A member who has signed nothing. */
  public KnownMember(
      String id,
      String name,
      long account,
      boolean paysByFace,
      boolean phone,
      boolean thin,
      double similarity,
      double liveness) {
    this(id, name, account, false, paysByFace, phone, thin, similarity, liveness);
  }
}
