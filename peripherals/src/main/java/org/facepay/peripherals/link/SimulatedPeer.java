package org.facepay.peripherals.link;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A simulated device: firmware on a thread of its own behind a real plug, with the faults of {@link
 * Fault}. Calls may come from any thread.
 */
public final class SimulatedPeer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SimulatedPeer.class);
  private static final Duration SLICE = Duration.ofMillis(10);
  private static final Duration QUIET_SLICE = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final long SPLIT_NANOS = 200_000;

  private final Plug plug;
  private final Firmware firmware;
  private final Thread thread;
  private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
  private final SplittableRandom random = new SplittableRandom(8217);
  private volatile boolean closing;
  private volatile @Nullable Line served;

  private SimulatedPeer(String name, Plug plug, Firmware firmware) {
    this.plug = plug;
    this.firmware = firmware;
    this.thread = Thread.ofPlatform().daemon().name(name + "-simulator").unstarted(this::run);
  }

  /** Switches the device on. */
  public static SimulatedPeer start(String name, Plug plug, Firmware firmware) {
    SimulatedPeer peer = new SimulatedPeer(name, plug, firmware);
    peer.thread.start();
    return peer;
  }

  /** What to configure the terminal with. */
  public String path() {
    return plug.path();
  }

  /** Lets something go wrong from now on, until {@link #heal}; REPLUG is over at once. */
  public void inflict(Fault fault) throws IOException {
    switch (fault) {
      case HANG_UP -> plug.pull();
      case REPLUG -> {
        plug.pull();
        plug.plugIn();
      }
      default -> {
        synchronized (faults) {
          faults.add(fault);
        }
      }
    }
  }

  /** Ends one fault. */
  public void cure(Fault fault) {
    synchronized (faults) {
      faults.remove(fault);
    }
  }

  /** Puts everything right again; what a terminal half sent before is lost. */
  public void heal() throws IOException {
    synchronized (faults) {
      faults.clear();
    }
    plug.plugIn();
  }

  /** Puts the plug back and leaves its other faults. */
  public void plugIn() throws IOException {
    plug.plugIn();
  }

  /** Whether the fault is on. */
  public boolean suffers(Fault fault) {
    if (fault == Fault.HANG_UP) {
      return !plug.pluggedIn();
    }
    synchronized (faults) {
      return faults.contains(fault);
    }
  }

  /**
   * Sends a frame unasked.
   *
   * @return whether it went out as it was, to a plugged-in terminal
   */
  public synchronized boolean send(byte[] frame) throws IOException {
    Line line = plug.line();
    if (line == null || suffers(Fault.MUTE)) {
      return false;
    }
    if (suffers(Fault.GARBAGE)) {
      line.write(firmware.noise(random), PATIENCE);
      return false;
    }
    if (suffers(Fault.BAD_CHECKSUM)) {
      line.write(firmware.damaged(frame, random), PATIENCE);
      return false;
    }
    return suffers(Fault.SPLIT_FRAMES) ? drip(line, frame) : line.write(frame, PATIENCE);
  }

  /** Lets firmware that was quiet tell at once what has come to it from outside its line. */
  public void stir() throws IOException {
    Line line = plug.line();
    if (line != null && line.equals(served) && !suffers(Fault.STALLED_READER)) {
      firmware.tick(this::send);
    }
  }

  @Override
  public void close() throws IOException {
    closing = true;
    plug.close();
    try {
      thread.join(Duration.ofSeconds(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    byte[] buffer = new byte[1024];
    while (!closing) {
      try {
        cycle(buffer);
      } catch (IOException e) {
        log.warn("simulated device: {}", e.getMessage());
      }
    }
  }

  private void cycle(byte[] buffer) throws IOException {
    Line line = plug.line();
    if (line == null || suffers(Fault.STALLED_READER)) {
      LockSupport.parkNanos(SLICE.toNanos());
      return;
    }
    if (!line.equals(served)) {
      served = line;
      firmware.powered();
    }
    Duration slice = firmware.quiet() ? QUIET_SLICE : SLICE;
    int count = firmware.full() ? -1 : line.read(buffer, slice);
    if (count > 0) {
      firmware.received(buffer, count, this::send);
    } else if (count < 0) {
      LockSupport.parkNanos(SLICE.toNanos());
    }
    firmware.tick(this::send);
  }

  private static boolean drip(Line line, byte[] frame) throws IOException {
    for (byte b : frame) {
      if (!line.write(new byte[] {b}, PATIENCE)) {
        return false;
      }
      LockSupport.parkNanos(SPLIT_NANOS);
    }
    return true;
  }
}
