package org.facepay.terminal.payment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All providers of a terminal as one: every order goes to the one it names. */
public final class PaymentProviders implements PaymentProvider {
  private final Map<String, PaymentProvider> byName = new LinkedHashMap<>();

  /**
   * @throws IllegalArgumentException when two have one name
   */
  public PaymentProviders(List<? extends PaymentProvider> providers) {
    for (PaymentProvider provider : providers) {
      if (byName.put(provider.name(), provider) != null) {
        throw new IllegalArgumentException("two providers are called " + provider.name());
      }
    }
  }

  public Collection<String> names() {
    return byName.keySet();
  }

  /** The first provider that can use the credential. */
  public Optional<String> accepting(Credential credential) {
    return byName.values().stream()
        .filter(p -> p.accepts(credential))
        .map(PaymentProvider::name)
        .findFirst();
  }

  @Override
  public String name() {
    return String.join("+", byName.keySet());
  }

  @Override
  public boolean accepts(Credential credential) {
    return accepting(credential).isPresent();
  }

  @Override
  public Outcome authorise(Order order, Credential credential) {
    return of(order).authorise(order, credential);
  }

  @Override
  public Outcome query(Order order) {
    return of(order).query(order);
  }

  @Override
  public Outcome cancel(Order order) {
    return of(order).cancel(order);
  }

  @Override
  public void abort(Order order) {
    of(order).abort(order);
  }

  /** Who gives back what this provider took, if it can. */
  public Optional<RefundProvider> refunds(String provider) {
    return byName.get(provider) instanceof RefundProvider refunds
        ? Optional.of(refunds)
        : Optional.empty();
  }

  /**
   * A journal may name a provider that the configuration has lost: nobody can be asked, so nothing
   * is known.
   */
  private PaymentProvider of(Order order) {
    PaymentProvider provider = byName.get(order.provider());
    return provider == null ? new Lost(order.provider()) : provider;
  }

  private record Lost(String name) implements PaymentProvider {
    @Override
    public boolean accepts(Credential credential) {
      return false;
    }

    @Override
    public Outcome authorise(Order order, Credential credential) {
      return new Outcome.NotSent("no provider " + name + " is configured");
    }

    @Override
    public Outcome query(Order order) {
      return new Outcome.Unknown("no provider " + name + " is configured; configure it again");
    }

    @Override
    public Outcome cancel(Order order) {
      return query(order);
    }
  }
}
