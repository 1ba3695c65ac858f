package org.facepay.terminal.provider.wechat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.facepay.terminal.provider.wire.DoubtWords;
import org.facepay.terminal.provider.wire.UntrustedException;

/**
 * The content of an answer whose signature has been verified.
 *
 * @param status of HTTP
 * @param date field {@code Date} of the answer's head; empty when it has none
 */
record WechatReply(int status, JsonNode content, String date) {
  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * Reads a body; none at all is an empty object.
   *
   * @throws UntrustedException when it is anything but one JSON object
   */
  static WechatReply read(int status, String body) throws UntrustedException {
    if (body.isEmpty()) {
      return new WechatReply(status, JSON.createObjectNode(), "");
    }
    try {
      JsonNode node = JSON.readTree(body);
      if (node == null || !node.isObject()) {
        throw new UntrustedException(DoubtWords.NO_OBJECT);
      }
      return new WechatReply(status, node, "");
    } catch (IOException e) {
      throw new UntrustedException(DoubtWords.NOT_WHOLE);
    }
  }

  WechatReply givenAt(String field) {
    return new WechatReply(status, content, field);
  }

  /** When the order was paid ({@code success_time}, RFC 3339); empty when not told. */
  Optional<Instant> paidAt() {
    try {
      return Optional.of(OffsetDateTime.parse(text("success_time")).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether the request itself was refused: a wrong key, a missing right, a wrong account. */
  boolean refusesRequest() {
    return !ok() && code().matches("NOAUTH|SIGNERROR|MCHNOTEXISTS|APPIDMCHIDNOTMATCH");
  }

  /** Whether the request was carried out; otherwise {@link #code} says why not. */
  boolean ok() {
    return status == 200 || status == 202 || status == 204;
  }

  /** A component that is a text, empty when it is not. */
  String text(String name) {
    return content.path(name).textValue() == null ? "" : content.path(name).textValue();
  }

  /** The name of an error, without underscores: the documents spell some codes both ways. */
  String code() {
    return text("code").replace("_", "");
  }
}
