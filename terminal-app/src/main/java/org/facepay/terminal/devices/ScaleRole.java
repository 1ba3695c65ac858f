package org.facepay.terminal.devices;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.facepay.peripherals.link.Catalogue;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Source;
import org.facepay.peripherals.scale.Scale;
import org.facepay.peripherals.scale.ScaleReading;
import org.facepay.peripherals.scale.ScaleWorker;
import org.facepay.peripherals.scale.Weight;
import org.facepay.terminal.devices.Equipment.Device;
import org.facepay.terminal.devices.RunningDevice.Listener;
import org.facepay.terminal.devices.SelfTest.Level;
import org.jspecify.annotations.Nullable;

/** Scales: the till's, and the one below the bags. */
record ScaleRole(Catalogue<Scale> catalogue) implements RoleEntry<Scale> {
  private static final Duration SETTLE = Duration.ofSeconds(5);
  private static final long KILOGRAM = 1_000_000;

  /** Smallest step of a class III scale of 15 kg, and a half. */
  private static final long TOLERANCE = 7_500;

  @Override
  public RoleName name() {
    return new RoleName("scale", "Scale", "电子秤");
  }

  @Override
  public RoleKeys keys() {
    return RoleKeys.of(catalogue.names());
  }

  @Override
  public Source<Scale> source(Device d) {
    return Sources.wired(catalogue, d);
  }

  @Override
  public RunningDevice start(Device d, Listener listener) {
    ScaleWorker worker =
        ScaleWorker.start(
            d.name(),
            catalogue.named(d.driver()),
            Sources.opener(catalogue, d),
            reading -> listener.said().accept(new Said.Weighed(reading)),
            listener.health());
    return new RunningDevice(worker.worker(), worker::close);
  }

  @Override
  public Finding check(Scale scale, Level level, Technician t) throws DeviceException {
    return switch (level) {
      case INTERNAL -> Finding.answered(scale);
      case EXTERNAL -> weight(scale);
      case INTERACTIVE -> kilogram(scale, t);
    };
  }

  private static Finding weight(Scale scale) throws DeviceException {
    Optional<Weight> weight = Checks.await(SETTLE, new Settled(scale));
    return weight.isPresent()
        ? Finding.ok(FindingWords.WEIGHT, kilograms(weight.get().milligrams()))
        : Finding.of(
            Finding.Grade.DEGRADED,
            FindingWords.NO_WEIGHT,
            SETTLE.toSeconds(),
            new Said.Weighed(scale.readWeight()).words());
  }

  private static Finding kilogram(Scale scale, Technician t) throws DeviceException {
    t.tell("Put 1 kg on the scale");
    Settled settled = new Settled(scale);
    Optional<Weight> weight =
        Checks.await(t.patience(), () -> settled.now().filter(w -> w.milligrams() > KILOGRAM / 2));
    if (weight.isEmpty()) {
      return Finding.failed("no weight came: check the pan and the load cell's transport lock");
    }
    long off = weight.get().milligrams() - KILOGRAM;
    String shown = "shows " + kilograms(weight.get().milligrams()) + " for 1 kg";
    return Math.abs(off) <= TOLERANCE
        ? Finding.ok(shown)
        : Finding.degraded(shown + ": have it calibrated");
  }

  /** A weight that is stable and the same twice. */
  private static final class Settled implements Checks.Look<Weight> {
    private final Scale scale;
    private @Nullable ScaleReading before;

    Settled(Scale scale) {
      this.scale = scale;
    }

    @Override
    public Optional<Weight> now() throws DeviceException {
      ScaleReading now = scale.readWeight();
      boolean same = now.equals(before);
      before = now;
      return same && now instanceof Weight w && w.stable() ? Optional.of(w) : Optional.empty();
    }
  }

  private static String kilograms(long milligrams) {
    return String.format(Locale.ROOT, "%.3f kg", milligrams / 1e6);
  }
}
