package org.facepay.peripherals.link;

import org.facepay.peripherals.problem.Identity;

/**
 * What every role has in common: a driver over an open link, used by one thread; {@link #close} may
 * come from any and frees a blocked call.
 */
public interface Device extends Driver {
  /**
   * Makes sure that the expected device answers, as far as its kind can (UnifiedPOS checkHealth,
   * INTERNAL): nothing moves, nothing is printed.
   *
   * @return what it is
   * @throws DeviceException if it is silent, lost, or something else answered
   */
  Identity checkHealth() throws DeviceException;
}
