package org.facepay.terminal.world.cashier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.payment.PaymentProvider;
import org.facepay.terminal.payment.PaymentProviders;
import org.facepay.terminal.payment.hold.HoldProviders;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.session.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A bug in a provider is not a shopper who waits for ever, and one out of reach is known to be so.
 */
class PaymentWorkerTest {

  private static final class Faulty implements PaymentProvider {
    @Override
    public String name() {
      return "faulty";
    }

    @Override
    public boolean accepts(Credential credential) {
      return true;
    }

    @Override
    public Outcome authorise(Order order, Credential credential) {
      throw new IllegalStateException("a bug");
    }

    @Override
    public Outcome query(Order order) {
      throw new IllegalStateException("a bug");
    }

    @Override
    public Outcome cancel(Order order) {
      throw new IllegalStateException("a bug");
    }
  }

  /** A provider that can be reached or not. */
  private static final class Remote implements PaymentProvider {
    private final AtomicReference<Outcome> answer = new AtomicReference<>(new Outcome.NotSent("-"));

    @Override
    public String name() {
      return "remote";
    }

    @Override
    public boolean accepts(Credential credential) {
      return true;
    }

    @Override
    public Outcome authorise(Order order, Credential credential) {
      return answer.get();
    }

    @Override
    public Outcome query(Order order) {
      return answer.get();
    }

    @Override
    public Outcome cancel(Order order) {
      return answer.get();
    }
  }

  @Test
  @Timeout(20)
  void whoCannotBeReachedIsKnownFromWhatWasHeardLast() throws Exception {
    Remote remote = new Remote();
    Inbox<Event> inbox = new Inbox<>(16);
    try (PaymentWorker worker =
        new PaymentWorker(
            new PaymentProviders(List.of(remote)),
            new HoldProviders(List.of()),
            inbox,
            (thread, e) -> {})) {
      Order order = new Order("K3_7F3K_0_0", Money.of(1, "CNY"), "店", "remote");
      assertTrue(worker.reach().reachesAnyBut("card"), "nobody was asked yet");
      worker.greet(order);
      while (worker.reach().reaches("remote")) {
        LockSupport.parkNanos(1_000_000);
      }
      assertFalse(worker.reach().reachesAnyBut("card"));
      for (Outcome heard :
          List.of(new Outcome.Unknown("HTTP 502"), new Outcome.NotFound(), new Outcome.Pending())) {
        remote.answer.set(new Outcome.NotSent("-"));
        worker.run(new PaymentEffect.Query(1, order));
        while (worker.reach().reaches("remote")) {
          LockSupport.parkNanos(1_000_000);
        }
        remote.answer.set(heard);
        worker.run(new PaymentEffect.Query(2, order));
        while (!worker.reach().reaches("remote")) {
          LockSupport.parkNanos(1_000_000);
        }
      }
    }
  }

  @Test
  void aBugIsToldToWhoeverEndsTheProgram() throws Exception {
    CompletableFuture<String> told = new CompletableFuture<>();
    try (PaymentWorker worker =
        new PaymentWorker(
            new PaymentProviders(List.of(new Faulty())),
            new HoldProviders(List.of()),
            new Inbox<>(4),
            (thread, e) -> told.complete(thread.getName() + ": " + e.getMessage()))) {
      Order order = new Order("K3_7F3K_1_1", Money.of(1_290, "CNY"), "店", "faulty");
      worker.run(new PaymentEffect.Query(1, order));
      assertEquals("payment: a bug", told.get(10, TimeUnit.SECONDS));
    }
  }
}
