package org.facepay.terminal.payment.hold;

import java.time.Duration;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.hold.HoldProvider.Part;
import org.facepay.terminal.payment.hold.HoldProvider.Rest;

/** What a hold asks of the world. */
public sealed interface HoldEffect {
  /** Stamp that the answer names. */
  long attempt();

  /** Ask for the promise; carried out at most once, never on replay. */
  record Place(long attempt, Order order, Credential credential) implements HoldEffect {}

  /** Ask what has become of the hold. */
  record Query(long attempt, Order order) implements HoldEffect {}

  /** Take a part of it. */
  record Capture(long attempt, Order order, Part part, Rest rest) implements HoldEffect {}

  /** Let go of what is still held. */
  record Release(long attempt, Order order, Part rest) implements HoldEffect {}

  /** Come back later. */
  record Wait(long attempt, Duration delay) implements HoldEffect {}
}
