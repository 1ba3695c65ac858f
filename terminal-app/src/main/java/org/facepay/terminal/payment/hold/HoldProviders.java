package org.facepay.terminal.payment.hold;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.facepay.terminal.payment.Order;

/** All providers of holds of a terminal: every request goes to the one its order names. */
public final class HoldProviders {
  private final Map<String, HoldProvider> byName;

  public HoldProviders(List<? extends HoldProvider> providers) {
    byName = providers.stream().collect(Collectors.toMap(HoldProvider::name, p -> p));
  }

  /** Asks; blocks for at most the provider's own time limits. */
  public HoldOutcome ask(HoldEffect request) {
    return switch (request) {
      case HoldEffect.Place(long _, Order order, var credential) ->
          of(order, p -> p.hold(order, credential));
      case HoldEffect.Query(long _, Order order) -> of(order, p -> p.query(order));
      case HoldEffect.Capture(long _, Order order, var part, var rest) ->
          of(order, p -> p.capture(order, part, rest));
      case HoldEffect.Release(long _, Order order, var rest) ->
          of(order, p -> p.release(order, rest));
      case HoldEffect.Wait _ -> throw new IllegalArgumentException("waits are timers");
    };
  }

  /** A journal may name a provider that the configuration has lost: nothing is known then. */
  private HoldOutcome of(Order order, Function<HoldProvider, HoldOutcome> request) {
    HoldProvider provider = byName.get(order.provider());
    return provider == null
        ? new HoldOutcome.Unknown("no provider " + order.provider() + " is configured")
        : request.apply(provider);
  }
}
