package org.facepay.sync.uplink;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Exchanges with the collector, each within a time that counts the whole answer. */
final class CollectorClient implements AutoCloseable {
  private static final int MAX_ANSWER = 1 << 20;

  private final URI collector;
  private final String start;
  private final Duration answer;
  private final HttpClient http;

  /**
   * @param start names this start of the program
   */
  CollectorClient(Uplink.Settings settings, String start) {
    this.collector = settings.collector().events();
    this.start = start;
    this.answer = settings.collector().answer();
    this.http = settings.collector().client(settings.collector().connect());
  }

  /** Posts a packed batch. */
  CompletableFuture<HttpResponse<byte[]>> send(byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(collector)
            .header("Content-Type", CloudEvents.CONTENT_TYPE)
            .header("Content-Encoding", "gzip")
            .header(Uplink.START, start)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return http.sendAsync(
        request,
        HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MAX_ANSWER));
  }

  /**
   * Waits for the whole answer; the client's own time limit would end with the headers.
   *
   * @param ids that were sent
   */
  Answer answer(CompletableFuture<HttpResponse<byte[]>> sent, Set<String> ids) {
    try {
      HttpResponse<byte[]> response = sent.get(answer.toMillis(), TimeUnit.MILLISECONDS);
      return Answer.of(response.statusCode(), response.headers(), response.body(), ids);
    } catch (TimeoutException e) {
      sent.cancel(true);
      return later(Trouble.Kind.NO_ANSWER, Long.toString(answer.toMillis()));
    } catch (ExecutionException e) {
      return later(Trouble.Kind.NO_CONNECTION, String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      return later(Trouble.Kind.STOPPED, "");
    }
  }

  private static Answer later(Trouble.Kind kind, String detail) {
    return new Answer.Later(new Trouble(kind, detail), Optional.empty());
  }

  /** Breaks off what is under way. */
  @Override
  public void close() {
    http.shutdownNow();
  }
}
