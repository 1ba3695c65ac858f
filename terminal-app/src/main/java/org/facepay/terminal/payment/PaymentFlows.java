package org.facepay.terminal.payment;

import java.util.Map;
import java.util.Objects;

/** How a charge ends, by the name of its provider. */
public record PaymentFlows(Map<String, PaymentFlow> flows) {
  public PaymentFlows {
    flows = Map.copyOf(flows);
  }

  /** The flow of a provider, which has to be one of those configured. */
  public PaymentFlow of(String provider) {
    return Objects.requireNonNull(flows.get(provider), provider);
  }

  public PaymentFlow of(Order order) {
    return of(order.provider());
  }
}
