package org.facepay.terminal.provider.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Connections that are kept, and those that are closed. */
class WireConnectionsTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

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
}
