package org.facepay.peripherals.shelf;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Source;
import org.facepay.peripherals.problem.Identity;
import org.facepay.peripherals.problem.Problem;
import org.facepay.peripherals.worker.Condition;
import org.facepay.peripherals.worker.DeviceWorker;
import org.facepay.peripherals.worker.Health;
import org.facepay.peripherals.worker.OpenedDuty;
import org.facepay.peripherals.worker.Pace;
import org.facepay.peripherals.worker.Perishable;
import org.facepay.peripherals.worker.Statistics;

/**
 * The shelves of one bus, read round and round on a thread of their own. A shelf that does not
 * answer is asked again once a second only, so that it does not slow the others, and is named in
 * the bus's health.
 */
public final class ShelfWorker implements AutoCloseable {
  /** A reading older than this is worth nothing. */
  public static final Duration EXPIRY = Duration.ofMillis(500);

  private final Reading duty;
  private final DeviceWorker worker;

  private ShelfWorker(Reading duty, DeviceWorker worker) {
    this.duty = duty;
    this.worker = worker;
  }

  /**
   * Starts it.
   *
   * @param everyRound from one round of readings to the next, at least, while a load changes (see
   *     {@link Pace}); 80 readings a second of each shelf are the most that makes sense
   * @param onReading on the worker's thread, must not block
   */
  public static ShelfWorker start(
      String name,
      Source<ShelfScale> source,
      Duration everyRound,
      Consumer<ShelfReading> onReading,
      Consumer<Health> onHealth) {
    Statistics statistics = new Statistics();
    Reading duty = new Reading(source, everyRound, onReading, statistics);
    return new ShelfWorker(duty, DeviceWorker.start(name, duty, statistics, onHealth));
  }

  /** The shelf's last reading; empty if it is too old. */
  public Optional<ShelfReading> current(int shelf) {
    Perishable<ShelfReading> last = duty.last.get(shelf);
    return last == null ? Optional.empty() : last.fresh();
  }

  /** How the bus is now. */
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

  private static final class Reading extends OpenedDuty<ShelfScale> {
    private static final Duration RETRY = Duration.ofSeconds(1);

    /** Cells tremble by less. */
    private static final long MOVED_MILLIGRAMS = 5_000;

    private final Pace pace;
    private final Consumer<ShelfReading> onReading;
    private final Statistics statistics;
    private final Map<Integer, Perishable<ShelfReading>> last = new ConcurrentHashMap<>();
    private final Map<Integer, Long> missing = new TreeMap<>();
    private final Map<Integer, ShelfReading> settled = new TreeMap<>();

    Reading(
        Source<ShelfScale> source,
        Duration everyRound,
        Consumer<ShelfReading> onReading,
        Statistics statistics) {
      super(source);
      this.pace = new Pace(everyRound, System.nanoTime());
      this.onReading = onReading;
      this.statistics = statistics;
    }

    @Override
    public Identity identify() throws DeviceException {
      missing.clear();
      return opened().checkHealth();
    }

    @Override
    public Condition serve(Duration slice) throws DeviceException {
      long began = System.nanoTime();
      ShelfScale bus = opened();
      List<Integer> shelves = bus.shelves();
      for (int shelf : shelves) {
        Long retry = missing.get(shelf);
        if (retry == null || System.nanoTime() - retry > 0) {
          read(bus, shelf);
        }
      }
      if (missing.size() == shelves.size()) {
        throw new DeviceException(Problem.Kind.NO_SHELF);
      }
      long left = pace.roundNanos(began) - (System.nanoTime() - began);
      if (left > 0) {
        LockSupport.parkNanos(left);
      }
      return missing.isEmpty()
          ? Condition.fine()
          : Condition.degraded(Problem.of(Problem.Kind.SHELVES_SILENT, missing.keySet()));
    }

    @Override
    public void release() {
      last.clear();
      super.release();
    }

    private void settle(ShelfReading reading) {
      ShelfReading before = settled.get(reading.shelf());
      boolean moved =
          before == null
              || Math.abs(reading.leftMilligrams() - before.leftMilligrams()) > MOVED_MILLIGRAMS
              || Math.abs(reading.rightMilligrams() - before.rightMilligrams()) > MOVED_MILLIGRAMS;
      if (moved || !reading.stable()) {
        settled.put(reading.shelf(), reading);
        pace.happened(reading.nanos());
      }
    }

    private void read(ShelfScale bus, int shelf) throws DeviceException {
      try {
        ShelfReading reading = bus.readCells(shelf);
        missing.remove(shelf);
        settle(reading);
        last.computeIfAbsent(shelf, s -> new Perishable<>(EXPIRY)).put(reading);
        statistics.count("GoodWeightReadCount");
        onReading.accept(reading);
      } catch (DeviceException e) {
        bus.checkWire();
        statistics.count("FailedWeightReadCount");
        last.remove(shelf);
        missing.put(shelf, System.nanoTime() + RETRY.toNanos());
      }
    }
  }
}
