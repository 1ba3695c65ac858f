package org.facepay.terminal.provider.alipay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.facepay.terminal.language.Sentence;
import org.facepay.terminal.provider.wire.DoubtWords;
import org.facepay.terminal.provider.wire.PublicKeys;
import org.facepay.terminal.provider.wire.UntrustedException;

/**
 * A reply of the gateway whose signature has been verified. The signature covers the characters of
 * the method's node exactly as they were sent, so the node is cut out of the text by the parser's
 * own positions, never by searching for its name: a string inside the node could hold that name.
 */
final class AlipayReply {
  /** Codes of a request that is refused whatever it asks for. */
  static final String REFUSES_REQUEST = "4000[126]";

  private static final JsonFactory STRICT =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final ObjectMapper JSON = new ObjectMapper(STRICT);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  private final JsonNode node;
  private final String date;

  private AlipayReply(JsonNode node) {
    this(node, "");
  }

  private AlipayReply(JsonNode node, String date) {
    this.node = node;
    this.date = date;
  }

  /** With the time at which it was given, as it stands in the head of the answer. */
  AlipayReply givenAt(String field) {
    return new AlipayReply(node, field);
  }

  /** Field {@code Date} of the answer's head; empty when it has none. */
  String date() {
    return date;
  }

  /**
   * Reads a body.
   *
   * @param method e.g. alipay.trade.pay
   * @throws UntrustedException when it is no JSON, has no node of the method, or is not signed by
   *     any of the keys
   */
  static AlipayReply read(String body, String method, PublicKeys keys) throws UntrustedException {
    String wanted = method.replace('.', '_') + "_response";
    String raw = "";
    String sign = "";
    try (JsonParser parser = STRICT.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new UntrustedException(DoubtWords.NO_OBJECT);
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        int from = (int) parser.currentTokenLocation().getCharOffset();
        if (name.equals("sign")) {
          sign = parser.getText();
        }
        parser.skipChildren();
        int to = (int) parser.currentLocation().getCharOffset();
        if (value == JsonToken.START_OBJECT
            && (name.equals(wanted) || name.equals("error_response"))) {
          if (!raw.isEmpty()) {
            throw new UntrustedException(DoubtWords.TWO_ANSWERS);
          }
          raw = body.substring(from, to);
        }
      }
      if (parser.nextToken() != null) {
        throw new UntrustedException(DoubtWords.MORE_BEHIND);
      }
    } catch (IOException e) {
      throw new UntrustedException(DoubtWords.NOT_WHOLE);
    }
    if (raw.isEmpty() || sign.isEmpty()) {
      throw unsigned(raw, wanted);
    }
    try {
      return new AlipayReply(JSON.readTree(verified(raw, sign, keys)));
    } catch (IOException e) {
      throw new UntrustedException(DoubtWords.NOT_WHOLE);
    }
  }

  private static UntrustedException unsigned(String raw, String wanted) {
    Sentence why =
        raw.isEmpty()
            ? Sentence.of(DoubtWords.NOT_IN_IT, wanted)
            : Sentence.of(DoubtWords.NOT_SIGNED);
    return new UntrustedException(why, words(raw));
  }

  /**
   * The text that was signed: the node as it was sent, or, as the official SDK also accepts, the
   * node before a serializer on the way escaped its slashes.
   */
  private static String verified(String raw, String sign, PublicKeys keys)
      throws UntrustedException {
    if (keys.verify(raw, sign)) {
      return raw;
    }
    String unescaped = raw.replace("\\/", "/");
    if (!unescaped.equals(raw) && keys.verify(unescaped, sign)) {
      return unescaped;
    }
    throw new UntrustedException(Sentence.of(DoubtWords.WRONGLY_SIGNED), words(raw));
  }

  private static String words(String raw) {
    try {
      return raw.isEmpty() ? "" : new AlipayReply(JSON.readTree(raw)).words();
    } catch (IOException e) {
      return "";
    }
  }

  /** Code and message, e.g. "40002 isv.invalid-app-id 无效的AppID参数". */
  String words() {
    return String.join(
            " ",
            text("code"),
            text("sub_code"),
            text(text("sub_msg").isEmpty() ? "msg" : "sub_msg"))
        .strip();
  }

  /** An amount in yuan as fen; empty when it is none, or has parts of a fen. */
  static Optional<Long> minor(String yuan) {
    return yuan.matches("\\d{1,12}(\\.\\d{1,2})?")
        ? Optional.of(new BigDecimal(yuan).movePointRight(2).longValueExact())
        : Optional.empty();
  }

  /** A component that is an amount in yuan, as fen; empty when it is none. */
  Optional<Long> minorOf(String name) {
    return minor(text(name));
  }

  /** When the order was paid ({@code gmt_payment}, {@code send_pay_date}); empty when not told. */
  Optional<Instant> paidAt() {
    String told = text("gmt_payment").isEmpty() ? text("send_pay_date") : text("gmt_payment");
    try {
      return Optional.of(TIME.parse(told, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether the request itself was refused: a wrong key, a missing right, a bad parameter. */
  boolean refusesRequest() {
    return text("code").matches(REFUSES_REQUEST);
  }

  /** A component as text, empty when it is missing. */
  String text(String name) {
    return node.path(name).asText();
  }
}
