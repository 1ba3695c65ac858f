package org.facepay.peripherals.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.facepay.peripherals.Await;
import org.facepay.peripherals.Leaks;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Fault;
import org.facepay.peripherals.link.Opener;
import org.facepay.peripherals.link.SerialLink;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.link.Source;
import org.facepay.peripherals.worker.Health.State;
import org.facepay.tags.NeedsNatives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@NeedsNatives
class ShelfTest {
  private static final List<Integer> SIX = List.of(1, 2, 3, 4, 5, 6);
  @TempDir Path folder;

  /** The role's contract, for each register map. */
  @ParameterizedTest
  @ValueSource(strings = {"generic-32", "generic-16"})
  void readsBothCellsAndTellsWhatIsWrong(String map) throws Exception {
    ShelfProfile profile = ShelfProfile.NAMED.get(map);
    try (ShelfSimulator simulator = ShelfSimulator.start(profile, SIX, folder.resolve("bus"));
        ShelfScale scale =
            Shelves.catalogue(SIX)
                .named("modbus-" + map)
                .apply(SerialLink.open(simulator.path(), SerialSettings.eightN1(115_200)))) {
      assertEquals("6 shelves on the bus", scale.checkHealth().english());
      simulator.load(3, 1_250_000, -40_000);
      ShelfReading reading = scale.readCells(3);
      assertEquals(1_250_000, reading.leftMilligrams());
      assertEquals(-40_000, reading.rightMilligrams());
      assertEquals(1_210_000, reading.totalMilligrams());
      assertTrue(reading.stable());
      simulator.moving(3, true);
      assertEquals(profile.status() < 0, scale.readCells(3).stable());
      simulator.detach(5);
      assertThrows(DeviceException.class, () -> scale.readCells(5));
      assertEquals(3, scale.readCells(3).shelf());
      simulator.peer().inflict(Fault.BAD_CHECKSUM);
      for (int i = 0; i < 10; i++) {
        assertThrows(DeviceException.class, () -> scale.readCells(3));
      }
      simulator.peer().heal();
      assertEquals(1_250_000, scale.readCells(3).leftMilligrams());
      simulator.peer().inflict(Fault.HANG_UP);
      assertThrows(DeviceException.class, scale::checkHealth);
    }
  }

  @Test
  void oneMissingShelfDoesNotHoldUpTheOthers() throws Exception {
    AtomicInteger readings = new AtomicInteger();
    try (ShelfSimulator simulator =
            ShelfSimulator.start(ShelfProfile.GENERIC_32, SIX, folder.resolve("bus"));
        ShelfWorker worker = start(simulator, readings)) {
      Await.until("online", () -> worker.health().online());
      simulator.detach(4);
      Await.until("degraded", () -> worker.health().detail().contains("[4]"));
      Await.until("stale", () -> worker.current(4).isEmpty());
      int before = readings.get();
      Await.until("the others go on", () -> readings.get() > before + 200);
      assertTrue(worker.current(1).isPresent());
      simulator.attach(4);
      Await.until("back", () -> worker.health().online());
      simulator.peer().inflict(Fault.REPLUG);
      Await.until("recovered", () -> worker.current(6).isPresent());
      simulator.peer().inflict(Fault.MUTE);
      Await.until("offline", () -> worker.health().state() == State.OFFLINE);
      Await.until("nothing current", () -> worker.current(1).isEmpty());
    }
    Await.until("no thread left", () -> Leaks.threads() == 0);
  }

  @Test
  void registerMapsComeBack() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 200_000; i++) {
      int words = 1 + random.nextInt(2);
      ShelfProfile profile =
          new ShelfProfile(
              4, 10, 10 + words, words, random.nextBoolean(), 100, 14, 3, Duration.ofMillis(1));
      int bound = words == 1 ? 32_767 : 40_000_000;
      long left = random.nextInt(-bound, bound) * 100L;
      long right = random.nextInt(-bound, bound) * 100L;
      int[] registers = new int[profile.count()];
      for (int r = 0; r < registers.length; r++) {
        registers[r] = profile.register(profile.first() + r, left, right, i % 2 == 0);
      }
      ShelfReading back = profile.decode(1, registers, 0);
      assertEquals(left, back.leftMilligrams());
      assertEquals(right, back.rightMilligrams());
      assertEquals(i % 2 != 0, back.stable());
    }
  }

  @Test
  void refusesMapsThatCannotBe() {
    Duration answer = Duration.ofMillis(50);
    assertThrows(
        IllegalArgumentException.class, () -> new ShelfProfile(5, 0, 1, 1, true, 1, -1, 0, answer));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ShelfProfile(3, 0, 500, 1, true, 1, -1, 0, answer));
    assertThrows(
        IllegalArgumentException.class, () -> new ShelfProfile(3, 0, 1, 3, true, 1, -1, 0, answer));
  }

  private static ShelfWorker start(ShelfSimulator simulator, AtomicInteger readings) {
    return ShelfWorker.start(
        "shelves",
        Source.of(
            link -> new ModbusShelves(link, ShelfProfile.GENERIC_32, SIX),
            Opener.serial(simulator.path(), SerialSettings.eightN1(115_200))),
        Duration.ZERO,
        r -> readings.incrementAndGet(),
        health -> {});
  }
}
