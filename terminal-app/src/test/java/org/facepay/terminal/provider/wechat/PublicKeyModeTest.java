package org.facepay.terminal.provider.wechat;

import static org.facepay.terminal.provider.wechat.FixedPlatform.API_KEY;
import static org.facepay.terminal.provider.wechat.FixedPlatform.APP;
import static org.facepay.terminal.provider.wechat.FixedPlatform.MCH;
import static org.facepay.terminal.provider.wechat.FixedPlatform.MERCHANT_SERIAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.wechat.pay.java.core.auth.WechatPay2Validator;
import com.wechat.pay.java.core.cipher.RSAVerifier;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.service.payments.model.Transaction;
import java.security.KeyPair;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.alarm.Alarm;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.lab.sandbox.WechatSandbox;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.provider.Keys;
import org.facepay.terminal.provider.wire.Route;
import org.facepay.terminal.sale.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Merchants without platform certificates: the platform's public key verifies its answers. The
 * official SDK, configured with the same key and id, is the judge.
 */
class PublicKeyModeTest {
  private static final String ID = "PUB_KEY_ID_0119000000012026010100000000";
  private static final KeyPair PUBLIC = Keys.MERCHANT;

  private final Alarms alarms = new Alarms(InstantSource.system());
  private WechatSandbox sandbox;
  private int orders;

  @BeforeEach
  void start() throws Exception {
    sandbox =
        new WechatSandbox(
            new WechatSandbox.Merchant(
                APP, MCH, MERCHANT_SERIAL, Keys.MERCHANT.getPublic(), ApiV3Key.of(API_KEY)),
            Keys.ALIPAY,
            Keys.FORGER,
            Duration.ofSeconds(1));
  }

  @AfterEach
  void stop() {
    assertEquals(List.of(), sandbox.violations());
    sandbox.close();
  }

  private WechatProvider ours(Optional<PlatformTrust.Key> key) {
    return new WechatProvider(
        new WechatSettings(
            new WechatSettings.Merchant(sandbox.base(), APP, MCH, MERCHANT_SERIAL, "T1", ""),
            Keys.READ,
            new PlatformTrust(ApiV3Key.of(API_KEY), key),
            new Route(Duration.ofSeconds(2), Duration.ofSeconds(10))),
        InstantSource.system(),
        alarms);
  }

  private static Optional<PlatformTrust.Key> key(KeyPair keys) {
    return Optional.of(new PlatformTrust.Key(ID, keys.getPublic()));
  }

  private Outcome pay(WechatProvider provider) {
    orders++;
    Order order = new Order("OUR_000" + orders, Money.of(1290, "CNY"), "店");
    return provider.authorise(order, new PayCode("13000000000000000" + orders));
  }

  @Test
  void theSdkWithThePublicKeyPaysAtOurSandbox() {
    sandbox.publicKey(ID, PUBLIC, true);
    HttpClient sdk = sdk(PUBLIC);
    Transaction paid = WechatSdkOracleTest.pay(sdk, "SDK_0001", "130000000000000001");
    assertEquals(Transaction.TradeStateEnum.SUCCESS, paid.getTradeState());
    sandbox.publicKey(ID, Keys.FORGER, true);
    assertThrows(
        ValidationException.class,
        () -> WechatSdkOracleTest.pay(sdk, "SDK_0002", "130000000000000002"));
  }

  private HttpClient sdk(KeyPair keys) {
    return WechatSdkOracleTest.sdk(
        sandbox.base(), new WechatPay2Validator(new RSAVerifier(keys.getPublic(), ID)));
  }

  @Test
  void ourClientDoesTheSameWithoutAnyCertificate() {
    sandbox.publicKey(ID, PUBLIC, true);
    try (WechatProvider ours = ours(key(PUBLIC))) {
      assertInstanceOf(Outcome.Approved.class, pay(ours));
      assertEquals(List.of(), alarms.standing());
      sandbox.publicKey(ID, Keys.FORGER, true);
      assertInstanceOf(Outcome.Unknown.class, pay(ours));
      assertEquals(Alarm.Kind.UNVERIFIED_ANSWER, alarms.standing().getFirst().kind());
    }
  }

  @Test
  void duringTheChangeBothSign() {
    try (WechatProvider before = ours(Optional.empty());
        WechatProvider ours = ours(key(PUBLIC))) {
      assertInstanceOf(Outcome.Approved.class, pay(ours), "signed by a certificate still");
      sandbox.publicKey(ID, PUBLIC, false);
      assertInstanceOf(Outcome.Approved.class, pay(ours), "signed by the key it asks for");
      assertInstanceOf(Outcome.Approved.class, pay(before), "who asks for none has a certificate");
      sandbox.publicKey(ID, PUBLIC, true);
      assertInstanceOf(Outcome.Approved.class, pay(ours));
    }
  }

  /** Charged, and nobody could tell: now the technician reads which key is missing. */
  @Test
  void withoutTheKeyNothingIsSentAndTheWordsSayWhatIsMissing() {
    sandbox.publicKey(ID, PUBLIC, true);
    try (WechatProvider without = ours(Optional.empty())) {
      Outcome.NotSent none = assertInstanceOf(Outcome.NotSent.class, pay(without));
      assertTrue(none.why().contains("HTTP 404 RESOURCE_NOT_EXISTS"), none.why());
      assertTrue(none.why().contains("wechat.platform-key"), none.why());
      assertEquals(Alarm.Kind.PROVIDER_REFUSES, alarms.standing().getFirst().kind());
    }
    assertEquals(List.of(), sandbox.trades());
  }

  @Test
  void aMerchantThatLosesItsCertificatesWhileSellingIsToldToo() {
    try (WechatProvider before = ours(Optional.empty())) {
      assertInstanceOf(Outcome.Approved.class, pay(before));
      sandbox.publicKey(ID, PUBLIC, true);
      Outcome.Unknown unknown = assertInstanceOf(Outcome.Unknown.class, pay(before));
      assertTrue(unknown.why().contains("wechat.platform-key"), unknown.why());
    }
  }
}
