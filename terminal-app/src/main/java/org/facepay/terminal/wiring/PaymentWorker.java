package org.facepay.terminal.wiring;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.facepay.terminal.checkout.Event;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.payment.PaymentProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the payment provider on a thread of its own, one request after the other, and delivers every
 * answer.
 */
final class PaymentWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PaymentWorker.class);

  private final PaymentProvider provider;
  private final Inbox<Event> inbox;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(16),
          Thread.ofPlatform().name("payment").daemon().factory());

  PaymentWorker(PaymentProvider provider, Inbox<Event> inbox) {
    this.provider = provider;
    this.inbox = inbox;
  }

  void run(PaymentEffect effect) {
    switch (effect) {
      case PaymentEffect.Authorise(long attempt, var order, var code) ->
          submit(attempt, "authorise " + order.outTradeNo(), () -> provider.authorise(order, code));
      case PaymentEffect.Query(long attempt, var order) ->
          submit(attempt, "query " + order.outTradeNo(), () -> provider.query(order));
      case PaymentEffect.Cancel(long attempt, var order) ->
          submit(attempt, "cancel " + order.outTradeNo(), () -> provider.cancel(order));
      case PaymentEffect.Wait _ -> throw new IllegalArgumentException("waits are timers");
    }
  }

  /**
   * Asks about an order that was never made: says in the log whether the wallet can be reached, and
   * opens the connection.
   */
  void greet(Order nobodys) {
    thread.execute(() -> LOG.info("{} answers: {}", provider.name(), provider.query(nobodys)));
  }

  private void submit(long attempt, String what, java.util.function.Supplier<Outcome> request) {
    thread.execute(
        () -> {
          Outcome outcome = request.get();
          LOG.info("{} {}: {}", provider.name(), what, outcome);
          inbox.deliver(new Event.PaymentAnswered(attempt, outcome));
        });
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
