package org.facepay.peripherals.printer;

import org.facepay.peripherals.printer.paper.PrintCommand;

/**
 * The simulated printer's paper, cover, cutter and faults, and what it answers because of them.
 * Switched by tests and the demo's bench, read by the simulator's thread.
 */
public final class PrinterConditions {
  private static final int HEALTHY = 0x12;

  private boolean paperOut;
  private boolean nearEnd;
  private boolean coverOpen;
  private boolean cutterError;
  private boolean cutterJamsNext;
  private boolean mute;
  private boolean stalled;
  private boolean nonsense;
  private boolean drawerOpen;
  private boolean drawerJammed;
  private final Countdown lines = new Countdown();
  private final Countdown stall = new Countdown();
  private final Countdown silence = new Countdown();
  private final Countdown unplug = new Countdown();

  /** No paper, or a new roll. */
  public synchronized void paperOut(boolean on) {
    paperOut = on;
    lines.stop();
  }

  /** The roll ends after so many more lines. */
  public synchronized void paperOutAfter(int lines) {
    this.lines.after(lines);
  }

  /** The near-end sensor. */
  public synchronized void nearEnd(boolean on) {
    nearEnd = on;
  }

  /** An open cover. */
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
    silence.stop();
  }

  /** Falls silent after so many more bytes. */
  public synchronized void muteAfter(int bytes) {
    silence.after(bytes);
  }

  /** Takes no bytes at all, so that the terminal's writes block. */
  public synchronized void stalled(boolean on) {
    stalled = on;
    stall.stop();
  }

  /** Takes so many more bytes, then none until {@link #stalled} is switched off. */
  public synchronized void stallAfter(int bytes) {
    stall.after(bytes);
  }

  /** Answers everything with bytes that mean nothing. */
  public synchronized void nonsense(boolean on) {
    nonsense = on;
  }

  /** Pushes the drawer shut, or pulls it open. */
  public synchronized void drawerOpen(boolean on) {
    drawerOpen = on;
  }

  /** A drawer that does not spring open. */
  public synchronized void drawerJammed(boolean on) {
    drawerJammed = on;
  }

  /** Whether the drawer is open. */
  public synchronized boolean drawerOpen() {
    return drawerOpen;
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

  /** The plug is pulled once so many more bytes have come. */
  synchronized void unplugAfter(int bytes) {
    unplug.after(bytes);
  }

  /** Counts the bytes taken; true if the plug is to be pulled now. */
  synchronized boolean received(int bytes) {
    stalled |= stall.passes(bytes);
    mute |= silence.passes(bytes);
    return unplug.passes(bytes);
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
    paperOut |= command instanceof PrintCommand.LineFeed && lines.passes(1);
    drawerOpen |= command instanceof PrintCommand.DrawerPulse && !drawerJammed;
  }

  /** The answer to {@code DLE EOT n}. */
  synchronized int realTime(int n) {
    return HEALTHY
        | switch (n) {
          case 1 -> (stopped() ? 0x08 : 0) | (drawerOpen ? 0x04 : 0);
          case 2 -> (coverOpen ? 0x04 : 0) | (paperOut ? 0x20 : 0) | (cutterError ? 0x40 : 0);
          case 3 -> cutterError ? 0x08 : 0;
          default -> (nearEnd ? 0x0C : 0) | (paperOut ? 0x60 : 0);
        };
  }

  /** The answer to {@code GS r 1}: bits 0 and 1 near end, 2 and 3 end. */
  synchronized int paperReport() {
    return (nearEnd ? 0x03 : 0) | (paperOut ? 0x0C : 0);
  }

  /** Counts down to something that then happens once. */
  private static final class Countdown {
    private int left;

    void after(int count) {
      left = count;
    }

    void stop() {
      left = 0;
    }

    boolean passes(int count) {
      boolean passed = left > 0 && left <= count;
      left = Math.max(0, left - count);
      return passed;
    }
  }
}
