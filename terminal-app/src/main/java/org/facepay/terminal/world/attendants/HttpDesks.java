package org.facepay.terminal.world.attendants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.facepay.sync.attendants.ShopKey;
import org.facepay.sync.uplink.Uplink;
import org.facepay.terminal.session.PhoneLink;

/** Desks on other machines: the collector's, and those of the shop's other terminals. */
final class HttpDesks implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** Answers are a few words each. */
  private static final int MOST_BYTES = 65_536;

  private final URI events;
  private final HttpClient http;
  private final HttpClient peers;

  /**
   * Whoever has the shop's key proves it by the seal; certificates of its terminals are nobody's.
   *
   * @param collector where events go; its desks stand beside
   */
  HttpDesks(Uplink.Endpoint collector) throws IOException {
    events = collector.events();
    http = collector.client(PATIENCE);
    try {
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, new TrustManager[] {new AnyCertificate()}, null);
      peers = HttpClient.newBuilder().connectTimeout(PATIENCE).sslContext(tls).build();
    } catch (GeneralSecurityException e) {
      throw new IOException("no TLS to the shop's terminals: " + e.getMessage(), e);
    }
  }

  /** The collector's desk. */
  Line.Desk collector() {
    URI desk = events.resolve("attendance");
    return new Line.Desk() {
      @Override
      public JsonNode said(ObjectNode said) throws IOException, InterruptedException {
        return ask(desk, said).path("answers");
      }

      @Override
      public PhoneLink link(String attendant) throws IOException, InterruptedException {
        ObjectNode who = JSON.createObjectNode().put("attendant", attendant);
        String url = ask(desk.resolve("attendance/pair"), who).path("url").asText();
        return new PhoneLink(url, "");
      }

      @Override
      public String name() {
        return "the collector";
      }

      private JsonNode ask(URI to, ObjectNode said) throws IOException, InterruptedException {
        byte[] body = said.toString().getBytes(StandardCharsets.UTF_8);
        return read(send(http, request(to, body)).body());
      }
    };
  }

  /** Where the terminals of a shop find each other, beside the collector's desk. */
  Peers.Board board() {
    URI desk = events.resolve("attendance/peers");
    return own -> {
      byte[] body = own.json().toString().getBytes(StandardCharsets.UTF_8);
      return read(send(http, request(desk, body)).body()).path("terminals");
    };
  }

  /**
   * The desk of another terminal.
   *
   * @param home address of its page
   */
  Line.Desk peer(URI home, ShopKey key, InstantSource clock) {
    URI desk = home.resolve("/v1/attendance");
    return new Line.Desk() {
      @Override
      public JsonNode said(ObjectNode said) throws IOException, InterruptedException {
        byte[] body = said.toString().getBytes(StandardCharsets.UTF_8);
        ShopKey.Stamp stamp = key.stamp(clock.instant(), body);
        HttpResponse<byte[]> answer = send(peers, request(desk, body).headers(stamp.headers()));
        String seal = answer.headers().firstValue(ShopKey.SEAL).orElse("");
        if (!key.answered(stamp, answer.body(), seal)) {
          throw new IOException("what answers there has not the shop's key");
        }
        return read(answer.body()).path("answers");
      }

      @Override
      public PhoneLink link(String attendant) throws IOException {
        throw new IOException("phones are paired there at its own screen");
      }

      @Override
      public String name() {
        return home.toString();
      }
    };
  }

  private static HttpRequest.Builder request(URI to, byte[] body) {
    return HttpRequest.newBuilder(to)
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  private static HttpResponse<byte[]> send(HttpClient http, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.send(
            request.build(),
            HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES));
    if (answer.statusCode() != 200) {
      String why = new String(answer.body(), StandardCharsets.UTF_8).replaceAll("[^ -~]", "");
      throw new IOException(
          "HTTP " + answer.statusCode() + ": " + why.substring(0, Math.min(80, why.length())));
    }
    return answer;
  }

  private static JsonNode read(byte[] body) throws IOException {
    try {
      JsonNode read = JSON.readTree(body);
      return read == null ? JSON.missingNode() : read;
    } catch (JsonProcessingException e) {
      throw new IOException("the answer is no JSON", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
    peers.shutdownNow();
  }
}
