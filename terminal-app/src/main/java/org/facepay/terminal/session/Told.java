package org.facepay.terminal.session;

import org.facepay.kiosk.screen.PaymentScreen.Settlement;
import org.facepay.kiosk.screen.Screen;

/** What the house told: about itself, or at the technician's console. */
public sealed interface Told extends Event {

  /** A member was erased at the technician's console. */
  record MemberErased(String member) implements Told {}

  /** Somebody's badge was taken back at the technician's console. */
  record BadgeRevoked(String attendant) implements Told {}

  /**
   * Money of an earlier sale goes back apart from any session: the provider has taken it in.
   *
   * @param requestNo of the refund; told once
   */
  record MoneyReturned(Return goods, String requestNo, Settlement settlement) implements Told {}

  /** The program was started again in the middle of a session. */
  record Restarted() implements Told {}

  /** Nothing can be sold from now on. */
  record SellingStopped(Screen.ClosedReason reason) implements Told {}

  record SellingResumed() implements Told {}
}
