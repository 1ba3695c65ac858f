package org.facepay.peripherals.dispenser;

/** How handing out an article ended. The drop sensor decides, not the motor. */
public sealed interface DispenseResult {
  /** It fell past the sensor. */
  record Dropped() implements DispenseResult {}

  /** It did not fall: it may be tried at another slot, nothing is to be paid. */
  record NotDropped(String reason) implements DispenseResult {}

  /** The motor was started, but the machine was lost before it could tell. */
  record Uncertain(String reason) implements DispenseResult {}
}
