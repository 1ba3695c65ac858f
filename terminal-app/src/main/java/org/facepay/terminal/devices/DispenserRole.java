package org.facepay.terminal.devices;

import org.facepay.peripherals.dispenser.DispenseResult;
import org.facepay.peripherals.dispenser.ItemDispenser;
import org.facepay.peripherals.link.Catalogue;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Source;
import org.facepay.terminal.devices.Equipment.Device;
import org.facepay.terminal.devices.RunningDevice.Listener;
import org.facepay.terminal.devices.SelfTest.Level;

/** What lets articles of a vending machine fall. */
record DispenserRole(Catalogue<ItemDispenser> catalogue) implements RoleEntry<ItemDispenser> {
  @Override
  public RoleName name() {
    return new RoleName("dispenser", "Dispenser", "出货机");
  }

  @Override
  public RoleKeys keys() {
    return RoleKeys.of(catalogue.names());
  }

  @Override
  public Source<ItemDispenser> source(Device d) {
    return Sources.wired(catalogue, d);
  }

  @Override
  public RunningDevice start(Device d, Listener listener) {
    return RunningDevice.kept(d, source(d), listener);
  }

  @Override
  public Finding check(ItemDispenser dispenser, Level level, Technician t) throws DeviceException {
    return switch (level) {
      case INTERNAL -> Finding.answered(dispenser);
      case EXTERNAL -> Finding.of(Finding.Grade.SKIPPED, FindingWords.NO_DROP);
      case INTERACTIVE -> dispense(dispenser, t);
    };
  }

  private static Finding dispense(ItemDispenser dispenser, Technician t) throws DeviceException {
    t.tell("Number of a slot to dispense one article from, or an empty line to skip");
    String slot = t.answer().map(String::strip).orElse("");
    if (!slot.matches("\\d{1,4}")) {
      return Finding.skipped("no slot was named");
    }
    try {
      return switch (dispenser.dispenseItem(Integer.parseInt(slot))) {
        case DispenseResult.Dropped _ -> Finding.ok("dropped past the sensor");
        case DispenseResult.NotDropped(String reason) -> Finding.failed(reason);
        case DispenseResult.Uncertain(String reason) -> Finding.failed(reason);
      };
    } catch (IllegalArgumentException e) {
      return Finding.skipped(String.valueOf(e.getMessage()));
    }
  }
}
