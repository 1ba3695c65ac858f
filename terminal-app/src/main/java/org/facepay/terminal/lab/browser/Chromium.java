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
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.facepay.kiosk.web.KioskServer;
import org.jspecify.annotations.Nullable;

/**
 * A real browser that looks at the shopper's page and touches it: starts Chromium and speaks the
 * DevTools protocol (Chrome DevTools Protocol, domains Runtime, Input and Page) over its WebSocket.
 * Used by the trip and the benchmark.
 */
public final class Chromium implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration START = Duration.ofSeconds(30);
  private static final Duration CALL = Duration.ofSeconds(15);

  /** From the document to the glass is part of it. */
  private static final Duration IN_SIGHT = KioskServer.PATIENCE.plusMillis(150);

  private final Process process;
  private final Path profile;
  private final HttpClient http = HttpClient.newHttpClient();
  private final WebSocket socket;
  private Duration waited = Duration.ZERO;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> calls = new ConcurrentHashMap<>();

  /**
   * Starts headless and opens the page.
   *
   * @throws IOException when Chromium is not installed or does not start; the message says what to
   *     do
   */
  public static Chromium headless(URI page, int width, int height)
      throws IOException, InterruptedException {
    return new Chromium(
        page, List.of("--headless=new", "--window-size=" + width + "," + height), width, height);
  }

  /**
   * As above, a phone's size, which trusts a page that proves itself by this key.
   *
   * @param pin SHA-256 of the public key, base 64
   */
  public static Chromium phone(URI page, String pin) throws IOException, InterruptedException {
    return trusting(page, pin, 390, 844);
  }

  /** As {@link #phone}, of any size. */
  public static Chromium trusting(URI page, String pin, int width, int height)
      throws IOException, InterruptedException {
    return new Chromium(
        page,
        List.of(
            "--headless=new",
            "--window-size=" + width + "," + height,
            "--ignore-certificate-errors-spki-list=" + pin),
        width,
        height);
  }

  /** Starts a kiosk window on the display and returns the process; nothing is controlled. */
  public static Process window(URI page) throws IOException {
    List<String> command = command(Files.createTempDirectory("facepay-chromium"));
    command.add("--app=" + page);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private Chromium(URI page, List<String> flags, int width, int height)
      throws IOException, InterruptedException {
    profile = Files.createTempDirectory("facepay-chromium");
    List<String> command = command(profile);
    command.addAll(flags);
    command.add("--remote-debugging-port=0");
    command.add("about:blank");
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new IOException(
          "Chromium is not installed; run: apt-get install chromium fonts-noto-cjk", e);
    }
    socket = connect();
    call(
        "Emulation.setDeviceMetricsOverride",
        JSON.createObjectNode()
            .put("width", width)
            .put("height", height)
            .put("deviceScaleFactor", 1)
            .put("mobile", false));
    call("Page.navigate", JSON.createObjectNode().put("url", page.toString()));
  }

  private static List<String> command(Path profile) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "chromium",
                "--user-data-dir=" + profile,
                "--no-first-run",
                "--disable-gpu",
                "--disable-quic",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-features=Translate",
                "--disable-pinch",
                "--overscroll-history-navigation=0",
                "--hide-scrollbars"));
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--no-sandbox");
    }
    return command;
  }

  private WebSocket connect() throws IOException, InterruptedException {
    Path portFile = profile.resolve("DevToolsActivePort");
    long end = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      if (Files.exists(portFile)) {
        List<String> lines = Files.readAllLines(portFile);
        if (lines.size() >= 2) {
          return attach(Integer.parseInt(lines.getFirst().strip()));
        }
      }
      Thread.sleep(20);
    }
    throw new IOException("Chromium did not start within " + START.toSeconds() + " s");
  }

  private WebSocket attach(int port) throws IOException, InterruptedException {
    URI list = URI.create("http://127.0.0.1:" + port + "/json/list");
    long end = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < end) {
      String body =
          http.send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
              .body();
      for (JsonNode target : JSON.readTree(body)) {
        if (target.path("type").asText().equals("page")) {
          return open(URI.create(target.path("webSocketDebuggerUrl").asText()));
        }
      }
      Thread.sleep(20);
    }
    throw new IOException("Chromium has no page");
  }

  private WebSocket open(URI uri) throws IOException {
    try {
      return http.newWebSocketBuilder().connectTimeout(CALL).buildAsync(uri, new Listener()).join();
    } catch (CompletionException e) {
      throw new IOException("cannot control Chromium: " + e.getMessage(), e);
    }
  }

  /** The value of a JavaScript expression. */
  public JsonNode evaluate(String expression) throws IOException, InterruptedException {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            JSON.createObjectNode().put("expression", expression).put("returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new IOException(
          "in the page: "
              + answer.path("exceptionDetails").path("exception").path("description").asText());
    }
    return answer.path("result").path("value");
  }

  /** Waits until an expression is true. */
  public void await(String what, String expression, Duration longest)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (!evaluate("!!(" + expression + ")").asBoolean()) {
      if (System.nanoTime() > end) {
        throw new IOException(
            "the page does not show "
                + what
                + " but: "
                + evaluate("document.body.innerText").asText());
      }
      Thread.sleep(2);
    }
  }

  /**
   * Presses the button that shows a text, where a finger would: in its middle, and once it has been
   * in sight there for as long as the terminal asks of a hand.
   */
  public void press(String text) throws IOException, InterruptedException {
    String find =
        "(()=>{const b=[...document.querySelectorAll('button')].find(b=>b.innerText.replace(/\\s/g,'').includes('"
            + text
            + "'));if(!b)return null;const r=b.getBoundingClientRect();return [r.x+r.width/2,r.y+r.height/2]})()";
    await("the button " + text, find, CALL);
    JsonNode at = steady(text, find);
    for (String type : List.of("mousePressed", "mouseReleased")) {
      call(
          "Input.dispatchMouseEvent",
          JSON.createObjectNode()
              .put("type", type)
              .put("x", at.path(0).asDouble())
              .put("y", at.path(1).asDouble())
              .put("button", "left")
              .put("clickCount", 1));
    }
  }

  /** Where it is when it has stayed there for long enough. */
  private JsonNode steady(String text, String find) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    long end = begun + CALL.toNanos();
    long since = begun;
    JsonNode at = evaluate(find);
    while (at.isNull() || System.nanoTime() - since < IN_SIGHT.toNanos()) {
      if (System.nanoTime() > end) {
        throw new IOException("the button " + text + " does not stay in its place");
      }
      Thread.sleep(5);
      JsonNode now = evaluate(find);
      if (!now.equals(at)) {
        at = now;
        since = System.nanoTime();
      }
    }
    waited = waited.plusNanos(System.nanoTime() - begun);
    return at;
  }

  /** For how long the hand has waited, in all, before it pressed. */
  public Duration waited() {
    return waited;
  }

  /** Saves what is on the glass. */
  public void screenshot(Path png) throws IOException, InterruptedException {
    JsonNode answer = call("Page.captureScreenshot", JSON.createObjectNode().put("format", "png"));
    Files.write(png, Base64.getDecoder().decode(answer.path("data").asText()));
  }

  private JsonNode call(String method, ObjectNode parameters)
      throws IOException, InterruptedException {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    calls.put(id, answer);
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", parameters);
    socket.sendText(message.toString(), true).join();
    try {
      JsonNode got = answer.get(CALL.toMillis(), TimeUnit.MILLISECONDS);
      if (got.has("error")) {
        throw new IOException(method + ": " + got.path("error").path("message").asText());
      }
      return got.path("result");
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("Chromium does not answer " + method, e);
    } finally {
      calls.remove(id);
    }
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      delete(profile);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      profile
          .toFile()
          .deleteOnExit(); // Chromium may still be writing; what is left is a temporary folder
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e)
              throws IOException {
            Files.deleteIfExists(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder partial = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        try {
          JsonNode message = JSON.readTree(partial.toString());
          CompletableFuture<JsonNode> waiting = calls.get(message.path("id").asInt());
          if (waiting != null) {
            waiting.complete(message);
          }
        } catch (JsonProcessingException e) {
          throw new IllegalStateException("DevTools speak JSON", e);
        }
        partial.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
