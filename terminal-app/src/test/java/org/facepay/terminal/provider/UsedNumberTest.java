package org.facepay.terminal.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.facepay.terminal.alarm.Alarm;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.lab.sandbox.AlipaySandbox;
import org.facepay.terminal.lab.sandbox.Trade;
import org.facepay.terminal.lab.sandbox.WalletSandbox;
import org.facepay.terminal.lab.sandbox.WechatSandbox;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.PaymentProvider;
import org.facepay.terminal.provider.alipay.AlipayProvider;
import org.facepay.terminal.provider.alipay.AlipaySettings;
import org.facepay.terminal.provider.wechat.ApiV3Key;
import org.facepay.terminal.provider.wechat.WechatProvider;
import org.facepay.terminal.provider.wechat.WechatSettings;
import org.facepay.terminal.sale.Money;
import org.junit.jupiter.api.Test;

/**
 * A number that somebody paid under before: with a disk that was put back to an earlier day shopper
 * B was shown success for A's money.
 */
class UsedNumberTest {
  private static final Order ORDER = new Order("K3_7F3K_2_1", Money.of(500, "CNY"), "店");
  private static final String KEY = "0123456789abcdef0123456789ABCDEF";

  private final Alarms alarms = new Alarms(InstantSource.system());

  private static AlipaySandbox alipay() throws Exception {
    return new AlipaySandbox(
        "2021", Keys.MERCHANT.getPublic(), Keys.ALIPAY, Keys.FORGER, Duration.ofSeconds(1));
  }

  private static AlipaySettings settings(AlipaySandbox sandbox, String app) {
    return new AlipaySettings(
        sandbox.gateway(),
        app,
        Keys.READ,
        Keys.ALIPAY.getPublic(),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        "T1");
  }

  private AlipayProvider alipay(AlipaySandbox sandbox) {
    return new AlipayProvider(settings(sandbox, "2021"), InstantSource.system(), alarms);
  }

  private static WechatSandbox wechat() throws Exception {
    return new WechatSandbox(
        new WechatSandbox.Merchant(
            "wx1", "1900000001", "5F", Keys.MERCHANT.getPublic(), ApiV3Key.of(KEY)),
        Keys.ALIPAY,
        Keys.FORGER,
        Duration.ofSeconds(1));
  }

  private WechatProvider wechat(WechatSandbox sandbox) {
    return new WechatProvider(
        new WechatSettings(
            sandbox.base(),
            "wx1",
            "1900000001",
            "5F",
            Keys.READ,
            ApiV3Key.of(KEY),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            "T1"),
        InstantSource.system(),
        alarms);
  }

  @Test
  void anAlipayPaymentOlderThanOurRequestIsNotOurs() throws Exception {
    try (AlipaySandbox sandbox = alipay();
        AlipayProvider before = alipay(sandbox);
        AlipayProvider now = alipay(sandbox)) {
      olderIsNotOurs(sandbox, before, now, "2800000000000000");
    }
  }

  @Test
  void aWechatPaymentOlderThanOurRequestIsNotOurs() throws Exception {
    try (WechatSandbox sandbox = wechat();
        WechatProvider before = wechat(sandbox);
        WechatProvider now = wechat(sandbox)) {
      olderIsNotOurs(sandbox, before, now, "1300000000000000");
    }
  }

  /**
   * @param before the program that sold to A
   * @param now the one that was started on the older disk and sells to B
   */
  private void olderIsNotOurs(
      WalletSandbox sandbox, PaymentProvider before, PaymentProvider now, String codes) {
    Outcome sold = before.authorise(ORDER, new PayCode(codes + "01"));
    assertInstanceOf(Outcome.Approved.class, sold);
    sandbox.age(ORDER.outTradeNo(), Duration.ofMinutes(1));
    Outcome asked = now.authorise(ORDER, new PayCode(codes + "02"));
    assertInstanceOf(Outcome.Unknown.class, asked);
    for (int i = 0; i < 3; i++) {
      assertInstanceOf(Outcome.Unknown.class, now.query(ORDER));
    }
    assertEquals(List.of(Alarm.Kind.NUMBER_USED), kinds());
    assertEquals(ORDER.outTradeNo(), alarms.standing().getFirst().detail().english());
    assertEquals(Trade.Status.PAID, sandbox.trades().getFirst().status(), "A's money stays");
  }

  @Test
  void aPaymentOfOursIsFoundHoweverWrongTheTerminalsClockIs() throws Exception {
    for (String at : List.of("1970-01-01T00:00:01Z", "2045-01-01T00:00:00Z")) {
      InstantSource wrong = InstantSource.fixed(java.time.Instant.parse(at));
      try (AlipaySandbox sandbox = alipay();
          AlipayProvider provider = new AlipayProvider(settings(sandbox, "2021"), wrong, alarms)) {
        Outcome paid = provider.authorise(ORDER, new PayCode("280000000000000001"));
        assertInstanceOf(Outcome.Approved.class, paid);
        assertEquals(paid, provider.query(ORDER));
      }
    }
    assertEquals(List.of(), kinds());
  }

  /** Who was started again asks for what was charged before: that is no request of another. */
  @Test
  void aPaymentFromBeforeARestartIsStillFound() throws Exception {
    try (AlipaySandbox sandbox = alipay();
        AlipayProvider before = alipay(sandbox);
        AlipayProvider again = alipay(sandbox)) {
      Outcome paid = before.authorise(ORDER, new PayCode("280000000000000001"));
      sandbox.age(ORDER.outTradeNo(), Duration.ofHours(1));
      assertEquals(paid, again.query(ORDER));
    }
  }

  /**
   * A payment that waited in the sandbox's own queue longer than it tells merchants that a request
   * can be on its way was once carried out, and the chaos run counted money lost.
   */
  @Test
  void theSandboxCarriesNothingOutLaterThanItSays() throws Exception {
    try (AlipaySandbox sandbox = alipay();
        WechatSandbox other = wechat()) {
      InstantSource before = () -> java.time.Instant.now().minusSeconds(4);
      sandbox.promise(Duration.ofSeconds(2));
      other.promise(Duration.ofSeconds(2));
      AlipaySettings settings = settings(sandbox, "2021");
      try (AlipayProvider sentLongAgo = new AlipayProvider(settings, before, alarms);
          AlipayProvider now = new AlipayProvider(settings, InstantSource.system(), alarms)) {
        assertInstanceOf(
            Outcome.Unknown.class, sentLongAgo.authorise(ORDER, new PayCode("280000000000000001")));
        assertEquals(List.of(), sandbox.trades());
        assertEquals(1, sandbox.stalls());
        assertTrue(
            sandbox.story(ORDER.outTradeNo()).getLast().contains("dropped"),
            sandbox.story(ORDER.outTradeNo()).toString());
        assertInstanceOf(
            Outcome.Approved.class, now.authorise(ORDER, new PayCode("280000000000000002")));
        assertEquals(1, sandbox.stalls());
      }
      try (WechatProvider now = wechat(other)) {
        assertInstanceOf(
            Outcome.Approved.class, now.authorise(ORDER, new PayCode("130000000000000001")));
        assertEquals(0, other.stalls());
      }
    }
  }

  /** Alipay does not sign a refusal of an application it does not know. */
  @Test
  void theTechnicianReadsWhatNobodySigned() throws Exception {
    try (AlipaySandbox sandbox = alipay();
        AlipayProvider wrong =
            new AlipayProvider(settings(sandbox, "2022"), InstantSource.system(), alarms);
        AlipayProvider right = alipay(sandbox)) {
      assertInstanceOf(Outcome.Unknown.class, wrong.query(ORDER), "not believed");
      assertEquals(List.of(Alarm.Kind.UNVERIFIED_ANSWER), kinds());
      String words = alarms.standing().getFirst().detail().english();
      assertTrue(words.contains("40002") && words.contains("isv.invalid-app-id"), words);
      assertInstanceOf(
          Outcome.NotSent.class,
          wrong.authorise(ORDER, new PayCode("280000000000000001")),
          "nobody would hear what became of it");
      assertEquals(new Outcome.NotFound(), right.query(ORDER));
      assertEquals(List.of(), kinds(), "an answer that is signed ends it");
    }
  }

  private List<Alarm.Kind> kinds() {
    return alarms.standing().stream().map(Alarm::kind).toList();
  }
}
