package org.facepay.terminal.provider.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One request over HTTP/1.1 and its whole answer, bounded in time and size. It follows no redirect,
 * since a payment code is sent to nobody else, and sends nothing twice, since a payment must not
 * be: whatever breaks after the first byte is no answer. Connections are kept for the next request.
 * Thread-safe.
 */
public final class Wire implements AutoCloseable {
  private static final int MOST_IDLE_LINES = 4;

  private final Route route;
  private final @Nullable KeyStore authorities;
  private final Deque<Idle> idle = new ArrayDeque<>();
  private final Set<Line> busy = new HashSet<>();
  private @Nullable SSLSocketFactory tls;
  private boolean closed;

  /** A connection that waits for its next request. */
  private record Idle(String authority, Line line) {}

  public Wire(Route route) {
    this(route, null);
  }

  /**
   * @param authorities whose certificates are believed; null: the system's
   */
  Wire(Route route, @Nullable KeyStore authorities) {
    this.route = route;
    this.authorities = authorities;
  }

  /** Reading the authorities takes a while: not before somebody needs them. */
  private synchronized SSLSocketFactory tls() {
    if (tls == null) {
      tls =
          route.pins().isEmpty() && route.client().isEmpty() && authorities == null
              ? (SSLSocketFactory) SSLSocketFactory.getDefault()
              : Pins.context(route, authorities).getSocketFactory();
    }
    return tls;
  }

  /** Looks a name up, at most for so long. */
  public static InetAddress address(String host, Duration limit) throws IOException {
    return Line.resolved(host, System.nanoTime() + limit.toNanos());
  }

  /** A request and its answer. */
  public interface Call<R> {
    R send() throws NotSentException, NoAnswerException;
  }

  /** What the answer means to the caller, or what it means that there is none. */
  public static <R, T> T outcome(
      Call<R> call, Function<R, T> reading, Function<String, T> notSent, Function<String, T> none) {
    try {
      return reading.apply(call.send());
    } catch (NotSentException e) {
      return notSent.apply(String.valueOf(e.getMessage()));
    } catch (NoAnswerException e) {
      return none.apply(String.valueOf(e.getMessage()));
    }
  }

  /** The connection could not be made: the request never left. */
  public static final class NotSentException extends Exception {
    private static final long serialVersionUID = 1L;

    public NotSentException(String message) {
      super(message);
    }
  }

  /** It is not known what the other side made of the request. */
  public static final class NoAnswerException extends Exception {
    private static final long serialVersionUID = 1L;

    public NoAnswerException(String message) {
      super(message);
    }
  }

  /** Sends a request and waits for its whole answer, whatever its status. */
  public WireAnswer exchange(WireRequest request) throws NotSentException, NoAnswerException {
    return exchange(request, route.answer());
  }

  /**
   * As {@link #exchange(WireRequest)}.
   *
   * @param limit longest time for this whole exchange, body included
   */
  public WireAnswer exchange(WireRequest request, Duration limit)
      throws NotSentException, NoAnswerException {
    String authority = request.uri().getScheme() + "://" + request.uri().getRawAuthority();
    boolean proxied = route.proxy().isPresent() && "http".equals(request.uri().getScheme());
    byte[] bytes = request.bytes(proxied);
    long deadline = System.nanoTime() + limit.toNanos();
    Line line = line(request, authority, deadline);
    boolean keep = false;
    try {
      line.send(bytes, deadline);
      AnswerReader.Read read = new AnswerReader(line).read();
      keep = read.reusable();
      return read.answer();
    } catch (SocketTimeoutException e) {
      throw new NoAnswerException("no answer within " + limit.toMillis() + " ms");
    } catch (IOException e) {
      throw new NoAnswerException(
          Thread.currentThread().isInterrupted()
              ? "stopped"
              : "broken exchange: " + e.getMessage());
    } finally {
      done(authority, line, keep);
    }
  }

  /** A kept connection, or a new one. */
  private Line line(WireRequest request, String authority, long deadline) throws NotSentException {
    for (Line kept = kept(authority); kept != null; kept = kept(authority)) {
      if (kept.usable()) {
        return kept;
      }
      done(authority, kept, false);
    }
    try {
      Line made = Line.to(request.uri(), route, this::tls, deadline);
      synchronized (this) {
        if (closed) {
          made.close();
          throw new NotSentException("closed");
        }
        busy.add(made);
      }
      return made;
    } catch (IOException e) {
      throw new NotSentException("no connection to " + request.uri().getAuthority());
    }
  }

  private synchronized @Nullable Line kept(String authority) {
    for (Idle each : idle) {
      if (each.authority().equals(authority)) {
        idle.remove(each);
        busy.add(each.line());
        return each.line();
      }
    }
    return null;
  }

  private synchronized void done(String authority, Line line, boolean keep) {
    busy.remove(line);
    if (!keep || closed) {
      line.close();
      return;
    }
    line.rest();
    idle.addFirst(new Idle(authority, line));
    while (idle.size() > MOST_IDLE_LINES) {
      idle.removeLast().line().close();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    busy.forEach(Line::close);
    idle.forEach(each -> each.line().close());
    idle.clear();
  }
}
