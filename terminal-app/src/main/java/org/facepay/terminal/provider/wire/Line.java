package org.facepay.terminal.provider.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One connection to a provider, directly or by a proxy, with TLS where the address says so. Used by
 * one thread at a time; every read ends at a deadline, however slowly the other side drips.
 */
final class Line implements AutoCloseable, AnswerReader.Source {
  /** Servers drop idle connections after a minute or so; one that old is not tried any more. */
  private static final Duration MOST_IDLE = Duration.ofSeconds(20);

  /**
   * Closes what is late: below one read of TLS are many of its socket, each with a limit of its
   * own, so that a peer that drips would get a multiple of it.
   */
  private static final ScheduledThreadPoolExecutor LATE = late();

  private final SocketChannel channel;
  private final Socket socket;
  private final byte[] buffer = new byte[8 * 1024];
  private int at;
  private int filled;
  private long deadlineNanos;
  private long idleSinceNanos;

  private static ScheduledThreadPoolExecutor late() {
    ScheduledThreadPoolExecutor late =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("wire-deadlines").daemon().factory());
    late.setRemoveOnCancelPolicy(true);
    return late;
  }

  /** One step of TLS, at most until the deadline. */
  private interface Step {
    int take() throws IOException;
  }

  private static int until(long deadlineNanos, SocketChannel channel, Step step)
      throws IOException {
    AtomicBoolean late = new AtomicBoolean();
    Future<?> closing =
        LATE.schedule(
            () -> {
              late.set(true);
              channel.close();
              return null;
            },
            millis(deadlineNanos),
            TimeUnit.MILLISECONDS);
    try {
      return step.take();
    } catch (IOException e) {
      if (late.get()) {
        throw new SocketTimeoutException("time is over");
      }
      throw e;
    } finally {
      closing.cancel(false);
    }
  }

  private Line(SocketChannel channel, Socket socket) {
    this.channel = channel;
    this.socket = socket;
  }

  /**
   * Connects; nothing of a request has been sent when this fails.
   *
   * @param deadlineNanos by System.nanoTime
   */
  static Line to(URI uri, Route route, Supplier<SSLSocketFactory> tls, long deadlineNanos)
      throws IOException {
    boolean secure = "https".equals(uri.getScheme());
    int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
    String host = uri.getHost().replaceAll("^\\[|]$", "");
    String next = route.proxy().map(InetSocketAddress::getHostString).orElse(host);
    int nextPort = route.proxy().map(InetSocketAddress::getPort).orElse(port);
    long connectBy = Math.min(deadlineNanos, System.nanoTime() + route.connect().toNanos());
    SocketChannel channel = SocketChannel.open();
    try {
      InetSocketAddress address = new InetSocketAddress(resolved(next, connectBy), nextPort);
      Socket raw = channel.socket();
      raw.setTcpNoDelay(true);
      raw.connect(address, millis(connectBy));
      if (!secure) {
        return new Line(channel, raw);
      }
      if (route.proxy().isPresent()) {
        tunnel(new Line(channel, raw), host + ":" + port, connectBy);
      }
      raw.setSoTimeout(millis(connectBy));
      SSLSocket encrypted = (SSLSocket) tls.get().createSocket(raw, host, port, true);
      SSLParameters parameters = encrypted.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      encrypted.setSSLParameters(parameters);
      int _ =
          until(
              connectBy,
              channel,
              () -> {
                encrypted.startHandshake();
                return 0;
              });
      return new Line(channel, encrypted);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static void tunnel(Line line, String target, long deadlineNanos) throws IOException {
    String connect = "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n\r\n";
    line.send(connect.getBytes(StandardCharsets.ISO_8859_1), deadlineNanos);
    int status = new AnswerReader(line).head();
    if (status != 200) {
      throw new IOException("the proxy answers " + status);
    }
  }

  /** Names are looked up by the system, which takes its own time: that is bounded here. */
  static InetAddress resolved(String host, long deadlineNanos) throws IOException {
    if (host.matches("[0-9.]+|.*:.*")) {
      return InetAddress.getByName(host);
    }
    CompletableFuture<InetAddress> found = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                found.complete(InetAddress.getByName(host));
              } catch (UnknownHostException e) {
                found.completeExceptionally(e);
              }
            });
    try {
      return found.get(millis(deadlineNanos), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("no address of " + host, e);
    }
  }

  /** Whether the other side still listens, as far as can be told, and has said nothing unasked. */
  boolean usable() {
    if (System.nanoTime() - idleSinceNanos > MOST_IDLE.toNanos() || at < filled) {
      return false;
    }
    try {
      channel.configureBlocking(false);
      int heard = channel.read(ByteBuffer.allocate(1));
      channel.configureBlocking(true);
      return heard == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Sends bytes; what is read after it is read until the deadline. */
  void send(byte[] bytes, long deadline) throws IOException {
    deadlineNanos = deadline;
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
    out.flush();
  }

  void rest() {
    idleSinceNanos = System.nanoTime();
  }

  @Override
  public int read() throws IOException {
    if (at == filled) {
      socket.setSoTimeout(millis(deadlineNanos));
      InputStream in = socket.getInputStream();
      filled =
          socket instanceof SSLSocket
              ? until(deadlineNanos, channel, () -> in.read(buffer))
              : in.read(buffer);
      at = 0;
      if (filled <= 0) {
        filled = 0;
        return -1;
      }
    }
    return buffer[at++] & 0xff;
  }

  private static int millis(long deadlineNanos) throws SocketTimeoutException {
    long left = (deadlineNanos - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      throw new SocketTimeoutException("time is over");
    }
    return (int) Math.min(left, Integer.MAX_VALUE);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // it is given up anyway
    }
  }
}
