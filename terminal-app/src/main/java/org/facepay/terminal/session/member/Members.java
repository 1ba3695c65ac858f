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
}
