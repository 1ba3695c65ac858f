package org.facepay.terminal.session.member;

import org.facepay.terminal.session.Session;

/**
 * How the shop meets its members.
 *
 * @param accounts what they can pay from
 * @param faces what a face may do
 */
public record Members(Accounts accounts, Faces faces) {
  /** A shop without members. */
  public static final Members NONE = new Members(Accounts.NONE, Faces.NONE);

  /** Whether the shop's own recognition can pay for this session. */
  public boolean payByFace(Session session) {
    return faces.recognised() && !accounts.balance().isEmpty() && !session.look().locked();
  }

  /**
   * What of it can really be used.
   *
   * @param recognises whether the templates and their key are there
   * @param signed whether the agreements can be read
   */
  public Members usable(boolean recognises, boolean signed) {
    return new Members(
        signed ? accounts : new Accounts(accounts.balance(), ""),
        recognises ? faces : Faces.walletOnly(faces.wallet()));
  }
}
