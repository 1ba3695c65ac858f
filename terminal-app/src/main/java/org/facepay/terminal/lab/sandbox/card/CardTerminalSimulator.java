package org.facepay.terminal.lab.sandbox.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.provider.card.NexoCodec;
import org.facepay.terminal.provider.card.NexoCodec.Message;
import org.facepay.terminal.provider.card.NexoException;
import org.facepay.terminal.provider.card.NexoKey;

/**
 * A card terminal for tests and demos on real sockets, TCP and HTTP: it does what its script says,
 * displays its steps as a real one, and keeps the truth in its books.
 */
public final class CardTerminalSimulator implements AutoCloseable {
  private final String poiId;
  private final NexoCodec codec;
  private final NexoCodec forger;
  private final Duration patience;
  private final CardDesk desk = new CardDesk();
  private final CardFront front;

  /**
   * Starts on free ports of the loopback address.
   *
   * @param key of the messages; empty: they travel in the clear
   * @param patience how long it waits for a card
   */
  public CardTerminalSimulator(String poiId, Optional<NexoKey> key, Duration patience)
      throws IOException {
    this.poiId = poiId;
    this.codec = new NexoCodec(key);
    this.forger =
        new NexoCodec(key.map(k -> NexoKey.of(k.identifier(), k.version(), "somebody else's")));
    this.patience = patience;
    this.front = new CardFront(this);
  }

  /** How a front hands messages in and out. */
  interface Line {
    /** Shows something at the till meanwhile. */
    void display(String message);
  }

  /** The connection breaks. */
  static final class HungUpException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** Outcomes of the next payments, in order. */
  public void script(CardBehaviour... behaviours) {
    desk.script(List.of(behaviours));
  }

  /** Outcome of every payment that no script names. */
  public void otherwise(CardBehaviour behaviour) {
    desk.otherwise(behaviour);
  }

  /** What an order's card was charged, less what was given back. */
  public BigDecimal kept(String outTradeNo) {
    return desk.kept(outTradeNo);
  }

  /** Requests a terminal has to refuse. */
  public List<String> violations() {
    return desk.violations();
  }

  /**
   * Cuts the terminal off its bank, or joins them again: what it has approved by itself meanwhile
   * is forwarded before this returns.
   */
  public void host(boolean reachable) {
    desk.host(reachable);
  }

  /** The most it approves by itself while it is cut off; nothing at first. */
  public void floor(BigDecimal limit) {
    desk.floor(limit);
  }

  /** The bank says no to this order when it is forwarded. */
  public void refuseWhenForwarded(String outTradeNo) {
    desk.refuseWhenForwarded(outTradeNo);
  }

  /** The terminal knows the answer to this order's payment no more. */
  public void forget(String outTradeNo) {
    desk.forgetAnswerOf(outTradeNo);
  }

  /** Payments it has approved by itself and not forwarded yet. */
  public int waiting() {
    return desk.waiting();
  }

  public InetSocketAddress tcp() {
    return front.tcp();
  }

  public URI http() {
    return front.http();
  }

  /** Where display notifications go to when a request comes by HTTP. */
  public void displayAt(URI till) {
    front.displayAt(till);
  }

  /** Cuts the network, or joins it again. */
  public void online(boolean on) throws IOException {
    front.online(on);
  }

  @Override
  public void close() {
    front.close();
  }

  /** Carries a request out; empty when it has no answer. */
  Optional<String> carryOut(String text, Line line) throws HungUpException {
    Message request;
    try {
      request = codec.read(text);
    } catch (NexoException e) {
      throw new HungUpException(); // a terminal does not talk to strangers
    }
    if (!request.request() || !request.header().path("POIID").asText().equals(poiId)) {
      throw new HungUpException();
    }
    return switch (request.category()) {
      case "Payment" -> Optional.of(pay(request, line));
      case "TransactionStatus" ->
          Optional.of(answer(request, desk.status(request.body(), request.header())));
      case "Reversal" ->
          Optional.of(answer(request, desk.reverse(request.serviceId(), request.body())));
      case "Abort" -> {
        desk.abort(request.body().path("MessageReference").path("ServiceID").asText());
        yield Optional.empty();
      }
      default -> Optional.of(answer(request, CardDesk.failed("NotAllowed")));
    };
  }

  private String pay(Message request, Line line) throws HungUpException {
    String id = request.serviceId();
    JsonNode body = request.body();
    Optional<CardBehaviour> begun = desk.begin(id);
    if (begun.isEmpty()) {
      return answer(request, CardDesk.failed("NotAllowed"));
    }
    CardBehaviour behaviour = begun.get();
    Optional<String> unbegun = unbegun(request, behaviour);
    if (unbegun.isPresent()) {
      return unbegun.get();
    }
    line.display(display(request, "TENDER_CREATED"));
    Optional<String> failure = failure(behaviour, id);
    if (failure.isPresent()) {
      String refusal = answer(request, desk.refuse(id, body, failure.get()));
      if (behaviour == CardBehaviour.WRONG_PIN_BUT_HANGS_UP) {
        throw new HungUpException();
      }
      return refusal;
    }
    for (String event : List.of("CARD_INSERTED", "WAIT_FOR_PIN", "PIN_ENTERED", "TENDER_FINAL")) {
      line.display(display(request, event));
    }
    String whole = answer(request, desk.approve(id, body, behaviour));
    return switch (behaviour) {
      case APPROVED_BUT_HANGS_UP -> throw new HungUpException();
      case APPROVED_BUT_SLOW -> {
        awaitAbort(id);
        yield whole;
      }
      case APPROVED_BUT_TRUNCATED -> whole.substring(0, whole.length() / 2);
      case APPROVED_BUT_WRONGLY_SEALED ->
          forger.write(new Message(false, wrapped(request, CardDesk.failed("Refusal"))));
      default -> whole;
    };
  }

  /** The answer where no dialogue is begun at all. */
  private Optional<String> unbegun(Message request, CardBehaviour behaviour)
      throws HungUpException {
    String id = request.serviceId();
    return switch (behaviour) {
      case HANGS_UP -> {
        desk.forget(id);
        throw new HungUpException();
      }
      case BUSY -> {
        desk.forget(id);
        yield Optional.of(answer(request, CardDesk.failed("Busy")));
      }
      case ANSWER_OF_ANOTHER -> {
        desk.forget(id);
        JsonNode amounts = request.body().path("PaymentTransaction").path("AmountsReq");
        BigDecimal amount = amounts.path("RequestedAmount").decimalValue();
        yield Optional.of(answer(request, CardDesk.approval("another_order", "C1", amount, "CNY")));
      }
      default -> Optional.empty();
    };
  }

  private Optional<String> failure(CardBehaviour behaviour, String id) throws HungUpException {
    return switch (behaviour) {
      case REFUSED -> Optional.of("Refusal");
      case WRONG_PIN, WRONG_PIN_BUT_HANGS_UP -> Optional.of("WrongPIN");
      case CARD_NOT_ACCEPTED -> Optional.of("InvalidCard");
      case SHOPPER_CANCELS -> Optional.of("Cancel");
      case HOST_DOWN -> Optional.of("UnreachableHost");
      case NO_CARD -> {
        awaitAbort(id);
        yield Optional.of("Aborted");
      }
      default -> Optional.empty();
    };
  }

  private void awaitAbort(String id) throws HungUpException {
    try {
      desk.awaitAbort(id, patience.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HungUpException();
    }
  }

  private String answer(Message request, ObjectNode body) {
    return codec.write(new Message(false, wrapped(request, body)));
  }

  private static ObjectNode wrapped(Message request, ObjectNode body) {
    ObjectNode content = NexoCodec.object();
    content.set(
        "MessageHeader", ((ObjectNode) request.header().deepCopy()).put("MessageType", "Response"));
    content.set(request.category() + "Response", body);
    return content;
  }

  private String display(Message request, String event) {
    ObjectNode content = NexoCodec.object();
    content.set(
        "MessageHeader",
        ((ObjectNode) request.header().deepCopy())
            .put("MessageClass", "Device")
            .put("MessageCategory", "Display")
            .put("DeviceID", "1"));
    content
        .putObject("DisplayRequest")
        .putArray("DisplayOutput")
        .addObject()
        .put("Device", "CashierDisplay")
        .put("InfoQualify", "Status")
        .putObject("OutputContent")
        .put("OutputFormat", "MessageRef")
        .putObject("PredefinedContent")
        .put(
            "ReferenceID", "TransactionID=1&TimeStamp=2026-11-25T12%3A00%3A00.000Z&event=" + event);
    return codec.write(new Message(true, content));
  }
}
