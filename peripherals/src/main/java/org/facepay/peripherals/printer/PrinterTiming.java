package org.facepay.peripherals.printer;

import java.time.Duration;

/**
 * How long a printer may take.
 *
 * @param answer for one status byte
 * @param write for the wire to take a whole receipt; at 9600 baud 10 KB take 10 s
 * @param paper from the last byte sent until the paper is out
 */
public record PrinterTiming(Duration answer, Duration write, Duration paper) {
  /** Half a second, 15 s, 15 s. */
  public static PrinterTiming usual() {
    return new PrinterTiming(
        Duration.ofMillis(500), Duration.ofSeconds(15), Duration.ofSeconds(15));
  }
}
