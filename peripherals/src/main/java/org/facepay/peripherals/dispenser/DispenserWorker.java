package org.facepay.peripherals.dispenser;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Source;
import org.facepay.peripherals.worker.DeviceWorker;
import org.facepay.peripherals.worker.Health;
import org.facepay.peripherals.worker.HeartbeatDuty;
import org.jspecify.annotations.Nullable;

/**
 * A dispenser for the terminal. Handing out is carried out at once or not at all, never after a
 * reconnection; each wish gets exactly one result.
 */
public final class DispenserWorker implements AutoCloseable {
  private static final DispenseResult ABSENT =
      new DispenseResult.NotDropped("the dispenser is not there; nothing has moved");
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final int SILENCES = 3;

  private final AtomicReference<@Nullable Wish> wish = new AtomicReference<>();
  private final Consumer<Health> onHealth;
  private final DeviceWorker worker;
  private volatile MachineReading reading = MachineReading.UNKNOWN;

  /** Readings in a row that were not answered; the worker's thread alone counts them. */
  private int silences;

  private record Wish(int slot, Consumer<DispenseResult> onResult) {}

  /** Stands where a wish waits while one is carried out. */
  private static final Wish BUSY = new Wish(0, result -> {});

  private DispenserWorker(String name, Source<ItemDispenser> source, Consumer<Health> onHealth) {
    this.onHealth = onHealth;
    this.worker = DeviceWorker.start(name, new HeartbeatDuty<>(source, this::serve), this::health);
  }

  /** Starts it; the consumer is called on the worker's thread and must not block. */
  public static DispenserWorker start(
      String name, Source<ItemDispenser> source, Consumer<Health> onHealth) {
    return new DispenserWorker(name, source, onHealth);
  }

  /**
   * Hands out one article of a slot; never blocks. The result comes on the worker's thread, or at
   * once if the dispenser is not there or hands out already.
   */
  public void dispense(int slot, Consumer<DispenseResult> onResult) {
    Wish wished = new Wish(slot, onResult);
    boolean taken = worker.health().online() && wish.compareAndSet(null, wished);
    boolean late = taken && !worker.health().online();
    if (!taken || (late && wish.compareAndSet(wished, null))) {
      onResult.accept(ABSENT);
    }
  }

  /** How the machine was when it was read last; UNKNOWN while it is not there. */
  public MachineReading reading() {
    return reading;
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

  private void health(Health now) {
    if (!now.online()) {
      reading = MachineReading.UNKNOWN;
      refuse();
    }
    onHealth.accept(now);
  }

  private void refuse() {
    Wish waiting = wish.get();
    if (waiting != null && !waiting.equals(BUSY) && wish.compareAndSet(waiting, null)) {
      waiting.onResult().accept(ABSENT);
    }
  }

  private void serve(ItemDispenser dispenser, Duration time) throws DeviceException {
    reread(dispenser);
    long deadline = System.nanoTime() + time.toNanos();
    while (System.nanoTime() - deadline < 0) {
      Wish taken = wish.get();
      if (taken != null && wish.compareAndSet(taken, BUSY)) {
        DispenseResult result = handOut(dispenser, taken.slot());
        reread(dispenser);
        wish.set(null);
        taken.onResult().accept(result);
        return;
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  /** One answer that is lost changes nothing; whether the machine is there its health tells. */
  private void reread(ItemDispenser dispenser) {
    try {
      reading = dispenser.read();
      silences = 0;
    } catch (DeviceException e) {
      silences++;
      reading = silences < SILENCES ? reading : MachineReading.UNKNOWN;
    }
  }

  private static DispenseResult handOut(ItemDispenser dispenser, int slot) {
    try {
      return dispenser.dispenseItem(slot);
    } catch (DeviceException e) {
      return new DispenseResult.NotDropped(e.reason());
    } catch (IllegalArgumentException e) {
      return new DispenseResult.NotDropped("no such slot: " + slot);
    } catch (IllegalStateException e) {
      return new DispenseResult.Uncertain(e.toString());
    }
  }
}
