package org.facepay.peripherals.printer;

import java.time.Duration;

/**
 * How a printer kicks its drawer: {@code ESC p} gives a pulse on one of two pins; bit 2 of the
 * answer to {@code DLE EOT 1} is the level of the drawer's switch.
 *
 * @param pin 0 (connector pin 2) or 1 (connector pin 5)
 * @param onTime how long the magnet is on, 2 to 510 ms
 * @param openIsHigh which level means open; drawers differ
 */
public record DrawerKick(int pin, Duration onTime, boolean openIsHigh) {
  private static final int SWITCH = 0x04;

  public DrawerKick {
    if (pin != 0 && pin != 1) {
      throw new IllegalArgumentException("pin must be 0 or 1, not " + pin);
    }
    if (onTime.toMillis() < 2 || onTime.toMillis() > 510) {
      throw new IllegalArgumentException("a pulse is 2..510 ms, not " + onTime.toMillis());
    }
  }

  /** The first pin, 100 ms, high when open. */
  public static DrawerKick usual() {
    return new DrawerKick(0, Duration.ofMillis(100), true);
  }

  /** The command; off for as long as on, so that the magnet stays cool. */
  public byte[] pulse() {
    byte units = (byte) (onTime.toMillis() / 2);
    return new byte[] {0x1B, 'p', (byte) pin, units, units};
  }

  /** Reads the switch in an answer to {@code DLE EOT 1}. */
  public boolean opened(int status) {
    return ((status & SWITCH) != 0) == openIsHigh;
  }
}
