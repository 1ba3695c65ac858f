package org.facepay.peripherals.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.facepay.peripherals.Await;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Source;
import org.facepay.peripherals.problem.Identity;
import org.facepay.peripherals.problem.Problem;
import org.facepay.peripherals.worker.Health.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every lock with a door sensor does, alone and under its worker; its test extends this. */
@Timeout(60)
public abstract class DoorLockContract {
  /** Opens the driver, with a shut and locked door 0. */
  protected abstract Source<DoorLock> source() throws Exception;

  protected abstract boolean bolted();

  /** Somebody opens door 0, by force if need be. */
  protected abstract void openDoor();

  protected abstract void shutDoor();

  protected abstract void lose() throws Exception;

  protected abstract void comeBack() throws Exception;

  @Test
  void locksUnlocksAndTellsTheDoorByItsSwitch() throws Exception {
    try (DoorLock lock = source().open()) {
      assertTrue(!lock.checkHealth().english().isEmpty() && lock.channels() >= 1);
      assertTrue(bolted());
      lock.unlock(0);
      assertFalse(bolted());
      assertFalse(lock.doorOpened(0), "unlocked is not open");
      openDoor();
      assertTrue(lock.doorOpened(0));
      lock.lock(0);
      assertTrue(bolted());
      assertTrue(lock.doorOpened(0), "locked is not shut");
      shutDoor();
      assertFalse(lock.doorOpened(0));
    }
  }

  @Test
  void isLostLikeAnyDevice() throws Exception {
    try (DoorLock lock = source().open()) {
      lose();
      assertThrows(DeviceException.class, () -> lock.doorOpened(0));
      assertThrows(DeviceException.class, () -> lock.unlock(0));
    }
  }

  @Test
  void anUnlockingEndsByItself() throws Exception {
    List<LockWorker.DoorChanged> changes = new CopyOnWriteArrayList<>();
    try (LockWorker worker = LockWorker.start("lock", source(), changes::add, health -> {})) {
      Await.until("online", () -> worker.health().online());
      Await.until("closed", () -> worker.door(0) == DoorState.CLOSED);
      assertTrue(unlock(worker, Duration.ofSeconds(1)));
      assertFalse(bolted());
      openDoor();
      Await.until("open", () -> worker.door(0) == DoorState.OPEN);
      Await.until("bolted again", this::bolted);
      assertEquals(DoorState.OPEN, worker.door(0));
      shutDoor();
      Await.until("closed", () -> worker.door(0) == DoorState.CLOSED);
      assertEquals(
          List.of(DoorState.CLOSED, DoorState.OPEN, DoorState.CLOSED),
          changes.stream().filter(c -> c.channel() == 0).map(c -> c.state()).toList());
    }
    assertTrue(bolted());
  }

  @Test
  void aLostLockRefusesAndIsLockedWhenItComesBack() throws Exception {
    try (LockWorker worker = LockWorker.start("lock", source(), change -> {}, health -> {})) {
      Await.until("online", () -> worker.health().online());
      assertTrue(unlock(worker, Duration.ofSeconds(30)));
      lose();
      Await.until("offline", () -> worker.health().state() == State.OFFLINE);
      assertEquals(DoorState.UNKNOWN, worker.door(0));
      assertFalse(unlock(worker, Duration.ofSeconds(30)));
      comeBack();
      Await.until("online", () -> worker.health().online());
      assertTrue(bolted(), "locked first of all");
      Await.until("known", () -> worker.door(0) == DoorState.CLOSED);
      assertTrue(bolted(), "the refused wish is not carried out later");
    }
  }

  @Test
  void aBoardThatDrawsTheBoltWithoutAWordIsLockedAtOnce() throws Exception {
    AtomicInteger lost = new AtomicInteger(1);
    Source<DoorLock> real = source();
    Source<DoorLock> deaf = Source.fixed(() -> new AnswersLost(real.open(), lost));
    try (LockWorker worker = LockWorker.start("lock", deaf, change -> {}, health -> {})) {
      Await.until("online", () -> worker.health().online());
      assertFalse(unlock(worker, Duration.ofMinutes(5)), "nobody has confirmed it");
      assertFalse(lost.get() > 0, "it was told");
      Await.until("bolted again", this::bolted);
      Await.until("online again", () -> worker.health().online());
      assertTrue(unlock(worker, Duration.ofMinutes(5)));
      assertFalse(bolted());
    }
  }

  @Test
  void aLockThatWasNotHeardIsTriedUntilItIs() throws Exception {
    AtomicInteger lost = new AtomicInteger();
    Source<DoorLock> real = source();
    Source<DoorLock> deaf = Source.fixed(() -> new AnswersLost(real.open(), lost));
    try (LockWorker worker = LockWorker.start("lock", deaf, change -> {}, health -> {})) {
      Await.until("online", () -> worker.health().online());
      assertTrue(unlock(worker, Duration.ofMinutes(5)));
      lost.set(1);
      assertFalse(unlock(worker, Duration.ofMinutes(5)));
      unlock(worker, Duration.ZERO); // degraded: nothing is confirmed to whoever asks
      Await.until("bolted", this::bolted);
      Await.until("online again", () -> worker.health().online());
      assertTrue(bolted());
    }
  }

  /** Carries out what it is told, and its answers get lost so often. */
  private record AnswersLost(DoorLock board, AtomicInteger lost) implements DoorLock {
    @Override
    public Identity checkHealth() throws DeviceException {
      return board.checkHealth();
    }

    @Override
    public int channels() {
      return board.channels();
    }

    @Override
    public boolean doorOpened(int channel) throws DeviceException {
      return board.doorOpened(channel);
    }

    @Override
    public void lock(int channel) throws DeviceException {
      board.lock(channel);
    }

    @Override
    public void unlock(int channel) throws DeviceException {
      board.unlock(channel);
      if (lost.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        throw new DeviceException(Problem.Kind.UNIT_SILENT, 1);
      }
    }

    @Override
    public void close() {
      board.close();
    }
  }

  private static boolean unlock(LockWorker worker, Duration hold) throws Exception {
    CompletableFuture<Boolean> result = new CompletableFuture<>();
    worker.unlock(0, hold, result::complete);
    return result.get(5, TimeUnit.SECONDS);
  }
}
