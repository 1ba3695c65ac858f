package org.facepay.terminal.devices;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.facepay.peripherals.gpio.GpioLights;
import org.facepay.peripherals.gpio.Lights;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Source;
import org.facepay.terminal.devices.Equipment.Device;
import org.facepay.terminal.devices.Equipment.Lines;
import org.facepay.terminal.devices.RunningDevice.Listener;
import org.facepay.terminal.devices.SelfTest.Level;

/** Lamps on GPIO lines. */
record LightsRole() implements RoleEntry<Lights> {
  private static final Duration LIT = Duration.ofMillis(300);

  @Override
  public RoleName name() {
    return new RoleName("lights", "Lamps", "指示灯");
  }

  @Override
  public RoleKeys keys() {
    return RoleKeys.of(List.of())
        .onLines(new RoleKeys.LineUse(1, 512, "the lamps' lines such as [5, 6]"));
  }

  @Override
  public Source<Lights> source(Device d) {
    Lines lines = d.lines();
    return Source.fixed(() -> GpioLights.open(Sources.chip(d), lines.offsets(), lines.activeLow()));
  }

  @Override
  public RunningDevice start(Device d, Listener listener) {
    return RunningDevice.kept(d, source(d), listener);
  }

  @Override
  public Finding check(Lights lights, Level level, Technician t) throws DeviceException {
    return switch (level) {
      case INTERNAL -> Finding.answered(lights);
      case EXTERNAL -> lamps(lights);
      case INTERACTIVE ->
          Checks.asked(
              t,
              "Did every lamp light up, one after the other?",
              "all lamps light",
              "a lamp is dark: check its wires and the configured lines");
    };
  }

  private static Finding lamps(Lights lights) throws DeviceException {
    for (int lamp = 0; lamp < lights.lamps(); lamp++) {
      lights.switchLamp(lamp, true);
      LockSupport.parkNanos(LIT.toNanos());
      lights.switchLamp(lamp, false);
    }
    return Finding.ok(FindingWords.LAMPS, lights.lamps());
  }
}
