package org.facepay.terminal.provider.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import org.facepay.terminal.lab.sandbox.card.CardDesk;
import org.facepay.terminal.payment.CardPresented;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.provider.card.NexoCodec.Message;
import org.facepay.terminal.provider.wire.Wire;
import org.facepay.terminal.sale.Money;
import org.junit.jupiter.api.Test;

/** No text makes till or terminal throw anything but their own refusal, and none is believed. */
class NexoFuzzTest {
  private static final NexoKey KEY = NexoKey.of("k", 1, "passphrase");
  private static final Order ORDER = new Order("F_1", Money.of(1_290, "CNY"), "店");
  private static final String TOKENS = "{}[]\",:\\/0e9.-ntfAb= \u0000\ud800中";

  private static Message answer() {
    ObjectNode content = NexoCodec.object();
    content
        .putObject("MessageHeader")
        .put("MessageCategory", "Payment")
        .put("MessageType", "Response")
        .put("SaleID", "TILL")
        .put("POIID", "POI")
        .put("ServiceID", NexoSession.serviceId("payment F_1"));
    content.set("PaymentResponse", CardDesk.approval("F_1", "T", new BigDecimal("12.9"), "CNY"));
    return new Message(false, content);
  }

  @Test
  void whatWasChangedOnTheWayIsRefused() {
    NexoCodec codec = new NexoCodec(Optional.of(KEY));
    String whole = codec.write(answer());
    Random random = new Random(7);
    int believed = 0;
    for (int i = 0; i < 60_000; i++) {
      try {
        Message message = codec.read(mutated(random, whole));
        believed++;
        assertEquals(answer().content().toString(), message.content().toString());
      } catch (NexoException e) {
        assertTrue(e.getMessage() != null);
      }
    }
    assertTrue(believed < 25_000, "changes outside of what is sealed: " + believed);
  }

  /** A link whose other end says one thing. */
  private record Saying(String text) implements NexoLink {
    @Override
    public String exchange(String message, Duration total, Heard heard)
        throws Wire.NoAnswerException {
      if (heard.message(text).isPresent()) {
        throw new Wire.NoAnswerException("nothing else comes");
      }
      return text;
    }

    @Override
    public void tell(String message) {}

    @Override
    public void close() {}
  }

  @Test
  void brokenAnswersInTheClearAreUnknownOrTheSame() {
    String whole = new NexoCodec(Optional.empty()).write(answer());
    Random random = new Random(8);
    CardSettings settings =
        new CardSettings(
            "TILL", "POI", Optional.empty(), Duration.ofSeconds(1), Duration.ofSeconds(1));
    int paid = 0;
    for (int i = 0; i < 10_000; i++) {
      String text = i == 0 ? whole : mutated(random, whole);
      try (NexoProvider till =
          new NexoProvider(settings, new Saying(text), _ -> {}, InstantSource.system())) {
        Outcome outcome = till.authorise(ORDER, new CardPresented());
        if (outcome instanceof Outcome.Approved) {
          paid++;
          assertTrue(text.contains("F_1") && text.contains("12.9"), text);
        } else {
          assertTrue(
              outcome instanceof Outcome.Unknown || outcome instanceof Outcome.Pending,
              outcome::toString);
        }
      }
    }
    assertTrue(paid > 0 && paid < 7_000, "paid " + paid);
  }

  private static String mutated(Random random, String whole) {
    return switch (random.nextInt(5)) {
      case 0 -> whole.substring(0, random.nextInt(whole.length()));
      case 1 -> whole.substring(random.nextInt(whole.length()));
      case 2 -> {
        StringBuilder text = new StringBuilder(whole);
        text.setCharAt(random.nextInt(text.length()), letter(random));
        yield text.toString();
      }
      case 3 -> {
        int at = random.nextInt(whole.length());
        yield whole.substring(0, at) + letter(random) + whole.substring(at);
      }
      default -> {
        int from = random.nextInt(whole.length());
        yield whole.substring(0, from) + whole.substring(random.nextInt(whole.length()));
      }
    };
  }

  private static char letter(Random random) {
    return TOKENS.charAt(random.nextInt(TOKENS.length()));
  }
}
