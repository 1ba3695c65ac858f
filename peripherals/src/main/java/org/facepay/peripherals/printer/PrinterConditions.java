package org.facepay.peripherals.printer;

import org.facepay.peripherals.printer.paper.PrintCommand;

/**
 * The simulated printer's paper, cover, cutter and faults, and what it answers because of them.
 * Switched by tests and the demo's bench, read by the simulator's thread.
 */
public final class PrinterConditions {
  private static final int HEALTHY = 0x12;
  private static final int ENDLESS = Integer.MAX_VALUE;

  private boolean paperOut;
  private boolean nearEnd;
  private boolean coverOpen;
  private boolean cutterError;
  private boolean cutterJamsNext;
  private boolean mute;
  private boolean stalled;
  private boolean nonsense;
  private int linesLeft = ENDLESS;
  private int bytesLeft = ENDLESS;

  /** No paper, or a new roll. */
  public synchronized void paperOut(boolean on) {
    paperOut = on;
    linesLeft = ENDLESS;
  }

  /** The roll ends after so many more lines. */
  public synchronized void paperOutAfter(int lines) {
    linesLeft = lines;
  }

  /** The near-end sensor. */
  public synchronized void nearEnd(boolean on) {
    nearEnd = on;
  }

  public synchronized void coverOpen(boolean on) {
    coverOpen = on;
  }

  /** A jammed cutter, or a freed one. */
  public synchronized void cutterError(boolean on) {
    cutterError = on;
    cutterJamsNext = false;
  }

  /** The cutter jams at the next cut. */
  public synchronized void cutterJamsNext() {
    cutterJamsNext = true;
  }

  /** Prints, but answers nothing. */
  public synchronized void mute(boolean on) {
    mute = on;
  }

  /** Takes no bytes at all, so that the terminal's writes block. */
  public synchronized void stalled(boolean on) {
    stalled = on;
    bytesLeft = ENDLESS;
  }

  /** Takes so many more bytes, then none until {@link #stalled} is switched off. */
  public synchronized void stallAfter(int bytes) {
    bytesLeft = bytes;
  }

  /** Answers everything with bytes that mean nothing. */
  public synchronized void nonsense(boolean on) {
    nonsense = on;
  }

  synchronized boolean mute() {
    return mute;
  }

  synchronized boolean stalled() {
    return stalled;
  }

  synchronized boolean nonsense() {
    return nonsense;
  }

  /** Counts the bytes taken. */
  synchronized void received(int bytes) {
    if (bytesLeft != ENDLESS) {
      bytesLeft -= bytes;
      stalled |= bytesLeft <= 0;
    }
  }

  /** Whether the paper stands still. */
  synchronized boolean stopped() {
    return paperOut || coverOpen || cutterError;
  }

  /** Whether the cutter jams now; it then stays jammed. */
  synchronized boolean jamsAtCut() {
    cutterError |= cutterJamsNext;
    cutterJamsNext = false;
    return cutterError;
  }

  /** Counts the lines left on the roll. */
  synchronized void printed(PrintCommand command) {
    if (command instanceof PrintCommand.LineFeed && linesLeft != ENDLESS && --linesLeft <= 0) {
      paperOut = true;
      linesLeft = ENDLESS;
    }
  }

  /** The answer to {@code DLE EOT n}. */
  synchronized int realTime(int n) {
    return HEALTHY
        | switch (n) {
          case 1 -> stopped() ? 0x08 : 0;
          case 2 -> (coverOpen ? 0x04 : 0) | (paperOut ? 0x20 : 0) | (cutterError ? 0x40 : 0);
          case 3 -> cutterError ? 0x08 : 0;
          default -> (nearEnd ? 0x0C : 0) | (paperOut ? 0x60 : 0);
        };
  }

  /** The answer to {@code GS r 1}: bits 0 and 1 near end, 2 and 3 end. */
  synchronized int paperReport() {
    return (nearEnd ? 0x03 : 0) | (paperOut ? 0x0C : 0);
  }
}
