package org.facepay.peripherals.link;

/**
 * How a serial line is set.
 *
 * @param baud symbols per second, e.g. 9600
 * @param dataBits 7 or 8
 * @param stopBits 1 or 2
 */
public record SerialSettings(int baud, int dataBits, int stopBits, Parity parity) {
  /** The parity bit of each character. */
  public enum Parity {
    NONE,
    ODD,
    EVEN
  }

  public SerialSettings {
    if (baud < 300 || baud > 4_000_000) {
      throw new IllegalArgumentException("baud must be 300..4000000, not " + baud);
    }
    if (dataBits != 7 && dataBits != 8) {
      throw new IllegalArgumentException("dataBits must be 7 or 8, not " + dataBits);
    }
    if (stopBits != 1 && stopBits != 2) {
      throw new IllegalArgumentException("stopBits must be 1 or 2, not " + stopBits);
    }
  }

  /** Eight data bits, no parity, one stop bit: what almost every device is delivered with. */
  public static SerialSettings eightN1(int baud) {
    return new SerialSettings(baud, 8, 1, Parity.NONE);
  }

  /** The same line at another speed. */
  public SerialSettings at(int otherBaud) {
    return new SerialSettings(otherBaud, dataBits, stopBits, parity);
  }

  /**
   * What of it a pseudo-terminal can have: it carries whole bytes without parity, and refuses
   * anything else from the second opening on. Serial servers' redirectors hand out such ones.
   */
  SerialSettings onPseudoTerminal() {
    return new SerialSettings(baud, 8, stopBits, Parity.NONE);
  }
}
