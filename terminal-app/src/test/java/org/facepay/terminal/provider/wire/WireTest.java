package org.facepay.terminal.provider.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.facepay.terminal.lab.sandbox.SelfSigned;
import org.facepay.terminal.provider.Keys;
import org.jspecify.annotations.Nullable;
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
    return server(certificate, null);
  }

  /**
   * @param client whom the server demands to be its client; null: anybody
   */
  private static HttpsServer server(X509Certificate certificate, @Nullable X509Certificate client)
      throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "server", Keys.ALIPAY.getPrivate(), PASSWORD, new Certificate[] {certificate});
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(client == null ? null : store(client));
    context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters asked = getSSLContext().getDefaultSSLParameters();
            asked.setNeedClientAuth(client != null);
            parameters.setSSLParameters(asked);
          }
        });
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
    return wire.exchange(WireRequest.get(uri, Map.of())).status();
  }

  private static Route pinned(String pin) {
    return new Route(LIMIT, LIMIT, Optional.empty(), Set.of(pin), Optional.empty());
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
  void whoIsAskedForACertificateShowsTheMerchants(@TempDir Path folder) throws Exception {
    X509Certificate certificate = certificate(Keys.ALIPAY);
    X509Certificate merchant = certificate(Keys.MERCHANT);
    Path file = pem(folder, merchant);
    ClientCertificate ours = ClientCertificate.read(file, Keys.READ, Instant.now());
    Route plain = new Route(LIMIT, LIMIT);
    HttpsServer server = server(certificate, merchant);
    int port = server.getAddress().getPort();
    try (Wire known = new Wire(plain.as(ours), store(certificate));
        Wire pinned = new Wire(pinned(Pins.of(certificate)).as(ours), store(certificate));
        Wire nobody = new Wire(plain, store(certificate))) {
      assertEquals(200, get(known, port));
      assertEquals(200, get(pinned, port));
      assertThrows(Exception.class, () -> get(nobody, port));
    } finally {
      server.stop(0);
    }
    assertEquals("ClientCertificate[REDACTED]", ours.toString());
  }

  @Test
  void aCertificateThatIsNotTheMerchantsIsRefused(@TempDir Path folder) throws Exception {
    Path merchants = pem(folder, certificate(Keys.MERCHANT));
    assertTrue(
        refusal(merchants, Keys.FORGER.getPrivate(), Instant.now())
            .contains("not the certificate"));
    assertTrue(
        refusal(merchants, Keys.READ, Instant.now().plus(Duration.ofDays(3))).contains("ran out"));
    Files.writeString(merchants, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    assertTrue(refusal(merchants, Keys.READ, Instant.now()).contains("expected a certificate"));
    Files.writeString(merchants, "");
    assertTrue(refusal(merchants, Keys.READ, Instant.now()).contains("expected a certificate"));
  }

  private static String refusal(Path file, PrivateKey key, Instant now) {
    return String.valueOf(
        assertThrows(IOException.class, () -> ClientCertificate.read(file, key, now)).getMessage());
  }

  private static Path pem(Path folder, X509Certificate certificate) throws Exception {
    String base64 = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
    return Files.writeString(
        folder.resolve("apiclient_cert.pem"),
        "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
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
    try (Wire wire =
        new Wire(new Route(LIMIT, LIMIT, Optional.of(at), Set.of(), Optional.empty()))) {
      URI wallet = URI.create("http://wallet.invalid/gateway.do");
      assertEquals(200, wire.exchange(WireRequest.get(wallet, Map.of())).status());
      assertEquals("http://wallet.invalid/gateway.do", asked.getFirst());
    } finally {
      proxy.stop(0);
    }
    try (Wire wire =
        new Wire(new Route(LIMIT, LIMIT, Optional.of(at), Set.of(), Optional.empty()))) {
      WireRequest request = WireRequest.get(URI.create("http://127.0.0.1:9/"), Map.of());
      assertThrows(Wire.NotSentException.class, () -> wire.exchange(request));
    }
  }

  /** A proxy that joins what is asked for by CONNECT. */
  private static ServerSocket tunnel(List<String> asked) throws IOException {
    ServerSocket listener = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(
            () -> {
              try (Socket client = listener.accept()) {
                StringBuilder head = new StringBuilder();
                while (!head.toString().endsWith("\r\n\r\n")) {
                  head.append((char) client.getInputStream().read());
                }
                String target = head.substring("CONNECT ".length(), head.indexOf(" HTTP"));
                asked.add(target);
                int port = Integer.parseInt(target.substring(target.indexOf(':') + 1));
                try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
                  client
                      .getOutputStream()
                      .write("HTTP/1.1 200 Joined\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                  Thread back = Thread.ofVirtual().start(() -> pour(server, client));
                  pour(client, server);
                  back.join();
                }
              } catch (IOException | InterruptedException e) {
                // the test is over
              }
            });
    return listener;
  }

  private static void pour(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.close();
    } catch (IOException e) {
      // closed
    }
  }

  @Test
  void aProxyIsAskedToJoinWhatIsEncrypted() throws Exception {
    X509Certificate certificate = certificate(Keys.ALIPAY);
    HttpsServer server = server(certificate);
    List<String> asked = new CopyOnWriteArrayList<>();
    try (ServerSocket proxy = tunnel(asked);
        Wire wire =
            new Wire(
                new Route(
                    LIMIT,
                    LIMIT,
                    Optional.of(
                        InetSocketAddress.createUnresolved("127.0.0.1", proxy.getLocalPort())),
                    Set.of(Pins.of(certificate)),
                    Optional.empty()),
                store(certificate))) {
      int port = server.getAddress().getPort();
      assertEquals(200, get(wire, port));
      assertEquals(200, get(wire, port), "on the same connection");
      assertEquals(List.of("localhost:" + port), asked);
    } finally {
      server.stop(0);
    }
  }

  /** Joins clients to a server, byte by byte from the start or once this is true. */
  private static ServerSocket dripping(int port, AtomicBoolean drips) throws IOException {
    ServerSocket listener = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(
            () -> {
              try (Socket client = listener.accept();
                  Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
                Thread.ofVirtual().start(() -> pour(client, server));
                InputStream in = server.getInputStream();
                for (int b = in.read(); b >= 0; b = in.read()) {
                  client.getOutputStream().write(b);
                  if (drips.get()) {
                    LockSupport.parkNanos(20_000_000);
                  }
                }
              } catch (IOException e) {
                // the test is over
              }
            });
    return listener;
  }

  @Test
  void aServerThatDripsInsideTlsIsBoundedByTheSameTimes() throws Exception {
    X509Certificate certificate = certificate(Keys.ALIPAY);
    HttpsServer server = server(certificate);
    AtomicBoolean drips = new AtomicBoolean();
    server.createContext(
        "/long",
        exchange -> {
          try (exchange) {
            drips.set(true);
            exchange.sendResponseHeaders(200, 4_000);
            exchange.getResponseBody().write(new byte[4_000]);
          }
        });
    Duration second = Duration.ofSeconds(1);
    try (ServerSocket fast = dripping(server.getAddress().getPort(), drips);
        Wire wire = new Wire(new Route(LIMIT, second.multipliedBy(3)), store(certificate))) {
      URI uri = URI.create("https://localhost:" + fast.getLocalPort() + "/long");
      long start = System.nanoTime();
      assertThrows(
          Wire.NoAnswerException.class, () -> wire.exchange(WireRequest.get(uri, Map.of())));
      assertTrue(System.nanoTime() - start < LIMIT.toNanos(), "one record took too long");
    }
    try (ServerSocket slow = dripping(server.getAddress().getPort(), drips);
        Wire wire = new Wire(new Route(second, LIMIT), store(certificate))) {
      long start = System.nanoTime();
      assertThrows(Wire.NotSentException.class, () -> get(wire, slow.getLocalPort()));
      assertTrue(System.nanoTime() - start < LIMIT.toNanos(), "the handshake took too long");
    } finally {
      server.stop(0);
    }
  }

  /** A server that answers each connection's first requests and then closes without a word. */
  private static ServerSocket closing(AtomicLong connections, AtomicLong requests)
      throws IOException {
    ServerSocket listener = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                while (true) {
                  try (Socket socket = listener.accept()) {
                    connections.incrementAndGet();
                    for (int i = 0; i < 2; i++) {
                      StringBuilder head = new StringBuilder();
                      while (!head.toString().endsWith("\r\n\r\n")) {
                        head.append((char) socket.getInputStream().read());
                      }
                      requests.incrementAndGet();
                      socket
                          .getOutputStream()
                          .write(
                              "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
                                  .getBytes(StandardCharsets.US_ASCII));
                    }
                  }
                }
              } catch (IOException e) {
                // the test is over
              }
            });
    return listener;
  }

  @Test
  void connectionsAreKeptAndOneTheServerClosedIsNotUsed() throws Exception {
    AtomicLong connections = new AtomicLong();
    AtomicLong requests = new AtomicLong();
    try (ServerSocket server = closing(connections, requests);
        Wire wire = new Wire(new Route(LIMIT, LIMIT))) {
      URI uri = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
      int answered = 0;
      int lost = 0;
      while (answered < 40) {
        try {
          assertEquals(200, wire.exchange(WireRequest.get(uri, Map.of())).status());
          answered++;
        } catch (Wire.NoAnswerException e) {
          lost++; // closed just as the request was sent: never sent again by itself
        }
      }
      assertEquals(answered, requests.get(), "nothing is sent twice");
      assertTrue(
          connections.get() >= 20 && connections.get() <= 21 + lost, connections + " " + lost);
    }
  }

  @Test
  void aClosedWireAnswersNobody() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 4, InetAddress.getLoopbackAddress())) {
      URI uri = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
      Wire wire = new Wire(new Route(LIMIT, LIMIT));
      CompletableFuture<Exception> waiting =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  wire.exchange(WireRequest.get(uri, Map.of()));
                  return new IllegalStateException("an answer");
                } catch (Wire.NotSentException | Wire.NoAnswerException e) {
                  return e;
                }
              });
      try (Socket accepted = silent.accept()) {
        assertTrue(accepted.getInputStream().read() > 0);
        wire.close();
        assertTrue(
            waiting.get(10, TimeUnit.SECONDS) instanceof Wire.NoAnswerException,
            "who waits is told at once");
      }
      assertThrows(
          Wire.NotSentException.class, () -> wire.exchange(WireRequest.get(uri, Map.of())));
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
