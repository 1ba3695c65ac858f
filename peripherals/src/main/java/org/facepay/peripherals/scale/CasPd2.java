package org.facepay.peripherals.scale;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.facepay.peripherals.link.Framing;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.scale.NotWeighed.Reason;

/**
 * CAS PD-II: ENQ is answered by ACK, then DC1 by SOH STX status sign six-characters unit BCC ETX
 * EOT. Status S stable or U unstable; sign blank, minus, or F for overload; BCC is the exclusive or
 * from the status to the unit.
 */
final class CasPd2 implements ScaleProtocol {
  private static final int SOH = 0x01;
  private static final int STX = 0x02;
  private static final int ETX = 0x03;
  private static final int EOT = 0x04;
  private static final int ENQ = 0x05;
  private static final int DC1 = 0x11;
  private static final int LENGTH = 15;
  private static final int BCC = 12;

  private static final Manner MANNER =
      new Manner(
          "CAS PD-II",
          SerialSettings.eightN1(9600),
          new byte[] {ENQ},
          new byte[] {DC1},
          NONE,
          Duration.ofMillis(100),
          true);

  private final Units units;

  CasPd2(Units units) {
    this.units = units;
  }

  @Override
  public Manner manner() {
    return MANNER;
  }

  @Override
  public Framing framing() {
    Framing block = Framing.fixed(SOH, LENGTH);
    return (bytes, count) -> bytes[0] == ACK ? 1 : untilAck(bytes, block.measure(bytes, count));
  }

  @Override
  public Optional<ScaleReading> decode(byte[] f) {
    boolean framed =
        f.length == LENGTH
            && f[0] == SOH
            && f[1] == STX
            && f[13] == ETX
            && f[14] == EOT
            && f[BCC] == bcc(f);
    if (!framed || (f[2] != 'S' && f[2] != 'U')) {
      return Optional.empty();
    }
    if (f[3] == 'F') {
      return Optional.of(new NotWeighed(Reason.OVERLOAD));
    }
    String number = new String(f, 4, 6, StandardCharsets.ISO_8859_1);
    if (number.indexOf('.') < 0 || (f[3] != ' ' && f[3] != '-')) {
      return Optional.empty();
    }
    String unit = new String(f, 10, 2, StandardCharsets.ISO_8859_1);
    return units.reading(f[3] == '-', number, unit, f[2] == 'S');
  }

  @Override
  public byte[] encode(ScaleReading reading) {
    String body =
        switch (reading) {
          case Weight(long milligrams, boolean stable) ->
              (stable ? "S " : "U ") + units.number(milligrams, 6);
          case NotWeighed(Reason reason) ->
              switch (reason) {
                case OVERLOAD -> "UF 0.000";
                case UNDERLOAD -> "S- 0.100";
                case MOTION, FAULT, STALE -> "U  0.000";
              };
        };
    byte[] frame = new byte[LENGTH];
    byte[] text = (body + units.symbol()).getBytes(StandardCharsets.US_ASCII);
    frame[0] = SOH;
    frame[1] = STX;
    System.arraycopy(text, 0, frame, 2, Math.min(text.length, 10));
    frame[BCC] = bcc(frame);
    frame[13] = ETX;
    frame[14] = EOT;
    return frame;
  }

  private static byte bcc(byte[] frame) {
    int xor = 0;
    for (int i = 2; i < BCC; i++) {
      xor ^= frame[i];
    }
    return (byte) xor;
  }

  /** Noise is dropped up to an ACK, too, not only up to a block. */
  private static int untilAck(byte[] bytes, int measured) {
    int ack = measured < 0 ? Framing.indexOf(bytes, -measured, ACK) : -1;
    return ack > 0 ? -ack : measured;
  }
}
