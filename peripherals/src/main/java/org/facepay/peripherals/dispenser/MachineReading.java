package org.facepay.peripherals.dispenser;

import java.util.Optional;

/**
 * How the machine around the spirals is. What is empty is not known: the board cannot tell it, does
 * not answer, or said what cannot be.
 *
 * @param deciCelsius temperature of the goods, tenths of a degree
 * @param doorOpen whether the machine's door is open
 * @param trayHolds whether something lies in the output
 */
public record MachineReading(
    Optional<Integer> deciCelsius, Optional<Boolean> doorOpen, Optional<Boolean> trayHolds) {
  /** Nothing is known. */
  public static final MachineReading UNKNOWN =
      new MachineReading(Optional.empty(), Optional.empty(), Optional.empty());

  /** No machine that sells food is colder, or works when it is warmer; tenths of a degree. */
  private static final int COLDEST = -400;

  private static final int WARMEST = 850;

  private static final int DOOR = 1;
  private static final int TRAY = 2;

  /**
   * Reads the two registers of {@link DispenserProfile.Senses}. Of inputs with bits that mean
   * nothing, none is believed.
   *
   * @param temperature 0 to 65535
   * @param inputs 0 to 65535
   */
  public static MachineReading of(int temperature, int inputs) {
    int deci = (short) temperature;
    boolean known = (inputs & ~(DOOR | TRAY)) == 0;
    return new MachineReading(
        deci < COLDEST || deci > WARMEST ? Optional.empty() : Optional.of(deci),
        known ? Optional.of((inputs & DOOR) != 0) : Optional.empty(),
        known ? Optional.of((inputs & TRAY) != 0) : Optional.empty());
  }
}
