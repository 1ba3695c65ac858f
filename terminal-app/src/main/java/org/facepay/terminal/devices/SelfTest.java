package org.facepay.terminal.devices;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.facepay.peripherals.link.Device;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Driver;
import org.facepay.peripherals.printer.POSPrinter;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.devices.Finding.Grade;

/**
 * UnifiedPOS checkHealth for all roles: INTERNAL asks the device, EXTERNAL lets it do something,
 * INTERACTIVE needs a hand or an eye. Each device is opened once and closed again.
 */
public final class SelfTest {
  /** The levels of UnifiedPOS. */
  public enum Level {
    INTERNAL,
    EXTERNAL,
    INTERACTIVE
  }

  private final List<TerminalConfig.Device> all;
  private final Technician technician;
  private final PrintStream out;

  /**
   * @param all devices of the terminal
   */
  public SelfTest(List<TerminalConfig.Device> all, Technician technician, PrintStream out) {
    this.all = List.copyOf(all);
    this.technician = technician;
    this.out = out;
  }

  /** Asks a device how it is: the first level alone. */
  public Finding probe(TerminalConfig.Device device) {
    return run(device, Level.INTERNAL).getOrDefault(Level.INTERNAL, Finding.skipped(""));
  }

  /**
   * Tests some of the devices, one after the other, and prints what was found.
   *
   * @param deepest INTERNAL, or INTERACTIVE for everything
   * @return whether all of them are well
   */
  public boolean run(List<TerminalConfig.Device> some, Level deepest) {
    Map<Grade, Integer> counts = new EnumMap<>(Grade.class);
    for (TerminalConfig.Device device : some) {
      Grade worst = Grade.SKIPPED;
      for (Map.Entry<Level, Finding> f : run(device, deepest).entrySet()) {
        Finding finding = f.getValue();
        worst = worst.compareTo(finding.grade()) < 0 ? finding.grade() : worst;
        out.println(
            device.name() + " " + f.getKey() + " " + finding.grade() + " " + finding.detail());
      }
      counts.merge(worst, 1, Integer::sum);
    }
    int ok = counts.getOrDefault(Grade.OK, 0);
    out.println(
        "SELFTEST devices="
            + some.size()
            + " ok="
            + ok
            + " degraded="
            + counts.getOrDefault(Grade.DEGRADED, 0)
            + " failed="
            + counts.getOrDefault(Grade.FAILED, 0));
    return ok == some.size();
  }

  private Map<Level, Finding> run(TerminalConfig.Device device, Level deepest) {
    Map<Level, Finding> found = new EnumMap<>(Level.class);
    Level level = Level.INTERNAL;
    try (Driver driver = Sources.of(Sources.alone(device, all)).open()) {
      found.put(level, internal(driver));
      boolean well = found.get(level).grade() == Grade.OK;
      if (well && deepest != Level.INTERNAL) {
        level = Level.EXTERNAL;
        found.put(level, Checks.external(driver));
        level = Level.INTERACTIVE;
        found.put(
            level,
            technician.present()
                ? Checks.interactive(driver, technician)
                : Finding.skipped("nobody to ask: standard input is no terminal"));
      }
    } catch (DeviceException e) {
      found.put(level, Finding.failed(e.reason()));
    }
    return found;
  }

  private static Finding internal(Driver driver) throws DeviceException {
    if (driver instanceof POSPrinter printer) {
      return printer
          .checkHealth()
          .problem()
          .map(Finding::degraded)
          .orElse(Finding.ok("printer, answers its status requests"));
    }
    return driver instanceof Device device ? Finding.ok(device.checkHealth()) : Finding.ok("open");
  }
}
