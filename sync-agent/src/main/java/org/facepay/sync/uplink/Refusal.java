package org.facepay.sync.uplink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The collector's own way of refusing a batch: problem details (RFC 9457) of a type of ours. What
 * stands between a terminal and its collector, a proxy or a login page, refuses in JSON as well;
 * only a refusal of this form says anything about the events.
 */
public enum Refusal {
  /** The body is no batch of events. */
  MALFORMED(400, "malformed"),
  /** The body is larger than the collector reads. */
  TOO_LARGE(413, "too-large");

  public static final String CONTENT_TYPE = "application/problem+json";
  private static final String TYPE = "urn:facepay:collector:";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final int status;
  private final String code;

  Refusal(int status, String code) {
    this.status = status;
    this.code = code;
  }

  /** Of HTTP. */
  public int status() {
    return status;
  }

  String code() {
    return code;
  }

  /** The body of an answer. */
  public String body(String why) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", TYPE + code)
        .put("title", code)
        .put("status", status)
        .put("detail", why)
        .toString();
  }

  /** The refusal an answer is, if it is the collector's. */
  static Optional<Refusal> of(int status, String contentType, byte[] body) {
    if (!contentType.startsWith(CONTENT_TYPE)) {
      return Optional.empty();
    }
    try {
      JsonNode json = JSON.readTree(body);
      String type = json == null ? "" : json.path("type").asText();
      return Arrays.stream(values())
          .filter(r -> r.status == status && type.equals(TYPE + r.code))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
