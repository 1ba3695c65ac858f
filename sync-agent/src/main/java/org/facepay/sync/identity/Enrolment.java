package org.facepay.sync.identity;

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
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import javax.net.ssl.SSLContext;

/**
 * A terminal asks its collector for a certificate: with a ticket for the first, with the one before
 * for the next. An answer that was lost is asked for again with the same key, for which the ticket
 * still counts.
 */
public final class Enrolment {
  /** Where a ticket is brought; answers a certificate and the authority's, each base64 of DER. */
  public static final String ENROL = "/v1/enrol";

  /** Where a certificate brings the next. */
  public static final String RENEW = "/v1/renew";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int TRIES = 3;
  private static final int MOST_BYTES = 65_536;

  private Enrolment() {}

  /**
   * The first certificate of a terminal.
   *
   * @throws IOException saying why there is none, and what to do
   */
  public static Credentials enrol(Ticket ticket, String terminal, InstantSource clock)
      throws IOException, InterruptedException {
    SSLContext tls = MutualTls.unknown(ticket.authority(), clock);
    ObjectNode said = JSON.createObjectNode().put("token", ticket.token());
    Credentials made = ask(ticket.collector().resolve(ENROL), tls, said);
    if (!Certificates.fingerprint(made.authority()).equals(ticket.authority())) {
      throw new IOException("the collector answered with another authority; nothing was kept");
    }
    if (!made.name().equals(terminal)) {
      throw new IOException(
          "the ticket is for terminal %s, and this is %s; nothing was kept"
              .formatted(made.name(), terminal));
    }
    return made;
  }

  /**
   * The next certificate, with a new key.
   *
   * @param collector any address of the collector
   * @throws IOException saying why there is none; the one before goes on counting
   */
  static Credentials renew(URI collector, Credentials before, InstantSource clock)
      throws IOException, InterruptedException {
    Credentials made =
        ask(collector.resolve(RENEW), MutualTls.of(() -> before, clock), JSON.createObjectNode());
    if (!made.authority().equals(before.authority()) || !made.name().equals(before.name())) {
      throw new IOException("the collector answered with somebody else's certificate");
    }
    return made;
  }

  private static Credentials ask(URI to, SSLContext tls, ObjectNode said)
      throws IOException, InterruptedException {
    KeyPair keys = SigningRequest.newKey();
    said.put("request", Base64.getEncoder().encodeToString(SigningRequest.of(keys)));
    try (HttpClient http =
        HttpClient.newBuilder().connectTimeout(PATIENCE).sslContext(tls).build()) {
      IOException lost = new IOException("not asked");
      for (int i = 0; i < TRIES; i++) {
        try {
          return made(keys, post(http, to, said.toString()));
        } catch (RefusedException e) {
          throw e;
        } catch (IOException e) {
          lost = e;
        }
      }
      throw new IOException("no certificate from " + to + ": " + lost.getMessage(), lost);
    }
  }

  private static HttpResponse<byte[]> post(HttpClient http, URI to, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(to)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES));
  }

  private static Credentials made(KeyPair keys, HttpResponse<byte[]> answer) throws IOException {
    if (answer.statusCode() == 403 || answer.statusCode() == 401) {
      throw new RefusedException(
          new String(answer.body(), StandardCharsets.UTF_8).replaceAll("[^ -~]", "").strip());
    }
    if (answer.statusCode() != 200) {
      throw new IOException("HTTP " + answer.statusCode());
    }
    try {
      JsonNode json = JSON.readTree(answer.body());
      X509Certificate certificate = Certificates.read(json.path("certificate").binaryValue());
      X509Certificate authority = Certificates.read(json.path("authority").binaryValue());
      certificate.verify(authority.getPublicKey());
      if (!certificate.getPublicKey().equals(keys.getPublic())) {
        throw new IOException("a certificate of another key");
      }
      return new Credentials(keys.getPrivate(), certificate, authority);
    } catch (JsonProcessingException | GeneralSecurityException | RuntimeException e) {
      throw new IOException("the answer is no certificate: " + e.getMessage(), e);
    }
  }

  /** The collector has understood, and says no. */
  public static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String why) {
      super("the collector refuses: " + (why.isEmpty() ? "without a reason" : why));
    }
  }
}
