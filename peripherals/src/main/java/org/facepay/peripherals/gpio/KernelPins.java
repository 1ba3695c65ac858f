package org.facepay.peripherals.gpio;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.List;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.DeviceFile;

/**
 * Lines of a {@code /dev/gpiochip}, through the kernel's character device version 2 (Linux 5.10).
 * When they are closed, or the program dies, the kernel lets the outputs go.
 */
public final class KernelPins implements Pins {
  private static final String CONSUMER = "facepay";
  private static final Duration DEBOUNCE = Duration.ofMillis(20);

  private final DeviceFile lines;
  private final List<Use> uses;

  private KernelPins(DeviceFile lines, List<Use> uses) {
    this.lines = lines;
    this.uses = uses;
  }

  /** Opens lines of that chip. */
  public static Opening on(String chip) {
    return uses -> request(chip, List.copyOf(uses));
  }

  /** What the chip calls itself. */
  public static String describe(String chip) throws DeviceException {
    try (DeviceFile file = DeviceFile.open(chip);
        Arena arena = Arena.ofConfined()) {
      MemorySegment info = arena.allocate(GpioAbi.CHIP_INFO_BYTES, 8);
      file.call(GpioAbi.GET_CHIP_INFO, info);
      return GpioAbi.chip(info);
    }
  }

  private static KernelPins request(String chip, List<Use> uses) throws DeviceException {
    if (uses.isEmpty() || uses.size() > GpioAbi.MOST_LINES) {
      throw new IllegalArgumentException("1..64 lines, not " + uses.size());
    }
    try (DeviceFile file = DeviceFile.open(chip);
        Arena arena = Arena.ofConfined()) {
      MemorySegment request = arena.allocate(GpioAbi.REQUEST_BYTES, 8);
      GpioAbi.request(request, CONSUMER, uses, DEBOUNCE);
      file.call(GpioAbi.GET_LINES, request);
      return new KernelPins(DeviceFile.adopt(chip, GpioAbi.descriptor(request)), uses);
    }
  }

  @Override
  public boolean get(int offset) throws DeviceException {
    int line = line(offset);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment values = arena.allocate(GpioAbi.VALUES_BYTES, 8);
      GpioAbi.values(values, line, false);
      lines.call(GpioAbi.GET_VALUES, values);
      return GpioAbi.value(values, line);
    }
  }

  @Override
  public void set(int offset, boolean active) throws DeviceException {
    int line = line(offset);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment values = arena.allocate(GpioAbi.VALUES_BYTES, 8);
      GpioAbi.values(values, line, active);
      lines.call(GpioAbi.SET_VALUES, values);
    }
  }

  @Override
  public void close() {
    lines.close();
  }

  private int line(int offset) {
    for (int i = 0; i < uses.size(); i++) {
      if (uses.get(i).offset() == offset) {
        return i;
      }
    }
    throw new IllegalArgumentException("line " + offset + " was not requested");
  }
}
