package org.facepay.terminal.devices;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Driver;
import org.facepay.terminal.devices.Equipment.Device;
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

  private final Roles roles;
  private final List<Device> all;
  private final Technician technician;
  private final PrintStream out;

  /**
   * @param all devices of the terminal
   */
  public SelfTest(List<Device> all, Technician technician, PrintStream out) {
    this(Roles.ALL, all, technician, out);
  }

  SelfTest(Roles roles, List<Device> all, Technician technician, PrintStream out) {
    this.roles = roles;
    this.all = List.copyOf(all);
    this.technician = technician;
    this.out = out;
  }

  /** Asks a device how it is: the first level alone. */
  public Finding probe(Device device) {
    List<Finding> found = new ArrayList<>();
    test(device, Level.INTERNAL, (level, finding) -> found.add(finding));
    return found.getFirst();
  }

  /**
   * Tests some of the devices, one after the other, and prints what is found.
   *
   * @param deepest INTERNAL, or INTERACTIVE for everything
   * @return whether all of them are well
   */
  public boolean run(List<Device> some, Level deepest) {
    Map<Grade, Integer> counts = new EnumMap<>(Grade.class);
    for (Device device : some) {
      List<Grade> grades = new ArrayList<>();
      test(
          device,
          deepest,
          (level, finding) -> {
            grades.add(finding.grade());
            out.println(
                device.name() + " " + level + " " + finding.grade() + " " + finding.english());
          });
      counts.merge(Collections.max(grades), 1, Integer::sum);
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

  /** What was found, at once. */
  interface Report {
    void found(Level level, Finding finding);
  }

  /** What does not answer, or fails when it is tried, is not tried further. */
  private void test(Device device, Level deepest, Report report) {
    Device alone = Sources.alone(device, all);
    test(roles.of(alone), alone, deepest, report);
  }

  private <D extends Driver> void test(
      RoleEntry<D> role, Device device, Level deepest, Report report) {
    try (D driver = role.source(device).open()) {
      levels(role, driver, deepest, technician, report);
    } catch (DeviceException e) {
      report.found(Level.INTERNAL, Finding.failed(e.problem()));
    }
  }

  /** Level after level of an open device, until one fails or none is left. */
  static <D extends Driver> void levels(
      RoleEntry<D> role, D driver, Level deepest, Technician technician, Report report) {
    for (Level level : Level.values()) {
      Finding finding = at(role, driver, level, technician);
      report.found(level, finding);
      if (level == deepest || finding.grade().compareTo(worst(level)) > 0) {
        return;
      }
    }
  }

  /** What answers only badly is not made to do something; what did it badly may still be tried. */
  private static Grade worst(Level level) {
    return level == Level.INTERNAL ? Grade.OK : Grade.DEGRADED;
  }

  private static <D extends Driver> Finding at(
      RoleEntry<D> role, D driver, Level level, Technician technician) {
    if (level == Level.INTERACTIVE && !technician.present()) {
      return Finding.of(Grade.SKIPPED, FindingWords.NOBODY);
    }
    try {
      return role.check(driver, level, technician);
    } catch (DeviceException e) {
      return Finding.failed(e.problem());
    }
  }
}
