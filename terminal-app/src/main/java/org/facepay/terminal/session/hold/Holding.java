package org.facepay.terminal.session.hold;

import org.facepay.terminal.payment.hold.Hold;

/**
 * A promise of money inside a session, from the first request to the provider until it stands or
 * will not. It knows nothing of what it is for.
 *
 * @param givenUp whether nobody waits for it any more: it is let go apart from any session
 */
public record Holding(Hold hold, boolean givenUp) {

  /** How far it has come. */
  public enum End {
    /** The provider has not answered for certain. */
    OPEN,
    /** The money is promised. */
    HELD,
    /** It is not, and nothing is held. */
    REFUSED,
    /** The shopper left the shown code. */
    LEFT,
    /** Nobody knows; what may be held is let go without the shopper. */
    GIVEN_UP
  }

  public End end() {
    if (givenUp) {
      return End.GIVEN_UP;
    }
    if (hold.open()) {
      return hold.held() ? End.HELD : End.OPEN;
    }
    return hold.asking().codeLeft() ? End.LEFT : End.REFUSED;
  }
}
