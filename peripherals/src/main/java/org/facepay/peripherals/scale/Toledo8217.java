package org.facepay.peripherals.scale;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.facepay.peripherals.link.Framing;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.scale.NotWeighed.Reason;

/**
 * Mettler Toledo 8217: {@code W} is answered by STX, five digits of kilograms with three places
 * (with or without the point; with two places they are pounds), N if net, CR; or while there is no
 * weight by STX, {@code ?}, a status character, CR. The 8217's protocol sheet: 7 data bits, even
 * parity.
 */
final class Toledo8217 implements ScaleProtocol {
  private static final int STX = 0x02;
  private static final int CR = 0x0D;
  private static final int MOTION = 0x01;
  private static final int OVER_CAPACITY = 0x02;
  private static final int UNDER_ZERO = 0x04;

  /** Always set, so that the status can never be a control character. */
  private static final int FIXED = 0x40;

  private static final int DIGITS = 5;

  private static final Manner MANNER =
      new Manner(
          "Toledo 8217",
          new SerialSettings(9600, 7, 1, SerialSettings.Parity.EVEN),
          NONE,
          new byte[] {'W'},
          new byte[] {'Z'},
          Duration.ofMillis(200),
          false);

  @Override
  public Manner manner() {
    return MANNER;
  }

  @Override
  public Framing framing() {
    return Framing.between(STX, CR);
  }

  @Override
  public Optional<ScaleReading> decode(byte[] frame) {
    int last = frame.length - 1;
    if (frame.length < 4 || frame[0] != STX || frame[last] != CR) {
      return Optional.empty();
    }
    if (frame[1] == '?') {
      return frame.length == 4 ? status(frame[2]) : Optional.empty();
    }
    int end = frame[last - 1] == 'N' ? last - 1 : last;
    boolean point = end == DIGITS + 2 && frame[end - 4] == '.';
    boolean plain = end == DIGITS + 1;
    if (!point && !plain) {
      return Optional.empty();
    }
    byte[] digits = frame.clone();
    if (point) {
      System.arraycopy(frame, 1, digits, 2, 2); // over the point
    }
    OptionalLong weight = Digits.milligrams(digits, end - DIGITS, end);
    return weight.isPresent()
        ? Optional.of(new Weight(weight.getAsLong(), true))
        : Optional.empty();
  }

  @Override
  public byte[] encode(ScaleReading reading) {
    String body =
        switch (reading) {
          case Weight(long milligrams, boolean stable) when stable -> Digits.grams(milligrams, 5);
          case Weight w -> "?" + (char) (FIXED | MOTION);
          case NotWeighed(Reason reason) -> "?" + (char) (FIXED | bits(reason));
        };
    return ("\u0002" + body + "\r").getBytes(US_ASCII);
  }

  private static Optional<ScaleReading> status(int status) {
    if ((status & 0xC0) != FIXED) {
      return Optional.empty();
    }
    Reason reason =
        (status & OVER_CAPACITY) != 0
            ? Reason.OVERLOAD
            : (status & UNDER_ZERO) != 0
                ? Reason.UNDERLOAD
                : (status & MOTION) != 0 ? Reason.MOTION : Reason.FAULT;
    return Optional.of(new NotWeighed(reason));
  }

  private static int bits(Reason reason) {
    return switch (reason) {
      case MOTION -> MOTION;
      case OVERLOAD -> OVER_CAPACITY;
      case UNDERLOAD -> UNDER_ZERO;
      case FAULT, STALE -> 0;
    };
  }
}
