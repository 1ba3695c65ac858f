package org.facepay.terminal.payment.alipay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One signed request to {@code gateway.do} and its verified reply. The public parameters and the
 * signature go into the query string, {@code biz_content} into the body, as in Alipay's own SDK.
 * Thread-safe.
 */
final class AlipayGateway implements AutoCloseable {
  private static final int MAX_REPLY = 256 * 1024;
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  private final URI gateway;
  private final String appId;
  private final PrivateKey merchantKey;
  private final PublicKey alipayKey;
  private final Duration total;
  private final InstantSource clock;
  private final HttpClient http;

  AlipayGateway(AlipaySettings settings, InstantSource clock) {
    this.gateway = settings.gateway();
    this.appId = settings.appId();
    this.merchantKey = settings.merchantKey();
    this.alipayKey = settings.alipayKey();
    this.total = settings.answer();
    this.clock = clock;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.connect())
            .build();
  }

  /** The connection could not be made: the request never left. */
  static final class NotSentException extends Exception {
    private static final long serialVersionUID = 1L;

    NotSentException(String message) {
      super(message);
    }
  }

  /** It is not known what the gateway made of the request. */
  static final class NoAnswerException extends Exception {
    private static final long serialVersionUID = 1L;

    NoAnswerException(String message) {
      super(message);
    }
  }

  /** Sends a request and waits for its whole reply, at most for the configured time. */
  AlipayReply call(String method, ObjectNode content) throws NotSentException, NoAnswerException {
    SortedMap<String, String> parameters = new TreeMap<>();
    parameters.put("app_id", appId);
    parameters.put("method", method);
    parameters.put("format", "json");
    parameters.put("charset", "UTF-8");
    parameters.put("sign_type", "RSA2");
    parameters.put("timestamp", TIMESTAMP.format(clock.instant()));
    parameters.put("version", "1.0");
    String biz = content.toString();
    parameters.put("biz_content", biz);
    String sign = Rsa2.sign(Rsa2.canonical(parameters), merchantKey);
    parameters.remove("biz_content");
    parameters.put("sign", sign);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(gateway + "?" + form(parameters)))
            .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
            .POST(HttpRequest.BodyPublishers.ofString(form(Map.of("biz_content", biz))))
            .build();
    HttpResponse<String> response = exchange(request);
    if (response.statusCode() != 200) {
      throw new NoAnswerException("HTTP " + response.statusCode());
    }
    try {
      return AlipayReply.read(response.body(), method, alipayKey);
    } catch (AlipayReply.UntrustedException e) {
      throw new NoAnswerException(e.getMessage() == null ? "untrusted" : e.getMessage());
    }
  }

  private HttpResponse<String> exchange(HttpRequest request)
      throws NotSentException, NoAnswerException {
    var body =
        HttpResponse.BodyHandlers.limiting(
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), MAX_REPLY);
    CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, body);
    try {
      return answer.get(total.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new NoAnswerException("no answer within " + total.toMillis() + " ms");
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new NoAnswerException("stopped");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
        throw new NotSentException("no connection to " + gateway.getAuthority());
      }
      String what =
          cause instanceof IOException ? String.valueOf(cause.getMessage()) : String.valueOf(cause);
      throw new NoAnswerException("broken exchange: " + what);
    }
  }

  private static String form(Map<String, String> parameters) {
    StringBuilder text = new StringBuilder();
    parameters.forEach(
        (key, value) ->
            text.append(text.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(key, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return text.toString();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
