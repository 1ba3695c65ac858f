package org.facepay.peripherals.dispenser;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A vendor's register map for spiral and lift boards.
 *
 * @param unit bus address
 * @param senses what the board tells of the machine around the spirals; empty: nothing
 */
public record DispenserProfile(int unit, Spirals spirals, Optional<Senses> senses) {

  /**
   * The motors and the drop sensor.
   *
   * @param start holding register: writing a slot's number turns it once
   * @param status input register: 0 at rest, 1 turning, 2 fault
   * @param drops input register: counts what falls past the sensor, from 0 again after 65535
   * @param slots the highest slot's number; the lowest is 1
   * @param patience how long a turn and a fall may take
   */
  public record Spirals(int start, int status, int drops, int slots, Patience patience) {}

  /**
   * How long it may take.
   *
   * @param turn longest time of a turn
   * @param fall longest time from the turn's end until the article has fallen
   */
  public record Patience(Duration turn, Duration fall) {}

  /**
   * The machine around them, see {@link MachineReading}.
   *
   * @param temperature input register: tenths of a degree Celsius, two's complement; 0x8000 when
   *     the probe is missing
   * @param inputs input register: bit 0 the door is open, bit 1 something lies in the output
   */
  public record Senses(int temperature, int inputs) {}

  /** Sixty slots, a turn of at most 8 s, a fall of at most 1 s. */
  public static final DispenserProfile GENERIC =
      new DispenserProfile(
          1,
          new Spirals(0, 0, 1, 60, new Patience(Duration.ofSeconds(8), Duration.ofSeconds(1))),
          Optional.empty());

  /** The same with a probe, a door switch and a light barrier in the output. */
  public static final DispenserProfile GENERIC_SENSED =
      new DispenserProfile(1, GENERIC.spirals(), Optional.of(new Senses(2, 3)));

  /** The profiles by the names used in the configuration. */
  public static final Map<String, DispenserProfile> NAMED =
      Map.of("generic", GENERIC, "generic-sensed", GENERIC_SENSED);
}
