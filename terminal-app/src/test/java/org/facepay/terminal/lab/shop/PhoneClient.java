package org.facepay.terminal.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** An attendant's phone that goes on after the warning of a certificate nobody vouches for. */
final class PhoneClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Seen seen = new Seen();
  private final HttpClient http;
  private final URI home;
  private final String cookie;

  /** Scans the code. */
  PhoneClient(URI code) throws IOException, InterruptedException, GeneralSecurityException {
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, new TrustManager[] {seen}, null);
    http = HttpClient.newBuilder().sslContext(tls).build();
    home = code;
    HttpResponse<String> paired =
        http.send(HttpRequest.newBuilder(code).build(), BodyHandlers.ofString());
    cookie = paired.headers().firstValue("Set-Cookie").orElse("none=").split(";", 2)[0];
  }

  /** SHA-256 of the certificate it was shown, as it stands on the terminal's screen. */
  String fingerprint() throws GeneralSecurityException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(seen.last.orElseThrow().getEncoded());
    String hex = HexFormat.of().formatHex(hash).toUpperCase(Locale.ROOT);
    return hex.replaceAll("(.{4})(?=.)", "$1 ");
  }

  /** Status of what its page asks for each second. */
  int status() throws IOException, InterruptedException {
    return ask().statusCode();
  }

  JsonNode board() throws IOException, InterruptedException {
    return JSON.readTree(ask().body());
  }

  private HttpResponse<String> ask() throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(home.resolve("/staff/board")).header("Cookie", cookie).build(),
        BodyHandlers.ofString());
  }

  /** What waits first. */
  JsonNode waiting() throws IOException, InterruptedException {
    return board().at("/waiting/0");
  }

  /** Answers what waited; the status. */
  int answer(JsonNode place, String kind) throws IOException, InterruptedException {
    ObjectNode answer = JSON.createObjectNode().put("terminal", place.path("terminal").asText());
    answer.put("kind", kind).put("session", place.path("session").asLong());
    answer.put("call", place.at("/call/id").asLong());
    answer.put("years", place.at("/waits/years").asInt());
    return http.send(
            HttpRequest.newBuilder(home.resolve("/staff/answer"))
                .headers("Cookie", cookie, "X-Staff", "1")
                .POST(BodyPublishers.ofString(answer.toString()))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  @Override
  public void close() {
    http.close();
  }

  private static final class Seen extends X509ExtendedTrustManager {
    private volatile Optional<X509Certificate> last = Optional.empty();

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
      last = Optional.of(chain[0]);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
      last = Optional.of(chain[0]);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
      last = Optional.of(chain[0]);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
