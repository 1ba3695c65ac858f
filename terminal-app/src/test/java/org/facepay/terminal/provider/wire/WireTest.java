package org.facepay.terminal.provider.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.security.KeyPair;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.facepay.sync.desk.SelfSigned;
import org.facepay.terminal.provider.Keys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How providers are reached in production: proxies, pinned keys, certificates of our own. */
class WireTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final char[] PASSWORD = "test".toCharArray();

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
}
