package org.facepay.terminal.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.facepay.terminal.lab.sandbox.AlipaySandbox;
import org.facepay.terminal.lab.sandbox.Behaviour;
import org.facepay.terminal.lab.sandbox.Trade;
import org.facepay.terminal.lab.sandbox.WalletSandbox;
import org.facepay.terminal.lab.sandbox.WechatSandbox;
import org.facepay.terminal.payment.RefundProvider.Refund;
import org.facepay.terminal.payment.hold.HoldOutcome;
import org.facepay.terminal.provider.Keys;
import org.facepay.terminal.provider.alipay.AlipayHolds;
import org.facepay.terminal.provider.alipay.AlipayProvider;
import org.facepay.terminal.provider.alipay.AlipaySettings;
import org.facepay.terminal.provider.wechat.ApiV3Key;
import org.facepay.terminal.provider.wechat.PlatformTrust;
import org.facepay.terminal.provider.wechat.WechatProvider;
import org.facepay.terminal.provider.wechat.WechatSettings;
import org.facepay.terminal.provider.wire.PublicKeys;
import org.facepay.terminal.provider.wire.Route;
import org.facepay.terminal.sale.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Codes that the terminal shows, instalments and part refunds, at the wallets' sandboxes. */
class ShownCodeTest {
  private static final Route ROUTE = new Route(Duration.ofSeconds(2), Duration.ofSeconds(5));
  private static final ShownCode TWO_MINUTES = new ShownCode(Duration.ofMinutes(2));
  private static final String API_KEY = "0123456789abcdef0123456789abcdef";

  private enum Kind {
    ALIPAY,
    WECHAT
  }

  /** A wallet's sandbox and our client of it. */
  private static final class Bench implements AutoCloseable {
    final WalletSandbox sandbox;
    final PaymentProvider payments;
    final RefundProvider refunds;
    final Runnable closing;

    Bench(Kind kind) throws IOException {
      if (kind == Kind.ALIPAY) {
        AlipaySandbox alipay =
            new AlipaySandbox(
                "2021", Keys.MERCHANT.getPublic(), Keys.ALIPAY, Keys.FORGER, Duration.ofMillis(5));
        AlipayProvider made = new AlipayProvider(settings(alipay), InstantSource.system());
        sandbox = alipay;
        payments = made;
        refunds = made;
        closing = made::close;
      } else {
        sandbox =
            new WechatSandbox(
                new WechatSandbox.Merchant(
                    "wx2021",
                    "1900000001",
                    "5157",
                    Keys.MERCHANT.getPublic(),
                    ApiV3Key.of(API_KEY)),
                Keys.ALIPAY,
                Keys.FORGER,
                Duration.ofMillis(5));
        WechatProvider made = new WechatProvider(wechat(), InstantSource.system());
        payments = made;
        refunds = made;
        closing = made::close;
      }
    }

    private WechatSettings wechat() {
      return new WechatSettings(
          new WechatSettings.Merchant(
              sandbox.base(), "wx2021", "1900000001", "5157", "T1", "https://shop.example/wechat"),
          Keys.MERCHANT.getPrivate(),
          PlatformTrust.certificates(ApiV3Key.of(API_KEY)),
          ROUTE);
    }

    @Override
    public void close() {
      closing.run();
      sandbox.close();
    }
  }

  private static AlipaySettings settings(AlipaySandbox sandbox) {
    return new AlipaySettings(
        new AlipaySettings.Application(sandbox.gateway(), "2021", ROUTE, "T1", 100),
        Keys.MERCHANT.getPrivate(),
        PublicKeys.of(Keys.ALIPAY.getPublic()));
  }

  private static Order shown(String number) {
    return new Order(number, Money.of(1_290, "CNY"), "示例便利店", "", 0, true);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aShownCodeIsScannedAndPaid(Kind kind) throws Exception {
    try (Bench bench = new Bench(kind)) {
      Order order = shown("Q1_0001");
      assertTrue(bench.payments.accepts(TWO_MINUTES));
      Outcome code = bench.payments.authorise(order, TWO_MINUTES);
      assertTrue(code instanceof Outcome.Shown, code::toString);
      assertEquals(code, bench.payments.authorise(order, TWO_MINUTES));
      assertEquals(
          kind == Kind.ALIPAY ? new Outcome.NotFound() : new Outcome.Pending(),
          bench.payments.query(order));
      assertTrue(bench.sandbox.scan("Q1_0001", false));
      assertEquals(new Outcome.Pending(), bench.payments.query(order));
      assertTrue(bench.payments.cancel(order) instanceof Outcome.Reversed);
      assertEquals(new Outcome.Reversed(), bench.payments.query(order));

      Order paid = shown("Q1_0002");
      assertTrue(bench.payments.authorise(paid, TWO_MINUTES) instanceof Outcome.Shown);
      assertTrue(bench.sandbox.scan("Q1_0002", true));
      assertTrue(bench.payments.query(paid) instanceof Outcome.Approved);
      assertEquals(List.of(), bench.sandbox.violations());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatWasPaidByACodeThatIsClosedGoesBack(Kind kind) throws Exception {
    try (Bench bench = new Bench(kind)) {
      Order order = shown("Q1_0003");
      bench.payments.authorise(order, TWO_MINUTES);
      assertTrue(bench.sandbox.scan("Q1_0003", true));
      assertEquals(new Outcome.Reversed(), bench.payments.cancel(order));
      assertEquals(new Outcome.Reversed(), bench.payments.cancel(order), "again");
      assertEquals(new Outcome.Reversed(), bench.payments.query(order));
      assertEquals(Trade.Status.REFUNDED, bench.sandbox.trades().getFirst().status());
    }
  }

  @Test
  void wechatsClosedCodeCannotBeScannedAndNoneIsShownWithoutAnAddressForNotices() throws Exception {
    try (Bench bench = new Bench(Kind.WECHAT)) {
      Order order = shown("Q1_0004");
      bench.payments.authorise(order, TWO_MINUTES);
      assertEquals(new Outcome.Reversed(), bench.payments.cancel(order));
      assertFalse(bench.sandbox.scan("Q1_0004", true));
      assertEquals(new Outcome.Reversed(), bench.payments.query(order));
      assertEquals(new Outcome.NotFound(), bench.payments.cancel(shown("Q1_none")));
    }
    WechatSettings plain =
        new WechatSettings(
            URI.create("http://127.0.0.1:9/"),
            "wx2021",
            "1900000001",
            "5157",
            Keys.MERCHANT.getPrivate(),
            ApiV3Key.of(API_KEY),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            "T1");
    try (WechatProvider none = new WechatProvider(plain, InstantSource.system())) {
      assertFalse(none.accepts(TWO_MINUTES));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Behaviour.class,
      names = {"PAID_BUT_CUT", "PAID_BUT_UNSIGNED", "FORGED", "SYSTEM_ERROR", "PAID_BUT_TRUNCATED"})
  void aCodeThatCannotBeBelievedIsNotShown(Behaviour behaviour) throws Exception {
    for (Kind kind : Kind.values()) {
      try (Bench bench = new Bench(kind)) {
        bench.sandbox.script(behaviour);
        Outcome outcome = bench.payments.authorise(shown("Q1_0005"), TWO_MINUTES);
        assertTrue(outcome instanceof Outcome.Unknown, outcome::toString);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void partsGoBackOnceEachAndNeverMoreThanWasPaid(Kind kind) throws Exception {
    try (Bench bench = new Bench(kind)) {
      String code = kind == Kind.ALIPAY ? "280000000000000001" : "130000000000000001";
      Order order = new Order("R1_0001", Money.of(1_290, "CNY"), "店");
      assertTrue(bench.payments.authorise(order, new PayCode(code)) instanceof Outcome.Approved);
      Money part = Money.of(290, "CNY");
      assertEquals(new Refund.Accepted(), bench.refunds.refund(order, part, "R1_0001_1"));
      assertEquals(new Refund.Accepted(), bench.refunds.refund(order, part, "R1_0001_1"), "again");
      assertEquals(290, bench.sandbox.refunded("R1_0001"));
      assertTrue(bench.payments.query(order) instanceof Outcome.Approved, "partly refunded");
      Refund more = bench.refunds.refund(order, Money.of(1_001, "CNY"), "R1_0001_2");
      assertTrue(more instanceof Refund.Refused, more::toString);
      assertEquals(
          new Refund.Accepted(), bench.refunds.refund(order, Money.of(1_000, "CNY"), "R1_0001_3"));
      assertEquals(1_290, bench.sandbox.refunded("R1_0001"));
      Refund other = bench.refunds.refund(order, Money.of(1, "CNY"), "R1_0001_1");
      assertFalse(other instanceof Refund.Accepted, other::toString);
      Refund none = bench.refunds.refund(shown("R1_none"), part, "R1_none_1");
      assertTrue(none instanceof Refund.Refused, none::toString);
      assertEquals(List.of(), bench.sandbox.violations());
    }
  }

  @Test
  void instalmentsTravelWithTheOrder() throws Exception {
    try (Bench bench = new Bench(Kind.ALIPAY)) {
      for (int parts : new int[] {3, 6, 12}) {
        Order order = new Order("I1_" + parts, Money.of(120_000, "CNY"), "店", "", parts, false);
        Outcome paid =
            bench.payments.authorise(order, new PayCode("2800000000000001" + (10 + parts)));
        assertTrue(paid instanceof Outcome.Approved, paid::toString);
      }
      Order shown = new Order("I1_shown", Money.of(120_000, "CNY"), "店", "", 6, true);
      assertTrue(bench.payments.authorise(shown, TWO_MINUTES) instanceof Outcome.Shown);
      assertEquals(List.of(), bench.sandbox.violations());
      Order odd = new Order("I1_5", Money.of(120_000, "CNY"), "店", "", 5, true);
      assertFalse(bench.payments.authorise(odd, TWO_MINUTES) instanceof Outcome.Shown);
      assertEquals(1, bench.sandbox.violations().size(), "the sandbox looks at them");
    }
  }

  @Test
  void aHoldByAShownCode() throws Exception {
    try (AlipaySandbox sandbox =
            new AlipaySandbox(
                "2021", Keys.MERCHANT.getPublic(), Keys.ALIPAY, Keys.FORGER, Duration.ofMillis(5));
        AlipayHolds holds = new AlipayHolds(settings(sandbox), InstantSource.system())) {
      Order order = shown("H1_shown");
      HoldOutcome code = holds.hold(order, TWO_MINUTES);
      assertTrue(code instanceof HoldOutcome.Shown, code::toString);
      assertEquals(new HoldOutcome.NotFound(), holds.query(order));
      assertTrue(sandbox.scan("H1_shown", true));
      assertTrue(holds.query(order) instanceof HoldOutcome.Held);
      assertEquals(List.of(), sandbox.violations());
    }
  }
}
