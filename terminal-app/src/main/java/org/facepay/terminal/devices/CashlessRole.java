package org.facepay.terminal.devices;

import java.time.Duration;
import java.util.Optional;
import org.facepay.peripherals.link.Catalogue;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Source;
import org.facepay.peripherals.vending.CashlessDevice;
import org.facepay.peripherals.vending.CashlessMode;
import org.facepay.peripherals.vending.CashlessState;
import org.facepay.peripherals.vending.VendEvent;
import org.facepay.peripherals.worker.HeartbeatDuty;
import org.facepay.terminal.devices.Equipment.Device;
import org.facepay.terminal.devices.RunningDevice.Listener;
import org.facepay.terminal.devices.SelfTest.Level;

/** The cashless device of a vending machine (MDB): payment is taken for what is chosen there. */
record CashlessRole(Catalogue<CashlessDevice> catalogue) implements RoleEntry<CashlessDevice> {
  private static final Duration ANSWER = Duration.ofSeconds(3);

  @Override
  public RoleName name() {
    return new RoleName("cashless", "Vending payment (MDB)", "售货机支付 (MDB)");
  }

  @Override
  public RoleKeys keys() {
    return RoleKeys.of(catalogue.names());
  }

  @Override
  public Source<CashlessDevice> source(Device d) {
    return Sources.wired(catalogue, d);
  }

  @Override
  public RunningDevice start(Device d, Listener listener) {
    HeartbeatDuty.Round<CashlessDevice> round =
        (device, time) -> {
          for (VendEvent event : device.events(time)) {
            listener.said().accept(new Said.Vended(event));
          }
        };
    return RunningDevice.kept(d, source(d), round, listener);
  }

  @Override
  public Finding check(CashlessDevice device, Level level, Technician t) throws DeviceException {
    return switch (level) {
      case INTERNAL -> Finding.answered(device);
      case EXTERNAL -> offer(device);
      case INTERACTIVE -> choice(device, t);
    };
  }

  /** Payment is offered for a moment and withdrawn again. */
  private static Finding offer(CashlessDevice device) throws DeviceException {
    device.enable(CashlessMode.ALWAYS_IDLE);
    try {
      boolean enabled =
          Checks.await(
                  ANSWER,
                  () ->
                      device.events(Duration.ofMillis(100)).stream()
                          .filter(CashlessRole::enabled)
                          .findFirst())
              .isPresent();
      return enabled
          ? Finding.ok(FindingWords.CASHLESS)
          : Finding.of(Finding.Grade.FAILED, FindingWords.CASHLESS_NOT);
    } finally {
      device.enable(CashlessMode.OFF);
    }
  }

  private static boolean enabled(VendEvent event) {
    return event instanceof VendEvent.StateChanged(CashlessState state)
        && state == CashlessState.ENABLED;
  }

  private static Finding choice(CashlessDevice device, Technician t) throws DeviceException {
    device.enable(CashlessMode.ALWAYS_IDLE);
    try {
      t.tell("Choose any article at the machine; it is not dispensed");
      Optional<VendEvent> chosen =
          Checks.await(
              t.patience(),
              () ->
                  device.events(Duration.ofMillis(100)).stream()
                      .filter(VendEvent.VendRequested.class::isInstance)
                      .findFirst());
      if (chosen.isEmpty()) {
        return Finding.failed("no choice came: check the machine's keypad and its prices");
      }
      device.deny();
      return Finding.ok(new Said.Vended(chosen.get()).words());
    } finally {
      device.enable(CashlessMode.OFF);
    }
  }
}
