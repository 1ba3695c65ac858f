package org.facepay.peripherals.printer;

import org.facepay.peripherals.link.SerialSettings.FlowControl;

/**
 * What a simulated printer's electronics can do.
 *
 * @param bufferBytes of its receive buffer
 * @param bytesPerSecond it works through
 * @param flowControl how it says that the buffer is full; without it, what comes then is lost. With
 *     {@link FlowControl#RTS_CTS} it takes nothing more.
 * @param answers what it tells
 */
public record PrinterElectronics(
    int bufferBytes, int bytesPerSecond, FlowControl flowControl, Answers answers) {
  /** 64 KB, quick, answers everything. */
  public static final PrinterElectronics USUAL =
      new PrinterElectronics(64 * 1024, 100_000_000, FlowControl.RTS_CTS, Answers.PAPER_REPORT);

  /** The smallest buffer on three wires, at the pace of its paper. */
  public static final PrinterElectronics POOR =
      new PrinterElectronics(256, 20_000, FlowControl.NONE, Answers.PAPER_REPORT);

  /** The same electronics, with other answers. */
  public PrinterElectronics answering(Answers otherAnswers) {
    return new PrinterElectronics(bufferBytes, bytesPerSecond, flowControl, otherAnswers);
  }
}
