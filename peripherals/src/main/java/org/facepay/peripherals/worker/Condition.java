package org.facepay.peripherals.worker;

import java.util.Optional;
import org.facepay.peripherals.problem.HealthText;
import org.facepay.peripherals.problem.Problem;

/**
 * How an open device is after one duty cycle.
 *
 * @param useful whether it can do its work now
 * @param text for a technician; empty to keep what identified it
 */
public record Condition(boolean useful, Optional<HealthText> text) {
  private static final Condition FINE = new Condition(true, Optional.empty());

  /** Nothing to say. */
  public static Condition fine() {
    return FINE;
  }

  /** Works, but somebody should know this, or see to it soon. */
  public static Condition fineBut(HealthText text) {
    return new Condition(true, Optional.of(text));
  }

  /** Open, but needs a hand before it can work. */
  public static Condition degraded(Problem problem) {
    return new Condition(false, Optional.of(problem));
  }
}
