package org.facepay.terminal.devices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.facepay.peripherals.worker.DeviceWorker;
import org.facepay.peripherals.worker.Health;
import org.facepay.terminal.devices.Equipment.Device;

/**
 * The one place that knows how every device of a running terminal is. Workers tell it on their own
 * threads; the technician's page and the reports to the collector read it. Safe for several
 * threads.
 */
public final class HealthBoard {
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final Map<String, DeviceWorker> workers = new LinkedHashMap<>();
  private final Map<String, Heard> heard = new LinkedHashMap<>();
  private Consumer<Row> onState = row -> {};

  /**
   * A device and how it is.
   *
   * @param lastProblem how it was the last time it was of no use, also if that is over
   * @param statistics what it has done since the start, by UnifiedPOS names
   * @param heard what it said last by itself: a code, a weight, a door
   */
  public record Row(
      Device device,
      Health health,
      Optional<Health> lastProblem,
      Map<String, Long> statistics,
      Optional<Heard> heard) {}

  /** What a device said, and when. */
  public record Heard(Said said, Instant at) {}

  /** Called on a worker's thread whenever a device's state changes; must not block. */
  public synchronized void onState(Consumer<Row> listener) {
    onState = listener;
  }

  /** Starts a device's worker, so that all it tells of its health arrives here. */
  public <W> W watch(
      Device device, Function<Consumer<Health>, W> start, Function<W, DeviceWorker> keeper) {
    Consumer<Health> told = add(device);
    W worker = start.apply(told);
    keeps(device.name(), keeper.apply(worker));
    return worker;
  }

  /** A device has said something. */
  public synchronized void said(String name, Said said) {
    heard.put(name, new Heard(said, Instant.now()));
  }

  /** What keeps a device open; empty for one that is kept open by another. */
  synchronized Optional<DeviceWorker> worker(String name) {
    return Optional.ofNullable(workers.get(name));
  }

  /** Adds a device; its health is what the consumer is told. */
  public Consumer<Health> add(Device device) {
    Health unknown =
        new Health(device.name(), Health.State.CLOSED, Optional.empty(), Instant.now());
    synchronized (this) {
      rows.put(
          device.name(), new Row(device, unknown, Optional.empty(), Map.of(), Optional.empty()));
    }
    return health -> told(device.name(), health);
  }

  private synchronized void keeps(String name, DeviceWorker worker) {
    workers.put(name, worker);
  }

  private void told(String name, Health now) {
    Optional<Row> changed;
    Consumer<Row> listener;
    synchronized (this) {
      Row before = rows.get(name);
      if (before == null) {
        return;
      }
      boolean useless = now.state() == Health.State.OFFLINE || now.state() == Health.State.DEGRADED;
      Optional<Health> problem = useless ? Optional.of(now) : before.lastProblem();
      Row row = new Row(before.device(), now, problem, Map.of(), Optional.empty());
      rows.put(name, row);
      changed =
          before.health().state() == now.state() ? Optional.empty() : Optional.of(counted(row));
      listener = onState;
    }
    changed.ifPresent(listener);
  }

  /** All devices in the order they were added. */
  public synchronized List<Row> rows() {
    List<Row> all = new ArrayList<>();
    rows.values().forEach(row -> all.add(counted(row)));
    return List.copyOf(all);
  }

  private Row counted(Row row) {
    String name = row.device().name();
    DeviceWorker worker = workers.get(name);
    return new Row(
        row.device(),
        row.health(),
        row.lastProblem(),
        worker == null ? Map.of() : worker.statistics().all(),
        Optional.ofNullable(heard.get(name)));
  }
}
