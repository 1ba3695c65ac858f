package org.facepay.peripherals.scale;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.util.Optional;
import org.facepay.peripherals.link.Framing;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.scale.NotWeighed.Reason;

/**
 * The Scale Manufacturers Association's protocol: {@code LF W CR} is answered by LF, a status, a
 * range, gross or net, {@code M} in motion, a blank, ten characters of weight, three of unit, CR.
 * Status Z or blank is none, O over capacity, U under it, E I T an error. Standard SCP-0499, level
 * 1. The weight of a tare ({@code T}) and high-resolution weights (small letters) are no weights to
 * sell by.
 */
final class Sma implements ScaleProtocol {
  private static final int LENGTH = 20;
  private static final int STATUS = 1;
  private static final int MOTION = 4;
  private static final int VALUE = 6;
  private static final int UNIT = 16;

  private static final Manner MANNER =
      new Manner(
          "SMA scale",
          SerialSettings.eightN1(9600),
          NONE,
          "\nW\r".getBytes(US_ASCII),
          "\nZ\r".getBytes(US_ASCII),
          Duration.ofMillis(100),
          false);

  private final Units units;

  Sma(Units units) {
    this.units = units;
  }

  @Override
  public Manner manner() {
    return MANNER;
  }

  @Override
  public Framing framing() {
    return Framing.between('\n', '\r');
  }

  @Override
  public Optional<ScaleReading> decode(byte[] frame) {
    String text = new String(frame, ISO_8859_1);
    if (frame.length != LENGTH || !text.matches("\n[ ZOUEIT][1-9][GN][ M][ -~]{14}\r")) {
      return Optional.empty();
    }
    return switch (frame[STATUS]) {
      case 'O' -> Optional.of(new NotWeighed(Reason.OVERLOAD));
      case 'U' -> Optional.of(new NotWeighed(Reason.UNDERLOAD));
      case 'E', 'I', 'T' -> Optional.of(new NotWeighed(Reason.FAULT));
      default -> weight(text, frame[MOTION] == ' ');
    };
  }

  @Override
  public byte[] encode(ScaleReading reading) {
    String text =
        switch (reading) {
          case Weight(long milligrams, boolean stable) ->
              (milligrams == 0 ? "Z1G" : " 1G")
                  + (stable ? "  " : "M ")
                  + units.number(milligrams, 10);
          case NotWeighed(Reason reason) ->
              switch (reason) {
                case OVERLOAD -> "O1G      15.010";
                case UNDERLOAD -> "U1G      -0.100";
                case MOTION, FAULT, STALE -> "E1G       0.000";
              };
        };
    return ("\n" + text + units.symbol() + " \r").getBytes(US_ASCII);
  }

  private Optional<ScaleReading> weight(String text, boolean stable) {
    String number = text.substring(VALUE, UNIT).stripLeading();
    boolean negative = number.startsWith("-");
    return units.reading(
        negative,
        negative ? number.substring(1) : number,
        text.substring(UNIT, LENGTH - 1).stripTrailing(),
        stable);
  }
}
