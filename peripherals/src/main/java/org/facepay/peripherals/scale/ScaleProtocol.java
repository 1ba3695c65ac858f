package org.facepay.peripherals.scale;

import java.time.Duration;
import java.util.Optional;
import org.facepay.peripherals.link.Framing;
import org.facepay.peripherals.link.SerialSettings;

/** A scale's language, both ways; pure functions over bytes. */
interface ScaleProtocol {
  /** What never changes. */
  Manner manner();

  /** Where its answers end. */
  Framing framing();

  /** Reads an answer; empty if it is none, or damaged. */
  Optional<ScaleReading> decode(byte[] frame);

  /** The answer by which a scale says this, as its simulator does. */
  byte[] encode(ScaleReading reading);

  /**
   * How a scale is spoken to.
   *
   * @param model for a technician
   * @param settings as delivered
   * @param attention asked first and answered with ACK; empty if the protocol has no such step
   * @param question asks for the weight; empty if the scale sends it unasked
   * @param zero sets it to zero; empty if that cannot be done by command
   * @param gap from one question to the next, at least
   * @param checked whether its answers carry a checksum
   */
  record Manner(
      String model,
      SerialSettings settings,
      byte[] attention,
      byte[] question,
      byte[] zero,
      Duration gap,
      boolean checked) {}

  /** How a scale is asked that answers NAK while it has no weight; empty if its kind never does. */
  default Optional<Refusal> refusal() {
    return Optional.empty();
  }

  /**
   * What follows a NAK.
   *
   * @param question asks for the reason
   * @param unmoved the reason that nothing has moved since the last weight, which it tells once
   */
  record Refusal(byte[] question, byte[] unmoved) {}

  /** Accepted. */
  int ACK = 0x06;

  /** Refused. */
  int NAK = 0x15;

  /** Bytes of no step. */
  byte[] NONE = {};
}
