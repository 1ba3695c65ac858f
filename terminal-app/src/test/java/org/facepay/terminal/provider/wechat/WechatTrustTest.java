package org.facepay.terminal.provider.wechat;

import static org.facepay.terminal.provider.wechat.FixedPlatform.ORDER;
import static org.facepay.terminal.provider.wechat.FixedPlatform.SERIAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.provider.Keys;
import org.facepay.terminal.provider.wire.Rsa;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signatures, certificates and keys that are wrong, old or of others. */
class WechatTrustTest extends WechatTraps {
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
}
