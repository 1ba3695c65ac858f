package org.facepay.terminal.devices;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.peripherals.cashdrawer.PrinterDrawer;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Driver;
import org.facepay.peripherals.printer.POSPrinter;
import org.facepay.peripherals.worker.DeviceWorker;
import org.facepay.terminal.devices.Equipment.Device;
import org.facepay.terminal.devices.SelfTest.Level;

/**
 * The self-test of a device that is in use: the same checks, made by its worker between two cycles,
 * so that the terminal need not be stopped. Safe for several threads.
 */
public final class LiveTest {
  /** The longest check weighs for five seconds, after a receipt that is being printed. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final HealthBoard board;

  /** What one level of a check came to. */
  public record Step(Level level, Finding finding) {}

  public LiveTest(HealthBoard board) {
    this.board = board;
  }

  /** Whether a device can be tested: not the camera, which has a page of its own. */
  public boolean has(String name) {
    return board.rows().stream()
        .anyMatch(row -> row.device().name().equals(name) && keeper(row.device()).isPresent());
  }

  /**
   * Asks a device how it is, and has it do something; waits for that.
   *
   * @return empty where there is no such device
   */
  public List<Step> of(String name) {
    List<Step> steps = new ArrayList<>();
    board.rows().stream()
        .map(HealthBoard.Row::device)
        .filter(device -> device.name().equals(name))
        .findFirst()
        .ifPresent(device -> keeper(device).ifPresent(worker -> test(device, worker, steps)));
    return List.copyOf(steps);
  }

  /** A drawer on the printer is as the printer keeps it. */
  private Optional<DeviceWorker> keeper(Device device) {
    return board.worker(onPrinter(device) ? device.driver() : device.name());
  }

  private static boolean onPrinter(Device device) {
    return device.driver().equals(Device.ON_PRINTER);
  }

  private static void test(Device device, DeviceWorker worker, List<Step> steps) {
    try {
      List<Step> found =
          worker.ask(driver -> checked(Roles.ALL.of(device), onto(device, driver)), PATIENCE);
      steps.addAll(found);
    } catch (DeviceException e) {
      steps.add(new Step(Level.INTERNAL, Finding.failed(e.problem())));
    }
  }

  private static Driver onto(Device device, Driver driver) {
    return onPrinter(device)
        ? new PrinterDrawer((POSPrinter) driver, device.setup().drawer())
        : driver;
  }

  /** A worker of a role keeps a driver of that role. */
  @SuppressWarnings("unchecked")
  private static <D extends Driver> List<Step> checked(RoleEntry<D> role, Driver driver) {
    List<Step> found = new ArrayList<>();
    SelfTest.levels(
        role,
        (D) driver,
        Level.EXTERNAL,
        Technician.NOBODY,
        (level, finding) -> found.add(new Step(level, finding)));
    return found;
  }
}
