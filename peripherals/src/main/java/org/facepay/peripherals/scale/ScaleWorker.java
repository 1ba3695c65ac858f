package org.facepay.peripherals.scale;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.link.Opener;
import org.facepay.peripherals.problem.Identity;
import org.facepay.peripherals.scale.NotWeighed.Reason;
import org.facepay.peripherals.worker.Condition;
import org.facepay.peripherals.worker.DeviceWorker;
import org.facepay.peripherals.worker.Health;
import org.facepay.peripherals.worker.OpenedDuty;
import org.facepay.peripherals.worker.Patience;
import org.facepay.peripherals.worker.Perishable;
import org.facepay.peripherals.worker.Statistics;

/**
 * A scale for the terminal: asked again and again on its own thread. A reading older than {@link
 * #EXPIRY} is worth nothing: {@link #current} says so, and {@link #billable} never gives one, so a
 * scale that was unplugged cannot sell its last weight.
 */
public final class ScaleWorker implements AutoCloseable {
  /** Three readings of the slowest protocol. */
  public static final Duration EXPIRY = Duration.ofMillis(800);

  private final Weighing duty;
  private final DeviceWorker worker;

  private ScaleWorker(Weighing duty, DeviceWorker worker) {
    this.duty = duty;
    this.worker = worker;
  }

  /**
   * Starts a driver of {@link Scales}.
   *
   * @param onReading every reading that differs from the one before, and once more when it is
   *     confirmed; on the worker's thread, must not block
   */
  public static ScaleWorker start(
      String name,
      Function<Link, Scale> driver,
      Opener opener,
      Consumer<ScaleReading> onReading,
      Consumer<Health> onHealth) {
    Statistics statistics = new Statistics();
    Weighing duty = new Weighing(driver, opener, onReading, statistics);
    return new ScaleWorker(duty, DeviceWorker.start(name, duty, statistics, onHealth));
  }

  /** What is on the scale now; STALE if that is not known. */
  public ScaleReading current() {
    return duty.last.fresh().map(Sample::reading).orElse(new NotWeighed(Reason.STALE));
  }

  /**
   * A weight that may be sold: fresh, stable, more than nothing, and the same twice in a row, which
   * keeps a disturbed digit of a protocol without checksum off the bill.
   */
  public Optional<Weight> billable() {
    return duty.last
        .fresh()
        .filter(Sample::confirmed)
        .map(Sample::reading)
        .filter(Weight.class::isInstance)
        .map(Weight.class::cast)
        .filter(w -> w.stable() && w.milligrams() > 0);
  }

  /** Sets the empty scale to zero soon; a scale that cannot says so in its health's detail. */
  public void zero() {
    duty.zero.set(true);
  }

  /** How the scale is now. */
  public Health health() {
    return worker.health();
  }

  /** What keeps it open: its statistics, and tests of the open device. */
  public DeviceWorker worker() {
    return worker;
  }

  @Override
  public void close() {
    worker.close();
  }

  private record Sample(ScaleReading reading, boolean confirmed) {}

  private static final class Weighing extends OpenedDuty<Scale> {
    private static final int SILENCES = 3;

    private final Consumer<ScaleReading> onReading;
    private final Statistics statistics;
    private final Patience patience = new Patience(SILENCES);
    private final AtomicBoolean zero = new AtomicBoolean();
    private final Perishable<Sample> last = new Perishable<>(EXPIRY);

    Weighing(
        Function<Link, Scale> driver,
        Opener opener,
        Consumer<ScaleReading> onReading,
        Statistics statistics) {
      super(driver, opener);
      this.onReading = onReading;
      this.statistics = statistics;
    }

    @Override
    public Identity identify() throws DeviceException {
      return opened().checkHealth();
    }

    @Override
    public Condition serve(Duration slice) throws DeviceException {
      Scale scale = opened();
      try {
        if (zero.getAndSet(false)) {
          scale.zeroScale();
        }
        accept(scale.readWeight());
        patience.answered();
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        return Condition.fine();
      } catch (DeviceException e) {
        last.expire();
        return patience.missed(e);
      }
    }

    @Override
    public void release() {
      last.expire();
      super.release();
    }

    private void accept(ScaleReading reading) {
      statistics.count(reading instanceof Weight ? "GoodWeightReadCount" : "NoWeightReadCount");
      Optional<Sample> before = last.fresh();
      boolean same = before.isPresent() && before.get().reading().equals(reading);
      last.put(new Sample(reading, same));
      if (!same || !before.get().confirmed()) {
        onReading.accept(reading);
      }
    }
  }
}
