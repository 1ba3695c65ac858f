package org.facepay.terminal.provider.wechat;

import static org.facepay.terminal.provider.wechat.FixedPlatform.ORDER;
import static org.facepay.terminal.provider.wechat.FixedPlatform.SERIAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.RefundProvider.Refund;
import org.facepay.terminal.provider.Keys;
import org.facepay.terminal.provider.wire.Rsa;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that look like money and are not, networks that break, keys that are wrong. */
class WechatTrapsTest {
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final PayCode CODE = new PayCode("130000000000000000");
  private static final BigInteger OTHER_SERIAL = new BigInteger("5f00000000000001", 16);
  private static final String PAID =
      """
      {"appid":"wx2021","mchid":"1900000001","out_trade_no":"W1_0001","transaction_id":"T",\
      "trade_state":"SUCCESS","amount":{"total":1290,"currency":"CNY"}}""";

  private FixedPlatform platform;
  private WechatProvider provider;

  @BeforeEach
  void start() throws Exception {
    platform = new FixedPlatform();
    provider = FixedPlatform.provider(platform.uri(), ANSWER);
  }

  @AfterEach
  void stop() {
    provider.close();
    platform.close();
  }

  private Outcome authorise(int status, String body) {
    platform.says(status, body);
    return provider.authorise(ORDER, CODE);
  }

  private Outcome query(int status, String body) {
    platform.says(status, body);
    return provider.query(ORDER);
  }

  private Outcome cancel(int status, String body) {
    platform.says(status, body);
    return provider.cancel(ORDER);
  }

  private static void unknown(Outcome outcome) {
    assertTrue(outcome instanceof Outcome.Unknown, outcome::toString);
  }

  private static String error(String code) {
    return "{\"code\":\"" + code + "\",\"message\":\"x\"}";
  }

  @Test
  void onlyTheWholeSignedAnswerToThisOrderIsPaid() {
    assertEquals(new Outcome.Approved("T"), authorise(200, PAID));
    for (String body :
        List.of(
            PAID.replace("W1_0001", "W1_0002"),
            PAID.replace("\"out_trade_no\":\"W1_0001\",", ""),
            PAID.replace("1900000001", "1900000002"),
            PAID.replace("wx2021", "wx2022"),
            PAID.replace("1290", "1291"),
            PAID.replace("1290", "\"1290\""),
            PAID.replace("1290", "1290.0"),
            PAID.replace("1290", "12.90"),
            PAID.replace("1290", "-1290"),
            PAID.replace("1290", "18446744073709552906"),
            PAID.replace("CNY", "USD"),
            PAID.replace("{\"total\":1290,\"currency\":\"CNY\"}", "null"),
            PAID.replace("SUCCESS", "success"),
            PAID.replace("\"SUCCESS\"", "{\"a\":\"SUCCESS\"}"),
            PAID.replace("{\"appid\"", "{\"code\":\"X\",\"appid\""),
            PAID.replace("{\"appid\"", "{\"out_trade_no\":\"W1_0002\",\"appid\""),
            PAID + PAID,
            PAID + " x",
            "[" + PAID + "]",
            "\"" + PAID.replace("\"", "\\\"") + "\"",
            "null",
            "")) {
      unknown(authorise(200, body));
    }
    for (int status : List.of(201, 302, 400, 403, 404, 429, 500, 502, 503)) {
      unknown(authorise(status, PAID));
    }
  }

  @Test
  void onlyThePlatformsSignatureOfNowCounts() {
    Map<String, String> good =
        FixedPlatform.headers(PAID, Keys.ALIPAY, SERIAL, Instant.now(), "n1");
    platform.signs(_ -> good);
    assertEquals(new Outcome.Approved("T"), authorise(200, PAID));
    unknown(authorise(200, PAID)); // the very same answer again
    for (String left : good.keySet()) {
      Map<String, String> less = new HashMap<>(good);
      less.remove(left);
      platform.signs(_ -> less);
      unknown(authorise(200, PAID));
      Map<String, String> wrong = new HashMap<>(good);
      wrong.put(left, "1" + good.get(left));
      platform.signs(_ -> wrong);
      unknown(authorise(200, PAID));
      wrong.put(left, "");
      unknown(authorise(200, PAID));
    }
    platform.signs(FixedPlatform.by(Keys.FORGER, SERIAL));
    unknown(authorise(200, PAID));
    platform.signs(FixedPlatform.by(Keys.FORGER, OTHER_SERIAL));
    unknown(authorise(200, PAID));
    for (long seconds : List.of(-301L, 301L, -86_400L, Long.MAX_VALUE / 4_000_000_000L)) {
      Instant then = Instant.now().plusSeconds(seconds > 0 ? seconds + 5 : seconds - 5);
      platform.signs(text -> FixedPlatform.headers(text, Keys.ALIPAY, SERIAL, then, "n" + seconds));
      unknown(authorise(200, PAID));
    }
    Instant near = Instant.now().minusSeconds(200);
    platform.signs(text -> FixedPlatform.headers(text, Keys.ALIPAY, SERIAL, near, "n9"));
    assertEquals(new Outcome.Approved("T"), authorise(200, PAID));
    String signedOther = PAID.replace("1290", "1");
    platform.signs(
        _ -> FixedPlatform.headers(signedOther, Keys.ALIPAY, SERIAL, Instant.now(), "n10"));
    unknown(authorise(200, PAID)); // the body was changed on the way
  }

  @Test
  void aTerminalWhoseClockIsWrongBelievesNothing() throws Exception {
    try (WechatProvider late =
        FixedPlatform.provider(
            platform.uri(),
            ANSWER,
            () -> Instant.now().plus(Duration.ofHours(1)),
            ApiV3Key.of(FixedPlatform.API_KEY))) {
      platform.says(200, PAID);
      Outcome outcome = late.authorise(ORDER, CODE);
      assertTrue(outcome instanceof Outcome.NotSent, outcome::toString);
      assertEquals(0, platform.requests(), "nothing is sent whose answer could not be believed");
    }
  }

  @Test
  void certificatesAreExchangedWhileInUse() {
    assertEquals(new Outcome.Approved("T"), authorise(200, PAID));
    assertEquals(1, platform.fetches());
    platform.adds(
        FixedPlatform.certificate(
            Keys.FORGER, OTHER_SERIAL, Duration.ofDays(-1), Duration.ofDays(9)));
    platform.signs(FixedPlatform.by(Keys.FORGER, OTHER_SERIAL));
    Outcome outcome = new Outcome.Pending();
    for (int i = 0; i < 1_000 && !(outcome instanceof Outcome.Approved); i++) {
      outcome = authorise(200, PAID); // fetched again, but not for every answer
    }
    assertEquals(new Outcome.Approved("T"), outcome);
    assertEquals(2, platform.fetches());
    platform.signs(FixedPlatform.by(Keys.ALIPAY, SERIAL));
    assertEquals(new Outcome.Approved("T"), authorise(200, PAID), "both are in force");
    assertEquals(2, platform.fetches());
  }

  /** Certificates that only have to be looked at again are in force: nobody waits for the new. */
  @Test
  void noPaymentWaitsForCertificatesWhileThoseInHandAreInForce() throws Exception {
    AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
    CompletableFuture<Void> released = new CompletableFuture<>();
    platform.signs(
        text ->
            FixedPlatform.headers(
                text,
                Keys.ALIPAY,
                SERIAL,
                Instant.now().plus(later.get()),
                UUID.randomUUID().toString()));
    try (WechatProvider open =
        FixedPlatform.provider(
            platform.uri(),
            Duration.ofSeconds(60),
            () -> Instant.now().plus(later.get()),
            ApiV3Key.of(FixedPlatform.API_KEY))) {
      platform.says(200, PAID);
      assertEquals(new Outcome.Approved("T"), open.query(ORDER));
      later.set(Duration.ofHours(11));
      platform.holdsCertificatesUntil(released);
      for (int n = 0; n < 100_000 && platform.fetches() < 2; n++) {
        CompletableFuture<Outcome> answer = CompletableFuture.supplyAsync(() -> open.query(ORDER));
        assertEquals(new Outcome.Approved("T"), answer.get(20, TimeUnit.SECONDS));
      }
      assertEquals(2, platform.fetches(), "they are looked at all the same");
      assertEquals(new Outcome.Approved("T"), open.query(ORDER));
    } finally {
      released.complete(null);
    }
  }

  @Test
  void certificatesThatAreNotInForceAreNotTrusted() throws Exception {
    KeyPairGenerator ec = KeyPairGenerator.getInstance("RSA");
    ec.initialize(1024);
    for (var certificate :
        List.of(
            FixedPlatform.certificate(
                Keys.ALIPAY, SERIAL, Duration.ofDays(-9), Duration.ofDays(-1)),
            FixedPlatform.certificate(Keys.ALIPAY, SERIAL, Duration.ofDays(1), Duration.ofDays(9)),
            FixedPlatform.certificate(
                ec.generateKeyPair(), SERIAL, Duration.ofDays(-1), Duration.ofDays(1)))) {
      platform.has(certificate);
      Outcome outcome = authorise(200, PAID);
      assertTrue(outcome instanceof Outcome.NotSent, outcome::toString);
    }
    assertEquals(0, platform.requests());
  }

  @Test
  void anotherApiKeyOpensNoCertificate() throws Exception {
    try (WechatProvider other =
        FixedPlatform.provider(platform.uri(), ANSWER, Instant::now, ApiV3Key.of("x".repeat(32)))) {
      platform.says(200, PAID);
      assertTrue(other.authorise(ORDER, CODE) instanceof Outcome.NotSent);
      assertEquals(0, platform.requests());
    }
  }

  @Test
  void onlyNamedCodesThatTheOrdersOwnStateBearsOutAreRefusals() throws Exception {
    for (String code :
        List.of(
            "SYSTEM_ERROR",
            "SYSTEMERROR",
            "BANK_ERROR",
            "BANKERROR",
            "INVALID_REQUEST",
            "OUT_TRADE_NO_USED",
            "ORDERPAID",
            "FREQUENCY_LIMITED",
            "SOMETHING_NEW",
            "")) {
      unknown(authorise(403, error(code)));
    }
    unknown(authorise(500, error("NOT_ENOUGH")));
    unknown(authorise(200, error("NOT_ENOUGH")));
    unknown(authorise(403, error("NOT_ENOUGH"))); // not borne out: the query says the same
    for (String pending : List.of("USERPAYING", "USER_PAYING")) {
      assertEquals(new Outcome.Pending(), authorise(202, error(pending)));
      assertEquals(new Outcome.Pending(), authorise(400, error(pending)));
    }
    assertEquals(new Outcome.Pending(), authorise(200, PAID.replace("SUCCESS", "USERPAYING")));
    unknown(authorise(200, PAID.replace("SUCCESS", "USERPAYING").replace("W1_0001", "W1_0002")));
  }

  @Test
  void statesOfAnOrderAreReadByTheBook() {
    assertEquals(new Outcome.Approved("T"), query(200, PAID));
    for (String state : List.of("REVOKED", "CLOSED", "REFUND")) {
      assertEquals(new Outcome.Reversed(), query(200, PAID.replace("SUCCESS", state)));
    }
    for (String state : List.of("NOTPAY", "PAYERROR")) {
      assertEquals(new Outcome.NotFound(), query(200, PAID.replace("SUCCESS", state)));
    }
    assertEquals(new Outcome.Pending(), query(200, PAID.replace("SUCCESS", "USERPAYING")));
    unknown(query(200, PAID.replace("SUCCESS", "UNHEARD_OF")));
    unknown(query(200, PAID.replace("SUCCESS", "REVOKED").replace("W1_0001", "W1_0002")));
    assertEquals(new Outcome.NotFound(), query(404, error("ORDER_NOT_EXIST")));
    assertEquals(new Outcome.NotFound(), query(404, error("ORDERNOTEXIST")));
    unknown(query(404, error("PATH_NOT_FOUND")));
    unknown(query(200, error("ORDER_NOT_EXIST")));
    unknown(query(404, ""));
  }

  @Test
  void reversalsAndRefundsAreReadByTheBook() {
    String echo = "{\"appid\":\"wx2021\",\"mchid\":\"1900000001\",\"out_trade_no\":\"W1_0001\"%s}";
    assertEquals(new Outcome.Reversed(), cancel(200, echo.formatted("")));
    assertEquals(new Outcome.Reversed(), cancel(200, echo.formatted(",\"recall\":\"N\"")));
    assertEquals(new Outcome.Pending(), cancel(200, echo.formatted(",\"recall\":\"Y\"")));
    unknown(cancel(200, echo.formatted("").replace("W1_0001", "W1_0002")));
    unknown(cancel(200, "{}"));
    unknown(cancel(204, ""));
    assertEquals(new Outcome.Pending(), cancel(400, error("USERPAYING")));
    assertEquals(new Outcome.NotFound(), cancel(404, error("ORDER_NOT_EXIST")));
    assertTrue(cancel(403, error("TRADE_STATE_ERROR")) instanceof Outcome.Declined);
    unknown(cancel(429, error("FREQUENCY_LIMITED")));
    unknown(cancel(500, error("SYSTEM_ERROR")));

    String done =
        """
        {"out_trade_no":"W1_0001","out_refund_no":"R1","status":"%s",\
        "amount":{"refund":1290,"total":1290,"currency":"CNY"}}""";
    assertEquals(new Refund.Accepted(), refund(200, done.formatted("SUCCESS")));
    assertEquals(new Refund.Processing(), refund(200, done.formatted("PROCESSING")));
    assertEquals(new Refund.Abnormal("ABNORMAL"), refund(200, done.formatted("ABNORMAL")));
    assertEquals(new Refund.Refused("CLOSED"), refund(200, done.formatted("CLOSED")));
    for (String other :
        List.of(
            done.formatted("SUCCESS").replace("R1", "R2"),
            done.formatted("SUCCESS").replace("W1_0001", "W1_0002"),
            done.formatted("SUCCESS").replace("\"refund\":1290", "\"refund\":1"),
            done.formatted(""))) {
      assertTrue(refund(200, other) instanceof Refund.Unknown);
    }
    Refund refused = new Refund.Refused("NOT_ENOUGH");
    assertEquals(refused, refundThen(404, error("RESOURCE_NOT_EXISTS")));
    assertEquals(refused, refundThen(200, done.formatted("CLOSED")));
    assertEquals(new Refund.Accepted(), refundThen(200, done.formatted("SUCCESS")));
    // Who may not ask has not heard that there is no refund: one sent before may have arrived.
    for (String other : List.of("SIGN_ERROR", "NO_AUTH", "PARAM_ERROR", "NOT_ENOUGH")) {
      assertTrue(refundThen(403, error(other)) instanceof Refund.Unknown, other);
    }
    assertTrue(refundThen(404, error("PATH_NOT_FOUND")) instanceof Refund.Unknown);
    assertTrue(refund(500, error("SYSTEM_ERROR")) instanceof Refund.Unknown);
    assertTrue(refund(429, error("FREQUENCY_LIMITED")) instanceof Refund.Unknown);
  }

  private Refund refundThen(int status, String body) {
    platform.says(403, error("NOT_ENOUGH")).then(status, body);
    return provider.refund(ORDER, ORDER.amount(), "R1");
  }

  /** A reversal that was done, but whose answer names nobody: the order's own state tells. */
  @Test
  void aReversalThatNamesNoOrderIsConfirmedByAQuery() {
    for (int status : List.of(200, 204)) {
      String done = status == 204 ? "" : "{\"recall\":\"N\"}";
      assertEquals(
          new Outcome.Reversed(),
          reversedThen(status, done, 200, PAID.replace("SUCCESS", "REVOKED")));
      assertEquals(
          new Outcome.NotFound(), reversedThen(status, done, 404, error("ORDER_NOT_EXIST")));
      assertEquals(
          new Outcome.Pending(),
          reversedThen(status, done, 200, PAID.replace("SUCCESS", "USERPAYING")));
      unknown(reversedThen(status, done, 200, PAID));
      unknown(reversedThen(status, done, 500, error("SYSTEM_ERROR")));
    }
    unknown(
        reversedThen(
            200, "{\"out_trade_no\":\"W1_0002\"}", 200, PAID.replace("SUCCESS", "REVOKED")));
  }

  private Outcome reversedThen(int status, String answer, int queryStatus, String query) {
    platform.says(status, answer).then(queryStatus, query);
    return provider.cancel(ORDER);
  }

  private Refund refund(int status, String body) {
    platform.says(status, body);
    return provider.refund(ORDER, ORDER.amount(), "R1");
  }

  @Test
  void httpThatIsNotThePlatformsIsUnknown() throws Exception {
    platform.signs(_ -> Map.of());
    unknown(authorise(200, "<html>Welcome to Mall WiFi</html>"));
    unknown(authorise(502, "<html>502</html>"));
    unknown(authorise(403, error("NOT_ENOUGH")));
    platform.signs(FixedPlatform.by(Keys.ALIPAY, SERIAL));
    unknown(authorise(200, " ".repeat(300 * 1024) + PAID));
    for (int cut = 1; cut < PAID.length(); cut += 7) {
      unknown(authorise(200, PAID.substring(0, cut)));
    }
    try (FixedPlatform elsewhere = new FixedPlatform()) {
      elsewhere.says(200, PAID);
      platform.redirects(elsewhere.uri().toString());
      unknown(provider.authorise(ORDER, CODE));
      assertEquals(0, elsewhere.requests(), "a code is sent to nobody else");
    }
  }

  @Test
  void anUnreachablePlatformIsNotSent() throws Exception {
    URI nobody;
    try (ServerSocket free = new ServerSocket(0)) {
      nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
    }
    try (WechatProvider lost = FixedPlatform.provider(nobody, ANSWER)) {
      assertTrue(lost.authorise(ORDER, CODE) instanceof Outcome.NotSent);
      assertTrue(lost.query(ORDER) instanceof Outcome.NotSent);
      assertTrue(lost.cancel(ORDER) instanceof Outcome.NotSent);
      assertTrue(lost.refund(ORDER, ORDER.amount(), "R1") instanceof Refund.NotSent);
    }
  }

  /** The refusal of somebody else's payment fits any order; the order's own state tells. */
  @Test
  void aRefusalIsConfirmedByAQuery() {
    Outcome.Declined refused = new Outcome.Declined(DeclineReason.BALANCE_TOO_LOW, "NOT_ENOUGH");
    assertEquals(refused, refusedThen(404, error("ORDER_NOT_EXIST")));
    assertEquals(refused, refusedThen(200, PAID.replace("SUCCESS", "PAYERROR")));
    assertEquals(refused, refusedThen(200, PAID.replace("SUCCESS", "REVOKED")));
    assertEquals(new Outcome.Approved("T"), refusedThen(200, PAID));
    assertEquals(new Outcome.Pending(), refusedThen(200, PAID.replace("SUCCESS", "USERPAYING")));
    unknown(refusedThen(500, error("SYSTEM_ERROR")));
    unknown(refusedThen(200, PAID.replace("W1_0001", "W1_0002")));
  }

  private Outcome refusedThen(int status, String body) {
    platform.says(403, error("NOT_ENOUGH")).then(status, body);
    return provider.authorise(ORDER, CODE);
  }

  @Test
  void keysOfOthersOrOfTheWrongKindAreRefused(@TempDir Path folder) throws Exception {
    Path key = Files.writeString(folder.resolve("api.key"), FixedPlatform.API_KEY + "\n");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    assertTrue(message(() -> ApiV3Key.read(key)).contains("chmod 600"));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    assertEquals("[REDACTED]", ApiV3Key.read(key).toString());
    Files.writeString(key, "short");
    assertTrue(message(() -> ApiV3Key.read(key)).contains("32 bytes, not 5"));
    KeyPairGenerator ec = KeyPairGenerator.getInstance("EC");
    Files.writeString(key, Keys.base64(ec.generateKeyPair().getPrivate()));
    assertTrue(message(() -> Rsa.privateKey(key)).contains("expected an RSA private key"));
  }

  private interface Reading {
    Object read() throws IOException;
  }

  private static String message(Reading reading) {
    return String.valueOf(assertThrows(IOException.class, reading::read).getMessage());
  }

  @Test
  void onlyWechatCodesAreAccepted() {
    for (String digits : List.of("100000000000000000", "159999999999999999")) {
      assertTrue(provider.accepts(new PayCode(digits)));
    }
    for (String digits :
        List.of("160000000000000000", "280000000000000000", "13000", "1300000000000000000", "")) {
      assertTrue(!provider.accepts(new PayCode(digits)));
    }
  }
}
