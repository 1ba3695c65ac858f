package org.facepay.peripherals.scale;

/** Why there is no weight. */
public record NotWeighed(Reason reason) implements ScaleReading {
  /** The causes that shoppers and technicians can do something about. */
  public enum Reason {
    /** The goods still move and the scale tells no weight meanwhile. */
    MOTION,
    /** More than the scale can carry. */
    OVERLOAD,
    /** Less than nothing: something was on it when it was set to zero. */
    UNDERLOAD,
    /** The scale is busy or reports an error of its own. */
    FAULT,
    /** The last weight is too old, or the scale is not there. */
    STALE
  }
}
