package org.facepay.peripherals.scale;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facepay.peripherals.link.Framing;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.scale.NotWeighed.Reason;

/**
 * NCI, also of Weigh-Tronix and Brecknell: {@code W CR} is answered by LF, the weight as it is
 * displayed, its unit, CR LF, two or more characters of status, CR ETX; without a weight by the
 * status alone. The weight has the seven characters that the manuals show and a point unless it is
 * in grams, so that a lost character is noticed. SCP-01 (NCI standard and 3825).
 */
final class Nci implements ScaleProtocol {
  /** First status: motion, errors of memory. */
  private static final int MOTION = 0x01;

  private static final int FIRST_ERRORS = 0x0C;

  /** Second status: range, errors of memory and calibration; third: its zero. */
  private static final int UNDER_CAPACITY = 0x01;

  private static final int OVER_CAPACITY = 0x02;
  private static final int SECOND_ERRORS = 0x0C;
  private static final int ZERO_ERROR = 0x08;

  private static final Pattern ANSWER =
      Pattern.compile(
          "\n(?:(?=[ 0-9.-]{7}(?:kg|g|lb|oz)\r) *(-?)([0-9]+\\.[0-9]+(?=kg|lb|oz)|[0-9]+(?=g))(kg|g|lb|oz)\r\n)?"
              + "([0-?])([0-?p-\u007F])([0-?p-\u007F]?)\r\u0003",
          Pattern.CASE_INSENSITIVE);

  private static final Manner MANNER =
      new Manner(
          "NCI scale",
          new SerialSettings(9600, 7, 1, SerialSettings.Parity.EVEN),
          NONE,
          "W\r".getBytes(US_ASCII),
          "Z\r".getBytes(US_ASCII),
          Duration.ofMillis(100),
          false);

  private final Units units;

  Nci(Units units) {
    this.units = units;
  }

  @Override
  public Manner manner() {
    return MANNER;
  }

  @Override
  public Framing framing() {
    return Framing.between('\n', 0x03);
  }

  @Override
  public Optional<ScaleReading> decode(byte[] frame) {
    Matcher answer = ANSWER.matcher(new String(frame, ISO_8859_1));
    if (!answer.matches()) {
      return Optional.empty();
    }
    int first = answer.group(4).charAt(0);
    int second = answer.group(5).charAt(0);
    int third = answer.group(6).isEmpty() ? 0 : answer.group(6).charAt(0);
    if ((second & OVER_CAPACITY) != 0) {
      return Optional.of(new NotWeighed(Reason.OVERLOAD));
    }
    if ((second & UNDER_CAPACITY) != 0) {
      return Optional.of(new NotWeighed(Reason.UNDERLOAD));
    }
    boolean faulty =
        (first & FIRST_ERRORS) != 0 || (second & SECOND_ERRORS) != 0 || (third & ZERO_ERROR) != 0;
    boolean moving = (first & MOTION) != 0;
    if (faulty || answer.group(3) == null) {
      return Optional.of(new NotWeighed(faulty || !moving ? Reason.FAULT : Reason.MOTION));
    }
    return weight(answer, !moving);
  }

  @Override
  public byte[] encode(ScaleReading reading) {
    String text =
        switch (reading) {
          case Weight(long milligrams, boolean stable) ->
              units.number(milligrams, 7) + units.symbol() + "\r\n" + (stable ? "00" : "10");
          case NotWeighed(Reason reason) ->
              switch (reason) {
                case OVERLOAD -> "02";
                case UNDERLOAD -> "01";
                case MOTION -> "10";
                case FAULT, STALE -> "08";
              };
        };
    return ("\n" + text + "\r\u0003").getBytes(US_ASCII);
  }

  private Optional<ScaleReading> weight(Matcher answer, boolean stable) {
    String unit = answer.group(3).toLowerCase(Locale.ROOT);
    return units.reading(!answer.group(1).isEmpty(), answer.group(2), unit, stable);
  }
}
