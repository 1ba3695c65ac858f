package org.facepay.terminal.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.facepay.peripherals.dispenser.DispenserProfile;
import org.facepay.peripherals.dispenser.DispenserSimulator;
import org.facepay.peripherals.gpio.GpioDoorLock;
import org.facepay.peripherals.gpio.GpioLights;
import org.facepay.peripherals.gpio.GpioTone;
import org.facepay.peripherals.gpio.PinBoard;
import org.facepay.peripherals.link.Binding;
import org.facepay.peripherals.link.Fault;
import org.facepay.peripherals.lock.LockProfile;
import org.facepay.peripherals.lock.LockSimulator;
import org.facepay.peripherals.lock.Locks;
import org.facepay.peripherals.printer.PrinterSimulator;
import org.facepay.peripherals.rfid.RfidSimulator;
import org.facepay.peripherals.scale.ScaleSimulator;
import org.facepay.peripherals.scanner.ScannerSimulator;
import org.facepay.peripherals.shelf.ShelfProfile;
import org.facepay.peripherals.shelf.ShelfSimulator;
import org.facepay.peripherals.vending.VmcSimulator;
import org.facepay.tags.NeedsNatives;
import org.facepay.terminal.devices.Equipment.Device;
import org.facepay.terminal.devices.Equipment.Lines;
import org.facepay.terminal.devices.Finding.Grade;
import org.facepay.terminal.devices.SelfTest.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Self-tests of every role at all three levels, against simulators and a hand that does as told.
 */
@Timeout(120)
@NeedsNatives
class SelfTestTest {
  @TempDir static Path folder;
  private static ScannerSimulator scanner;
  private static PrinterSimulator printer;
  private static ScaleSimulator scale;
  private static LockSimulator lock;
  private static ShelfSimulator shelves;
  private static RfidSimulator reader;
  private static VmcSimulator machine;
  private static DispenserSimulator spirals;
  private static List<Device> devices;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  /** Somebody who does what is asked and sees what there is; lazy if told to be. */
  private static class Hand implements Technician {
    private final List<String> told = new ArrayList<>();
    private boolean lazy;
    private Optional<String> next = Optional.empty();

    @Override
    public boolean present() {
      return true;
    }

    @Override
    public void tell(String what) {
      told.add(what);
      next = Optional.empty();
      if (!lazy) {
        try {
          act(what);
        } catch (IOException e) {
          throw new AssertionError(e);
        }
      }
    }

    private void act(String what) throws IOException {
      if (what.startsWith("Scan")) {
        assertTrue(scanner.scan("6900123400074"));
      } else if (what.startsWith("Put 1 kg")) {
        scale.load(1_000_000);
      } else if (what.startsWith("Push the drawer")) {
        printer.conditions().drawerOpen(false);
      } else if (what.startsWith("Pull door")) {
        pullSoon();
      } else if (what.startsWith("Shut door")) {
        lock.shutDoor(0);
      } else if (what.startsWith("Put something")) {
        int shelf = Integer.parseInt(what.replaceAll("\\D*20 g\\D*", ""));
        shelves.load(shelf, 300_000, 200_000);
      } else if (what.startsWith("Hold a tag")) {
        reader.tags(Set.of("E2001122334455667788AABB"));
      } else if (what.startsWith("Choose")) {
        machine.choose("2.50", 7);
      } else if (what.startsWith("Number of a slot")) {
        next = Optional.of("12");
      } else {
        next = Optional.of("y");
      }
    }

    /** The door can only be pulled once its bolt is drawn, which is after the asking. */
    private static void pullSoon() {
      Thread.ofVirtual()
          .start(
              () -> {
                while (!lock.pullDoor(0)) {
                  LockSupport.parkNanos(2_000_000);
                }
              });
    }

    @Override
    public Optional<String> answer() {
      return next;
    }

    @Override
    public Duration patience() {
      return lazy ? Duration.ofMillis(300) : Duration.ofSeconds(10);
    }
  }

  @BeforeAll
  static void plugIn() throws IOException {
    scanner = ScannerSimulator.start("ssi", folder.resolve("scanner"));
    printer = PrinterSimulator.start(folder.resolve("printer"), folder.resolve("paper"));
    scale = ScaleSimulator.start("mt-sics", folder.resolve("scale"));
    lock = LockSimulator.start(LockProfile.GENERIC_1, folder.resolve("lock"));
    shelves =
        ShelfSimulator.start(ShelfProfile.GENERIC_32, List.of(1, 2), folder.resolve("shelves"));
    reader = RfidSimulator.ru5102(folder.resolve("reader"));
    machine = VmcSimulator.start(folder.resolve("mdb"));
    spirals = DispenserSimulator.start(DispenserProfile.GENERIC, folder.resolve("spirals"));
    devices =
        List.of(
            device("scanner", "scanner", "ssi", scanner.path()),
            device("printer", "printer", "escpos", printer.path()),
            device("drawer", "cashdrawer", Device.ON_PRINTER, printer.path()),
            device("scale", "scale", "mt-sics", scale.path()),
            device("lock", "lock", "modbus-generic-1", lock.path()),
            new Device(
                "shelves",
                "shelf",
                "modbus-generic-32",
                new Binding.At(shelves.path()),
                Optional.empty(),
                List.of(1, 2),
                Lines.NONE),
            device("reader", "rfid", "ru5102", reader.path()),
            device("machine", "cashless", "qibixx", machine.path()),
            device("spirals", "dispenser", "modbus-generic", spirals.path()));
  }

  private static Device device(String name, String role, String driver, String path) {
    return new Device(
        name, role, driver, new Binding.At(path), Optional.empty(), List.of(), Lines.NONE);
  }

  @AfterAll
  static void pull() throws IOException {
    scanner.close();
    printer.close();
    scale.close();
    lock.close();
    shelves.close();
    reader.close();
    machine.close();
    spirals.close();
  }

  @BeforeEach
  void asDelivered() throws IOException {
    scale.load(0);
    lock.shutDoor(0);
    printer.paperOut(false);
    printer.conditions().drawerOpen(false);
    printer.conditions().drawerJammed(false);
    shelves.load(1, 0, 0);
    shelves.load(2, 0, 0);
    shelves.attach(2);
    reader.tags(Set.of());
    spirals.fill(12, 5);
  }

  private boolean run(List<Device> some, Technician technician, Level deepest) {
    return new SelfTest(devices, technician, out).run(some, deepest);
  }

  private String lines() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static List<Device> named(String... names) {
    return devices.stream().filter(d -> List.of(names).contains(d.name())).toList();
  }

  @Test
  void everythingIsTriedWithAHandAndWell() {
    Hand hand = new Hand();
    int receipts = printer.receipts();
    assertTrue(run(devices, hand, Level.INTERACTIVE), lines());
    assertTrue(lines().endsWith("SELFTEST devices=9 ok=9 degraded=0 failed=0\n"), lines());
    for (Device device : devices) {
      assertTrue(lines().contains(device.name() + " INTERACTIVE OK "), lines());
    }
    assertTrue(lines().contains("scanner INTERACTIVE OK scanned 6900123400074"), lines());
    assertTrue(lines().contains("scale INTERACTIVE OK shows 1.000 kg for 1 kg"), lines());
    assertEquals(receipts + 1, printer.receipts(), "a test slip");
    assertEquals(0, machine.dispensed());
    assertEquals(4, spirals.left(12));
    assertTrue(lock.locked(0));
  }

  @Test
  void withoutAHandTheInteractiveChecksAreSkippedAndSaySo() {
    assertTrue(run(named("scale", "lock"), Technician.NOBODY, Level.INTERACTIVE), lines());
    assertTrue(lines().contains("scale EXTERNAL OK stable at 0.000 kg"), lines());
    assertTrue(lines().contains("lock INTERACTIVE SKIPPED nobody to ask"), lines());
    assertTrue(lines().endsWith("SELFTEST devices=2 ok=2 degraded=0 failed=0\n"), lines());
  }

  @Test
  void internalChecksMoveNothing() {
    int receipts = printer.receipts();
    assertTrue(run(devices, new Hand(), Level.INTERNAL), lines());
    assertEquals(receipts, printer.receipts());
    assertFalse(printer.conditions().drawerOpen());
    assertFalse(lines().contains("EXTERNAL"), lines());
  }

  @Test
  void eachFailureSaysWhatToCheck() throws Exception {
    printer.paperOut(true);
    printer.conditions().drawerJammed(true);
    scale.moving(true);
    lock.forceDoor(0);
    shelves.detach(2);
    reader.peer().inflict(Fault.HANG_UP);
    try {
      assertFalse(run(devices, Technician.NOBODY, Level.INTERACTIVE));
    } finally {
      scale.moving(false);
      reader.peer().heal();
      printer.unplug(); // the drawer's pulse still waits in it
      printer.replug();
      Finding ignored =
          new SelfTest(devices, Technician.NOBODY, out).probe(named("printer").getFirst());
    }
    for (String line :
        List.of(
            "printer INTERNAL DEGRADED paper out: put in a new roll",
            "drawer EXTERNAL FAILED did not open",
            "scale EXTERNAL DEGRADED no stable weight",
            "lock EXTERNAL DEGRADED doors [0] stand open",
            "shelves EXTERNAL DEGRADED no answer from shelves [2]",
            "reader INTERNAL FAILED",
            "is the device plugged in",
            "SELFTEST devices=9 ok=3 degraded=4 failed=2\n")) {
      assertTrue(lines().contains(line), line + " is not in\n" + lines());
    }
    assertTrue(lock.locked(0));
  }

  @Test
  void aHandThatDoesNothingEndsInTimeAndLeavesTheDoorLocked() {
    Hand lazy = new Hand();
    lazy.lazy = true;
    assertFalse(run(named("scanner", "lock", "machine"), lazy, Level.INTERACTIVE));
    assertTrue(lines().contains("scanner INTERACTIVE FAILED no code came"), lines());
    assertTrue(lines().contains("lock INTERACTIVE FAILED door 0 did not open"), lines());
    assertTrue(lines().contains("machine INTERACTIVE FAILED no choice came"), lines());
    assertTrue(lines().endsWith("SELFTEST devices=3 ok=0 degraded=0 failed=3\n"), lines());
    assertTrue(lock.locked(0));
  }

  @Test
  void whatTheEyeDoesNotSeeHasFailed() {
    Hand critical =
        new Hand() {
          @Override
          public Optional<String> answer() {
            return Optional.of("no");
          }
        };
    assertFalse(run(named("printer", "drawer"), critical, Level.INTERACTIVE));
    assertTrue(lines().contains("printer INTERACTIVE FAILED the slip is not good"), lines());
    assertTrue(lines().contains("drawer INTERACTIVE FAILED the switch says open"), lines());
  }

  @Test
  void aScaleThatIsOffIsToBeCalibrated() {
    Hand heavy =
        new Hand() {
          @Override
          public void tell(String what) {
            scale.load(1_032_000);
          }
        };
    assertFalse(run(named("scale"), heavy, Level.INTERACTIVE));
    assertTrue(
        lines().contains("scale INTERACTIVE DEGRADED shows 1.032 kg for 1 kg: have it calibrated"),
        lines());
  }

  @Test
  void devicesOnLinesAreTriedToo() throws Exception {
    PinBoard board = new PinBoard();
    try (GpioLights lights = GpioLights.open(board, List.of(5, 6), Set.of());
        GpioTone tone = GpioTone.open(board, 13, false);
        var bolt = GpioDoorLock.on(board, new GpioDoorLock.Wiring(17, false, 27, false)).open()) {
      assertEquals(
          Grade.OK, new LightsRole().check(lights, Level.EXTERNAL, Technician.NOBODY).grade());
      assertEquals(Grade.OK, new ToneRole().check(tone, Level.EXTERNAL, Technician.NOBODY).grade());
      assertEquals(
          Grade.OK,
          new LockRole(Locks.CATALOGUE).check(bolt, Level.EXTERNAL, Technician.NOBODY).grade());
      assertEquals(Grade.OK, new LightsRole().check(lights, Level.INTERACTIVE, new Hand()).grade());
      Hand blind = new Hand();
      blind.lazy = true;
      assertEquals(
          Grade.SKIPPED,
          new ToneRole().check(tone, Level.INTERACTIVE, blind).grade(),
          "nobody answered");
      assertFalse(board.level(5) || board.level(6) || board.level(13) || board.level(17));
    }
  }

  @Test
  void aPersonAtATerminalAnswersInTimeOrNotAtAll() throws Exception {
    try (PipedWriter keys = new PipedWriter();
        PipedReader read = new PipedReader(keys)) {
      Technician person = new ConsoleTechnician(read, out, Duration.ofSeconds(10));
      Thread typing =
          Thread.ofVirtual()
              .start(
                  () -> {
                    while (!lines().contains("light up? [y/n]")) {
                      LockSupport.parkNanos(2_000_000);
                    }
                    type(keys);
                  });
      assertEquals(Optional.of(true), person.confirms("Did the lamp light up?"));
      typing.join();
    }
    try (PipedWriter silent = new PipedWriter();
        PipedReader read = new PipedReader(silent)) {
      Technician nobody = new ConsoleTechnician(read, out, Duration.ofMillis(50));
      assertEquals(Optional.empty(), nobody.confirms("Did the drawer open?"));
    }
  }

  private static void type(PipedWriter keys) {
    try {
      keys.write("yes\n");
      keys.flush();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
