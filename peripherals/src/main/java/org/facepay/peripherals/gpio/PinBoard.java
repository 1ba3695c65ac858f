package org.facepay.peripherals.gpio;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.problem.Problem;

/**
 * A simulated chip: its lines are in memory, because the kernel's own simulator needs a module and
 * root. It refuses what a kernel refuses: a line twice, lines of a chip that is gone, driving an
 * input.
 */
public final class PinBoard implements Pins.Opening {
  private final Set<Integer> high = ConcurrentHashMap.newKeySet();
  private final Set<Integer> inUse = new HashSet<>();
  private volatile boolean present = true;

  /** Puts a level on an input from outside. */
  public void drive(int offset, boolean level) {
    if (level) {
      high.add(offset);
    } else {
      high.remove(offset);
    }
  }

  /** The level of a line. */
  public boolean level(int offset) {
    return high.contains(offset);
  }

  /** The chip disappears, or comes back. */
  public void present(boolean on) {
    present = on;
    if (!on) {
      high.clear();
    }
  }

  /** Whether it is there. */
  public boolean present() {
    return present;
  }

  @Override
  public synchronized Pins open(List<Pins.Use> uses) throws DeviceException {
    there();
    for (Pins.Use use : uses) {
      if (inUse.contains(use.offset())) {
        throw new DeviceException(Problem.Kind.LINE_IN_USE, use.offset());
      }
    }
    uses.forEach(use -> inUse.add(use.offset()));
    uses.stream()
        .filter(use -> use.direction() == Pins.Direction.OUTPUT)
        .forEach(use -> drive(use.offset(), use.activeLow()));
    return new Lines(List.copyOf(uses));
  }

  private synchronized void free(List<Pins.Use> uses) {
    uses.forEach(use -> inUse.remove(use.offset()));
    uses.stream()
        .filter(use -> use.direction() == Pins.Direction.OUTPUT)
        .forEach(use -> high.remove(use.offset()));
  }

  private void there() throws DeviceException {
    if (!present) {
      throw new DeviceException(Problem.Kind.NO_CHIP);
    }
  }

  private final class Lines implements Pins {
    private final List<Use> uses;
    private boolean closed;

    Lines(List<Use> uses) {
      this.uses = uses;
    }

    @Override
    public synchronized boolean get(int offset) throws DeviceException {
      return level(offset) != use(offset).activeLow();
    }

    @Override
    public synchronized void set(int offset, boolean active) throws DeviceException {
      Use use = use(offset);
      if (use.direction() == Direction.INPUT) {
        throw new DeviceException(Problem.Kind.LINE_IS_INPUT, offset);
      }
      drive(offset, active != use.activeLow());
    }

    @Override
    public synchronized void close() {
      if (!closed) {
        closed = true;
        free(uses);
      }
    }

    private Use use(int offset) throws DeviceException {
      there();
      if (closed) {
        throw new DeviceException(Problem.Kind.LINES_CLOSED);
      }
      return uses.stream()
          .filter(u -> u.offset() == offset)
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("line " + offset + " not requested"));
    }
  }
}
