package org.facepay.terminal.lab.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.facepay.tags.Slow;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.PaymentFlow;
import org.facepay.terminal.payment.hold.Hold;
import org.facepay.terminal.payment.hold.Hold.End;
import org.facepay.terminal.payment.hold.HoldEffect;
import org.facepay.terminal.payment.hold.HoldFlow;
import org.facepay.terminal.payment.hold.HoldOutcome;
import org.facepay.terminal.payment.hold.HoldProvider;
import org.facepay.terminal.payment.hold.HoldProvider.Rest;
import org.facepay.terminal.provider.Keys;
import org.facepay.terminal.provider.alipay.AlipayHolds;
import org.facepay.terminal.provider.alipay.AlipaySettings;
import org.facepay.terminal.provider.wechat.ApiV3Key;
import org.facepay.terminal.provider.wechat.PayscoreHolds;
import org.facepay.terminal.provider.wechat.PayscoreUser;
import org.facepay.terminal.provider.wechat.WechatSettings;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.step.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole holds: the flow on a fake clock, the wallets' clients on a real wire to the sandboxes. */
class HoldSandboxTest {
  private static final Duration ANSWER = Duration.ofSeconds(3);
  private static final Duration LATE = Duration.ofMillis(2); // late, but still heard
  private static final int WALKS = Integer.getInteger("facepay.hold.walks", 60);
  private static final String API_KEY = "0123456789abcdef0123456789abcdef";
  private static final PaymentFlow.Times TIMES =
      new PaymentFlow.Times(
          Duration.ofSeconds(5),
          Duration.ofSeconds(4),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofSeconds(2),
          Duration.ofSeconds(20));

  private enum Wallet {
    ALIPAY,
    WECHAT
  }

  /** A wallet's sandbox with our client of it. */
  private static final class Bench implements AutoCloseable {
    final WalletSandbox sandbox;
    final HoldProvider holds;
    final Runnable closing;
    final boolean codes;
    int next = 100_000;

    Bench(Wallet wallet) throws IOException {
      codes = wallet == Wallet.ALIPAY;
      if (codes) {
        AlipaySandbox alipay =
            new AlipaySandbox("2021", Keys.SHORT.getPublic(), Keys.ALIPAY, Keys.FORGER, LATE);
        sandbox = alipay;
        AlipayHolds made =
            new AlipayHolds(alipaySettings(alipay.gateway()), InstantSource.system());
        holds = made;
        closing = made::close;
      } else {
        sandbox =
            new WechatSandbox(
                new WechatSandbox.Merchant(
                    "wx2021",
                    "1900000001",
                    "5157F09E",
                    Keys.SHORT.getPublic(),
                    ApiV3Key.of(API_KEY)),
                Keys.ALIPAY,
                Keys.FORGER,
                LATE);
        PayscoreHolds made =
            new PayscoreHolds(
                wechatSettings(sandbox.base()),
                new PayscoreHolds.Service("500001", "https://shop.example/payscore"),
                InstantSource.system());
        holds = made;
        closing = made::close;
      }
    }

    Credential credential() {
      return codes
          ? new PayCode("280000000000" + next++)
          : new PayscoreUser("oUpF8uMuAJO" + next++);
    }

    @Override
    public void close() {
      closing.run();
      sandbox.close();
    }
  }

  private static AlipaySettings alipaySettings(URI gateway) {
    return new AlipaySettings(
        gateway,
        "2021",
        Keys.SHORT.getPrivate(),
        Keys.ALIPAY.getPublic(),
        Duration.ofSeconds(2),
        ANSWER,
        "T1");
  }

  private static WechatSettings wechatSettings(URI base) {
    return new WechatSettings(
        base,
        "wx2021",
        "1900000001",
        "5157F09E",
        Keys.SHORT.getPrivate(),
        ApiV3Key.of(API_KEY),
        Duration.ofSeconds(2),
        ANSWER,
        "T1");
  }

  private Instant now = Instant.parse("2026-03-01T09:00:00Z");
  private long stamp;
  private boolean comesLate;

  private static Order order(String number) {
    return new Order(number, Money.of(5_000, "CNY"), "示例便利店");
  }

  /** Carries out what the flow asks for until the money is held or it ends. */
  private Hold place(Bench bench, HoldFlow flow, String number) {
    return drive(bench, flow, flow.begin(order(number), bench.credential(), ++stamp, now), true);
  }

  private Hold drive(Bench bench, HoldFlow flow, Step<Hold, HoldEffect> first, boolean untilHeld) {
    Step<Hold, HoldEffect> step = first;
    for (int i = 0; i < 300 && step.next().open(); i++) {
      Hold h = step.next();
      if (untilHeld && h.held()) {
        return h;
      }
      HoldEffect effect = step.effects().getFirst();
      step =
          effect instanceof HoldEffect.Wait(long attempt, Duration delay)
              ? flow.waited(h, attempt, ++stamp, pass(bench, delay))
              : flow.answered(h, h.attempt(), ask(bench.holds, effect), ++stamp, now);
    }
    assertTrue(!step.next().open(), () -> "it never ends");
    return step.next();
  }

  /** The fake clock jumps; a request that comes late comes in real time, and is waited for. */
  private Instant pass(Bench bench, Duration delay) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (comesLate && bench.sandbox.promises().isEmpty() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(2_000_000);
    }
    now = now.plus(delay);
    return now;
  }

  private static HoldOutcome ask(HoldProvider holds, HoldEffect effect) {
    return switch (effect) {
      case HoldEffect.Place(var _, var order, var credential) -> holds.hold(order, credential);
      case HoldEffect.Query(var _, var order) -> holds.query(order);
      case HoldEffect.Capture(var _, var order, var part, var rest) ->
          holds.capture(order, part, rest);
      case HoldEffect.Release(var _, var order, var part) -> holds.release(order, part);
      case HoldEffect.Wait _ -> throw new IllegalArgumentException("not a request");
    };
  }

  private static HoldFlow flow(Rest rest) {
    return new HoldFlow(TIMES, Duration.ofHours(2), rest);
  }

  @ParameterizedTest
  @EnumSource(Wallet.class)
  void aPartIsTakenAndTheRestLetGo(Wallet wallet) throws Exception {
    try (Bench bench = new Bench(wallet)) {
      for (Rest rest : Rest.values()) {
        HoldFlow flow = flow(rest);
        Hold held = place(bench, flow, "H1_part_" + rest);
        assertEquals(5_000, promise(bench).heldFen());
        Hold ended = drive(bench, flow, flow.claim(held, Money.of(1_290, "CNY"), ++stamp), false);
        End.Captured captured = (End.Captured) ended.end().orElseThrow();
        assertEquals(1_290, captured.minor());
        assertEquals(0, captured.uncoveredMinor());
        assertEquals(1_290, promise(bench).paidFen());
        assertEquals(0, promise(bench).heldFen());
      }
      assertEquals(List.of(), bench.sandbox.violations());
      assertEquals(2, bench.sandbox.trades().size());
    }
  }

  @ParameterizedTest
  @EnumSource(Wallet.class)
  void nothingTakenIsLetGoAndMoreThanHeldIsNeverAskedFor(Wallet wallet) throws Exception {
    try (Bench bench = new Bench(wallet)) {
      HoldFlow flow = flow(Rest.RELEASED);
      Hold held = place(bench, flow, "H1_none");
      assertEquals(
          new End.Released(),
          drive(bench, flow, flow.release(held, ++stamp), false).end().orElseThrow());
      assertEquals(Promise.Status.OVER, promise(bench).status());

      Hold more = place(bench, flow, "H1_more");
      Hold ended = drive(bench, flow, flow.claim(more, Money.of(6_100, "CNY"), ++stamp), false);
      End.Captured captured = (End.Captured) ended.end().orElseThrow();
      assertEquals(5_000, captured.minor());
      assertEquals(1_100, captured.uncoveredMinor());
      assertEquals(List.of(), bench.sandbox.violations());

      // The wallet, too, refuses to top a hold up.
      Order larger = new Order("H1_more", Money.of(9_000, "CNY"), "店");
      HoldOutcome refused = bench.holds.hold(larger, bench.credential());
      assertTrue(!(refused instanceof HoldOutcome.Held), refused::toString);
      assertEquals(5_000, promise(bench).amountFen());
    }
  }

  @ParameterizedTest
  @EnumSource(Wallet.class)
  void aHoldThatExpiredTakesNothingAndOneNobodyClaimsIsLetGo(Wallet wallet) throws Exception {
    try (Bench bench = new Bench(wallet)) {
      HoldFlow flow = flow(Rest.RELEASED);
      Hold held = place(bench, flow, "H1_late");
      bench.sandbox.expire("H1_late");
      Hold ended = drive(bench, flow, flow.claim(held, Money.of(1_290, "CNY"), ++stamp), false);
      assertEquals(1_290, ((End.NotCaptured) ended.end().orElseThrow()).minor());
      assertEquals(List.of(), bench.sandbox.trades());

      Hold forgotten = place(bench, flow, "H1_forgotten");
      now = now.plus(Duration.ofHours(2));
      Hold let =
          drive(bench, flow, flow.waited(forgotten, forgotten.attempt(), ++stamp, now), false);
      assertEquals(new End.Released(), let.end().orElseThrow());
      assertEquals(0, promise(bench).heldFen());
    }
  }

  @ParameterizedTest
  @EnumSource(Wallet.class)
  void aRestartAsksAndTheNumberMakesACaptureHappenOnce(Wallet wallet) throws Exception {
    try (Bench bench = new Bench(wallet)) {
      HoldFlow flow = flow(Rest.RELEASED);
      Hold held = place(bench, flow, "H1_restart");
      Step<Hold, HoldEffect> claim = flow.claim(held, Money.of(1_290, "CNY"), ++stamp);
      HoldOutcome first = ask(bench.holds, claim.effects().getFirst());
      assertEquals(first.getClass(), ask(bench.holds, claim.effects().getFirst()).getClass());
      Hold ended = drive(bench, flow, flow.restarted(claim.next(), ++stamp, now), false);
      assertEquals(1_290, ((End.Captured) ended.end().orElseThrow()).minor());
      assertEquals(1, bench.sandbox.trades().size());
      assertEquals(1_290, promise(bench).paidFen());
    }
  }

  @ParameterizedTest
  @EnumSource(Behaviour.class)
  void everyBehaviourOfAlipayComesToTheRightEnd(Behaviour behaviour) throws Exception {
    everyBehaviour(Wallet.ALIPAY, behaviour);
  }

  @ParameterizedTest
  @EnumSource(Behaviour.class)
  void everyBehaviourOfWechatComesToTheRightEnd(Behaviour behaviour) throws Exception {
    everyBehaviour(Wallet.WECHAT, behaviour);
  }

  private void everyBehaviour(Wallet wallet, Behaviour behaviour) throws Exception {
    try (Bench bench = new Bench(wallet)) {
      bench.sandbox.script(behaviour);
      comesLate = behaviour == Behaviour.PAID_AFTER_CUT;
      HoldFlow flow = flow(Rest.RELEASED);
      Hold hold = place(bench, flow, "H1_each");
      switch (behaviour) {
        case BALANCE_TOO_LOW, CODE_EXPIRED -> {
          assertTrue(hold.end().orElseThrow() instanceof End.NotHeld, hold::toString);
          assertEquals(List.of(), bench.sandbox.promises());
        }
        case NEVER_CONFIRM -> {
          assertEquals(
              new End.NotHeld(DeclineReason.NOT_CONFIRMED_IN_TIME), hold.end().orElseThrow());
          assertEquals(Promise.Status.OVER, promise(bench).status());
        }
        case SYSTEM_ERROR, CUT, FORGED, OTHER_ORDER ->
            assertEquals(new End.NotHeld(DeclineReason.NOT_COMPLETED), hold.end().orElseThrow());
        default -> {
          assertTrue(hold.held(), hold::toString);
          assertEquals(Promise.Status.HELD, promise(bench).status());
        }
      }
      assertEquals(List.of(), bench.sandbox.violations());
    }
  }

  /** Faults of the network at every request, restarts in between: the wallet's books decide. */
  @ParameterizedTest
  @EnumSource(Wallet.class)
  @Slow("asks again and again where the network fails")
  void inAnyWeatherTheBooksAgree(Wallet wallet) throws Exception {
    Random random = new Random(3);
    try (Bench bench = new Bench(wallet)) {
      bench.sandbox.weather(new Weather(new Random(4), 0.3));
      for (int i = 0; i < WALKS; i++) {
        String number = "H1_walk_" + i;
        Behaviour[] all = {
          Behaviour.APPROVE,
          Behaviour.CONFIRM_LATER,
          Behaviour.PAID_BUT_CUT,
          Behaviour.CUT,
          Behaviour.PAID_BUT_UNSIGNED,
          Behaviour.FORGED
        };
        bench.sandbox.script(all[random.nextInt(all.length)]);
        HoldFlow flow = flow(Rest.values()[random.nextInt(2)]);
        Hold hold = place(bench, flow, number);
        long owed = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(6_000);
        if (hold.held()) {
          Step<Hold, HoldEffect> claim = flow.claim(hold, Money.of(owed, "CNY"), ++stamp);
          if (random.nextInt(3) == 0) {
            ask(bench.holds, claim.effects().getFirst()); // the answer is lost with the process
            claim = flow.restarted(claim.next(), ++stamp, now);
          }
          hold = drive(bench, flow, claim, false);
        }
        check(bench, number, hold, owed);
      }
      assertEquals(List.of(), bench.sandbox.violations());
    }
  }

  private static void check(Bench bench, String number, Hold hold, long owed) {
    Promise promise =
        bench.sandbox.promises().stream()
            .filter(p -> p.outOrderNo().equals(number))
            .findAny()
            .orElse(null);
    switch (hold.end().orElseThrow()) {
      case End.Captured(var _, long minor, long uncovered, var _) -> {
        assertEquals(Math.min(owed, 5_000), minor, number);
        assertEquals(owed - minor, uncovered, number);
        assertEquals(minor, promise.paidFen(), number);
        assertEquals(0, promise.heldFen(), number);
      }
      case End.NotHeld _ ->
          assertTrue(promise == null || promise.status() == Promise.Status.OVER, number);
      case End.Released _ -> {
        assertEquals(0, owed, number);
        assertEquals(0, promise.paidFen(), number);
        assertEquals(0, promise.heldFen(), number);
      }
      case End.NotCaptured end -> throw new AssertionError(number + " " + end);
    }
  }

  private static Promise promise(Bench bench) {
    return bench.sandbox.promises().getLast();
  }

  @Test
  void whoAskedIsNeverPrinted() {
    assertEquals("[REDACTED]", new PayscoreUser("oUpF8uMuAJO").toString());
  }
}
