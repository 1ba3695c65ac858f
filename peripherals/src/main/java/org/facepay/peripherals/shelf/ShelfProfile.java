package org.facepay.peripherals.shelf;

import java.time.Duration;
import java.util.Map;

/**
 * A vendor's register map for shelf cells.
 *
 * @param function 3 holding or 4 input registers
 * @param left first register of the left cell
 * @param right first register of the right cell
 * @param words registers per cell: 1 (16 bits) or 2 (32 bits), signed
 * @param highWordFirst order of two registers
 * @param milligramsPerCount what one count weighs
 * @param status register of the status bits, or -1
 * @param movingBit which status bit says that something moves
 * @param answer how long a shelf may take
 */
public record ShelfProfile(
    int function,
    int left,
    int right,
    int words,
    boolean highWordFirst,
    long milligramsPerCount,
    int status,
    int movingBit,
    Duration answer) {
  /** Two 32-bit input registers of 0.1 g and a status word behind them, in one read. */
  public static final ShelfProfile GENERIC_32 =
      new ShelfProfile(4, 0, 2, 2, true, 100, 4, 0, Duration.ofMillis(60));

  /** Two 16-bit holding registers of 1 g, no status: simple transmitter boards. */
  public static final ShelfProfile GENERIC_16 =
      new ShelfProfile(3, 0, 1, 1, true, 1000, -1, 0, Duration.ofMillis(60));

  /** The profiles by the names used in the configuration. */
  public static final Map<String, ShelfProfile> NAMED =
      Map.of("generic-32", GENERIC_32, "generic-16", GENERIC_16);

  private static final int MOST_REGISTERS = 125;

  public ShelfProfile {
    if (function != 3 && function != 4) {
      throw new IllegalArgumentException("function must be 3 or 4, not " + function);
    }
    if (words != 1 && words != 2) {
      throw new IllegalArgumentException("words must be 1 or 2, not " + words);
    }
    if (left < 0 || right < 0 || milligramsPerCount < 1 || movingBit < 0 || movingBit > 15) {
      throw new IllegalArgumentException("registers and scale must be positive");
    }
    int last = Math.max(Math.max(left, right) + words, status + 1);
    int first = Math.min(Math.min(left, right), status < 0 ? left : status);
    if (last > 65_536 || last - first > MOST_REGISTERS) {
      throw new IllegalArgumentException("the registers do not fit into one read");
    }
  }

  /** The first register of the one read that fetches everything. */
  public int first() {
    return Math.min(Math.min(left, right), status < 0 ? left : status);
  }

  /** How many registers that read fetches. */
  public int count() {
    return Math.max(Math.max(left, right) + words, status + 1) - first();
  }

  /** Makes a reading of the registers. Pure. */
  public ShelfReading decode(int shelf, int[] registers, long nanos) {
    boolean moving = status >= 0 && (registers[status - first()] >> movingBit & 1) != 0;
    return new ShelfReading(shelf, cell(registers, left), cell(registers, right), !moving, nanos);
  }

  /** The register of an address for a load, as a simulated shelf has it. */
  public int register(int address, long leftMilligrams, long rightMilligrams, boolean moving) {
    if (address == status) {
      return moving ? 1 << movingBit : 0;
    }
    boolean inLeft = address >= left && address < left + words;
    long counts = (inLeft ? leftMilligrams : rightMilligrams) / milligramsPerCount;
    int place = address - (inLeft ? left : right);
    boolean high = words == 2 && (place == 0) == highWordFirst;
    return (int) (high ? counts >> 16 : counts) & 0xFFFF;
  }

  private long cell(int[] registers, int register) {
    int at = register - first();
    if (words == 1) {
      return (short) registers[at] * milligramsPerCount;
    }
    int high = registers[highWordFirst ? at : at + 1];
    int low = registers[highWordFirst ? at + 1 : at];
    return (high << 16 | low) * milligramsPerCount;
  }
}
