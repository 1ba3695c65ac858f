package org.facepay.peripherals.scale;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.util.Optional;
import org.facepay.peripherals.link.Framing;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.scale.NotWeighed.Reason;

/**
 * Checkout Dialog 06, of Mettler Toledo, Bizerba, Dibal and others: a unit price (record 01) is
 * answered by ACK, {@code EOT ENQ} by record 02 with five digits of weight, the price and the
 * amount; or by NAK, and then record 08 by the reason (record 09). The price is sent as one minor
 * unit, since none is refused, and the amount ignored: prices are the checkout's business. A scale
 * set to ask for the checkout's own checksums (record 11) is not served: the polynomial is its
 * maker's secret. Dialog 06 as in the service manuals of Ohaus (Aviator 7000) and Dibal (DPOS 400).
 */
final class Dialog06 implements ScaleProtocol {
  private static final int STX = 0x02;
  private static final int ETX = 0x03;

  /** The unit is kilograms with three places; 0 to 2 are pounds. */
  private static final String WEIGHED =
      "\u000202\u001b3\u001b[0-9]{5}\u001b[0-9]{5,6}\u001b[0-9]{6}\u0003";

  private static final int GRAMS = 6;
  private static final int DIGITS = 5;
  private static final String REFUSED = "\u000209\u001b[0-9]{2}\u0003";
  private static final int REASON = 4;

  private static final Manner MANNER =
      new Manner(
          "Dialog 06 scale",
          new SerialSettings(9600, 7, 1, SerialSettings.Parity.ODD),
          bytes("\u0004\u000201\u001b000001\u001b\u0003"),
          bytes("\u0004\u0005"),
          NONE,
          Duration.ofMillis(100),
          false);

  private static final Refusal REFUSAL =
      new Refusal(bytes("\u0004\u000208\u0003"), bytes("\u000209\u001b21\u0003"));

  @Override
  public Manner manner() {
    return MANNER;
  }

  @Override
  public Optional<Refusal> refusal() {
    return Optional.of(REFUSAL);
  }

  @Override
  public Framing framing() {
    Framing ending = Framing.until(ETX);
    return (bytes, count) -> {
      for (int i = 0; i < count; i++) {
        boolean alone = bytes[i] == ACK || bytes[i] == NAK;
        if (alone || bytes[i] == STX) {
          return i > 0 ? -i : alone ? 1 : ending.measure(bytes, count);
        }
      }
      return -count;
    };
  }

  @Override
  public Optional<ScaleReading> decode(byte[] frame) {
    String text = new String(frame, ISO_8859_1);
    if (text.matches(WEIGHED)) {
      long milligrams = Digits.milligrams(frame, GRAMS, GRAMS + DIGITS).orElseThrow();
      return Optional.of(new Weight(milligrams, true));
    }
    return text.matches(REFUSED)
        ? Optional.of(reason(text.substring(REASON, REASON + 2)))
        : Optional.empty();
  }

  private static ScaleReading reason(String status) {
    return switch (status) {
      case "20", "22" -> new NotWeighed(Reason.MOTION);
      case "30" -> new Weight(0, true); // less than it weighs
      case "31" -> new NotWeighed(Reason.UNDERLOAD);
      case "32" -> new NotWeighed(Reason.OVERLOAD);
      default -> new NotWeighed(Reason.FAULT);
    };
  }

  @Override
  public byte[] encode(ScaleReading reading) {
    String text =
        switch (reading) {
          case Weight(long milligrams, boolean stable) when stable ->
              "02\u001b3\u001b" + Digits.grams(milligrams, DIGITS) + "\u001b000001\u001b000000";
          case Weight w -> "09\u001b20";
          case NotWeighed(Reason reason) ->
              "09\u001b"
                  + switch (reason) {
                    case MOTION -> "20";
                    case UNDERLOAD -> "31";
                    case OVERLOAD -> "32";
                    case FAULT, STALE -> "01";
                  };
        };
    return bytes("\u0002" + text + "\u0003");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }
}
