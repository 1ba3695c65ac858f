package org.facepay.sync.uplink;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** A collector that answers whatever it is told, and remembers how many rows each batch had. */
final class BadCollector implements AutoCloseable {
  /** One answer. */
  interface Reply {
    void to(HttpExchange exchange, CloudEvents.Batch batch) throws IOException;
  }

  private final HttpServer server;
  private final Queue<Reply> script = new ConcurrentLinkedQueue<>();
  private final List<List<String>> batches = Collections.synchronizedList(new ArrayList<>());
  private volatile Reply otherwise = BadCollector::stored;

  BadCollector() throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/events");
  }

  /** Answers of the next batches, in order. */
  BadCollector then(Reply... replies) {
    script.addAll(List.of(replies));
    return this;
  }

  /** Answer of every other batch; the usual is that all is stored. */
  BadCollector otherwise(Reply reply) {
    otherwise = reply;
    return this;
  }

  /** Ids of each batch that arrived. */
  List<List<String>> batches() {
    return List.copyOf(batches);
  }

  static Reply answer(int status, String type, String text) {
    return (exchange, batch) -> {
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    };
  }

  static Reply refused(Refusal refusal) {
    return answer(refusal.status(), Refusal.CONTENT_TYPE, refusal.body("by the collector"));
  }

  static Reply json(String text) {
    return answer(200, "application/json", text);
  }

  static void stored(HttpExchange exchange, CloudEvents.Batch batch) throws IOException {
    json("{\"accepted\":%d,\"duplicates\":0}".formatted(batch.events().size())).to(exchange, batch);
  }

  /** This reply to such a batch; any other is stored. */
  static Reply when(Predicate<CloudEvents.Batch> such, Reply reply) {
    return (exchange, batch) ->
        (such.test(batch) ? reply : (Reply) BadCollector::stored).to(exchange, batch);
  }

  static Predicate<CloudEvents.Batch> holds(String id) {
    return batch -> batch.events().stream().anyMatch(event -> event.id().equals(id));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream in = new GZIPInputStream(exchange.getRequestBody())) {
      CloudEvents.Batch batch = CloudEvents.decode(in.readAllBytes());
      batches.add(batch.events().stream().map(CloudEvents.Received::id).toList());
      Reply reply = script.poll();
      (reply == null ? otherwise : reply).to(exchange, batch);
    } catch (CloudEvents.MalformedBatchException e) {
      batches.add(List.of("malformed"));
      answer(400, "application/json", "{}").to(exchange, null);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** A peer below HTTP: reads the request's head and writes these bytes, then hangs up or stays. */
  static final class Raw implements AutoCloseable {
    private final ServerSocket listener;

    Raw(String answer, boolean reset, long dripMillis) throws IOException {
      listener = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
      Thread.ofVirtual()
          .start(
              () -> {
                while (!listener.isClosed()) {
                  try (Socket peer = listener.accept()) {
                    serve(peer, answer, reset, dripMillis);
                  } catch (IOException e) {
                    // the other side has hung up, or the test is over
                  }
                }
              });
    }

    URI uri() {
      return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/v1/events");
    }

    private static void serve(Socket peer, String answer, boolean reset, long dripMillis)
        throws IOException {
      peer.getInputStream().read(new byte[4096]);
      if (reset) {
        peer.setSoLinger(true, 0);
      }
      for (byte b : answer.getBytes(StandardCharsets.US_ASCII)) {
        peer.getOutputStream().write(b);
        if (dripMillis > 0) {
          java.util.concurrent.locks.LockSupport.parkNanos(dripMillis * 1_000_000);
        }
      }
      peer.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
      listener.close();
    }
  }
}
