package org.facepay.terminal.devices;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.facepay.peripherals.cashdrawer.CashDrawer;
import org.facepay.peripherals.cashdrawer.PrinterDrawer;
import org.facepay.peripherals.link.Catalogue;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Source;
import org.facepay.peripherals.worker.HeartbeatDuty;
import org.facepay.terminal.devices.Equipment.Device;
import org.facepay.terminal.devices.RunningDevice.Listener;
import org.facepay.terminal.devices.SelfTest.Level;

/** Cash drawers, on the till's printer or on one of their own. */
record CashDrawerRole(Catalogue<CashDrawer> catalogue) implements RoleEntry<CashDrawer> {
  @Override
  public RoleName name() {
    return new RoleName("cashdrawer", "Cash drawer", "钱箱");
  }

  @Override
  public RoleKeys keys() {
    return RoleKeys.of(
            Stream.concat(catalogue.names().stream(), Stream.of(Device.ON_PRINTER)).toList())
        .with(RoleKeys.Extra.DRAWER);
  }

  @Override
  public Source<CashDrawer> source(Device d) {
    return Source.of(
        link -> new PrinterDrawer(Sources.printer(d).apply(link), d.setup().drawer()),
        Sources.opener(catalogue, d));
  }

  @Override
  public RunningDevice start(Device d, Listener listener) {
    HeartbeatDuty.Round<CashDrawer> round =
        new HeartbeatDuty.Round<>() {
          private boolean before;

          @Override
          public void run(CashDrawer drawer, Duration time) throws DeviceException {
            boolean now = drawer.drawerOpened();
            if (now != before) {
              before = now;
              listener.said().accept(new Said.DrawerMoved(now));
            }
            LockSupport.parkNanos(time.toNanos());
          }
        };
    return RunningDevice.kept(d, source(d), round, listener);
  }

  @Override
  public Finding check(CashDrawer drawer, Level level, Technician t) throws DeviceException {
    return switch (level) {
      case INTERNAL -> Finding.answered(drawer);
      case EXTERNAL -> kick(drawer);
      case INTERACTIVE -> pushed(drawer, t);
    };
  }

  private static Finding kick(CashDrawer drawer) throws DeviceException {
    return drawer.openDrawer()
        ? Finding.ok(FindingWords.DRAWER_SPRANG)
        : Finding.of(Finding.Grade.FAILED, FindingWords.DRAWER_STAYED);
  }

  private static Finding pushed(CashDrawer drawer, Technician t) throws DeviceException {
    Finding open =
        Checks.asked(
            t,
            "Did the drawer open?",
            "it opens",
            "the switch says open, the drawer is not: check the switch");
    if (open.grade() != Finding.Grade.OK) {
      return open;
    }
    t.tell("Push the drawer shut");
    Optional<Boolean> shut =
        Checks.await(
            t.patience(),
            () -> drawer.drawerOpened() ? Optional.<Boolean>empty() : Optional.of(true));
    return shut.isPresent()
        ? Finding.ok("opens and shuts")
        : Finding.degraded("still open by its switch: check the switch and its polarity");
  }
}
