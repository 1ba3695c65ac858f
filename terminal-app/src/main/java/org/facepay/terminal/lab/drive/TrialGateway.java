package org.facepay.terminal.lab.drive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import org.facepay.terminal.lab.sandbox.AlipaySandbox;
import org.facepay.terminal.lab.sandbox.WalletSandbox;
import org.facepay.terminal.lab.sandbox.WechatSandbox;
import org.facepay.terminal.provider.wechat.ApiV3Key;

/** A wallet's sandbox with keys of its own, and the properties file by which a batch finds it. */
final class TrialGateway implements AutoCloseable {
  private static final String APP = "2026112200000001";
  private static final String MERCHANT = "1900000001";
  private static final String SERIAL = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
  private static final String API_KEY = "0123456789abcdef0123456789abcdef";

  /** How long a late answer is late; twice what the batch waits for one. */
  private static final Duration LATE = Duration.ofMillis(400);

  /**
   * No payment is carried out later than this after it was sent: what merchants are told of the
   * in-flight window has to be true on a machine without time for the sandbox, too.
   */
  private static final Duration PROMISE = Duration.ofSeconds(2);

  private final WalletSandbox sandbox;

  private TrialGateway(WalletSandbox sandbox) {
    this.sandbox = sandbox;
  }

  /**
   * Starts a sandbox and writes the file.
   *
   * @param answer longest time for one exchange, shorter than 400 ms for late answers to be late
   * @param resolve after this long a basket is told to be unresolved
   */
  static TrialGateway start(Wallet.Kind kind, Path config, Duration answer, Duration resolve)
      throws IOException {
    Started started =
        switch (kind) {
          case ALIPAY -> alipay(keys());
          case WECHAT -> wechat(keys());
          default -> throw new IllegalArgumentException(kind.toString());
        };
    started.sandbox().promise(PROMISE);
    Files.writeString(config, started.text() + times(answer, resolve));
    return new TrialGateway(started.sandbox());
  }

  /** A sandbox, and what the file says of it. */
  private record Started(WalletSandbox sandbox, String text) {}

  private static Started alipay(KeyPair merchant) throws IOException {
    KeyPair alipay = keys();
    AlipaySandbox sandbox = new AlipaySandbox(APP, merchant.getPublic(), alipay, keys(), LATE);
    return new Started(
        sandbox,
        """
        alipay.gateway.url=%s
        alipay.app.id=%s
        alipay.sign.type=RSA2
        alipay.charset=UTF-8
        alipay.merchant.private.key=%s
        alipay.public.key=%s
        """
            .formatted(
                sandbox.gateway(), APP, base64(merchant.getPrivate()), base64(alipay.getPublic())));
  }

  private static Started wechat(KeyPair merchant) throws IOException {
    WechatSandbox sandbox =
        new WechatSandbox(
            new WechatSandbox.Merchant(
                APP, MERCHANT, SERIAL, merchant.getPublic(), ApiV3Key.of(API_KEY)),
            keys(),
            keys(),
            LATE);
    return new Started(
        sandbox,
        """
        wechat.base.url=%s
        wechat.app.id=%s
        wechat.mch.id=%s
        wechat.merchant.serial=%s
        wechat.merchant.private.key=%s
        wechat.api.v3.key=%s
        """
            .formatted(
                sandbox.base(), APP, MERCHANT, SERIAL, base64(merchant.getPrivate()), API_KEY));
  }

  private static String times(Duration answer, Duration resolve) {
    return """
        timeout.connect.ms=1000
        timeout.total.ms=%d
        poll.interval.ms=50
        poll.max.ms=600
        inflight.window.ms=%d
        resolve.max.ms=%d
        """
        .formatted(answer.toMillis(), PROMISE.plusMillis(500).toMillis(), resolve.toMillis());
  }

  WalletSandbox sandbox() {
    return sandbox;
  }

  /** WeChat Pay takes another certificate into use. */
  void rotate() {
    if (sandbox instanceof WechatSandbox wechat) {
      wechat.rotate(keys());
    }
  }

  @Override
  public void close() {
    sandbox.close();
  }

  private static String base64(Key key) {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has RSA", e);
    }
  }
}
