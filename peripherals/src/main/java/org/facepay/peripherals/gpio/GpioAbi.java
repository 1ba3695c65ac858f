package org.facepay.peripherals.gpio;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * The structures of the kernel's GPIO character device, version 2, as {@code linux/gpio.h} lays
 * them out. Pure: structures in and out, no device.
 */
final class GpioAbi {
  /** {@code struct gpio_v2_line_request}. */
  static final int REQUEST_BYTES = 592;

  /** {@code struct gpio_v2_line_values}. */
  static final int VALUES_BYTES = 16;

  /** {@code struct gpiochip_info}. */
  static final int CHIP_INFO_BYTES = 68;

  static final long GET_CHIP_INFO = request(2, CHIP_INFO_BYTES, 0x01);
  static final long GET_LINES = request(3, REQUEST_BYTES, 0x07);
  static final long GET_VALUES = request(3, VALUES_BYTES, 0x0E);
  static final long SET_VALUES = request(3, VALUES_BYTES, 0x0F);

  static final int MOST_LINES = 64;

  private static final long ACTIVE_LOW = 1L << 1;
  private static final long INPUT = 1L << 2;
  private static final long OUTPUT = 1L << 3;
  private static final int ATTRIBUTE_FLAGS = 1;
  private static final int ATTRIBUTE_OUTPUT_VALUES = 2;
  private static final int ATTRIBUTE_DEBOUNCE = 3;

  private static final int CONSUMER = 256;
  private static final int CONFIG = CONSUMER + 32;
  private static final int ATTRIBUTE_COUNT = CONFIG + 8;
  private static final int ATTRIBUTES = CONFIG + 32;
  private static final int ATTRIBUTE_BYTES = 24;
  private static final int LINE_COUNT = CONFIG + 272;
  private static final int FD = REQUEST_BYTES - 4;

  private GpioAbi() {}

  /**
   * Fills a zeroed request: the lines in their order, each with its flags, outputs inactive, inputs
   * debounced.
   */
  static void request(MemorySegment into, String consumer, List<Pins.Use> uses, Duration debounce) {
    byte[] name = consumer.getBytes(StandardCharsets.US_ASCII);
    MemorySegment.copy(name, 0, into, JAVA_BYTE, CONSUMER, Math.min(name.length, 31));
    long[] masks = new long[4];
    for (int i = 0; i < uses.size(); i++) {
      into.set(JAVA_INT, 4L * i, uses.get(i).offset());
      masks[kind(uses.get(i))] |= 1L << i;
    }
    into.set(JAVA_INT, LINE_COUNT, uses.size());
    int attribute = 0;
    for (int kind = 0; kind < masks.length; kind++) {
      if (masks[kind] != 0) {
        attribute(into, attribute++, ATTRIBUTE_FLAGS, flags(kind), masks[kind]);
      }
    }
    long outputs = masks[2] | masks[3];
    long inputs = masks[0] | masks[1];
    if (outputs != 0) {
      attribute(into, attribute++, ATTRIBUTE_OUTPUT_VALUES, 0, outputs);
    }
    if (inputs != 0 && !debounce.isZero()) {
      long micros = debounce.toNanos() / 1000;
      attribute(into, attribute++, ATTRIBUTE_DEBOUNCE, micros, inputs);
    }
    into.set(JAVA_INT, ATTRIBUTE_COUNT, attribute);
  }

  /** The descriptor that the kernel put into a granted request. */
  static int descriptor(MemorySegment request) {
    return request.get(JAVA_INT, FD);
  }

  /** A zeroed values structure for one line of the request. */
  static void values(MemorySegment into, int line, boolean active) {
    into.set(JAVA_LONG, 0, active ? 1L << line : 0);
    into.set(JAVA_LONG, 8, 1L << line);
  }

  /** The value of a line in an answered values structure. */
  static boolean value(MemorySegment values, int line) {
    return (values.get(JAVA_LONG, 0) >> line & 1) != 0;
  }

  /** Name and label of a chip, and how many lines it has. */
  static String chip(MemorySegment info) {
    return info.getString(0)
        + " ("
        + info.getString(32)
        + ", "
        + info.get(JAVA_INT, 64)
        + " lines)";
  }

  private static void attribute(MemorySegment into, int index, int id, long value, long mask) {
    long at = ATTRIBUTES + (long) ATTRIBUTE_BYTES * index;
    into.set(JAVA_INT, at, id);
    if (id == ATTRIBUTE_DEBOUNCE) {
      into.set(JAVA_INT, at + 8, (int) value);
    } else {
      into.set(JAVA_LONG, at + 8, value);
    }
    into.set(JAVA_LONG, at + 16, mask);
  }

  private static int kind(Pins.Use use) {
    int direction = use.direction() == Pins.Direction.INPUT ? 0 : 2;
    return direction + (use.activeLow() ? 1 : 0);
  }

  private static long flags(int kind) {
    return (kind < 2 ? INPUT : OUTPUT) | (kind % 2 == 1 ? ACTIVE_LOW : 0);
  }

  /** {@code _IOC(direction, 0xB4, number, size)}. */
  private static long request(int direction, int size, int number) {
    return (long) direction << 30 | (long) size << 16 | 0xB4 << 8 | number;
  }
}
