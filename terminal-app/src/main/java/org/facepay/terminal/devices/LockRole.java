package org.facepay.terminal.devices;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.facepay.peripherals.gpio.GpioDoorLock;
import org.facepay.peripherals.link.Catalogue;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Source;
import org.facepay.peripherals.lock.DoorLock;
import org.facepay.peripherals.lock.LockWorker;
import org.facepay.terminal.devices.Equipment.Device;
import org.facepay.terminal.devices.RunningDevice.Listener;
import org.facepay.terminal.devices.SelfTest.Level;

/** Bolts of doors and the doors' switches, on a board or on GPIO lines. */
record LockRole(Catalogue<DoorLock> catalogue) implements RoleEntry<DoorLock> {
  private static final Duration WATCH = Duration.ofMillis(400);

  @Override
  public RoleName name() {
    return new RoleName("lock", "Lock and door", "门锁与门磁");
  }

  @Override
  public RoleKeys keys() {
    return RoleKeys.of(catalogue.names())
        .onLines(new RoleKeys.LineUse(2, 2, "two lines: [bolt, door switch]"));
  }

  @Override
  public Source<DoorLock> source(Device d) {
    if (!Device.ON_LINES.contains(d.driver())) {
      return Sources.wired(catalogue, d);
    }
    int bolt = d.lines().offsets().get(0);
    int door = d.lines().offsets().get(1);
    return GpioDoorLock.on(
        Sources.chip(d),
        new GpioDoorLock.Wiring(bolt, Sources.low(d, bolt), door, Sources.low(d, door)));
  }

  @Override
  public RunningDevice start(Device d, Listener listener) {
    LockWorker worker =
        LockWorker.start(
            d.name(),
            source(d),
            change -> listener.said().accept(new Said.DoorMoved(change)),
            listener.health());
    return new RunningDevice(worker.worker(), worker::close);
  }

  @Override
  public Finding check(DoorLock lock, Level level, Technician t) throws DeviceException {
    return switch (level) {
      case INTERNAL -> Finding.answered(lock);
      case EXTERNAL -> bolts(lock);
      case INTERACTIVE -> doors(lock, t);
    };
  }

  /** Every bolt is drawn and locked again while its door's switch is watched. */
  private static Finding bolts(DoorLock lock) throws DeviceException {
    Set<Integer> open = new HashSet<>();
    for (int channel = 0; channel < lock.channels(); channel++) {
      int door = channel;
      if (unlocked(lock, door, WATCH, () -> moved(lock, door, true)).isPresent()) {
        open.add(door);
      }
    }
    return open.isEmpty()
        ? Finding.ok(FindingWords.BOLTS, lock.channels())
        : Finding.of(Finding.Grade.DEGRADED, FindingWords.DOORS_OPEN, open);
  }

  private static Finding doors(DoorLock lock, Technician t) throws DeviceException {
    for (int channel = 0; channel < lock.channels(); channel++) {
      int door = channel;
      t.tell("Pull door " + door + " open");
      if (unlocked(lock, door, t.patience(), () -> moved(lock, door, true)).isEmpty()) {
        return Finding.failed("door " + door + " did not open: check its bolt and its switch");
      }
      t.tell("Shut door " + door);
      if (Checks.await(t.patience(), () -> moved(lock, door, false)).isEmpty()) {
        return Finding.failed("door " + door + " is still open by its switch: check the switch");
      }
    }
    return Finding.ok("every door opens and shuts");
  }

  /** Locks again whatever happens. */
  private static Optional<Boolean> unlocked(
      DoorLock lock, int channel, Duration time, Checks.Look<Boolean> look) throws DeviceException {
    lock.unlock(channel);
    try {
      return Checks.await(time, look);
    } finally {
      lock.lock(channel);
    }
  }

  private static Optional<Boolean> moved(DoorLock lock, int channel, boolean open)
      throws DeviceException {
    return lock.doorOpened(channel) == open ? Optional.of(true) : Optional.empty();
  }
}
