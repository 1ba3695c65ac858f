package org.facepay.terminal.world.cashier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.facepay.sync.retry.Backoff;
import org.facepay.terminal.alarm.Alarm;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PaymentProvider;
import org.facepay.terminal.payment.PaymentProviders;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.sale.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Refunds that were taken in: followed under their number until the money is there. */
class OpenRefundsTest {
  private static final Order ORDER =
      new Order("K3_7F3K_1_1", Money.of(1_290, "CNY"), "店", "wechat");
  private static final Money PART = Money.of(490, "CNY");
  private static final Backoff FAST = new Backoff(Duration.ofMillis(5), Duration.ofMillis(20));

  @TempDir Path folder;
  private final Slow wallet = new Slow();
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private volatile Instant now = Instant.parse("2026-11-29T08:00:00Z");
  private final Alarms alarms = new Alarms(InstantSource.system());

  /** A wallet that is asked and answers what the test hands it, one answer for each question. */
  private static final class Slow implements PaymentProvider, RefundProvider {
    private final SynchronousQueue<Refund> answers = new SynchronousQueue<>();
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

    @Override
    public String name() {
      return "wechat";
    }

    @Override
    public boolean accepts(Credential credential) {
      return false;
    }

    @Override
    public Outcome authorise(Order order, Credential credential) {
      throw new IllegalStateException("nothing is charged");
    }

    @Override
    public Outcome query(Order order) {
      throw new IllegalStateException("nobody asks for the order");
    }

    @Override
    public Outcome cancel(Order order) {
      throw new IllegalStateException("nothing is cancelled");
    }

    @Override
    public Refund refund(Order order, Money amount, String requestNo) {
      throw new IllegalStateException("money goes back once");
    }

    @Override
    public Refund queryRefund(Order order, Money amount, String requestNo) {
      assertEquals(ORDER, order);
      assertEquals(PART, amount);
      asked.add(requestNo);
      try {
        return answers.take();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Refund.Unknown("stopped");
      }
    }

    /** Answers one question; when this returns, the answer was taken. */
    void answer(Refund refund) throws InterruptedException {
      assertTrue(answers.offer(refund, 10, TimeUnit.SECONDS), "nobody asks");
    }
  }

  private OpenRefunds open(OpenRefunds.Settled settled) throws Exception {
    return new OpenRefunds(
        folder.resolve("refunds.db"),
        new PaymentProviders(List.of(wallet)),
        alarms,
        settled,
        FAST,
        () -> now);
  }

  private boolean tell(OpenRefunds.OpenRefund refund) {
    return told.add(refund.requestNo());
  }

  private List<Alarm.Kind> kinds() {
    return alarms.standing().stream().map(Alarm::kind).toList();
  }

  @Test
  void itIsAskedAboutOverARestartUntilTheMoneyIsThere() throws Exception {
    try (OpenRefunds refunds = open(this::tell)) {
      refunds.follow(ORDER, PART, "R1");
      refunds.follow(ORDER, PART, "R1");
      wallet.answer(new RefundProvider.Refund.Processing());
      wallet.answer(new RefundProvider.Refund.NotSent("no connection"));
      wallet.answer(new RefundProvider.Refund.Unknown("HTTP 502"));
    }
    assertTrue(told.isEmpty());
    try (OpenRefunds again = open(this::tell)) {
      again.follow(ORDER, PART, "R1"); // after a restart of the session
      wallet.answer(new RefundProvider.Refund.Processing());
      wallet.answer(new RefundProvider.Refund.Accepted());
      assertEquals("R1", told.poll(10, TimeUnit.SECONDS));
    }
    wallet.asked.clear();
    try (OpenRefunds last = open(this::tell)) {
      last.follow(ORDER, PART, "R2");
      assertEquals("R2", wallet.asked.poll(10, TimeUnit.SECONDS), "R1 is done with");
    }
  }

  @Test
  void oneInTroubleStandsAsAnAlarmUntilAPersonHasFinishedIt() throws Exception {
    try (OpenRefunds refunds = open(this::tell)) {
      refunds.follow(ORDER, PART, "R1");
      wallet.answer(new RefundProvider.Refund.Processing());
      wallet.answer(new RefundProvider.Refund.Abnormal("ABNORMAL"));
      wallet.answer(new RefundProvider.Refund.Refused("CLOSED"));
      assertEquals(List.of(Alarm.Kind.REFUND_IN_TROUBLE), kinds());
      assertEquals("R1", alarms.standing().getFirst().subject());
      assertTrue(alarms.standing().getFirst().detail().english().contains("4.90"));
      wallet.answer(new RefundProvider.Refund.Accepted());
      assertEquals("R1", told.poll(10, TimeUnit.SECONDS));
    }
    assertEquals(List.of(), kinds());
  }

  @Test
  void oneThatIsDaysOnItsWayIsAnAlarm() throws Exception {
    try (OpenRefunds refunds = open(this::tell)) {
      refunds.follow(ORDER, PART, "R1");
      wallet.answer(new RefundProvider.Refund.Processing());
      wallet.answer(new RefundProvider.Refund.Processing());
      assertEquals(List.of(), kinds());
      now = now.plus(Duration.ofDays(4));
      wallet.answer(new RefundProvider.Refund.Processing());
      wallet.answer(new RefundProvider.Refund.Processing());
      assertEquals(List.of(Alarm.Kind.REFUND_LATE), kinds());
    }
  }

  @Test
  void anEndThatCannotBeToldIsToldLater() throws Exception {
    try (OpenRefunds refunds =
        open(
            refund -> {
              told.add(refund.requestNo());
              return told.size() == 2;
            })) {
      refunds.follow(ORDER, PART, "R1");
      wallet.answer(new RefundProvider.Refund.Accepted());
      while (told.size() < 2) {
        LockSupport.parkNanos(2_000_000);
      }
    }
    assertEquals(List.of("R1", "R1"), List.copyOf(told));
  }
}
