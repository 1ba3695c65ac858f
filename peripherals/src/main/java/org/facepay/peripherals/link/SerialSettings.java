package org.facepay.peripherals.link;

/**
 * How a serial line is set.
 *
 * @param baud symbols per second, e.g. 9600
 * @param dataBits 7 or 8
 * @param stopBits 1 or 2
 * @param flowControl how the device says that its buffer is full
 */
public record SerialSettings(
    int baud, int dataBits, int stopBits, Parity parity, FlowControl flowControl) {
  /** The parity bit of each character. */
  public enum Parity {
    NONE,
    ODD,
    EVEN
  }

  /** How one end tells the other to wait. */
  public enum FlowControl {
    /** Not at all: three wires, or a device that ignores the others. */
    NONE,
    /** By the lines RTS and CTS. */
    RTS_CTS,
    /** By the characters DC1 and DC3, from the device alone: what is sent to it is binary. */
    XON_XOFF
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

  /** A line without flow control. */
  public SerialSettings(int baud, int dataBits, int stopBits, Parity parity) {
    this(baud, dataBits, stopBits, parity, FlowControl.NONE);
  }

  /** Eight data bits, no parity, one stop bit: what almost every device is delivered with. */
  public static SerialSettings eightN1(int baud) {
    return new SerialSettings(baud, 8, 1, Parity.NONE);
  }

  /** The same line with that flow control. */
  public SerialSettings with(FlowControl otherFlowControl) {
    return new SerialSettings(baud, dataBits, stopBits, parity, otherFlowControl);
  }

  /** The same line at another speed. */
  public SerialSettings at(int otherBaud) {
    return new SerialSettings(otherBaud, dataBits, stopBits, parity, flowControl);
  }

  /**
   * What of it a pseudo-terminal can have: it carries whole bytes without parity, and refuses
   * anything else from the second opening on. Serial servers' redirectors hand out such ones.
   */
  SerialSettings onPseudoTerminal() {
    return new SerialSettings(baud, 8, stopBits, Parity.NONE, flowControl);
  }
}
