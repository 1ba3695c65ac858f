package org.facepay.terminal.batch;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.facepay.terminal.payment.PaymentFlow;
import org.facepay.terminal.payment.alipay.AlipaySettings;

/**
 * The properties file of a batch: the wallet's gateway, the keys, and times short enough for
 * hundreds of baskets.
 *
 * @param resolve after this long without certainty a basket may be told to be unresolved
 */
record BatchConfig(AlipaySettings alipay, PaymentFlow.Times times, Duration resolve) {

  /**
   * Reads the file.
   *
   * @throws IOException naming every key that is missing or wrong
   */
  static BatchConfig read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    Values values = new Values(properties);
    Duration poll = values.millis("poll.interval.ms");
    PaymentFlow.Times times =
        new PaymentFlow.Times(
            poll,
            poll,
            values.millis("poll.max.ms"),
            values.millis("inflight.window.ms"),
            poll,
            poll.multipliedBy(4));
    Duration resolve = values.millis("resolve.max.ms");
    AlipaySettings alipay = values.alipay();
    if (!values.problems.isEmpty()) {
      throw new IOException(file + ":\n  " + String.join("\n  ", values.problems));
    }
    return new BatchConfig(alipay, times, resolve);
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

    AlipaySettings alipay() throws IOException {
      for (String fixed : List.of("alipay.sign.type=RSA2", "alipay.charset=UTF-8")) {
        String[] pair = fixed.split("=", 2);
        if (!properties.getProperty(pair[0], pair[1]).equalsIgnoreCase(pair[1])) {
          problems.add(pair[0] + ": expected " + pair[1]);
        }
      }
      String gateway = text("alipay.gateway.url");
      String appId = text("alipay.app.id");
      byte[] merchant = base64("alipay.merchant.private.key");
      byte[] alipay = base64("alipay.public.key");
      Duration connect = millis("timeout.connect.ms");
      Duration total = millis("timeout.total.ms");
      if (!problems.isEmpty()) {
        throw new IOException("the batch's configuration:\n  " + String.join("\n  ", problems));
      }
      try {
        KeyFactory rsa = KeyFactory.getInstance("RSA");
        return new AlipaySettings(
            URI.create(gateway),
            appId,
            rsa.generatePrivate(new PKCS8EncodedKeySpec(merchant)),
            rsa.generatePublic(new X509EncodedKeySpec(alipay)),
            connect,
            total,
            "batch");
      } catch (GeneralSecurityException e) {
        throw new IOException(
            "alipay.merchant.private.key, alipay.public.key: expected RSA keys", e);
      }
    }

    byte[] base64(String key) {
      try {
        return Base64.getMimeDecoder().decode(text(key));
      } catch (IllegalArgumentException e) {
        problems.add(key + ": expected base64");
        return new byte[0];
      }
    }
  }
}
