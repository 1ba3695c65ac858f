package org.facepay.terminal.payment.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * One request over HTTP and its whole answer, bounded in time and size; follows no redirect, since
 * a payment code is sent to nobody else. Thread-safe.
 */
public final class Wire implements AutoCloseable {
  private static final int MAX_ANSWER = 256 * 1024;

  private final Duration total;
  private final HttpClient http;

  public Wire(Route route) {
    this(route, null);
  }

  /**
   * @param authorities whose certificates are believed; null: the system's
   */
  Wire(Route route, @Nullable KeyStore authorities) {
    this.total = route.answer();
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(route.connect());
    route.proxy().ifPresent(proxy -> builder.proxy(ProxySelector.of(proxy)));
    if (!route.pins().isEmpty()) {
      builder.sslContext(Pins.context(route.pins(), authorities));
    }
    this.http = builder.build();
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
  public HttpResponse<byte[]> exchange(HttpRequest request)
      throws NotSentException, NoAnswerException {
    return exchange(request, total);
  }

  /**
   * As {@link #exchange(HttpRequest)}.
   *
   * @param limit longest time for this whole exchange, body included
   */
  public HttpResponse<byte[]> exchange(HttpRequest request, Duration limit)
      throws NotSentException, NoAnswerException {
    var body =
        HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MAX_ANSWER);
    CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, body);
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new NoAnswerException("no answer within " + limit.toMillis() + " ms");
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new NoAnswerException("stopped");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof ConnectException
          || cause instanceof HttpConnectTimeoutException
          || cause instanceof SSLHandshakeException) {
        throw new NotSentException("no connection to " + request.uri().getAuthority());
      }
      String what =
          cause instanceof IOException ? String.valueOf(cause.getMessage()) : String.valueOf(cause);
      throw new NoAnswerException("broken exchange: " + what);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
