package org.facepay.sync.uplink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.facepay.sync.journal.Outgoing;

/**
 * The JSON batch format of CloudEvents 1.0 (application/cloudevents-batch+json, CNCF CloudEvents
 * JSON format section 4), both ways.
 */
public final class CloudEvents {
  public static final String CONTENT_TYPE = "application/cloudevents-batch+json";

  /** Before a terminal's id and its journal's epoch. */
  public static final String SOURCE = "urn:facepay:terminal:";

  private static final JsonFactory JSON = new JsonFactory();

  /** Keeps every digit of a number, and takes nothing behind the array. */
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final int MAX_NAME = 200;

  private CloudEvents() {}

  /** One received event; {@code data} is its JSON text. */
  public record Received(String source, String id, String type, Instant at, byte[] data) {}

  /** An event that cannot be stored, with the reason the sender is told. */
  public record Rejected(String id, String code) {}

  /** A decoded batch. */
  public record Batch(List<Received> events, List<Rejected> rejected) {}

  /** UTF-8 JSON array of the rows. */
  public static byte[] encode(String source, List<Outgoing> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256 * Math.max(1, rows.size()));
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartArray();
      for (Outgoing row : rows) {
        json.writeStartObject();
        json.writeStringField("specversion", "1.0");
        json.writeStringField("id", row.id());
        json.writeStringField("source", source);
        json.writeStringField("type", row.type());
        json.writeStringField("time", row.at().toString());
        json.writeStringField("datacontenttype", "application/json");
        json.writeFieldName("data");
        json.writeRawValue(new String(row.data(), StandardCharsets.UTF_8));
        json.writeEndObject();
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return out.toByteArray();
  }

  /** Whether the bytes are one whole JSON value that fits into a batch. */
  public static boolean isJson(byte[] data) {
    try (JsonParser parser = JSON.createParser(data)) {
      if (parser.nextToken() == null) {
        return false;
      }
      parser.skipChildren();
      parser.getText(); // strings and numbers are only read to their end when asked for
      return parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Reads a batch. Events that are not whole are rejected one by one, the others stand.
   *
   * @throws MalformedBatchException when the body is no JSON array
   */
  public static Batch decode(byte[] body) throws MalformedBatchException {
    JsonNode array;
    try {
      array = MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new MalformedBatchException("not JSON: " + e.getOriginalMessage());
    } catch (IOException | NumberFormatException e) { // Jackson's for an endless exponent
      throw new MalformedBatchException("not readable: " + e.getMessage());
    }
    if (array == null || !array.isArray()) {
      throw new MalformedBatchException("not a JSON array");
    }
    List<Received> events = new ArrayList<>();
    List<Rejected> rejected = new ArrayList<>();
    for (JsonNode node : array) {
      read(node, events, rejected);
    }
    return new Batch(events, rejected);
  }

  private static void read(JsonNode node, List<Received> events, List<Rejected> rejected) {
    String id = text(node, "id");
    String source = text(node, "source");
    String type = text(node, "type");
    if (!text(node, "specversion").equals("1.0")) {
      rejected.add(new Rejected(id, "specversion"));
    } else if (id.isEmpty() || id.length() > MAX_NAME) {
      rejected.add(new Rejected(id, "id"));
    } else if (source.isEmpty() || source.length() > MAX_NAME) {
      rejected.add(new Rejected(id, "source"));
    } else if (type.isEmpty() || type.length() > MAX_NAME) {
      rejected.add(new Rejected(id, "type"));
    } else if (!node.has("data")) {
      rejected.add(new Rejected(id, "data"));
    } else {
      try {
        Instant at = Instant.parse(text(node, "time"));
        events.add(new Received(source, id, type, at, MAPPER.writeValueAsBytes(node.get("data"))));
      } catch (DateTimeException e) {
        rejected.add(new Rejected(id, "time"));
      } catch (JsonProcessingException e) {
        rejected.add(new Rejected(id, "data"));
      }
    }
  }

  /** A string attribute; empty when it is missing or no string. */
  private static String text(JsonNode node, String attribute) {
    JsonNode value = node.path(attribute);
    return value.isTextual() ? value.textValue() : "";
  }

  /** The body of a batch cannot be read at all. */
  public static final class MalformedBatchException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedBatchException(String message) {
      super(message);
    }
  }
}
