package org.facepay.peripherals.printer;

import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.facepay.peripherals.link.Fault;
import org.facepay.peripherals.link.SimulatedPeer;
import org.facepay.peripherals.printer.paper.PrintCommand;
import org.jspecify.annotations.Nullable;

/**
 * The simulated printer's paper, cover, cutter and drawer, and what it answers because of them; and
 * faults of its wire that begin in the middle of a receipt. Switched by tests and the demo's bench,
 * read by the simulator's thread.
 */
public final class PrinterConditions {
  private static final int HEALTHY = 0x12;

  private boolean paperOut;
  private boolean nearEnd;
  private boolean coverOpen;
  private boolean cutterError;
  private boolean cutterJamsNext;
  private boolean drawerOpen;
  private boolean openIsLow;
  private int drawerPin;
  private boolean drawerJammed;
  private boolean staysPowered;
  private int losesAfter;
  private int loses;
  private final Countdown lines = new Countdown();
  private final Map<Fault, Countdown> faults = new EnumMap<>(Fault.class);
  private @Nullable SimulatedPeer peer;

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

  /** A fault begins once so many more bytes have come. */
  public synchronized void after(int bytes, Fault fault) {
    faults.computeIfAbsent(fault, f -> new Countdown()).after(bytes);
  }

  /** So many bytes are lost on the wire once so many more have come. */
  public synchronized void lose(int after, int bytes) {
    losesAfter = after;
    loses = bytes;
  }

  /**
   * Whether it has a supply of its own, so that a plug pulled and put back changes nothing in it.
   */
  public synchronized void staysPowered(boolean on) {
    staysPowered = on;
  }

  synchronized boolean staysPowered() {
    return staysPowered;
  }

  /** Pushes the drawer shut, or pulls it open. */
  public synchronized void drawerOpen(boolean on) {
    drawerOpen = on;
  }

  /** A drawer that does not spring open. */
  public synchronized void drawerJammed(boolean on) {
    drawerJammed = on;
  }

  /** Hangs on another pin (0 or 1), or has a switch whose level is low when it is open. */
  public synchronized void drawerWiring(int pin, boolean openLow) {
    drawerPin = pin;
    openIsLow = openLow;
  }

  /** Whether the drawer is open. */
  public synchronized boolean drawerOpen() {
    return drawerOpen;
  }

  /** No fault begins any more. */
  synchronized void calm() {
    faults.clear();
    loses = 0;
  }

  /** Where faults begin. */
  synchronized void onFault(SimulatedPeer of) {
    peer = of;
  }

  /** Counts the bytes taken; true if that pulled the plug. */
  boolean received(int bytes) throws IOException {
    Set<Fault> begun = EnumSet.noneOf(Fault.class);
    SimulatedPeer suffering;
    synchronized (this) {
      faults.forEach(
          (fault, left) -> {
            if (left.passes(bytes)) {
              begun.add(fault);
            }
          });
      suffering = peer;
    }
    if (suffering != null) {
      for (Fault fault : begun) {
        suffering.inflict(fault);
      }
    }
    return begun.contains(Fault.HANG_UP);
  }

  /** Closes the gap that the wire makes; how many bytes are left at the start. */
  synchronized int kept(byte[] bytes, int count) {
    int from = Math.min(losesAfter, count);
    int lost = Math.min(loses, count - from);
    System.arraycopy(bytes, from + lost, bytes, from, count - from - lost);
    losesAfter -= from;
    loses -= lost;
    return count - lost;
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
    drawerOpen |=
        command instanceof PrintCommand.DrawerPulse(int pin) && pin == drawerPin && !drawerJammed;
  }

  /** The answer to {@code DLE EOT n}. */
  synchronized int realTime(int n) {
    return HEALTHY
        | switch (n) {
          case 1 -> (stopped() ? 0x08 : 0) | (drawerOpen != openIsLow ? 0x04 : 0);
          case 2 -> (coverOpen ? 0x04 : 0) | (paperOut ? 0x20 : 0) | (cutterError ? 0x40 : 0);
          case 3 -> cutterError ? 0x08 : 0;
          default -> (nearEnd ? 0x0C : 0) | (paperOut ? 0x60 : 0);
        };
  }

  /** The answer to {@code GS r 1}: bits 0 and 1 near end, 2 and 3 end. */
  synchronized int paperReport() {
    return (nearEnd ? 0x03 : 0) | (paperOut ? 0x0C : 0);
  }

  /** The status of {@code GS a}: printer, cutter, paper, and one of zeros. */
  synchronized byte[] statusBack() {
    int printer =
        0x10
            | (drawerOpen != openIsLow ? 0x04 : 0)
            | (stopped() ? 0x08 : 0)
            | (coverOpen ? 0x20 : 0);
    return new byte[] {(byte) printer, (byte) (cutterError ? 0x08 : 0), (byte) paperReport(), 0};
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
