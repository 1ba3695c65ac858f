package org.facepay.sync.collector;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.facepay.sync.uplink.CloudEvents;
import org.facepay.sync.uplink.Refusal;
import org.facepay.sync.uplink.Uplink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reference cloud end. {@code POST /v1/events} takes a CloudEvents batch and answers {@code
 * {accepted, duplicates, rejected, serverTime}} after its commit; {@code GET /r/TOKEN} shows the
 * e-receipt of a sale.
 */
public final class Collector implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Collector.class);
  private static final int MAX_BODY = 8 << 20;

  /** Read and thrown away behind a body that is too large, so that the sender hears the answer. */
  private static final int MAX_REST = 64 << 20;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final EventStore store;
  private final InstantSource clock;
  private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();

  private Collector(HttpServer server, EventStore store, InstantSource clock) {
    this.server = server;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Starts on the loopback address.
   *
   * @param port 0 for any free one
   */
  public static Collector start(Path database, int port, InstantSource clock) throws IOException {
    // Without this the JDK's server answers a kept-alive connection 40 ms late (Nagle against
    // delayed acknowledgements).
    System.setProperty("sun.net.httpserver.nodelay", "true");
    Files.createDirectories(database.toAbsolutePath().getParent());
    HttpServer server = listen(port);
    try {
      Collector collector = new Collector(server, new EventStore(database), clock);
      server.createContext("/v1/events", x -> only("POST", x, collector::events));
      server.createContext("/r/", x -> only("GET", x, collector::receipt));
      server.setExecutor(collector.handlers);
      server.start();
      return collector;
    } catch (SQLException e) {
      server.stop(0);
      throw new IOException("cannot open " + database + ": " + e.getMessage(), e);
    }
  }

  private static HttpServer listen(int port) throws IOException {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 128);
    } catch (IOException e) {
      throw new IOException("cannot listen at 127.0.0.1:" + port + ": " + e.getMessage(), e);
    }
  }

  /** Where terminals post. */
  public URI uri() {
    return base().resolve("/v1/events");
  }

  /** Where e-receipts are read. */
  public URI receipts() {
    return base().resolve("/r/");
  }

  /** JSON data of all stored events of a type. */
  public List<String> ofType(String type) throws IOException {
    try {
      return store.ofType(type);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  /** All stored events. */
  public long count() throws IOException {
    try {
      return store.count();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.stop(0);
    handlers.shutdown();
    try {
      store.close();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** One request; the exchange is closed outside, because a refusal is an answer, too. */
  private interface Handling {
    void handle(HttpExchange exchange) throws IOException, SQLException;
  }

  private static void only(String method, HttpExchange exchange, Handling handling)
      throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals(method)) {
        exchange.getResponseHeaders().set("Allow", method);
        answer(exchange, 405, "text/plain", "only " + method + " here\n");
        return;
      }
      try {
        handling.handle(exchange);
      } catch (SQLException e) {
        LOG.error("the database failed: {}", e.getMessage());
        answer(exchange, 503, "text/plain", "try again\n");
      }
    }
  }

  private void events(HttpExchange exchange) throws IOException, SQLException {
    CloudEvents.Batch batch;
    try {
      Optional<byte[]> body = body(exchange);
      if (body.isEmpty()) {
        refuse(exchange, Refusal.TOO_LARGE, "at most " + MAX_BODY + " bytes");
        return;
      }
      batch = CloudEvents.decode(body.get());
    } catch (CloudEvents.MalformedBatchException e) {
      refuse(exchange, Refusal.MALFORMED, String.valueOf(e.getMessage()));
      return;
    } catch (ZipException | EOFException e) {
      refuse(exchange, Refusal.MALFORMED, "not gzip: " + e.getMessage());
      return;
    }
    EventStore.Stored stored = store.store(batch.events(), clock.instant());
    ObjectNode json = JSON.createObjectNode();
    json.put("accepted", stored.accepted()).put("duplicates", stored.duplicates());
    batch
        .rejected()
        .forEach(
            r -> json.withArray("rejected").addObject().put("id", r.id()).put("code", r.code()));
    json.put("serverTime", clock.instant().toString());
    if (twin(exchange, batch)) {
      json.put("twin", true);
    }
    answer(exchange, 200, "application/json", json.toString());
  }

  /** A batch without a start is of a program of before, which draws none. */
  private boolean twin(HttpExchange exchange, CloudEvents.Batch batch) throws SQLException {
    String start = exchange.getRequestHeaders().getFirst(Uplink.START);
    if (start == null || batch.events().isEmpty()) {
      return false;
    }
    String source = batch.events().getFirst().source();
    boolean twin = store.twin(source, start, clock.instant());
    if (twin) {
      LOG.warn("{} runs twice: one of the two is a copy of the other's disk", source);
    }
    return twin;
  }

  private void receipt(HttpExchange exchange) throws IOException, SQLException {
    String token = exchange.getRequestURI().getPath().substring("/r/".length());
    Optional<String> sale = store.receipt(token);
    int status = sale.isPresent() ? 200 : 404;
    String page =
        sale.isPresent() ? ReceiptPage.of(JSON.readTree(sale.get())) : ReceiptPage.notYet();
    answer(exchange, status, "text/html; charset=utf-8", page);
  }

  /** The decoded body, or empty when it is too large. */
  private static Optional<byte[]> body(HttpExchange exchange) throws IOException {
    boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    try (InputStream raw = exchange.getRequestBody();
        InputStream in = gzip ? new GZIPInputStream(raw, 8192) : raw) {
      byte[] body = in.readNBytes(MAX_BODY + 1);
      if (body.length <= MAX_BODY) {
        return Optional.of(body);
      }
      byte[] rest = new byte[8192];
      for (int left = MAX_REST, n = 0; left > 0 && n >= 0; left -= n) {
        n = raw.read(rest);
      }
      return Optional.empty();
    }
  }

  private static void refuse(HttpExchange exchange, Refusal refusal, String why)
      throws IOException {
    answer(exchange, refusal.status(), Refusal.CONTENT_TYPE, refusal.body(why));
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange
        .getResponseHeaders()
        .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
