package org.facepay.peripherals.link;

import java.io.IOException;
import java.time.Duration;

/** A simulated device's end of a wire. Safe for several threads; every wait is bounded. */
public interface Line {
  /** Takes what the terminal sent; 0 if nothing came in time, -1 if the line is closed. */
  int read(byte[] into, Duration timeout) throws IOException;

  /** Sends bytes to the terminal; false if they were not all taken in time. */
  boolean write(byte[] bytes, Duration timeout) throws IOException;
}
