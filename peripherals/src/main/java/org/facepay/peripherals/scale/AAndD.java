package org.facepay.peripherals.scale;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.util.Optional;
import org.facepay.peripherals.link.Framing;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.scale.NotWeighed.Reason;

/**
 * A&D's standard format: {@code Q} is answered by {@code ST} (stable), {@code US} (unstable) or
 * {@code OL} (out of range), comma, sign, eight digits with their point, three characters of unit,
 * CR LF; out of range the number is {@code 9999999E+19}. Delivered with 2400 baud, 7 data bits,
 * even parity. A&D's balance manuals, "data format".
 */
final class AAndD implements ScaleProtocol {
  private static final int LENGTH = 17;
  private static final int SIGN = 3;
  private static final int UNIT = 12;
  private static final String OUT_OF_RANGE = "9999999E+19";

  private static final Manner MANNER =
      new Manner(
          "A&D scale",
          new SerialSettings(2400, 7, 1, SerialSettings.Parity.EVEN),
          NONE,
          "Q\r\n".getBytes(US_ASCII),
          "Z\r\n".getBytes(US_ASCII),
          Duration.ofMillis(150),
          false);

  private final Units units;

  AAndD(Units units) {
    this.units = units;
  }

  @Override
  public Manner manner() {
    return MANNER;
  }

  @Override
  public Framing framing() {
    return Framing.until('\n');
  }

  @Override
  public Optional<ScaleReading> decode(byte[] frame) {
    String text = new String(frame, ISO_8859_1);
    if (frame.length != LENGTH || !text.matches("(ST|US|OL),[+-].{11}\r\n")) {
      return Optional.empty();
    }
    boolean negative = frame[SIGN] == '-';
    if (text.startsWith("OL")) {
      return text.startsWith(OUT_OF_RANGE, SIGN + 1)
          ? Optional.of(new NotWeighed(negative ? Reason.UNDERLOAD : Reason.OVERLOAD))
          : Optional.empty();
    }
    String number = text.substring(SIGN + 1, UNIT);
    if (number.startsWith(" ")) {
      return Optional.empty();
    }
    String unit = text.substring(UNIT, LENGTH - 2).stripLeading();
    return units.reading(negative, number, unit, text.startsWith("ST"));
  }

  @Override
  public byte[] encode(ScaleReading reading) {
    String text =
        switch (reading) {
          case Weight(long milligrams, boolean stable) ->
              (stable ? "ST,+" : "US,+")
                  + units.number(milligrams, 8).replace(' ', '0')
                  + " "
                  + units.symbol();
          case NotWeighed(Reason reason) ->
              switch (reason) {
                case UNDERLOAD -> "OL,-" + OUT_OF_RANGE;
                case OVERLOAD, MOTION, FAULT, STALE -> "OL,+" + OUT_OF_RANGE;
              };
        };
    return (text + "\r\n").getBytes(US_ASCII);
  }
}
