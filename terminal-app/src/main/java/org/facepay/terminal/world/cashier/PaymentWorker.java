package org.facepay.terminal.world.cashier;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.payment.PaymentProviders;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the payment provider on a thread of its own, one request after the other, and delivers every
 * answer.
 */
public final class PaymentWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PaymentWorker.class);

  private final PaymentProviders provider;
  private final Inbox<Event> inbox;
  private final ThreadPoolExecutor thread;

  /**
   * @param bug told when a provider fails as none may: nobody would ever answer the shopper
   */
  public PaymentWorker(
      PaymentProviders provider, Inbox<Event> inbox, Thread.UncaughtExceptionHandler bug) {
    this.provider = provider;
    this.inbox = inbox;
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(16),
            Thread.ofPlatform().name("payment").daemon().uncaughtExceptionHandler(bug).factory());
  }

  public void run(PaymentEffect effect) {
    switch (effect) {
      case PaymentEffect.Authorise(long attempt, var order, var credential) ->
          submit(attempt, "authorise", order, () -> provider.authorise(order, credential));
      case PaymentEffect.Query(long attempt, var order) ->
          submit(attempt, "query", order, () -> provider.query(order));
      case PaymentEffect.Cancel(long attempt, var order) ->
          submit(attempt, "cancel", order, () -> provider.cancel(order));
      case PaymentEffect.Wait _ -> throw new IllegalArgumentException("waits are timers");
    }
  }

  /**
   * Asks about an order that was never made: says in the log whether the wallet can be reached, and
   * opens the connection.
   */
  public void greet(Order nobodys) {
    thread.execute(() -> LOG.info("{} answers: {}", nobodys.provider(), provider.query(nobodys)));
  }

  public void refund(Effect.AskForRefund refund) {
    Order order = refund.order();
    thread.execute(
        () -> {
          RefundProvider.Refund answer =
              provider
                  .refunds(order.provider())
                  .map(p -> p.refund(order, refund.amount(), refund.requestNo()))
                  .orElseGet(() -> new RefundProvider.Refund.Refused("no refunds here"));
          LOG.info("{} refund {}: {}", order.provider(), refund.requestNo(), answer);
          inbox.deliver(new Answered.RefundAnswered(refund.attempt(), answer));
        });
  }

  /** Beside the request under way, which answers with what came of it. */
  public void abort(Order order) {
    Thread.ofVirtual().name("payment-abort").start(() -> provider.abort(order));
  }

  private void submit(long attempt, String what, Order order, Supplier<Outcome> request) {
    thread.execute(
        () -> {
          Outcome outcome = request.get();
          LOG.info("{} {} {}: {}", order.provider(), what, order.outTradeNo(), outcome);
          inbox.deliver(new Answered.PaymentAnswered(attempt, outcome));
        });
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
