package org.facepay.terminal.session.member;

import org.facepay.kiosk.screen.FaceScreen.ConsentPurpose;
import org.facepay.terminal.session.Session;

/**
 * How the shop meets its members.
 *
 * @param accounts what they can pay from
 * @param faces what a face may do
 * @param codes whether members are known by their codes and phone numbers, without a face
 */
public record Members(Accounts accounts, Faces faces, boolean codes) {
  /** A shop without members. */
  public static final Members NONE = new Members(Accounts.NONE, Faces.NONE, false);

  /** Whether somebody can be known as a member at all. */
  public boolean meets() {
    return faces.recognised() || codes;
  }

  /** Whether a member can be known without a face instead. */
  public boolean otherwise(ConsentPurpose purpose) {
    return codes && purpose == ConsentPurpose.RECOGNITION;
  }

  /** Whether the shop's own recognition can pay for this session. */
  public boolean payByFace(Session session) {
    return faces.recognised() && !accounts.balance().isEmpty() && !session.look().locked();
  }

  /**
   * What of it can really be used.
   *
   * @param knows whether the members and their key are there
   * @param recognises whether their templates are, too
   * @param signed whether the agreements can be read
   */
  public Members usable(boolean knows, boolean recognises, boolean signed) {
    return new Members(
        signed ? accounts : new Accounts(accounts.balance(), ""),
        recognises ? faces : Faces.walletOnly(faces.wallet()),
        codes && knows);
  }
}
