package org.facepay.terminal.world.vending;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.facepay.terminal.files.SmallFile;
import org.facepay.terminal.files.TextFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is locked in a machine, kept over restarts; a line each. */
final class MachineFile {
  private static final Logger LOG = LoggerFactory.getLogger(MachineFile.class);

  private final Path file;

  /**
   * What is kept.
   *
   * @param doorOpened since it was serviced
   * @param replaced by slot, the date that is past and whose goods are no longer in it
   */
  record Kept(ColdChain cold, boolean doorOpened, SortedMap<Integer, LocalDate> replaced) {
    Kept with(ColdChain changed) {
      return new Kept(changed, doorOpened, replaced);
    }

    /** Other goods lie in the slot. */
    Kept filled(int slot) {
      SortedMap<Integer, LocalDate> others = new TreeMap<>(replaced);
      others.remove(slot);
      return new Kept(cold, doorOpened, others);
    }

    Kept door(boolean opened) {
      return new Kept(cold, opened, replaced);
    }

    /** Whether anything but the time differs. */
    boolean differs(Kept other) {
      return cold.lock() != other.cold.lock()
          || doorOpened != other.doorOpened
          || !replaced.equals(other.replaced);
    }
  }

  MachineFile(Path file) {
    this.file = file;
  }

  /** What was kept; a file that cannot be read locks what it could have said. */
  Kept read(Instant now) {
    ColdChain cold = ColdChain.fresh(now);
    boolean opened = false;
    SortedMap<Integer, LocalDate> replaced = new TreeMap<>();
    if (!Files.exists(file)) {
      return new Kept(cold, opened, replaced);
    }
    try {
      for (String line : TextFile.lines(file)) {
        String[] parts = line.strip().split(" ", -1);
        switch (parts[0]) {
          case "cold" ->
              cold =
                  new ColdChain(
                      Instant.parse(parts[1]),
                      Instant.parse(parts[2]),
                      ColdChain.Lock.valueOf(parts[3]));
          case "door" -> opened = true;
          case "replaced" -> replaced.put(Integer.valueOf(parts[1]), LocalDate.parse(parts[2]));
          default -> throw new IOException("not understood: " + line);
        }
      }
      return new Kept(cold, opened, replaced);
    } catch (IOException
        | DateTimeException
        | IllegalArgumentException
        | IndexOutOfBoundsException e) {
      LOG.error(
          "how the machine was cannot be read, so it has to be looked after: {}", e.toString());
      return new Kept(new ColdChain(now, now, ColdChain.Lock.UNKNOWN), true, new TreeMap<>());
    }
  }

  void write(Kept kept) {
    ColdChain cold = kept.cold();
    StringBuilder text = new StringBuilder();
    text.append("cold %s %s %s%n".formatted(cold.cold(), cold.known(), cold.lock()));
    if (kept.doorOpened()) {
      text.append("door\n");
    }
    kept.replaced().forEach((slot, date) -> text.append("replaced " + slot + " " + date + "\n"));
    try {
      SmallFile.write(file, text.toString());
    } catch (IOException e) {
      LOG.error("how the machine is is not kept: {}", e.toString());
    }
  }
}
