package org.facepay.peripherals.scale;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.facepay.peripherals.link.Framing;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.scale.NotWeighed.Reason;

/**
 * Mettler Toledo standard interface command set (MT-SICS level 0): {@code SI} is answered at once
 * by {@code S S} (stable) or {@code S D} (dynamic), the weight right-aligned in ten characters and
 * its unit; or by {@code S I} (busy), {@code S +} (overload), {@code S -} (underload).
 */
final class MtSics implements ScaleProtocol {
  private static final int VALUE = 4;
  private static final int UNIT = 15;

  private static final Manner MANNER =
      new Manner(
          "MT-SICS scale",
          SerialSettings.eightN1(9600),
          NONE,
          "SI\r\n".getBytes(US_ASCII),
          "Z\r\n".getBytes(US_ASCII),
          Duration.ofMillis(100),
          false);

  private final Units units;

  MtSics(Units units) {
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
    int end = frame.length - 2;
    if (end < 3 || frame[end] != '\r' || frame[0] != 'S' || frame[1] != ' ') {
      return Optional.empty();
    }
    return switch (frame[2]) {
      case 'S', 'D' -> weight(frame, end);
      case '+' -> alone(end, Reason.OVERLOAD);
      case '-' -> alone(end, Reason.UNDERLOAD);
      case 'I' -> alone(end, Reason.FAULT);
      default -> Optional.empty();
    };
  }

  @Override
  public byte[] encode(ScaleReading reading) {
    String text =
        switch (reading) {
          case Weight(long milligrams, boolean stable) ->
              (stable ? "S S " : "S D ") + units.number(milligrams, 10) + " " + units.symbol();
          case NotWeighed(Reason reason) ->
              switch (reason) {
                case OVERLOAD -> "S +";
                case UNDERLOAD -> "S -";
                case MOTION, FAULT, STALE -> "S I";
              };
        };
    return (text + "\r\n").getBytes(US_ASCII);
  }

  private static Optional<ScaleReading> alone(int end, Reason reason) {
    return end == 3 ? Optional.of(new NotWeighed(reason)) : Optional.empty();
  }

  private Optional<ScaleReading> weight(byte[] frame, int end) {
    if (end <= UNIT || end > UNIT + 3 || frame[3] != ' ' || frame[UNIT - 1] != ' ') {
      return Optional.empty();
    }
    String number = new String(frame, VALUE, UNIT - 1 - VALUE, US_ASCII).stripLeading();
    boolean negative = number.startsWith("-");
    OptionalLong value =
        units.milligrams(
            negative ? number.substring(1) : number, new String(frame, UNIT, end - UNIT, US_ASCII));
    if (value.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        negative
            ? new NotWeighed(Reason.UNDERLOAD)
            : new Weight(value.getAsLong(), frame[2] == 'S'));
  }
}
