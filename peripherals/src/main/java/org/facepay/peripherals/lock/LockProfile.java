package org.facepay.peripherals.lock;

import java.time.Duration;
import java.util.Map;

/**
 * A vendor's register map for lock boards: a coil per bolt, a discrete input per door switch.
 *
 * @param unit bus address, 1 to 247
 * @param channels bolts on the board
 * @param firstCoil the first bolt's coil; on draws it back
 * @param firstInput the first door's discrete input
 * @param openIsHigh whether an input that is on means an open door
 * @param answer how long the board may take
 */
public record LockProfile(
    int unit, int channels, int firstCoil, int firstInput, boolean openIsHigh, Duration answer) {
  /** Eight bolts from coil 0, eight door switches from input 0, on when open. */
  public static final LockProfile GENERIC_8 =
      new LockProfile(1, 8, 0, 0, true, Duration.ofMillis(100));

  /** One bolt and one switch that is on while the door is shut: single-door containers. */
  public static final LockProfile GENERIC_1 =
      new LockProfile(1, 1, 0, 0, false, Duration.ofMillis(100));

  /** The profiles by the names used in the configuration. */
  public static final Map<String, LockProfile> NAMED =
      Map.of("generic-8", GENERIC_8, "generic-1", GENERIC_1);

  public LockProfile {
    if (unit < 1 || unit > 247 || channels < 1 || channels > 64) {
      throw new IllegalArgumentException("unit must be 1..247 and channels 1..64");
    }
  }
}
