package org.facepay.terminal.payment.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.facepay.terminal.payment.Keys;
import org.facepay.terminal.payment.sandbox.SelfSigned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How providers are reached in production: proxies, pinned keys, keys that are exchanged. */
class WireTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final char[] PASSWORD = "test".toCharArray();

  @TempDir Path folder;

  private static X509Certificate certificate(KeyPair keys) {
    Instant now = Instant.now();
    return SelfSigned.of(
        keys,
        BigInteger.valueOf(7),
        "localhost",
        now.minus(Duration.ofDays(1)),
        now.plus(Duration.ofDays(1)));
  }

  private static KeyStore store(X509Certificate certificate) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("wallet", certificate);
    return store;
  }

  private static HttpsServer server(X509Certificate certificate) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "server", Keys.ALIPAY.getPrivate(), PASSWORD, new Certificate[] {certificate});
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, -1);
          }
        });
    server.start();
    return server;
  }

  private static int get(Wire wire, int port) throws Exception {
    URI uri = URI.create("https://localhost:" + port + "/");
    return wire.exchange(HttpRequest.newBuilder(uri).build()).statusCode();
  }

  private static Route pinned(String pin) {
    return new Route(LIMIT, LIMIT, Optional.empty(), Set.of(pin));
  }

  @Test
  void onlyAServerWithAPinnedKeyIsTalkedTo() throws Exception {
    X509Certificate certificate = certificate(Keys.ALIPAY);
    String good = Pins.of(certificate);
    String other = Pins.of(certificate(Keys.FORGER));
    HttpsServer server = server(certificate);
    int port = server.getAddress().getPort();
    try (Wire right = new Wire(pinned(good), store(certificate));
        Wire wrong = new Wire(pinned(other), store(certificate));
        Wire untrusted = new Wire(pinned(good))) {
      assertEquals(200, get(right, port));
      assertThrows(Wire.NotSentException.class, () -> get(wrong, port));
      assertThrows(
          Wire.NotSentException.class, () -> get(untrusted, port), "a pin alone is no trust");
    } finally {
      server.stop(0);
    }
    assertThrows(IllegalArgumentException.class, () -> pinned("sha256/abc"));
  }

  @Test
  void aProxyIsAskedForTheWallet() throws Exception {
    CopyOnWriteArrayList<String> asked = new CopyOnWriteArrayList<>();
    HttpServer proxy =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
    proxy.createContext(
        "/",
        exchange -> {
          try (exchange) {
            asked.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
          }
        });
    proxy.start();
    InetSocketAddress at =
        InetSocketAddress.createUnresolved("127.0.0.1", proxy.getAddress().getPort());
    try (Wire wire = new Wire(new Route(LIMIT, LIMIT, Optional.of(at), Set.of()))) {
      URI wallet = URI.create("http://wallet.invalid/gateway.do");
      assertEquals(200, wire.exchange(HttpRequest.newBuilder(wallet).build()).statusCode());
      assertEquals("http://wallet.invalid/gateway.do", asked.getFirst());
    } finally {
      proxy.stop(0);
    }
    try (Wire wire = new Wire(new Route(LIMIT, LIMIT, Optional.of(at), Set.of()))) {
      HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:9/")).build();
      assertThrows(Wire.NotSentException.class, () -> wire.exchange(request));
    }
  }

  private static String pem(KeyPair keys) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Keys.base64(keys.getPublic())
        + "\n-----END PUBLIC KEY-----\n";
  }

  @Test
  void aNewKeyOfTheWalletCountsOnceItIsInTheFile() throws Exception {
    Path file = Files.writeString(folder.resolve("alipay.pub"), pem(Keys.ALIPAY));
    AtomicLong nanos = new AtomicLong();
    PublicKeys keys = new PublicKeys.InFile(file, nanos::get);
    String old = Rsa.sign("text", Keys.ALIPAY.getPrivate());
    String next = Rsa.sign("text", Keys.MERCHANT.getPrivate());
    assertTrue(keys.verify("text", old));
    assertFalse(keys.verify("text", next));
    Files.writeString(file, pem(Keys.ALIPAY) + pem(Keys.MERCHANT));
    assertFalse(keys.verify("text", next), "a forger does not make it read for each signature");
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    assertTrue(keys.verify("text", next));
    assertTrue(keys.verify("text", old), "both while they are exchanged");
    assertFalse(keys.verify("text", Rsa.sign("text", Keys.FORGER.getPrivate())));

    Files.writeString(file, "half a key"); // being copied, or spoilt
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    assertFalse(keys.verify("text", Rsa.sign("text", Keys.FORGER.getPrivate())));
    assertTrue(keys.verify("text", old), "the keys in hand are kept");
    Files.writeString(file, pem(Keys.MERCHANT));
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    assertFalse(keys.verify("text", Rsa.sign("text", Keys.FORGER.getPrivate())));
    assertFalse(keys.verify("text", old), "the old key is gone");
    assertTrue(keys.verify("text", next));
  }

  private String refusal(Path file) {
    return String.valueOf(
        assertThrows(IOException.class, () -> PublicKeys.inFile(file)).getMessage());
  }

  @Test
  void keysThatAreNoneOrShortOrOpenAreRefusedWithTheReason() throws Exception {
    Path file = folder.resolve("keys.pub");
    Files.writeString(file, pem(Keys.ALIPAY) + pem(Keys.MERCHANT) + pem(Keys.FORGER));
    assertTrue(refusal(file).contains("one or two"), refusal(file));
    Files.writeString(file, "");
    assertTrue(refusal(file).contains("found 0"), refusal(file));
    Files.writeString(file, pem(Keys.SHORT));
    assertTrue(refusal(file).contains("2048"), refusal(file));
    KeyPairGenerator curves = KeyPairGenerator.getInstance("EC");
    Files.writeString(file, pem(curves.generateKeyPair()));
    assertTrue(refusal(file).contains("expected an RSA public key"), refusal(file));
    Files.writeString(file, pem(Keys.ALIPAY));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--rw-"));
    assertTrue(refusal(file).contains("chmod"), refusal(file));
  }
}
