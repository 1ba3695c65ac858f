package org.facepay.peripherals.scale;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.facepay.peripherals.link.Framing;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.scale.NotWeighed.Reason;

/**
 * Dibal scales in their EPOS (Tisa) mode: {@code 98}, five digits of unit price, exclusive or, CR
 * LF is answered by {@code 99}, a status (0 stable), five digits of grams, six of the amount,
 * exclusive or, CR LF. The price is sent as zero and the amount ignored: prices are the checkout's
 * business. The checksum can be CR or LF itself, so frames go by their length.
 */
final class Dibal implements ScaleProtocol {
  private static final int LENGTH = 17;
  private static final int SUM = 14;

  private static final Manner MANNER =
      new Manner(
          "Dibal EPOS",
          SerialSettings.eightN1(9600),
          NONE,
          question(),
          NONE,
          Duration.ofMillis(100),
          true);

  @Override
  public Manner manner() {
    return MANNER;
  }

  @Override
  public Framing framing() {
    return Framing.fixed('9', LENGTH);
  }

  @Override
  public Optional<ScaleReading> decode(byte[] f) {
    boolean framed =
        f.length == LENGTH
            && f[0] == '9'
            && f[1] == '9'
            && f[SUM] == xor(f, SUM)
            && f[15] == '\r'
            && f[16] == '\n';
    if (!framed) {
      return Optional.empty();
    }
    return switch (f[2]) {
      case '0' -> {
        OptionalLong grams = Digits.milligrams(f, 3, 8);
        yield grams.isPresent()
            ? Optional.of(new Weight(grams.getAsLong(), true))
            : Optional.empty();
      }
      case '1' -> Optional.of(new NotWeighed(Reason.MOTION));
      case '2' -> Optional.of(new NotWeighed(Reason.OVERLOAD));
      case '3' -> Optional.of(new NotWeighed(Reason.UNDERLOAD));
      default -> Optional.of(new NotWeighed(Reason.FAULT));
    };
  }

  @Override
  public byte[] encode(ScaleReading reading) {
    String body =
        switch (reading) {
          case Weight(long milligrams, boolean stable) when stable ->
              "0" + Digits.grams(milligrams, 5);
          case Weight w -> "100000";
          case NotWeighed(Reason reason) ->
              switch (reason) {
                    case MOTION -> "1";
                    case OVERLOAD -> "2";
                    case UNDERLOAD -> "3";
                    case FAULT, STALE -> "9";
                  }
                  + "00000";
        };
    byte[] frame = ("99" + body + "000000?\r\n").getBytes(StandardCharsets.US_ASCII);
    frame[SUM] = xor(frame, SUM);
    return frame;
  }

  private static byte[] question() {
    byte[] question = "9800000?\r\n".getBytes(StandardCharsets.US_ASCII);
    question[7] = xor(question, 7);
    return question;
  }

  private static byte xor(byte[] bytes, int count) {
    int xor = 0;
    for (int i = 0; i < count; i++) {
      xor ^= bytes[i];
    }
    return (byte) xor;
  }
}
