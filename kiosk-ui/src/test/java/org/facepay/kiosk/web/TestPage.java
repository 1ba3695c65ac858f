package org.facepay.kiosk.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A page without a browser: connects, keeps what it is sent, says what it is told to. */
final class TestPage implements WebSocket.Listener, AutoCloseable {
  final BlockingQueue<String> texts = new LinkedBlockingQueue<>(10_000);
  final BlockingQueue<byte[]> pictures = new LinkedBlockingQueue<>(10_000);
  final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final StringBuilder partial = new StringBuilder();
  private final boolean reading;
  private final WebSocket socket;

  TestPage(KioskServer server) throws Exception {
    this(server, true);
  }

  /** With {@code reading} false it takes nothing off the wire until {@link #readOn}. */
  TestPage(KioskServer server, boolean reading) throws Exception {
    this.reading = reading;
    String host = "127.0.0.1:" + server.port();
    URI url = server.url();
    String cookie =
        RawHttp.send(
                server.port(),
                "GET",
                url.getRawPath() + "?" + url.getRawQuery(),
                java.util.Map.of("Host", host),
                "")
            .header("set-cookie")
            .replaceAll(";.*", "");
    socket =
        client
            .newWebSocketBuilder()
            .header("Cookie", cookie)
            .header("Origin", "http://" + host)
            .connectTimeout(Duration.ofSeconds(5))
            .buildAsync(URI.create("ws://" + host + "/live"), this)
            .get(5, TimeUnit.SECONDS);
  }

  String next() throws InterruptedException {
    String text = texts.poll(5, TimeUnit.SECONDS);
    if (text == null) {
      throw new AssertionError("nothing came within 5 s");
    }
    return text;
  }

  void say(String text) throws Exception {
    socket.sendText(text, true).get(5, TimeUnit.SECONDS);
  }

  /** Waits for a snapshot and says that it is on the glass. */
  void look(long seq) throws Exception {
    while (!next().startsWith("{\"seq\":" + seq + ",")) {
      // an older one, or the build
    }
    say("{\"painted\":" + seq + "}");
  }

  /** For frames at which the server may close before they are written. */
  void sayWhatMayBeCutOff(String text) {
    socket.sendText(text, true);
  }

  void sayBinary(byte[] bytes) throws Exception {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).get(5, TimeUnit.SECONDS);
  }

  void readOn() {
    socket.request(Long.MAX_VALUE);
  }

  @Override
  public void onOpen(WebSocket opened) {
    if (reading) {
      opened.request(Long.MAX_VALUE);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      texts.add(partial.toString());
      partial.setLength(0);
    }
    return null;
  }

  @Override
  public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    pictures.add(bytes);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    closed.complete(status);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.complete(-1);
  }

  @Override
  public void close() {
    socket.abort();
    client.shutdownNow();
  }
}
