package org.facepay.terminal.world.vending;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.facepay.peripherals.dispenser.DispenseResult;
import org.facepay.terminal.alarm.Alarm;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.files.SmallFile;
import org.facepay.terminal.files.TextFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The slots of the dispenser. One that has failed so many times in a row is off, with an alarm,
 * until somebody has serviced it; a restart changes nothing. Thread-safe.
 */
public final class Lanes {
  private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

  private final Machine machine;
  private final int most;
  private final Path file;
  private final Alarms alarms;
  private final Object writing = new Object();
  private final SortedMap<Integer, Integer> failures = new TreeMap<>();

  /** What turns them. */
  public interface Machine {
    /** Lets one article fall, and tells once what came of it, on any thread. */
    void dispense(int slot, Consumer<DispenseResult> told);

    /** Whether it is there: while it is not, no slot is to blame. */
    boolean online();
  }

  /**
   * @param most failures in a row that switch a slot off
   * @param file slot and failures, a line each; what cannot be read of it is logged
   */
  public Lanes(Machine machine, int most, Path file, Alarms alarms) {
    this.machine = machine;
    this.most = most;
    this.file = file;
    this.alarms = alarms;
    read();
    failures.keySet().forEach(this::tell);
  }

  /** Turns a slot; never blocks. */
  public void dispense(int slot, Consumer<DispenseResult> told) {
    machine.dispense(
        slot,
        result -> {
          LOG.info("slot {}: {}", slot, result);
          count(slot, result);
          told.accept(result);
        });
  }

  /** Whether nothing of it is sold. */
  public synchronized boolean isOff(int slot) {
    return failures.getOrDefault(slot, 0) >= most;
  }

  /** Whether any is off. */
  synchronized boolean anyOff() {
    return failures.keySet().stream().anyMatch(this::isOff);
  }

  /** All have been serviced: each is tried again. Writes a file. */
  public void serviced() {
    synchronized (this) {
      LOG.info("slots are serviced: {}", failures);
      failures.keySet().forEach(slot -> alarms.clear(Alarm.Kind.SLOT_OFF, slot.toString()));
      failures.clear();
    }
    write();
  }

  private void count(int slot, DispenseResult result) {
    if (counted(slot, result)) {
      write();
    }
  }

  /** Whether there is anything to write. */
  private synchronized boolean counted(int slot, DispenseResult result) {
    return switch (result) {
      case DispenseResult.Dropped _ -> {
        alarms.clear(Alarm.Kind.SLOT_OFF, Integer.toString(slot));
        yield failures.remove(slot) != null;
      }
      case DispenseResult.NotDropped _ when machine.online() -> {
        failures.merge(slot, 1, Integer::sum);
        tell(slot);
        yield true;
      }
      case DispenseResult.NotDropped _, DispenseResult.Uncertain _ -> false;
    };
  }

  private void tell(int slot) {
    if (isOff(slot)) {
      String times = String.valueOf(failures.get(slot));
      alarms.raise(Alarm.Kind.SLOT_OFF, Integer.toString(slot), times);
    }
  }

  private void read() {
    if (!Files.exists(file)) {
      return;
    }
    try {
      for (String line : TextFile.lines(file)) {
        String[] parts = line.strip().split(" ", -1);
        failures.put(Integer.parseInt(parts[0]), Integer.parseInt(parts[parts.length - 1]));
      }
    } catch (IOException | NumberFormatException e) {
      LOG.error("which slots are off cannot be read: {}", e.toString());
    }
  }

  /** Nobody who asks whether a slot is off waits for the disk. */
  private void write() {
    synchronized (writing) {
      try {
        SmallFile.write(file, text());
      } catch (IOException e) {
        LOG.error("which slots are off is not kept: {}", e.toString());
      }
    }
  }

  private synchronized String text() {
    return failures.entrySet().stream().map(Lanes::line).collect(Collectors.joining("\n"));
  }

  private static String line(Map.Entry<Integer, Integer> slot) {
    return slot.getKey() + " " + slot.getValue();
  }
}
