package org.facepay.terminal.provider.wechat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.facepay.sync.desk.SelfSigned;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.provider.Keys;
import org.facepay.terminal.provider.wire.Rsa;
import org.facepay.terminal.sale.Money;

/** A platform that answers every request but the one for certificates with the same words. */
final class FixedPlatform implements AutoCloseable {
  static final Order ORDER = new Order("W1_0001", Money.of(1290, "CNY"), "店");
  static final String API_KEY = "0123456789abcdef0123456789abcdef";
  static final String MCH = "1900000001";
  static final String APP = "wx2021";
  static final String MERCHANT_SERIAL = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
  static final BigInteger SERIAL = new BigInteger("7132d72a03e93cddf8c03bbd1f37eedf6dba4e84", 16);

  /** Signs an answer; changed by tests that play with signatures. */
  interface Signer {
    Map<String, String> headers(String body);
  }

  private final HttpServer server;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger fetches = new AtomicInteger();
  private final List<X509Certificate> certificates = new ArrayList<>();
  private volatile int status = 200;
  private volatile String body = "";
  private final AtomicReference<CompletableFuture<Void>> fetching =
      new AtomicReference<>(CompletableFuture.completedFuture(null));
  private volatile int nextStatus;
  private volatile String nextBody = "";
  private volatile String location = "";
  private volatile Signer signer = by(Keys.ALIPAY, SERIAL);

  FixedPlatform() throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    certificates.add(certificate(Keys.ALIPAY, SERIAL, Duration.ofDays(-1), Duration.ofDays(9)));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            boolean fetch = exchange.getRequestURI().getPath().equals("/v3/certificates");
            int code = fetch ? 200 : status;
            String text = fetch ? sealed() : body;
            if (!fetch && nextStatus != 0) {
              says(nextStatus, nextBody);
            }
            Signer by = fetch ? by(Keys.ALIPAY, SERIAL) : signer;
            (fetch ? fetches : requests).incrementAndGet();
            if (fetch) {
              fetching.get().join();
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            by.headers(text).forEach(exchange.getResponseHeaders()::set);
            if (!location.isEmpty() && !fetch) {
              exchange.getResponseHeaders().set("Location", location);
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  static Signer by(KeyPair keys, BigInteger serial) {
    return text -> headers(text, keys, serial, Instant.now(), UUID.randomUUID().toString());
  }

  static Map<String, String> headers(
      String body, KeyPair keys, BigInteger serial, Instant at, String nonce) {
    String timestamp = Long.toString(at.getEpochSecond());
    String text = V3Signature.ofAnswer(timestamp, nonce, body);
    return Map.of(
        "Wechatpay-Timestamp",
        timestamp,
        "Wechatpay-Nonce",
        nonce,
        "Wechatpay-Serial",
        serial.toString(16).toUpperCase(java.util.Locale.ROOT),
        "Wechatpay-Signature",
        Rsa.sign(text, keys.getPrivate()));
  }

  static X509Certificate certificate(
      KeyPair keys, BigInteger serial, Duration from, Duration until) {
    Instant now = Instant.now();
    return SelfSigned.of(keys, serial, "Platform", now.plus(from), now.plus(until));
  }

  /** Takes another certificate into force. */
  FixedPlatform adds(X509Certificate certificate) {
    certificates.add(certificate);
    return this;
  }

  /** Has no other certificate than this. */
  FixedPlatform has(X509Certificate certificate) {
    certificates.clear();
    return adds(certificate);
  }

  /** Gives no certificates until this is done. */
  void holdsCertificatesUntil(CompletableFuture<Void> then) {
    fetching.set(then);
  }

  FixedPlatform signs(Signer how) {
    signer = how;
    return this;
  }

  FixedPlatform says(int httpStatus, String text) {
    status = httpStatus;
    body = text;
    nextStatus = 0;
    return this;
  }

  /** What it says after its next answer. */
  void then(int httpStatus, String text) {
    nextBody = text;
    nextStatus = httpStatus;
  }

  FixedPlatform redirects(String to) {
    location = to;
    return says(302, "");
  }

  int requests() {
    return requests.get();
  }

  int fetches() {
    return fetches.get();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private String sealed() {
    return sealed(certificates, ApiV3Key.of(API_KEY));
  }

  static String sealed(List<X509Certificate> certificates, ApiV3Key key) {
    StringBuilder data = new StringBuilder();
    for (X509Certificate c : certificates) {
      byte[] pem = SelfSigned.pem(c).getBytes(StandardCharsets.UTF_8);
      data.append(data.isEmpty() ? "" : ",")
          .append(
              """
              {"serial_no":"%s","effective_time":"%s","expire_time":"%s","encrypt_certificate":\
              {"algorithm":"AEAD_AES_256_GCM","nonce":"61f9c719728a","associated_data":"certificate",\
              "ciphertext":"%s"}}"""
                  .formatted(
                      c.getSerialNumber().toString(16).toUpperCase(java.util.Locale.ROOT),
                      c.getNotBefore().toInstant(),
                      c.getNotAfter().toInstant(),
                      Base64.getEncoder()
                          .encodeToString(key.encrypt(pem, "61f9c719728a", "certificate"))));
    }
    return "{\"data\":[" + data + "]}";
  }

  static WechatProvider provider(URI base, Duration answer) {
    return provider(base, answer, InstantSource.system(), ApiV3Key.of(API_KEY));
  }

  static WechatProvider provider(URI base, Duration answer, InstantSource clock, ApiV3Key key) {
    return new WechatProvider(
        new WechatSettings(
            base, APP, MCH, MERCHANT_SERIAL, Keys.READ, key, Duration.ofSeconds(2), answer, "T1"),
        clock);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
