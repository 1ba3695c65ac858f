package org.facepay.terminal.world.claims;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.facepay.kiosk.screen.PaymentScreen.Settlement;
import org.facepay.sync.retry.Backoff;
import org.facepay.terminal.loop.SideThread;
import org.facepay.terminal.payment.PaymentFlows;
import org.facepay.terminal.payment.PaymentProviders;
import org.facepay.terminal.payment.RefundProvider.Refund;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.session.Return;
import org.facepay.terminal.session.Told;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a provider for a refund apart from any session until it is certain: always under the same
 * number, so that the money moves once, and never while somebody shops, who may be giving the same
 * back at this terminal. On its owner's thread.
 *
 * @param subject what a wallet shows its owner
 * @param occupied whether somebody shops
 */
record ApartRefunds(
    PaymentProviders providers,
    PaymentFlows flows,
    String subject,
    BooleanSupplier occupied,
    SideThread thread,
    InstantSource clock,
    Pace pace) {
  private static final Logger LOG = LoggerFactory.getLogger(ApartRefunds.class);

  /**
   * How long it waits.
   *
   * @param first from the moment nobody can tick it at the terminal any more to the first request:
   *     a receipt that was scanned just before has reached the session by then
   * @param retries until it is certain
   */
  record Pace(Duration first, Backoff retries) {
    static final Pace USUAL =
        new Pace(Duration.ofSeconds(2), new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(10)));
  }

  /** Told how it ended. */
  interface Ended {
    /** The provider has taken it in. */
    void taken(Told.MoneyReturned refund);

    /** It does not give that back. */
    void refused(Told.MoneyReturned refund, String code);
  }

  /**
   * Asks for it.
   *
   * @param again whether it may have been asked for before the program was started again
   */
  void begin(Told.MoneyReturned refund, boolean again, Ended ended) {
    Optional<Instant> doubt = again ? Optional.of(clock.instant()) : Optional.empty();
    thread.later(() -> ask(refund, 0, doubt, ended), pace.first());
  }

  private void ask(Told.MoneyReturned refund, int tries, Optional<Instant> doubt, Ended ended) {
    if (occupied.getAsBoolean()) {
      thread.later(() -> ask(refund, tries, doubt, ended), pace.first());
      return;
    }
    Return goods = refund.goods();
    Money amount = goods.sale().amount(goods.lines());
    Refund answer =
        providers
            .refunds(goods.sale().provider())
            .map(p -> p.refund(goods.sale().order(subject), amount, refund.requestNo()))
            .orElseGet(() -> new Refund.NotSent("no provider " + goods.sale().provider()));
    LOG.info("{} {}: {}", refund.requestNo(), amount.figures(), answer);
    switch (answer) {
      case Refund.Accepted _ -> ended.taken(with(refund, Settlement.SETTLED));
      case Refund.Processing _ -> ended.taken(with(refund, Settlement.PROCESSING));
      case Refund.Abnormal _ -> ended.taken(with(refund, Settlement.IN_TROUBLE));
      case Refund.Refused(String code) when !onItsWay(goods, doubt) -> ended.refused(refund, code);
      case Refund.Refused _, Refund.NotSent _ -> again(refund, tries, doubt, ended);
      case Refund.Unknown _ -> again(refund, tries, Optional.of(clock.instant()), ended);
    }
  }

  private void again(Told.MoneyReturned refund, int tries, Optional<Instant> doubt, Ended ended) {
    thread.later(() -> ask(refund, tries + 1, doubt, ended), pace.retries().after(tries));
  }

  private static Told.MoneyReturned with(Told.MoneyReturned refund, Settlement settlement) {
    return new Told.MoneyReturned(refund.goods(), refund.requestNo(), settlement);
  }

  /** A request that nobody waits for may still be carried out: a refusal proves nothing then. */
  private boolean onItsWay(Return goods, Optional<Instant> doubt) {
    Duration window = flows.of(goods.sale().provider()).times().inFlight();
    return doubt.filter(since -> clock.instant().isBefore(since.plus(window))).isPresent();
  }
}
