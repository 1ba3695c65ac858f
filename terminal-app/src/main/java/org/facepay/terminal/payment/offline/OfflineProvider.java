package org.facepay.terminal.payment.offline;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.MemberAccount;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PaymentProvider;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.payment.offline.OfflineSale.State;
import org.facepay.terminal.sale.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider of members' accounts that sells within caps while it cannot be reached. Only a request
 * that certainly never left is accepted here; it is written down under its own order number and
 * forwarded later under the same, so that it moves money once. Wallets' codes and face tokens are
 * never accepted: nobody can vouch for them later. Thread-safe.
 */
public final class OfflineProvider implements PaymentProvider, RefundProvider {
  private static final Logger LOG = LoggerFactory.getLogger(OfflineProvider.class);

  /** How long the answer "paid" is kept for questions about it. */
  private static final Duration KEEP = Duration.ofDays(30);

  private final PaymentProvider provider;
  private final RefundProvider refunds;
  private final OfflineQueue queue;
  private final OfflineCaps caps;
  private final InstantSource clock;

  /** Decorates a provider that takes {@link MemberAccount}s and refunds. */
  public <P extends PaymentProvider & RefundProvider> OfflineProvider(
      P provider, OfflineQueue queue, OfflineCaps caps, InstantSource clock) {
    this.provider = provider;
    this.refunds = provider;
    this.queue = queue;
    this.caps = caps;
    this.clock = clock;
  }

  @Override
  public String name() {
    return provider.name();
  }

  @Override
  public boolean accepts(Credential credential) {
    return provider.accepts(credential);
  }

  @Override
  public synchronized Outcome authorise(Order order, Credential credential) {
    Outcome outcome = provider.authorise(order, credential);
    if (!(outcome instanceof Outcome.NotSent)
        || !(credential instanceof MemberAccount(String member))
        || !provider.accepts(credential)) {
      return outcome;
    }
    try {
      Instant now = clock.instant();
      Optional<String> refusal = refusal(order, now);
      if (refusal.isPresent()) {
        LOG.info("{} not accepted offline: {}", order.outTradeNo(), refusal.get());
        return outcome;
      }
      queue.put(new OfflineSale(order, member, now, State.WAITING, Optional.empty()));
      return accepted(order);
    } catch (IOException e) {
      LOG.error("{}", e.getMessage());
      return outcome; // nothing was written: nothing is sold
    }
  }

  /** Why a sale is not accepted, or nothing. */
  private Optional<String> refusal(Order order, Instant now) throws IOException {
    long minor = order.amount().minor();
    if (queue.find(order.outTradeNo()).isPresent()) {
      return Optional.of("this number is known already");
    }
    if (minor > caps.perSale()) {
      return Optional.of("above the cap of a sale");
    }
    List<OfflineSale> open = queue.open();
    if (open.size() >= caps.count()) {
      return Optional.of("enough sales wait");
    }
    long waiting = open.stream().mapToLong(s -> s.order().amount().minor()).sum();
    if (waiting + minor > caps.total()) {
      return Optional.of("above the cap of all sales that wait");
    }
    boolean old = !open.isEmpty() && open.getFirst().acceptedAt().plus(caps.age()).isBefore(now);
    return old ? Optional.of("the oldest has waited too long") : Optional.empty();
  }

  @Override
  public synchronized Outcome query(Order order) {
    return asked(
        order,
        sale ->
            switch (sale.state()) {
              // The goods went on the shop's own word, whatever the provider says later.
              case WAITING, SENT, PAID, DECLINED -> accepted(order);
              case CANCELLED -> new Outcome.Reversed();
            });
  }

  /** What waits is taken back; what was sent is cancelled at the provider. */
  @Override
  public synchronized Outcome cancel(Order order) {
    Optional<OfflineSale> sale;
    try {
      sale = queue.find(order.outTradeNo());
      if (sale.isEmpty()) {
        return provider.cancel(order);
      }
      if (sale.get().state() == State.CANCELLED || sale.get().state() == State.DECLINED) {
        return new Outcome.Reversed();
      }
      Outcome outcome =
          sale.get().state() == State.WAITING ? new Outcome.Reversed() : provider.cancel(order);
      if (outcome instanceof Outcome.Reversed) {
        queue.put(sale.get().with(State.CANCELLED));
      }
      return outcome;
    } catch (IOException e) {
      return unusable(e);
    }
  }

  @Override
  public synchronized Refund refund(Order order, Money amount, String requestNo) {
    try {
      Optional<OfflineSale> sale = queue.find(order.outTradeNo());
      if (sale.filter(OfflineSale::open).isPresent()) {
        return new Refund.Unknown("the sale has not been forwarded yet");
      }
      if (sale.filter(s -> s.state() == State.DECLINED).isPresent()) {
        return new Refund.Refused("not paid");
      }
      return refunds.refund(order, amount, requestNo);
    } catch (IOException e) {
      return new Refund.Unknown(unusable(e).why());
    }
  }

  /**
   * Forwards what waits, each once, until the provider cannot be reached; call it now and then.
   * What was sent before and got no answer is asked about, and sent again, under the same number,
   * only when the provider does not know it.
   *
   * @return the sales that came to nothing, to be told to the shop and then {@link
   *     OfflineQueue#reported}; with those of before
   */
  public List<OfflineSale> forward() throws IOException {
    for (OfflineSale sale : queue.open()) {
      if (!forward(sale.order().outTradeNo())) {
        break;
      }
    }
    queue.forgetEndedBefore(clock.instant().minus(KEEP));
    return queue.declined();
  }

  /** Forwards one; whether the provider could be reached. A shopper waits for one at most. */
  private synchronized boolean forward(String number) throws IOException {
    Optional<OfflineSale> open = queue.find(number).filter(OfflineSale::open);
    return open.isEmpty() || forward(open.get());
  }

  private boolean forward(OfflineSale sale) throws IOException {
    Outcome known = new Outcome.NotFound();
    if (sale.state() == State.SENT) {
      known = provider.query(sale.order());
      if (known instanceof Outcome.NotSent) {
        return false;
      }
    }
    if (known instanceof Outcome.NotFound) {
      queue.put(sale.with(State.SENT));
      known = provider.authorise(sale.order(), new MemberAccount(sale.member()));
    }
    switch (known) {
      case Outcome.Approved _ -> queue.put(sale.with(State.PAID));
      case Outcome.Declined(DeclineReason reason, String code) ->
          queue.put(sale.declined(new OfflineSale.Decline(reason, code, clock.instant())));
      case Outcome.Reversed _ ->
          queue.put(
              sale.declined(
                  new OfflineSale.Decline(DeclineReason.BANK_REFUSED, "closed", clock.instant())));
      case Outcome.NotSent _ -> {
        queue.put(sale); // as it was: it never left
        return false;
      }
      case Outcome.Pending _, Outcome.Unknown _, Outcome.NotFound _, Outcome.Shown _ ->
          queue.put(sale.with(State.SENT));
    }
    return true;
  }

  /** What is known of a sale that was accepted here. */
  private interface Reading {
    Outcome of(OfflineSale sale);
  }

  private Outcome asked(Order order, Reading reading) {
    try {
      return queue.find(order.outTradeNo()).map(reading::of).orElseGet(() -> provider.query(order));
    } catch (IOException e) {
      return unusable(e);
    }
  }

  private static Outcome accepted(Order order) {
    return new Outcome.Approved("offline-" + order.outTradeNo());
  }

  private static Outcome.Unknown unusable(IOException e) {
    LOG.error("{}", e.getMessage());
    return new Outcome.Unknown("the sales that wait cannot be read");
  }
}
