package org.facepay.terminal.payment;

import java.time.Duration;

/** What a payment asks of the world. */
public sealed interface PaymentEffect {
  /** Ask for the money; carried out at most once, never on replay. */
  record Authorise(long attempt, Order order, Credential credential) implements PaymentEffect {}

  /** Ask what has become of the order. */
  record Query(long attempt, Order order) implements PaymentEffect {}

  /** Close the order. */
  record Cancel(long attempt, Order order) implements PaymentEffect {}

  /** Come back later. */
  record Wait(long attempt, Duration delay) implements PaymentEffect {}
}
