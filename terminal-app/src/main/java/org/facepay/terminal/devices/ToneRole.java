package org.facepay.terminal.devices;

import java.time.Duration;
import java.util.List;
import org.facepay.peripherals.gpio.GpioTone;
import org.facepay.peripherals.gpio.ToneIndicator;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Source;
import org.facepay.terminal.devices.Equipment.Device;
import org.facepay.terminal.devices.RunningDevice.Listener;
import org.facepay.terminal.devices.SelfTest.Level;

/** Buzzers on a GPIO line. */
record ToneRole() implements RoleEntry<ToneIndicator> {
  private static final Duration TONE = Duration.ofMillis(300);

  @Override
  public RoleName name() {
    return new RoleName("tone", "Buzzer", "蜂鸣器");
  }

  @Override
  public RoleKeys keys() {
    return RoleKeys.of(List.of()).onLines(new RoleKeys.LineUse(1, 1, "one line: [buzzer]"));
  }

  @Override
  public Source<ToneIndicator> source(Device d) {
    int line = d.lines().offsets().getFirst();
    return Source.fixed(() -> GpioTone.open(Sources.chip(d), line, Sources.low(d, line)));
  }

  @Override
  public RunningDevice start(Device d, Listener listener) {
    return RunningDevice.kept(d, source(d), listener);
  }

  @Override
  public Finding check(ToneIndicator tone, Level level, Technician t) throws DeviceException {
    return switch (level) {
      case INTERNAL -> Finding.answered(tone);
      case EXTERNAL -> beep(tone);
      case INTERACTIVE ->
          Checks.asked(
              t,
              "Did the buzzer sound?",
              "it sounds",
              "it is silent: check its wires and the configured line");
    };
  }

  private static Finding beep(ToneIndicator tone) throws DeviceException {
    tone.sound(TONE);
    return Finding.ok(FindingWords.SOUNDED, TONE.toMillis());
  }
}
