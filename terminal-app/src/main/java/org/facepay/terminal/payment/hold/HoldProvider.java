package org.facepay.terminal.payment.hold;

import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.sale.Money;

/**
 * A wallet that promises money before it is owed: a pre-authorisation, a pay score. An order's
 * amount is the most that can ever be taken, and one order is one hold; it cannot be topped up.
 * Calls block for at most the provider's own time limits and never throw for anything the network
 * or the other side does. All but {@code hold} may be repeated: an order is captured once and
 * released once, whatever is repeated.
 */
public interface HoldProvider {

  /** What is to become of the part of a hold that a capture does not take. */
  enum Rest {
    /** It is let go with the capture. */
    RELEASED,
    /** It stays held until it is released. */
    KEPT
  }

  /**
   * A part of a hold.
   *
   * @param reference the provider's number of the hold; empty while it is not known
   */
  record Part(String reference, Money amount) {}

  /** Short name for records, e.g. "alipay". */
  String name();

  /** Asks for the promise, once. */
  HoldOutcome hold(Order order, Credential credential);

  /** Asks what has become of the hold. */
  HoldOutcome query(Order order);

  /** Takes a part of what is held. */
  HoldOutcome capture(Order order, Part part, Rest rest);

  /** Lets go of everything that is still held; without a reference, also of a hold in doubt. */
  HoldOutcome release(Order order, Part rest);
}
