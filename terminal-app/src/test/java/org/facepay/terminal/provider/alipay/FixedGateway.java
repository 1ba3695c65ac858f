package org.facepay.terminal.provider.alipay;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.provider.Keys;
import org.facepay.terminal.provider.wire.Rsa;
import org.facepay.terminal.sale.Money;

/** A gateway that answers every request with the same words. */
final class FixedGateway implements AutoCloseable {
  static final Order ORDER = new Order("W1_1", Money.of(1290, "CNY"), "店");

  private final HttpServer server;
  private final AtomicInteger requests = new AtomicInteger();
  private volatile int status = 200;
  private volatile String body = "";
  private volatile String location = "";
  private volatile String next = "";

  FixedGateway() throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            requests.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            if (!next.isEmpty()) {
              says(200, next);
            }
            if (!location.isEmpty()) {
              exchange.getResponseHeaders().set("Location", location);
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  FixedGateway says(int httpStatus, String text) {
    status = httpStatus;
    body = text;
    next = "";
    return this;
  }

  /** What it says after its next answer. */
  void then(String text) {
    next = text;
  }

  FixedGateway redirects(String to) {
    location = to;
    return says(302, "");
  }

  int requests() {
    return requests.get();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/gateway.do");
  }

  static AlipayProvider provider(URI gateway, Duration answer) {
    return new AlipayProvider(settings(gateway, answer), InstantSource.system());
  }

  static AlipaySettings settings(URI gateway, Duration answer) {
    return new AlipaySettings(
        gateway, "2021", Keys.READ, Keys.ALIPAY.getPublic(), Duration.ofSeconds(2), answer, "T1");
  }

  /** A reply as the gateway signs it. */
  static String signed(String method, String node) {
    return signed(method, node, Keys.ALIPAY);
  }

  static String signed(String method, String node, KeyPair key) {
    return "{\"%s\":%s,\"sign\":\"%s\"}"
        .formatted(name(method), node, Rsa.sign(node, key.getPrivate()));
  }

  static String name(String method) {
    return method.replace('.', '_') + "_response";
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** A peer below HTTP that writes these bytes, one every so many milliseconds. */
  static final class Raw implements AutoCloseable {
    private final ServerSocket listener;

    Raw(String answer, boolean reset, long dripMillis) throws IOException {
      listener = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
      Thread.ofVirtual()
          .start(
              () -> {
                try (Socket peer = listener.accept()) {
                  peer.getInputStream().read(new byte[8192]);
                  if (reset) {
                    peer.setSoLinger(true, 0);
                  }
                  for (byte b : answer.getBytes(StandardCharsets.UTF_8)) {
                    peer.getOutputStream().write(b);
                    LockSupport.parkNanos(dripMillis * 1_000_000);
                  }
                } catch (IOException e) {
                  // the client has hung up
                }
              });
    }

    URI uri() {
      return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/gateway.do");
    }

    @Override
    public void close() throws IOException {
      listener.close();
    }
  }
}
