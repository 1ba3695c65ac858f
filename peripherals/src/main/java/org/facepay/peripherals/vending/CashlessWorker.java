package org.facepay.peripherals.vending;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.facepay.peripherals.dispenser.DispenseResult;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Source;
import org.facepay.peripherals.vending.VendEvent.VendRequested;
import org.facepay.peripherals.worker.DeviceWorker;
import org.facepay.peripherals.worker.Health;
import org.facepay.peripherals.worker.HeartbeatDuty;
import org.jspecify.annotations.Nullable;

/**
 * A cashless device for the terminal: what the machine asks for stands here until it is approved,
 * denied or taken back. An approval is carried out at once or not at all, never after a
 * reconnection, and gets exactly one result. Calls may come from any thread and never block.
 */
public final class CashlessWorker implements AutoCloseable {
  private static final DispenseResult NOT_ASKED =
      new DispenseResult.NotDropped("the machine does not ask for it any more");
  private static final Duration SLICE = Duration.ofMillis(20);
  private static final int MOST_ORDERS = 32;

  private final Consumer<VendEvent> told;
  private final Consumer<Health> onHealth;
  private final DeviceWorker worker;
  private final BlockingQueue<Order> orders = new ArrayBlockingQueue<>(MOST_ORDERS);
  private volatile CashlessMode mode = CashlessMode.OFF;
  private final AtomicReference<@Nullable VendRequested> waiting = new AtomicReference<>();
  private volatile boolean session;

  /** Of the worker's thread alone, as all below: the device that is open. */
  private @Nullable CashlessDevice open;

  private CashlessMode offered = CashlessMode.OFF;

  /** Whether the machine has taken up the session. */
  private boolean begun;

  private @Nullable Consumer<DispenseResult> pending;

  /**
   * One thing to do with the open device.
   *
   * @param lost what is told instead when it is not there
   */
  private record Order(Act act, Runnable lost) {}

  private interface Act {
    void on(CashlessDevice device) throws DeviceException;
  }

  private CashlessWorker(
      String name,
      Source<CashlessDevice> source,
      Consumer<VendEvent> told,
      Consumer<Health> onHealth) {
    this.told = told;
    this.onHealth = onHealth;
    this.worker = DeviceWorker.start(name, new HeartbeatDuty<>(source, this::serve), this::health);
  }

  /**
   * Starts it; it offers nothing before {@link #offer}.
   *
   * @param told hears of everything the machine does, on the worker's thread; must not block
   */
  public static CashlessWorker start(
      String name,
      Source<CashlessDevice> source,
      Consumer<VendEvent> told,
      Consumer<Health> onHealth) {
    return new CashlessWorker(name, source, told, onHealth);
  }

  /** What is offered to the machine from now on, also after a reconnection. */
  public void offer(CashlessMode wanted) {
    mode = wanted;
  }

  /** What the machine asks for now. */
  public Optional<VendRequested> waiting() {
    return Optional.ofNullable(waiting.get());
  }

  /** Whether a session is open in which something may be chosen. */
  public boolean session() {
    return session;
  }

  /** Begins a session, as {@link CashlessDevice#begin}. */
  public void begin(long fundsMinor) {
    session = worker.health().online();
    order(device -> device.begin(fundsMinor), () -> session = false);
  }

  /**
   * Lets the machine dispense what it asks for.
   *
   * @param result NotDropped at once when it asks for it no more
   */
  public void approve(VendRequested asked, Consumer<DispenseResult> result) {
    VendRequested now = waiting.get();
    if (asked.equals(now) && waiting.compareAndSet(now, null)) {
      order(device -> approved(device, asked, result), () -> result.accept(NOT_ASKED));
    } else {
      result.accept(NOT_ASKED);
    }
  }

  /** What the machine asks for is not sold, and its session ends. */
  public void deny() {
    if (waiting.getAndSet(null) != null || session) {
      session = false;
      order(this::denied, () -> {});
    }
  }

  /** How it is now. */
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
    refuse();
  }

  private void order(Act act, Runnable lost) {
    Order wished = new Order(act, lost);
    boolean taken = worker.health().online() && orders.offer(wished);
    boolean late = taken && !worker.health().online();
    if (!taken || (late && orders.remove(wished))) {
      lost.run();
    }
  }

  private void approved(CashlessDevice device, VendRequested asked, Consumer<DispenseResult> result)
      throws DeviceException {
    pending = result; // before it is sent: a loss from here on is uncertain
    if (!device.approve(asked.priceMinor(), asked.item())) {
      end(NOT_ASKED);
    }
  }

  /** Whatever it asks for by now is denied with it. */
  private void denied(CashlessDevice device) throws DeviceException {
    waiting.set(null);
    device.deny();
  }

  private void serve(CashlessDevice device, Duration time) throws DeviceException {
    if (!device.equals(open)) {
      open = device;
      offered = CashlessMode.OFF;
    }
    long deadline = System.nanoTime() + time.toNanos();
    while (System.nanoTime() - deadline < 0) {
      CashlessMode wanted = mode;
      if (wanted != offered) {
        device.enable(wanted);
        offered = wanted;
      }
      Order next = orders.poll();
      if (next != null) {
        next.act().on(device);
      }
      device.events(SLICE).forEach(this::heard);
    }
  }

  private void heard(VendEvent event) {
    switch (event) {
      case VendRequested request -> waiting.set(request);
      case VendEvent.VendCancelled _ -> waiting.set(null);
      case VendEvent.VendSucceeded _ -> end(new DispenseResult.Dropped());
      case VendEvent.VendFailed failed -> end(new DispenseResult.NotDropped(failed.reason()));
      case VendEvent.VendUncertain _ ->
          end(new DispenseResult.Uncertain("the machine went on without a word of it"));
      case VendEvent.StateChanged(CashlessState state) -> changed(state);
      case VendEvent.VendUnpaid _ -> {}
    }
    told.accept(event);
  }

  /** ENABLED before the machine has taken the session up is of before. */
  private void changed(CashlessState state) {
    boolean takenUp = state == CashlessState.IDLE || state == CashlessState.VEND;
    if (takenUp || begun || state != CashlessState.ENABLED) {
      session = takenUp;
      begun = takenUp;
    }
  }

  private void end(DispenseResult result) {
    Consumer<DispenseResult> asked = pending;
    pending = null;
    if (asked != null) {
      asked.accept(result);
    }
  }

  private void health(Health now) {
    switch (now.state()) {
      case OFFLINE, CLOSED -> lost();
      case DEGRADED -> refuse();
      case OPENING, IDENTIFYING, ONLINE -> {}
    }
    onHealth.accept(now);
  }

  private void lost() {
    CashlessDevice device = open;
    open = null;
    if (device != null) {
      device.lost().forEach(this::heard);
    }
    waiting.set(null);
    session = false;
    begun = false;
    refuse();
  }

  private void refuse() {
    for (Order left = orders.poll(); left != null; left = orders.poll()) {
      left.lost().run();
    }
  }
}
