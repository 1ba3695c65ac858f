package org.facepay.terminal.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.facepay.terminal.lab.sandbox.AlipaySandbox;
import org.facepay.terminal.lab.sandbox.Behaviour;
import org.facepay.terminal.lab.sandbox.Trade;
import org.facepay.terminal.payment.Payment.Doing;
import org.facepay.terminal.payment.Payment.End;
import org.facepay.terminal.provider.Asked;
import org.facepay.terminal.provider.Keys;
import org.facepay.terminal.provider.alipay.AlipayProvider;
import org.facepay.terminal.provider.alipay.AlipaySettings;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.step.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** Whole payments: the flow on a fake clock, the Alipay client on a real wire to the sandbox. */
class PaymentFlowTest {
  private static final Duration LATE = Duration.ofMillis(900);
  private static final String CODE = "281234567890123456";
  private static final PaymentFlow FLOW =
      new PaymentFlow(
          new PaymentFlow.Times(
              Duration.ofSeconds(5),
              Duration.ofSeconds(4),
              Duration.ofSeconds(60),
              Duration.ofSeconds(60),
              Duration.ofSeconds(2),
              Duration.ofSeconds(20)));

  private AlipaySandbox sandbox;
  private AlipayProvider provider;
  private Instant now = Instant.parse("2026-03-01T09:00:00Z");
  private long stamp;
  private int codes = 100;
  private boolean comesLate;
  private final List<Object> seen = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    sandbox = new AlipaySandbox("2021", Keys.MERCHANT.getPublic(), Keys.ALIPAY, Keys.FORGER, LATE);
    provider = new AlipayProvider(settings(), InstantSource.system());
  }

  private AlipaySettings settings() {
    return new AlipaySettings(
        sandbox.gateway(),
        "2021",
        Keys.MERCHANT.getPrivate(),
        Keys.ALIPAY.getPublic(),
        Duration.ofSeconds(2),
        Duration.ofMillis(600),
        "T1");
  }

  @AfterEach
  void stop() {
    provider.close();
    sandbox.close();
  }

  @ParameterizedTest
  @EnumSource(Behaviour.class)
  void everyBehaviourOfTheWalletComesToTheRightEnd(Behaviour behaviour) throws Exception {
    sandbox.script(behaviour);
    comesLate = behaviour == Behaviour.PAID_AFTER_CUT;
    End end = pay("W1_" + behaviour);
    List<Trade> trades = sandbox.trades();
    switch (behaviour) {
      case BALANCE_TOO_LOW -> assertEquals(new End.NotPaid(DeclineReason.BALANCE_TOO_LOW), end);
      case CODE_EXPIRED -> assertEquals(new End.NotPaid(DeclineReason.CODE_EXPIRED), end);
      case NEVER_CONFIRM -> {
        assertEquals(new End.NotPaid(DeclineReason.NOT_CONFIRMED_IN_TIME), end);
        assertEquals(Trade.Status.CLOSED, trades.getFirst().status());
      }
      case SYSTEM_ERROR, CUT, FORGED, OTHER_ORDER -> {
        assertEquals(new End.NotPaid(DeclineReason.NOT_COMPLETED), end, "it was sent");
        assertEquals(List.of(), trades);
      }
      default -> {
        assertEquals(1, trades.size());
        assertEquals(Trade.Status.PAID, trades.getFirst().status());
        assertEquals(new End.Paid(trades.getFirst().tradeNo()), end);
      }
    }
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void aNetworkThatIsDownFromTheStartTakesNoMoney() throws Exception {
    sandbox.online(false);
    assertEquals(new End.NotPaid(DeclineReason.NETWORK_DOWN), pay("W1_down"));
    sandbox.online(true);
    assertEquals(List.of(), sandbox.trades());
  }

  @Test
  void aRestartAsksAndNeverCharges() throws Exception {
    Order order = order("W1_restart");
    Step<Payment, PaymentEffect> begun = FLOW.begin(order, new PayCode(CODE), ++stamp, now);
    assertEquals(Outcome.Approved.class, provider.authorise(order, new PayCode(CODE)).getClass());
    now = now.plusSeconds(30); // the answer is lost with the process
    End end = drive(FLOW.restarted(begun.next(), ++stamp, now));
    assertTrue(end instanceof End.Paid, end::toString);
    assertEquals(1, sandbox.trades().size());
  }

  @Test
  void aRestartInTheMiddleOfACancellationNeverKeepsTheMoney() throws Exception {
    sandbox.script(Behaviour.NEVER_CONFIRM);
    Order order = order("W1_cancel");
    Payment payment = FLOW.begin(order, new PayCode(CODE), ++stamp, now).next();
    payment =
        FLOW.answered(payment, stamp, provider.authorise(order, new PayCode(CODE)), ++stamp, now)
            .next();
    now = now.plusSeconds(70);
    payment = FLOW.waited(payment, stamp, ++stamp).next();
    payment = FLOW.answered(payment, stamp, provider.query(order), ++stamp, now).next();
    assertEquals(Doing.CANCEL, payment.doing());
    End end = drive(FLOW.restarted(payment, ++stamp, now));
    assertEquals(new End.NotPaid(DeclineReason.NOT_CONFIRMED_IN_TIME), end);
    assertEquals(Trade.Status.CLOSED, sandbox.trades().getFirst().status());
  }

  @Test
  void noSecretIsEverPrintedOrLogged() throws Exception {
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    List<String> jdk = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord logRecord) {
            jdk.add(String.valueOf(logRecord.getMessage()));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    java.util.logging.Logger jdkRoot = java.util.logging.Logger.getLogger("");
    jdkRoot.addHandler(handler);
    root.addAppender(logged);
    root.setLevel(Level.DEBUG);
    try {
      for (Behaviour behaviour :
          List.of(Behaviour.APPROVE, Behaviour.FORGED, Behaviour.PAID_BUT_TRUNCATED)) {
        sandbox.script(behaviour);
        seen.add(pay("W1_secret_" + behaviour));
      }
    } finally {
      root.setLevel(before);
      root.detachAppender(logged);
      jdkRoot.removeHandler(handler);
    }
    seen.add(settings());
    StringBuilder all = new StringBuilder();
    seen.forEach(each -> all.append(each).append('\n'));
    logged.list.forEach(
        event -> all.append(event.getFormattedMessage()).append(event.getThrowableProxy()));
    jdk.forEach(all::append);
    assertTrue(all.toString().contains("[REDACTED]"));
    for (String secret :
        List.of(
            CODE.substring(0, 9),
            Keys.base64(Keys.MERCHANT.getPrivate()).substring(40, 80),
            "modulus",
            "sign=")) {
      assertTrue(!all.toString().contains(secret), () -> secret + " in\n" + all);
    }
  }

  private static Order order(String outTradeNo) {
    return new Order(outTradeNo, Money.of(9218, "CNY"), "示例便利店");
  }

  private End pay(String outTradeNo) throws Exception {
    String code = CODE.substring(0, 15) + codes++;
    return drive(FLOW.begin(order(outTradeNo), new PayCode(code), ++stamp, now));
  }

  /** Carries out what the flow asks for until it ends; waits pass on the fake clock only. */
  private End drive(Step<Payment, PaymentEffect> first) throws Exception {
    Step<Payment, PaymentEffect> step = first;
    for (int i = 0; i < 200 && step.next().open(); i++) {
      Payment p = step.next();
      PaymentEffect effect = step.effects().getFirst();
      seen.addAll(List.of(p, effect));
      if (effect instanceof PaymentEffect.Wait(long _, Duration delay)) {
        now = now.plus(delay);
        if (p.doing() == Doing.WAIT_FOR_LAST_QUERY && comesLate) {
          letLateRequestsArrive();
        }
      }
      Optional<Outcome> outcome = Asked.of(provider, effect);
      outcome.ifPresent(seen::add);
      step =
          outcome.isPresent()
              ? FLOW.answered(p, p.attempt(), outcome.get(), ++stamp, now)
              : FLOW.waited(p, p.attempt(), ++stamp);
    }
    return step.next().end().orElseThrow();
  }

  /** The fake clock jumps over the in-flight window; the sandbox's own lateness is real time. */
  private void letLateRequestsArrive() throws InterruptedException {
    long deadline = System.nanoTime() + LATE.toNanos() * 10;
    while (sandbox.trades().isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(5);
    }
  }
}
