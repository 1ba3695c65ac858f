package org.facepay.sync.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Optional;
import org.facepay.sync.desk.Desk;
import org.facepay.sync.desk.Request;
import org.facepay.sync.desk.Response;
import org.facepay.sync.identity.Certificates;
import org.facepay.sync.identity.SigningRequest;

/**
 * {@code POST /v1/enrol} and {@code POST /v1/renew}: a request for a certificate (PKCS #10, base64)
 * with a token, or from whoever has a certificate, is answered with a certificate.
 */
record CertificateDesk(Authority authority, Registry registry, InstantSource clock) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_TOKEN = 100;

  /** Whom the ticket makes. */
  Desk enrolling() {
    return request -> {
      JsonNode asked = read(request);
      Optional<PublicKey> key = key(asked);
      String token = asked.path("token").asText();
      if (key.isEmpty() || token.isEmpty() || token.length() > MOST_TOKEN) {
        return Response.text(400, "expected a token and a request for a certificate\n");
      }
      Registry.Admission admitted = registry.admit(token, key.get(), clock.instant());
      return admitted.terminal().isPresent()
          ? made(admitted.terminal().get(), key.get())
          : Response.text(403, admitted.denial().orElseThrow().english + "\n");
    };
  }

  /** Whoever has one that counts, or that has run out not too long ago. */
  Desk renewing() {
    return request -> {
      Optional<Response> refused = KnownDesk.refused(request, registry, clock, true);
      if (refused.isPresent()) {
        return refused.get();
      }
      Optional<PublicKey> key = key(read(request));
      return key.isPresent()
          ? made(Certificates.name(request.peer().orElseThrow()), key.get())
          : Response.text(400, "expected a request for a certificate\n");
    };
  }

  private Response made(String terminal, PublicKey key) throws IOException {
    X509Certificate certificate = authority.terminal(terminal, key);
    registry.issued(certificate, terminal);
    try {
      ObjectNode answer =
          JSON.createObjectNode()
              .put("certificate", certificate.getEncoded())
              .put("authority", authority.certificate().getEncoded());
      return Response.json(200, answer.toString());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("it was read from its encoding", e);
    }
  }

  private static JsonNode read(Request request) {
    try {
      JsonNode json = JSON.readTree(request.body());
      return json == null ? JSON.missingNode() : json;
    } catch (IOException e) {
      return JSON.missingNode();
    }
  }

  private static Optional<PublicKey> key(JsonNode asked) {
    try {
      byte[] request = asked.path("request").binaryValue();
      return request == null ? Optional.empty() : Optional.of(SigningRequest.read(request));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
