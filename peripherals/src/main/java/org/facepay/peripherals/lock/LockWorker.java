package org.facepay.peripherals.lock;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Source;
import org.facepay.peripherals.problem.Identity;
import org.facepay.peripherals.worker.Condition;
import org.facepay.peripherals.worker.DeviceWorker;
import org.facepay.peripherals.worker.Health;
import org.facepay.peripherals.worker.OpenedDuty;
import org.facepay.peripherals.worker.Pace;
import org.facepay.peripherals.worker.Patience;
import org.facepay.peripherals.worker.Perishable;
import org.facepay.peripherals.worker.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * A lock board for the terminal, which fails closed: every bolt is locked when the board is
 * (re)opened and when this is closed; an unlocking is carried out at once or not at all, never
 * after a reconnection; and it ends by itself. Doors are what their switches say.
 */
public final class LockWorker implements AutoCloseable {
  /** A door not read for so long is UNKNOWN. */
  public static final Duration EXPIRY = Duration.ofMillis(600);

  /** Bolts of the largest board. */
  private static final int MOST = 64;

  private final Guarding duty;
  private final DeviceWorker worker;

  private LockWorker(Guarding duty, DeviceWorker worker) {
    this.duty = duty;
    this.worker = worker;
  }

  /** A door changed. */
  public record DoorChanged(int channel, DoorState state) {}

  /**
   * Starts it.
   *
   * @param onDoor every change of a door, also to and from UNKNOWN; on the worker's thread, must
   *     not block
   */
  public static LockWorker start(
      String name,
      Source<DoorLock> source,
      Consumer<DoorChanged> onDoor,
      Consumer<Health> onHealth) {
    Statistics statistics = new Statistics();
    Guarding duty = new Guarding(source, onDoor, statistics);
    return new LockWorker(duty, DeviceWorker.start(name, duty, statistics, onHealth));
  }

  /**
   * Unlocks a door for a while, or locks it now where that is none; never blocks. Exactly one
   * result follows: true once the board has confirmed, on the worker's thread; false if it cannot,
   * at once if it is not there. A lock that was asked for, or is due since the board did not answer
   * an unlocking, is tried until the board has confirmed it, whatever was answered.
   */
  public void unlock(int channel, Duration hold, Consumer<Boolean> onResult) {
    Wish wish = new Wish(hold, onResult);
    boolean known = channel >= 0 && channel < MOST;
    if (known && hold.isZero()) {
      duty.lockSoon(channel);
    }
    boolean taken =
        known && worker.health().online() && duty.wishes.compareAndSet(channel, null, wish);
    boolean late = taken && !worker.health().online();
    duty.wake();
    if (!taken || (late && duty.wishes.compareAndSet(channel, wish, null))) {
      onResult.accept(false);
    }
  }

  /** The door by its switch; UNKNOWN as soon as the board is lost. */
  public DoorState door(int channel) {
    if (worker.health().state() == Health.State.OFFLINE || channel < 0 || channel >= MOST) {
      return DoorState.UNKNOWN;
    }
    return duty.read.fresh().map(doors -> doors[channel]).orElse(DoorState.UNKNOWN);
  }

  /** Bolts of the board; 0 until it was opened for the first time. */
  public int channels() {
    return duty.channels;
  }

  /** How the board is now. */
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

  private record Wish(Duration hold, Consumer<Boolean> onResult) {}

  private static final class Guarding extends OpenedDuty<DoorLock> {
    private static final Duration ROUND = Duration.ofMillis(50);
    private static final int SILENCES = 3;

    private volatile int channels;
    private final Consumer<DoorChanged> onDoor;
    private final Statistics statistics;
    private final Patience patience = new Patience(SILENCES);
    private final Pace pace = new Pace(ROUND, System.nanoTime());
    private volatile @Nullable Thread server;
    private final AtomicReferenceArray<@Nullable Wish> wishes = new AtomicReferenceArray<>(MOST);
    private final long[] relockNanos = new long[MOST];

    /** What may be drawn: from before the board is told until it has confirmed a lock. */
    private final boolean[] unlocked = new boolean[MOST];

    /** How often a lock was asked for that the board has not confirmed. */
    private final AtomicIntegerArray lockings = new AtomicIntegerArray(MOST);

    private final DoorState[] doors = new DoorState[MOST];
    private final Perishable<DoorState[]> read = new Perishable<>(EXPIRY);

    Guarding(Source<DoorLock> source, Consumer<DoorChanged> onDoor, Statistics statistics) {
      super(source);
      this.onDoor = onDoor;
      this.statistics = statistics;
      Arrays.fill(doors, DoorState.UNKNOWN);
    }

    @Override
    public Identity identify() throws DeviceException {
      DoorLock board = opened();
      Identity identity = board.checkHealth();
      channels = board.channels();
      for (int channel = 0; channel < board.channels(); channel++) {
        lock(board, channel);
      }
      return identity;
    }

    @Override
    public Condition serve(Duration slice) throws DeviceException {
      DoorLock board = opened();
      server = Thread.currentThread();
      try {
        for (int channel = 0; channel < board.channels(); channel++) {
          move(board, channel);
        }
        DoorState[] now = doors.clone();
        for (int channel = 0; channel < board.channels(); channel++) {
          now[channel] = board.doorOpened(channel) ? DoorState.OPEN : DoorState.CLOSED;
        }
        read.put(now); // before anybody is told, who may ask where the doors are
        for (int channel = 0; channel < board.channels(); channel++) {
          door(channel, now[channel]);
        }
        patience.answered();
        LockSupport.parkNanos(pace.roundNanos(System.nanoTime()));
        return Condition.fine();
      } catch (DeviceException e) {
        refuseAll();
        return patience.missed(e);
      }
    }

    @Override
    public void release() {
      refuseAll();
      relockAll();
      super.release();
      read.expire();
      for (int channel = 0; channel < MOST; channel++) {
        door(channel, DoorState.UNKNOWN);
      }
    }

    /** Ends the rest between two rounds, also one that has not begun. */
    void wake() {
      LockSupport.unpark(server);
    }

    /** Whether or not somebody hears of it; what was wished before is taken back. */
    void lockSoon(int channel) {
      lockings.incrementAndGet(channel);
      Wish before = wishes.getAndSet(channel, null);
      if (before != null) {
        before.onResult().accept(false);
      }
    }

    private void move(DoorLock board, int channel) throws DeviceException {
      Wish wish = wishes.get(channel);
      boolean due = unlocked[channel] && System.nanoTime() - relockNanos[channel] > 0;
      if (due || lockings.get(channel) > 0) {
        lock(board, channel);
      }
      if (wish == null) {
        return;
      }
      if (!wish.hold().isZero()) {
        unlock(board, channel, wish.hold());
      }
      if (wishes.compareAndSet(channel, wish, null)) {
        wish.onResult().accept(true);
      } else {
        lockings.incrementAndGet(channel); // it was taken back meanwhile
      }
    }

    private void lock(DoorLock board, int channel) throws DeviceException {
      int asked = lockings.get(channel);
      board.lock(channel);
      unlocked[channel] = false;
      lockings.compareAndSet(channel, asked, 0);
    }

    /** A board that is told and does not answer may have drawn the bolt: it is locked at once. */
    private void unlock(DoorLock board, int channel, Duration hold) throws DeviceException {
      unlocked[channel] = true;
      relockNanos[channel] = System.nanoTime();
      board.unlock(channel);
      relockNanos[channel] = System.nanoTime() + hold.toNanos();
      statistics.count("UnlockCount");
    }

    /** The last thing done on a wire that may be dead; what fails is done first on the next. */
    private void relockAll() {
      for (int channel = 0; channel < MOST; channel++) {
        if (unlocked[channel]) {
          unlocked[channel] = false;
          try {
            opened().lock(channel);
          } catch (DeviceException e) {
            statistics.count("FailedLockCount");
          }
        }
      }
    }

    private void door(int channel, DoorState state) {
      if (doors[channel] != state || state == DoorState.OPEN || unlocked[channel]) {
        pace.happened(System.nanoTime());
      }
      if (doors[channel] != state) {
        doors[channel] = state;
        onDoor.accept(new DoorChanged(channel, state));
      }
    }

    private void refuseAll() {
      for (int channel = 0; channel < MOST; channel++) {
        Wish wish = wishes.getAndSet(channel, null);
        if (wish != null) {
          wish.onResult().accept(false);
        }
      }
    }
  }
}
