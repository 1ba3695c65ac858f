package org.facepay.peripherals.dispenser;

import java.time.Duration;
import java.util.Map;

/**
 * A vendor's register map for spiral and lift boards.
 *
 * @param unit bus address
 * @param start holding register: writing a slot's number turns it once
 * @param status input register: 0 at rest, 1 turning, 2 fault
 * @param drops input register: counts what falls past the sensor, from 0 again after 65535
 * @param slots the highest slot's number; the lowest is 1
 * @param turn longest time of a turn
 * @param fall longest time from the turn's end until the article has fallen
 */
public record DispenserProfile(
    int unit, int start, int status, int drops, int slots, Duration turn, Duration fall) {
  /** Sixty slots, a turn of at most 8 s, a fall of at most 1 s. */
  public static final DispenserProfile GENERIC =
      new DispenserProfile(1, 0, 0, 1, 60, Duration.ofSeconds(8), Duration.ofSeconds(1));

  /** The profiles by the names used in the configuration. */
  public static final Map<String, DispenserProfile> NAMED = Map.of("generic", GENERIC);
}
