package org.facepay.peripherals.scale;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.facepay.peripherals.link.Framing;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.scale.NotWeighed.Reason;

/**
 * The 22 bytes that CAS indicators send unasked, several times a second: {@code ST,GS,} (stable;
 * {@code US} unstable, {@code OL} overload; gross or net {@code NT}), device number, lamps, comma,
 * eight characters of weight, blank, unit, CR LF.
 */
final class CasStream implements ScaleProtocol {
  private static final int LENGTH = 22;
  private static final int VALUE = 9;
  private static final int UNIT = 18;

  private static final Manner MANNER =
      new Manner(
          "CAS indicator (22 bytes)",
          SerialSettings.eightN1(9600),
          NONE,
          NONE,
          NONE,
          Duration.ZERO,
          false);

  private final Units units;

  CasStream(Units units) {
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
  public Optional<ScaleReading> decode(byte[] f) {
    if (f.length != LENGTH || f[2] != ',' || f[5] != ',' || f[8] != ',' || f[17] != ' ') {
      return Optional.empty();
    }
    String mode = text(f, 3, 5);
    boolean framed = f[20] == '\r' && (mode.equals("GS") || mode.equals("NT"));
    if (!framed || text(f, VALUE, UNIT).indexOf('.') < 0) {
      return Optional.empty();
    }
    return switch (text(f, 0, 2)) {
      case "OL" -> Optional.of(new NotWeighed(Reason.OVERLOAD));
      case "ST" -> weight(f, true);
      case "US" -> weight(f, false);
      default -> Optional.empty();
    };
  }

  @Override
  public byte[] encode(ScaleReading reading) {
    String head =
        switch (reading) {
          case Weight(long milligrams, boolean stable) -> stable ? "ST" : "US";
          case NotWeighed(Reason reason) ->
              switch (reason) {
                case OVERLOAD -> "OL";
                case UNDERLOAD -> "ST";
                case MOTION, FAULT, STALE -> "US";
              };
        };
    String value =
        switch (reading) {
          case Weight(long milligrams, boolean stable) -> units.number(milligrams, 8);
          case NotWeighed(Reason reason) -> reason == Reason.UNDERLOAD ? "-  0.100" : "   0.000";
        };
    return (head + ",GS,1@," + value + " " + units.symbol() + "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private Optional<ScaleReading> weight(byte[] f, boolean stable) {
    boolean negative = f[VALUE] == '-';
    String number = text(f, negative ? VALUE + 1 : VALUE, VALUE + 8);
    return units.reading(negative, number, text(f, UNIT, UNIT + 2), stable);
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
