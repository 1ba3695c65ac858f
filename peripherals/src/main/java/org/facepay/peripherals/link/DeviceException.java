package org.facepay.peripherals.link;

import org.facepay.peripherals.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A device or its wire failed: unplugged, silent, refused, stalled. Expected in the field, so it is
 * checked; the device's worker reports it as health and tries again.
 */
public final class DeviceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** What happened, with the arguments of its kind. */
  public DeviceException(Problem.Kind kind, Object... arguments) {
    this(Problem.of(kind, arguments), null);
  }

  /** As above, with what caused it. */
  public DeviceException(Problem problem, @Nullable Throwable cause) {
    super(problem.english(), cause);
    this.problem = problem;
  }

  /** What happened and what to check. */
  public Problem problem() {
    return problem;
  }

  /** The same in English, for logs. */
  public String reason() {
    return problem.english();
  }
}
