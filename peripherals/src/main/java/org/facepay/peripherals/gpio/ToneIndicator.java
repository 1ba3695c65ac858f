package org.facepay.peripherals.gpio;

import java.time.Duration;
import org.facepay.peripherals.link.Device;
import org.facepay.peripherals.link.DeviceException;

/** The UnifiedPOS role ToneIndicator: a buzzer. */
public interface ToneIndicator extends Device {
  /** The longest tone; nobody bears more. */
  Duration LONGEST = Duration.ofSeconds(5);

  /**
   * Sounds for a while and returns when it is over; silent again whatever happens.
   *
   * @throws IllegalArgumentException if it is longer than {@link #LONGEST}
   */
  void sound(Duration time) throws DeviceException;
}
