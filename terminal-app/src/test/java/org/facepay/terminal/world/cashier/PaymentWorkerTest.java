package org.facepay.terminal.world.cashier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.payment.PaymentProvider;
import org.facepay.terminal.payment.PaymentProviders;
import org.facepay.terminal.sale.Money;
import org.junit.jupiter.api.Test;

/** A bug in a provider is not a shopper who waits for ever. */
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

  @Test
  void aBugIsToldToWhoeverEndsTheProgram() throws Exception {
    CompletableFuture<String> told = new CompletableFuture<>();
    try (PaymentWorker worker =
        new PaymentWorker(
            new PaymentProviders(List.of(new Faulty())),
            new Inbox<>(4),
            (thread, e) -> told.complete(thread.getName() + ": " + e.getMessage()))) {
      Order order = new Order("K3_7F3K_1_1", Money.of(1_290, "CNY"), "店", "faulty");
      worker.run(new PaymentEffect.Query(1, order));
      assertEquals("payment: a bug", told.get(10, TimeUnit.SECONDS));
    }
  }
}
