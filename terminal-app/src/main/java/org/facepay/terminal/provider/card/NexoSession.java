package org.facepay.terminal.provider.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.facepay.sync.digest.Sha256;
import org.facepay.terminal.provider.card.NexoCodec.Message;
import org.facepay.terminal.provider.wire.Wire;

/**
 * Requests to one terminal and the answers to them (nexo Sale to POI 3.0, "message header"). An
 * answer counts when it names the request's category and number, this till and this terminal; what
 * the terminal displays meanwhile is told to the listener. Thread-safe.
 */
final class NexoSession implements AutoCloseable {
  private static final String LETTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int SERVICE_ID = 10;

  private final CardSettings settings;
  private final NexoLink link;
  private final NexoCodec codec;
  private final ReaderListener listener;
  private final SecureRandom random = new SecureRandom();

  NexoSession(CardSettings settings, NexoLink link, ReaderListener listener) {
    this.settings = settings;
    this.link = link;
    this.codec = new NexoCodec(settings.key());
    this.listener = listener;
  }

  /**
   * The number of the request that this is asked by: always the same for the same text, so that a
   * till that was started again can ask what became of it.
   */
  static String serviceId(String text) {
    return letters(Sha256.of(text));
  }

  private static String letters(byte[] bytes) {
    StringBuilder id = new StringBuilder(SERVICE_ID);
    for (int i = 0; i < SERVICE_ID; i++) {
      int pair = (bytes[2 * i] & 0xff) << 8 | (bytes[2 * i + 1] & 0xff);
      id.append(LETTERS.charAt(pair % LETTERS.length()));
    }
    return id.toString();
  }

  /** A number that is used once. */
  String fresh() {
    byte[] bytes = new byte[2 * SERVICE_ID];
    random.nextBytes(bytes);
    return letters(bytes);
  }

  /** Asks and waits for the answer's body. */
  JsonNode ask(String category, String serviceId, ObjectNode body, Duration total)
      throws Wire.NotSentException, Wire.NoAnswerException {
    Message request = new Message(true, content(category, serviceId, body));
    String text =
        link.exchange(codec.write(request), total, heard -> heard(heard, category, serviceId));
    try {
      return codec.read(text).body();
    } catch (NexoException e) {
      throw new Wire.NoAnswerException(String.valueOf(e.getMessage()));
    }
  }

  /** Says something that has no answer. */
  void tell(String category, ObjectNode body) throws Wire.NotSentException, Wire.NoAnswerException {
    link.tell(codec.write(new Message(true, content(category, fresh(), body))));
  }

  /** How another request of this till is named in a message. */
  ObjectNode reference(String category, String serviceId) {
    ObjectNode body = NexoCodec.object();
    body.putObject("MessageReference")
        .put("MessageCategory", category)
        .put("SaleID", settings.till().saleId())
        .put("ServiceID", serviceId);
    return body;
  }

  /** Nothing when it is the answer; otherwise what is said to it, which may be an empty text. */
  private Optional<String> heard(String text, String category, String serviceId) {
    Message message;
    try {
      message = codec.read(text);
    } catch (NexoException e) {
      return Optional.of(""); // somebody else's, or broken: the time-out decides
    }
    if (!message.request()) {
      boolean answers =
          message.category().equals(category)
              && message.serviceId().equals(serviceId)
              && isOurs(message.header());
      return answers ? Optional.empty() : Optional.of("");
    }
    if (!message.category().equals("Display") || !isOurs(message.header())) {
      return Optional.of("");
    }
    for (JsonNode output : message.body().path("DisplayOutput")) {
      String reference =
          output.path("OutputContent").path("PredefinedContent").path("ReferenceID").asText();
      event(reference).flatMap(ReaderStep::of).ifPresent(listener::step);
    }
    return Optional.of(codec.write(displayed(message)));
  }

  private static Optional<String> event(String reference) {
    for (String part : reference.split("&", 20)) {
      if (part.startsWith("event=")) {
        return Optional.of(part.substring("event=".length()));
      }
    }
    return Optional.empty();
  }

  private static Message displayed(Message request) {
    ObjectNode content = NexoCodec.object();
    content.set(
        "MessageHeader", ((ObjectNode) request.header().deepCopy()).put("MessageType", "Response"));
    var results = content.putObject("DisplayResponse").putArray("OutputResult");
    for (JsonNode output : request.body().path("DisplayOutput")) {
      ObjectNode result = results.addObject().put("Device", output.path("Device").asText());
      result.put("InfoQualify", output.path("InfoQualify").asText());
      result.putObject("Response").put("Result", "Success");
    }
    return new Message(false, content);
  }

  private boolean isOurs(JsonNode header) {
    return header.path("SaleID").asText().equals(settings.till().saleId())
        && header.path("POIID").asText().equals(settings.till().poiId());
  }

  private ObjectNode content(String category, String serviceId, ObjectNode body) {
    ObjectNode content = NexoCodec.object();
    content
        .putObject("MessageHeader")
        .put("ProtocolVersion", "3.0")
        .put("MessageClass", "Service")
        .put("MessageCategory", category)
        .put("MessageType", "Request")
        .put("SaleID", settings.till().saleId())
        .put("ServiceID", serviceId)
        .put("POIID", settings.till().poiId());
    content.set(category + "Request", body);
    return content;
  }

  @Override
  public void close() {
    link.close();
  }
}
