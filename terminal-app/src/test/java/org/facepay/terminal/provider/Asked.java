package org.facepay.terminal.provider;

import java.util.Optional;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.payment.PaymentFlow;
import org.facepay.terminal.payment.PaymentProvider;

/** Carries out what a {@link PaymentFlow} asks for, at once and on this thread. */
public final class Asked {
  private Asked() {}

  /** The provider's answer; empty for a wait. */
  public static Optional<Outcome> of(PaymentProvider provider, PaymentEffect effect) {
    return switch (effect) {
      case PaymentEffect.Authorise(long _, var order, var credential) ->
          Optional.of(provider.authorise(order, credential));
      case PaymentEffect.Query(long _, var order) -> Optional.of(provider.query(order));
      case PaymentEffect.Cancel(long _, var order) -> Optional.of(provider.cancel(order));
      case PaymentEffect.Wait _ -> Optional.empty();
    };
  }
}
