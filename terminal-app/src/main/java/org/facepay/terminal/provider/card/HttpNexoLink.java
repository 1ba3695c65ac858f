package org.facepay.terminal.provider.card;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.facepay.terminal.provider.wire.Wire;
import org.facepay.terminal.provider.wire.WireAnswer;
import org.facepay.terminal.provider.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/**
 * A card terminal over HTTP or HTTPS: a message is the body of a POST and its answer the body of
 * the response. What the terminal displays comes as requests to an address of the till, which is
 * given to whoever is in an exchange (Terminal API, "local communications", "display
 * notifications").
 */
public final class HttpNexoLink implements NexoLink {
  private final URI terminal;
  private final Wire wire;
  private final Duration answer;
  private final Optional<HttpServer> notices;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicReference<@Nullable Heard> listening = new AtomicReference<>();

  /**
   * Opens the link, and the address for notices where one is named.
   *
   * @param notices where the terminal was told to send display notifications
   * @param answer longest time for a message that has no answer
   */
  public HttpNexoLink(URI terminal, Wire wire, Duration answer, Optional<InetSocketAddress> notices)
      throws IOException {
    this.terminal = terminal;
    this.wire = wire;
    this.answer = answer;
    this.notices = notices.isPresent() ? Optional.of(listen(notices.get())) : Optional.empty();
  }

  private HttpServer listen(InetSocketAddress at) throws IOException {
    HttpServer server = HttpServer.create(at, 8);
    server.createContext("/", this::notice);
    server.setExecutor(threads);
    server.start();
    return server;
  }

  /** Where notices are heard, for the terminal's configuration. */
  public Optional<InetSocketAddress> notices() {
    return notices.map(HttpServer::getAddress);
  }

  private void notice(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(TcpNexoLink.MAX_MESSAGE);
      String text = new String(body, StandardCharsets.UTF_8);
      byte[] reply =
          Optional.ofNullable(listening.get())
              .flatMap(heard -> heard.message(text))
              .orElse("")
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, reply.length == 0 ? -1 : reply.length);
      exchange.getResponseBody().write(reply);
    }
  }

  @Override
  public String exchange(String message, Duration total, Heard heard)
      throws Wire.NotSentException, Wire.NoAnswerException {
    listening.set(heard);
    try {
      WireAnswer answer = wire.exchange(post(message), total);
      String text = answer.text();
      if (answer.status() != 200) {
        throw new Wire.NoAnswerException("HTTP " + answer.status());
      }
      if (heard.message(text).isPresent()) {
        throw new Wire.NoAnswerException("no answer to what was asked");
      }
      return text;
    } finally {
      listening.compareAndSet(heard, null);
    }
  }

  @Override
  public void tell(String message) throws Wire.NotSentException, Wire.NoAnswerException {
    int status = wire.exchange(post(message), answer).status();
    if (status != 200 && status != 204) {
      throw new Wire.NoAnswerException("HTTP " + status);
    }
  }

  private WireRequest post(String message) {
    return WireRequest.post(terminal, Map.of("Content-Type", "application/json"), message);
  }

  @Override
  public void close() {
    notices.ifPresent(server -> server.stop(0));
    threads.shutdownNow();
    wire.close();
  }
}
