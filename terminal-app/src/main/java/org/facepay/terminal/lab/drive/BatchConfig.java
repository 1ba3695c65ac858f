package org.facepay.terminal.lab.drive;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.facepay.terminal.payment.PaymentFlow;
import org.facepay.terminal.provider.alipay.AlipaySettings;
import org.facepay.terminal.provider.wechat.ApiV3Key;
import org.facepay.terminal.provider.wechat.WechatSettings;
import org.facepay.terminal.provider.wire.Rsa;

/**
 * The properties file of a batch: the wallet's gateway, the keys, and times short enough for
 * hundreds of baskets.
 *
 * @param resolve after this long without certainty a basket may be told to be unresolved
 */
record BatchConfig(Wallet wallet, PaymentFlow.Times times, Duration resolve) {

  /**
   * Reads the file.
   *
   * @throws IOException naming every key that is missing or wrong
   */
  static BatchConfig read(Path file, Wallet.Kind kind) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    Values values = new Values(properties);
    Duration poll = values.millis("poll.interval.ms");
    Duration inFlight = values.millis("inflight.window.ms");
    PaymentFlow.Times times =
        new PaymentFlow.Times(
            poll,
            poll,
            values.millis("poll.max.ms"),
            inFlight,
            poll,
            poll.multipliedBy(4),
            inFlight);
    Duration resolve = values.millis("resolve.max.ms");
    Wallet wallet = kind == Wallet.Kind.WECHAT ? values.wechat() : values.alipay();
    if (!values.problems.isEmpty()) {
      wallet.close();
      throw new IOException(file + ":\n  " + String.join("\n  ", values.problems));
    }
    return new BatchConfig(wallet, times, resolve);
  }

  private static final class Values {
    private final Properties properties;
    private final List<String> problems = new ArrayList<>();

    Values(Properties properties) {
      this.properties = properties;
    }

    String text(String key) {
      String value = properties.getProperty(key, "").strip();
      if (value.isEmpty()) {
        problems.add(key + ": missing");
      }
      return value;
    }

    Duration millis(String key) {
      String value = text(key);
      if (!value.matches("\\d{1,9}")) {
        problems.add(key + ": expected milliseconds, found " + value);
        return Duration.ZERO;
      }
      return Duration.ofMillis(Long.parseLong(value));
    }

    Wallet alipay() throws IOException {
      for (String fixed : List.of("alipay.sign.type=RSA2", "alipay.charset=UTF-8")) {
        String[] pair = fixed.split("=", 2);
        if (!properties.getProperty(pair[0], pair[1]).equalsIgnoreCase(pair[1])) {
          problems.add(pair[0] + ": expected " + pair[1]);
        }
      }
      String gateway = text("alipay.gateway.url");
      String appId = text("alipay.app.id");
      String merchant = text("alipay.merchant.private.key");
      String alipay = text("alipay.public.key");
      Duration connect = millis("timeout.connect.ms");
      Duration total = millis("timeout.total.ms");
      return made(
          () ->
              Wallet.of(
                  new AlipaySettings(
                      URI.create(gateway),
                      appId,
                      Rsa.privateKey(Base64.getMimeDecoder().decode(merchant)),
                      Rsa.publicKey(Base64.getMimeDecoder().decode(alipay)),
                      connect,
                      total,
                      "batch")),
          "alipay.merchant.private.key, alipay.public.key: expected RSA keys, base64");
    }

    Wallet wechat() throws IOException {
      String base = text("wechat.base.url");
      String appId = text("wechat.app.id");
      String mchId = text("wechat.mch.id");
      String serial = text("wechat.merchant.serial");
      String merchant = text("wechat.merchant.private.key");
      String apiKey = text("wechat.api.v3.key");
      Duration connect = millis("timeout.connect.ms");
      Duration total = millis("timeout.total.ms");
      return made(
          () ->
              Wallet.of(
                  new WechatSettings(
                      URI.create(base.replaceFirst("/+$", "")),
                      appId,
                      mchId,
                      serial,
                      Rsa.privateKey(Base64.getMimeDecoder().decode(merchant)),
                      ApiV3Key.of(apiKey),
                      connect,
                      total,
                      "batch")),
          "wechat.base.url, wechat.merchant.private.key, wechat.api.v3.key: expected an address, "
              + "an RSA key, base64, and 32 characters");
    }

    /** Makes the wallet's client, once everything it needs is there. */
    private Wallet made(Making making, String otherwise) throws IOException {
      if (!problems.isEmpty()) {
        throw new IOException("the batch's configuration:\n  " + String.join("\n  ", problems));
      }
      try {
        return making.make();
      } catch (GeneralSecurityException | IllegalArgumentException e) {
        throw new IOException(otherwise, e);
      }
    }

    private interface Making {
      Wallet make() throws GeneralSecurityException;
    }
  }
}
