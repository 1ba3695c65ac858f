package org.facepay.terminal.lab.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.facepay.kiosk.web.KioskServer;
import org.jspecify.annotations.Nullable;

/**
 * A shopper's hand without a browser: speaks the page's protocol, sees the snapshots, and touches
 * what has been in sight for as long as the terminal asks of a hand. Thread-safe.
 */
public final class PageClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> ARRANGED =
      List.of(
          "type",
          "purpose",
          "full",
          "methods",
          "plans",
          "options",
          "asks",
          "kind",
          "end",
          "reason",
          "step",
          "paper",
          "expired",
          "found",
          "editing",
          "searching",
          "query",
          "goods",
          "slots",
          "chosen",
          "money",
          "lanes",
          "troubles",
          "good",
          "joined",
          "face",
          "staff",
          "scaleReady");

  private final HttpClient http = HttpClient.newHttpClient();
  private final WebSocket socket;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final StringBuilder partial = new StringBuilder();
  private @Nullable JsonNode snapshot;
  private List<JsonNode> arrangement = List.of();
  private long arrangedSeq;

  /** Since when the terminal knows that the arrangement is in sight; empty until it does. */
  private OptionalLong inSightNanos = OptionalLong.empty();

  private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
  private boolean closed;

  /** Connects to a terminal's page by its address with the launch token. */
  public PageClient(URI url) throws IOException, InterruptedException {
    HttpResponse<Void> entered =
        http.send(
            HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(5)).build(),
            HttpResponse.BodyHandlers.discarding());
    String cookie =
        entered
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow(() -> new IOException("the page gave no cookie"));
    String host = url.getHost() + ":" + url.getPort();
    try {
      socket =
          http.newWebSocketBuilder()
              .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
              .header("Origin", "http://" + host)
              .connectTimeout(Duration.ofSeconds(5))
              .buildAsync(URI.create("ws://" + host + "/live"), new Listener())
              .join();
    } catch (CompletionException e) {
      throw new IOException("cannot connect to the page: " + e.getMessage(), e);
    }
  }

  /** Waits for a snapshot; empty-handed after the time. */
  public JsonNode await(String what, Predicate<JsonNode> wanted, Duration longest)
      throws InterruptedException, IOException {
    long left = longest.toNanos();
    lock.lock();
    try {
      while (true) {
        JsonNode now = snapshot;
        if (now != null && wanted.test(now)) {
          return now;
        }
        if (left <= 0 || closed) {
          throw new IOException(
              "waited for "
                  + what
                  + ", the page shows "
                  + (now == null ? "nothing" : now.path("screen")));
        }
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a screen by its name. */
  public JsonNode awaitScreen(String type, Duration longest)
      throws InterruptedException, IOException {
    return await(type, s -> s.path("screen").path("type").asText().equals(type), longest);
  }

  /** Whether this screen is shown now. */
  public boolean shows(String type) {
    lock.lock();
    try {
      return snapshot != null && snapshot.path("screen").path("type").asText().equals(type);
    } finally {
      lock.unlock();
    }
  }

  /** Touches something, e.g. "pay". */
  public void touch(String intent) throws InterruptedException {
    send(JSON.createObjectNode().put("intent", intent));
  }

  public void choose(String method) throws InterruptedException {
    send(JSON.createObjectNode().put("intent", "chooseMethod").put("method", method));
  }

  /** Touches the picture of a good without a barcode. */
  public void chooseGood(String good) throws InterruptedException {
    send(JSON.createObjectNode().put("intent", "chooseGood").put("good", good));
  }

  /** Ticks a line of a receipt. */
  public void tickLine(String line) throws InterruptedException {
    send(JSON.createObjectNode().put("intent", "tickLine").put("line", line));
  }

  /** One more, or one less, of a line. */
  public void touch(String intent, String line) throws InterruptedException {
    send(JSON.createObjectNode().put("intent", intent).put("line", line));
  }

  /** What staff want to do. */
  public void chooseTask(String job) throws InterruptedException {
    send(JSON.createObjectNode().put("intent", "chooseTask").put("job", job));
  }

  /** One of the answers staff are offered. */
  public void chooseOption(String option) throws InterruptedException {
    send(JSON.createObjectNode().put("intent", "chooseOption").put("option", option));
  }

  /** Types a digit on the keypad. */
  public void digit(int digit) throws InterruptedException {
    send(JSON.createObjectNode().put("intent", "digit").put("digit", digit));
  }

  private void send(ObjectNode message) throws InterruptedException {
    lock.lock();
    try {
      long left = left();
      while (left > 0 && !closed) {
        var _ = changed.awaitNanos(left);
        left = left();
      }
      message.put("seq", snapshot == null ? 0 : snapshot.path("seq").asLong());
      say(message);
    } finally {
      lock.unlock();
    }
  }

  /** Nanoseconds until what is shown may be touched. */
  private long left() {
    long patience = KioskServer.PATIENCE.toNanos();
    return inSightNanos.isEmpty()
        ? patience
        : patience - (System.nanoTime() - inSightNanos.getAsLong());
  }

  /** One message after the other, as a WebSocket wants it. */
  private void say(ObjectNode message) {
    String text = message.toString();
    sending = idle().thenCompose(_ -> socket.sendText(text, true));
  }

  /** What was sent last is through, or could not be sent: either way the next one may go. */
  private CompletableFuture<Boolean> idle() {
    return sending.handle((_, failure) -> failure == null);
  }

  /** What decides where the controls stand; while it stays the same, they stay in sight. */
  private static List<JsonNode> arrangement(JsonNode snapshot) {
    List<JsonNode> parts = new ArrayList<>();
    parts.add(snapshot.path("overlay"));
    parts.add(snapshot.at("/screen/name"));
    parts.add(snapshot.at("/screen/options"));
    parts.add(snapshot.at("/display/language"));
    parts.add(snapshot.at("/display/largerText"));
    parts.add(snapshot.at("/screen/member/state"));
    for (String part : ARRANGED) {
      parts.add(snapshot.path("screen").path(part));
    }
    return parts;
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
  }

  private final class Listener implements WebSocket.Listener {
    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        take(from, partial.toString());
        partial.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      end();
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      end();
    }

    private void end() {
      lock.lock();
      try {
        closed = true;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer seq) {
      lock.lock();
      try {
        if (inSightNanos.isEmpty() && seq.getLong() >= arrangedSeq) {
          inSightNanos = OptionalLong.of(System.nanoTime());
          changed.signalAll();
        }
      } finally {
        lock.unlock();
      }
      from.request(1);
      return null;
    }

    /** Says what is in sight; the answer to the ping after it tells that the terminal knows. */
    private void look(WebSocket from, JsonNode message) {
      snapshot = message;
      long seq = message.path("seq").asLong();
      List<JsonNode> now = arrangement(message);
      if (!now.equals(arrangement)) {
        arrangement = now;
        arrangedSeq = seq;
        inSightNanos = OptionalLong.empty();
      }
      String held = JSON.createObjectNode().put("dom", seq).toString();
      String painted = JSON.createObjectNode().put("painted", seq).toString();
      ByteBuffer ping = ByteBuffer.allocate(Long.BYTES).putLong(0, seq);
      sending =
          idle()
              .thenCompose(_ -> from.sendText(held, true))
              .thenCompose(_ -> from.sendText(painted, true))
              .thenCompose(_ -> from.sendPing(ping));
    }

    private void take(WebSocket from, String text) {
      try {
        JsonNode message = JSON.readTree(text);
        if (message.has("screen")) {
          lock.lock();
          try {
            look(from, message);
            changed.signalAll();
          } finally {
            lock.unlock();
          }
        }
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("the terminal sends JSON", e);
      }
    }
  }
}
