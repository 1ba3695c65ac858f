package org.facepay.terminal.world.cashier;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.payment.PaymentProviders;
import org.facepay.terminal.payment.Reach;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.payment.hold.HoldEffect;
import org.facepay.terminal.payment.hold.HoldOutcome;
import org.facepay.terminal.payment.hold.HoldProviders;
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

  /** Between two looks for a provider that is out of reach. */
  private static final Duration LOOK = Duration.ofSeconds(20);

  private final PaymentProviders provider;
  private final HoldProviders holds;
  private final Inbox<Event> inbox;
  private final ThreadPoolExecutor thread;
  private final Map<String, Order> greeted = new ConcurrentHashMap<>();
  private final Set<String> lost = ConcurrentHashMap.newKeySet();
  private long lookedNanos = System.nanoTime();

  /**
   * @param bug told when a provider fails as none may: nobody would ever answer the shopper
   */
  public PaymentWorker(
      PaymentProviders provider,
      HoldProviders holds,
      Inbox<Event> inbox,
      Thread.UncaughtExceptionHandler bug) {
    this.provider = provider;
    this.holds = holds;
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

  /** Asks a provider that promises money. */
  public void run(HoldEffect request) {
    thread.execute(
        () -> {
          HoldOutcome outcome = holds.ask(request);
          LOG.info("{}: {}", request.getClass().getSimpleName(), outcome);
          inbox.deliver(new Answered.HoldAnswered(request.attempt(), outcome));
        });
  }

  /**
   * Asks about an order that was never made, now and again while its provider may be out of reach
   * ({@link #lookAround}): says in the log whether it can be reached, and opens the connection.
   */
  public void greet(Order nobodys) {
    greeted.put(nobodys.provider(), nobodys);
    thread.execute(() -> LOG.info("{} answers: {}", nobodys.provider(), asked(nobodys)));
  }

  /** Who could be reached when asked last; any thread. */
  public Reach reach() {
    return new Reach(greeted.keySet(), lost);
  }

  /**
   * Asks again whoever may be out of reach, beside the requests of shoppers; at most every {@link
   * #LOOK}. The state thread's.
   *
   * @param doubtful whether there is reason to doubt all of them
   */
  public void lookAround(boolean doubtful) {
    long now = System.nanoTime();
    if ((!doubtful && lost.isEmpty()) || now - lookedNanos < LOOK.toNanos()) {
      return;
    }
    lookedNanos = now;
    Thread.ofVirtual()
        .name("payment-reach")
        .start(() -> greeted.values().forEach(nobodys -> asked(nobodys)));
  }

  private Outcome asked(Order nobodys) {
    Outcome outcome = provider.query(nobodys);
    heard(nobodys.provider(), outcome);
    return outcome;
  }

  /** What was not sent met no network; any other answer came over one. */
  private void heard(String name, Outcome outcome) {
    boolean out = outcome instanceof Outcome.NotSent;
    if (out ? lost.add(name) : lost.remove(name)) {
      LOG.info("{} {}", name, out ? "cannot be reached" : "can be reached again");
      inbox.nudge();
    }
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
          if (greeted.containsKey(order.provider())) {
            heard(order.provider(), outcome);
          }
          inbox.deliver(new Answered.PaymentAnswered(attempt, outcome));
        });
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
