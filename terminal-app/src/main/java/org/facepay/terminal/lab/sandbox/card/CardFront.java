package org.facepay.terminal.lab.sandbox.card;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.facepay.terminal.provider.card.TcpNexoLink;
import org.facepay.terminal.provider.wire.Loopback;
import org.facepay.terminal.provider.wire.Route;
import org.facepay.terminal.provider.wire.Wire;
import org.facepay.terminal.provider.wire.WireRequest;

/** A simulated terminal's sockets: messages behind their length over TCP, bodies over HTTP. */
final class CardFront implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final CardTerminalSimulator terminal;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Wire wire = new Wire(new Route(LIMIT, LIMIT));
  private final int tcpPort;
  private final int httpPort;
  private Future<?> acceptor = CompletableFuture.completedFuture(null);
  private ServerSocket listener;
  private HttpServer server;
  private volatile Optional<URI> till = Optional.empty();

  CardFront(CardTerminalSimulator terminal) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    this.terminal = terminal;
    this.listener = listen(0);
    this.tcpPort = listener.getLocalPort();
    this.server = serve(0);
    this.httpPort = server.getAddress().getPort();
  }

  InetSocketAddress tcp() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), tcpPort);
  }

  URI http() {
    return URI.create("http://127.0.0.1:" + httpPort + "/nexo");
  }

  void displayAt(URI where) {
    till = Optional.of(where);
  }

  synchronized void online(boolean on) throws IOException {
    stop();
    if (on) {
      listener = listen(tcpPort);
      server = serve(httpPort);
    }
  }

  private ServerSocket listen(int port) throws IOException {
    ServerSocket made = new ServerSocket();
    made.setReuseAddress(true);
    made.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    acceptor =
        threads.submit(
            () -> {
              while (!made.isClosed()) {
                Socket socket = made.accept();
                open.add(socket);
                var _ = threads.submit(() -> talk(socket));
              }
              return null;
            });
    return made;
  }

  /** A closed port takes calls for as long as somebody still waits for one. */
  private void stopAccepting() throws IOException {
    listener.close();
    try {
      acceptor.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      // it ends so when its port is closed
    } catch (TimeoutException e) {
      throw new IOException("the port stays open", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Void talk(Socket socket) throws IOException {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      byte[] bytes = new byte[Math.clamp(in.readInt(), 0, TcpNexoLink.MAX_MESSAGE)];
      in.readFully(bytes);
      Optional<String> answer =
          terminal.carryOut(
              new String(bytes, StandardCharsets.UTF_8), message -> display(in, out, message));
      if (answer.isPresent()) {
        TcpNexoLink.write(out, answer.get());
      }
    } catch (CardTerminalSimulator.HungUpException | UncheckedIOException e) {
      // the connection closes
    } finally {
      open.remove(socket);
    }
    return null;
  }

  /** Displays at the till and waits until it has said so. */
  private static void display(DataInputStream in, DataOutputStream out, String message) {
    try {
      TcpNexoLink.write(out, message);
      in.readNBytes(Math.clamp(in.readInt(), 0, TcpNexoLink.MAX_MESSAGE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpServer serve(int port) throws IOException {
    HttpServer made = Loopback.server(port, 16);
    made.createContext("/nexo", this::handle);
    made.setExecutor(threads);
    made.start();
    return made;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(TcpNexoLink.MAX_MESSAGE);
      byte[] answer =
          terminal
              .carryOut(new String(body, StandardCharsets.UTF_8), this::notifyTill)
              .orElse("")
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    } catch (CardTerminalSimulator.HungUpException e) {
      throw new IOException("hung up");
    }
  }

  /** Sends a display notification; a till that cannot be reached is none of the terminal's. */
  private void notifyTill(String message) {
    if (till.isEmpty()) {
      return;
    }
    try {
      wire.exchange(WireRequest.post(till.get(), Map.of(), message), LIMIT);
    } catch (Wire.NotSentException | Wire.NoAnswerException e) {
      // as a real terminal, it does not repeat them
    }
  }

  private void stop() throws IOException {
    stopAccepting();
    server.stop(0);
    for (Socket socket : open) {
      socket.close();
    }
  }

  @Override
  public synchronized void close() {
    try {
      stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.shutdownNow();
      wire.close();
    }
  }
}
