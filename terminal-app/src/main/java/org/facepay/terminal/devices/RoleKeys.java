package org.facepay.terminal.devices;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.facepay.terminal.devices.Equipment.Device;

/**
 * What the file may say of the devices of a role beside their port and line: the reader knows these
 * and no role by its name.
 *
 * @param drivers their names, sorted
 * @param lines for drivers on GPIO
 */
public record RoleKeys(List<String> drivers, Extra extra, Optional<LineUse> lines) {
  /** Keys that only some roles have. */
  public enum Extra {
    NONE,
    /** The shelves' addresses on their bus. */
    UNITS,
    /** What a printer can, and that its line carries eight bits and may be held by characters. */
    PRINTER,
    /** How a drawer is kicked; its line is a printer's. */
    DRAWER
  }

  /**
   * How many GPIO lines a device is on.
   *
   * @param expected for who gave another number
   */
  public record LineUse(int least, int most, String expected) {}

  public RoleKeys {
    drivers = drivers.stream().sorted().toList();
  }

  /** Of a role with these drivers and nothing else. */
  public static RoleKeys of(List<String> drivers) {
    return new RoleKeys(drivers, Extra.NONE, Optional.empty());
  }

  /** With keys of its own. */
  public RoleKeys with(Extra own) {
    return new RoleKeys(drivers, own, lines);
  }

  /** With the drivers on GPIO lines, too. */
  public RoleKeys onLines(LineUse use) {
    List<String> more = Stream.concat(drivers.stream(), Device.ON_LINES.stream()).toList();
    return new RoleKeys(more, extra, Optional.of(use));
  }

  /** Whether the bytes on the line are text or a printer's status. */
  public boolean printing() {
    return extra == Extra.PRINTER || extra == Extra.DRAWER;
  }
}
