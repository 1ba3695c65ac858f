package org.facepay.terminal.demo;

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
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A shopper's hand without a browser: speaks the page's protocol, sees the snapshots, touches.
 * Thread-safe.
 */
public final class PageClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final WebSocket socket;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final StringBuilder partial = new StringBuilder();
  private @Nullable JsonNode snapshot;
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

  /** Touches something, e.g. "pay". */
  public void touch(String intent) {
    send(JSON.createObjectNode().put("intent", intent));
  }

  public void choose(String method) {
    send(JSON.createObjectNode().put("intent", "chooseMethod").put("method", method));
  }

  /** Touches the picture of a good without a barcode. */
  public void chooseGood(String good) {
    send(JSON.createObjectNode().put("intent", "chooseGood").put("good", good));
  }

  /** Ticks a line of a receipt. */
  public void tickLine(String line) {
    send(JSON.createObjectNode().put("intent", "tickLine").put("line", line));
  }

  /** Types a digit on the keypad. */
  public void digit(int digit) {
    send(JSON.createObjectNode().put("intent", "digit").put("digit", digit));
  }

  private void send(ObjectNode message) {
    JsonNode now;
    lock.lock();
    try {
      now = snapshot;
    } finally {
      lock.unlock();
    }
    message.put("seq", now == null ? 0 : now.path("seq").asLong());
    var _ = socket.sendText(message.toString(), true);
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
        take(partial.toString());
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

    private void take(String text) {
      try {
        JsonNode message = JSON.readTree(text);
        if (message.has("screen")) {
          lock.lock();
          try {
            snapshot = message;
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
