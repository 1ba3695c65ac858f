package org.facepay.terminal.devices;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.facepay.peripherals.dispenser.DispenseResult;
import org.facepay.peripherals.dispenser.ItemDispenser;
import org.facepay.peripherals.gpio.Lights;
import org.facepay.peripherals.gpio.ToneIndicator;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.lock.DoorLock;
import org.facepay.peripherals.rfid.RFIDScanner;
import org.facepay.peripherals.rfid.Tag;
import org.facepay.peripherals.shelf.ShelfReading;
import org.facepay.peripherals.shelf.ShelfScale;
import org.facepay.peripherals.vending.CashlessDevice;
import org.facepay.peripherals.vending.CashlessState;
import org.facepay.peripherals.vending.VendEvent;

/** Checks of the devices in a cabinet or vending machine. */
final class CabinetChecks {
  private static final Duration WATCH = Duration.ofMillis(400);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration ANSWER = Duration.ofSeconds(3);
  private static final Duration TONE = Duration.ofMillis(300);
  private static final long FELT_MILLIGRAMS = 20_000;

  private CabinetChecks() {}

  /** Every bolt is drawn and locked again while its door's switch is watched. */
  static Finding bolts(DoorLock lock) throws DeviceException {
    Set<Integer> open = new HashSet<>();
    for (int channel = 0; channel < lock.channels(); channel++) {
      int door = channel;
      if (unlocked(lock, door, WATCH, () -> moved(lock, door, true)).isPresent()) {
        open.add(door);
      }
    }
    return open.isEmpty()
        ? Finding.ok(lock.channels() + " bolts moved, their doors stayed shut")
        : Finding.degraded("doors " + open + " stand open by their switches: shut them");
  }

  static Finding doors(DoorLock lock, Technician t) throws DeviceException {
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

  static Finding cells(ShelfScale bus) throws DeviceException {
    List<String> said = new ArrayList<>();
    List<Integer> silent = new ArrayList<>();
    for (int shelf : bus.shelves()) {
      try {
        said.add(new Said.ShelfRead(bus.readCells(shelf)).words());
      } catch (DeviceException e) {
        bus.checkWire();
        silent.add(shelf);
      }
    }
    return silent.isEmpty()
        ? Finding.ok(String.join("; ", said))
        : Finding.degraded("no answer from shelves " + silent + ": check their power and address");
  }

  static Finding loads(ShelfScale bus, Technician t) throws DeviceException {
    Map<Integer, Long> before = new HashMap<>();
    for (int shelf : bus.shelves()) {
      before.put(shelf, bus.readCells(shelf).totalMilligrams());
    }
    for (int shelf : bus.shelves()) {
      t.tell("Put something heavier than 20 g on shelf " + shelf);
      long empty = before.getOrDefault(shelf, 0L);
      Optional<ShelfReading> felt =
          Checks.await(
              t.patience(),
              () ->
                  Optional.of(bus.readCells(shelf))
                      .filter(r -> r.totalMilligrams() - empty > FELT_MILLIGRAMS));
      if (felt.isEmpty()) {
        return Finding.failed("shelf " + shelf + " felt nothing: check its cells and its address");
      }
    }
    return Finding.ok("every shelf feels a load");
  }

  static Finding inventory(RFIDScanner reader) throws DeviceException {
    return Finding.ok("reads; " + new Said.TagsSeen(reader.readTags(LOOK)).words());
  }

  static Finding tag(RFIDScanner reader, Technician t) throws DeviceException {
    t.tell("Hold a tag before the reader");
    Optional<Set<Tag>> seen =
        Checks.await(
            t.patience(),
            () -> Optional.of(reader.readTags(WATCH)).filter(tags -> !tags.isEmpty()));
    return seen.isPresent()
        ? Finding.ok(new Said.TagsSeen(seen.get()).words())
        : Finding.failed("no tag was seen: check the antenna and its cable");
  }

  /** Payment is offered for a moment and withdrawn again. */
  static Finding offer(CashlessDevice device) throws DeviceException {
    device.enable(true);
    try {
      boolean enabled =
          Checks.await(
                  ANSWER,
                  () ->
                      device.events(Duration.ofMillis(100)).stream()
                          .filter(CabinetChecks::enabled)
                          .findFirst())
              .isPresent();
      return enabled
          ? Finding.ok("the machine takes payment from it")
          : Finding.failed("the machine does not enable it: check the MDB cable and its address");
    } finally {
      device.enable(false);
    }
  }

  private static boolean enabled(VendEvent event) {
    return event instanceof VendEvent.StateChanged(CashlessState state)
        && state == CashlessState.ENABLED;
  }

  static Finding choice(CashlessDevice device, Technician t) throws DeviceException {
    device.enable(true);
    try {
      t.tell("Choose any article at the machine; it is not dispensed");
      Optional<VendEvent> chosen =
          Checks.await(
              t.patience(),
              () ->
                  device.events(Duration.ofMillis(100)).stream()
                      .filter(VendEvent.VendRequested.class::isInstance)
                      .findFirst());
      if (chosen.isEmpty()) {
        return Finding.failed("no choice came: check the machine's keypad and its prices");
      }
      device.deny();
      return Finding.ok(new Said.Vended(chosen.get()).words());
    } finally {
      device.enable(false);
    }
  }

  static Finding dispense(ItemDispenser dispenser, Technician t) throws DeviceException {
    t.tell("Number of a slot to dispense one article from, or an empty line to skip");
    String slot = t.answer().map(String::strip).orElse("");
    if (!slot.matches("\\d{1,4}")) {
      return Finding.skipped("no slot was named");
    }
    try {
      return switch (dispenser.dispenseItem(Integer.parseInt(slot))) {
        case DispenseResult.Dropped _ -> Finding.ok("dropped past the sensor");
        case DispenseResult.NotDropped(String reason) -> Finding.failed(reason);
        case DispenseResult.Uncertain(String reason) -> Finding.failed(reason);
      };
    } catch (IllegalArgumentException e) {
      return Finding.skipped(String.valueOf(e.getMessage()));
    }
  }

  static Finding lamps(Lights lights) throws DeviceException {
    for (int lamp = 0; lamp < lights.lamps(); lamp++) {
      lights.switchLamp(lamp, true);
      LockSupport.parkNanos(TONE.toNanos());
      lights.switchLamp(lamp, false);
    }
    return Finding.ok(lights.lamps() + " lamps switched on and off");
  }

  static Finding beep(ToneIndicator tone) throws DeviceException {
    tone.sound(TONE);
    return Finding.ok("sounded for " + TONE.toMillis() + " ms");
  }
}
