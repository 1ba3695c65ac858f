package org.facepay.peripherals.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.facepay.peripherals.Await;
import org.facepay.peripherals.link.CharacterDeviceLink;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Fault;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.link.ScriptedLink;
import org.facepay.peripherals.link.SerialLink;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.tags.NeedsNatives;
import org.facepay.tags.Slow;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract for every driver of the catalogue, and what only some of them do. */
@NeedsNatives
class ScannerDriversTest {
  @TempDir Path folder;

  @Nested
  class Line extends SimulatedScannerContract {
    Line() {
      super("line");
    }

    @Test
    void readsLinesOfEveryEnding() throws Exception {
      simulator.send("1\r2\n3\r\n4\r".getBytes(StandardCharsets.US_ASCII));
      assertEquals(List.of("1", "2", "3", "4"), data(4));
    }
  }

  /** Over a real line: a code of each ending, the first one included. */
  @ParameterizedTest
  @CsvSource({
    "line, TAB",
    "line, TAB CR",
    "line, ETX",
    "line, NUL",
    "line, none",
    "honeywell, none",
    "evdev, TAB",
    "evdev, TAB CR",
    "evdev, none",
  })
  void readsCodesOfEveryEnding(String driver, String ending) throws Exception {
    try (ScannerSimulator simulator = ScannerSimulator.start(driver, folder.resolve("scanner"));
        Scanner scanner = open(driver, simulator)) {
      simulator.ending(
          ending
              .replace("TAB", "\t")
              .replace("CR", "\r")
              .replace("ETX", "\u0003")
              .replace("NUL", "\0")
              .replace("none", "")
              .replace(" ", ""));
      List<String> seen = new ArrayList<>();
      for (int n = 1; n < 4; n++) {
        int wanted = n;
        assertTrue(simulator.scan("690123456789" + n));
        Await.until(
            "read",
            () -> {
              collect(scanner, seen);
              return seen.size() >= wanted;
            });
      }
      assertEquals(List.of("6901234567891", "6901234567892", "6901234567893"), seen);
    }
  }

  @Test
  void aFrenchKeyboardScannerIsReadAndSaid() throws Exception {
    try (ScannerSimulator simulator = ScannerSimulator.start("evdev", folder.resolve("scanner"));
        Scanner scanner = open("evdev", simulator)) {
      assertEquals(Optional.empty(), scanner.remark());
      simulator.keyboard(KeyLayout.FRENCH);
      assertTrue(simulator.scan("6901234567892"));
      List<String> seen = new ArrayList<>();
      Await.until(
          "read",
          () -> {
            collect(scanner, seen);
            return !seen.isEmpty();
          });
      assertEquals(List.of("6901234567892"), seen);
      String remark = scanner.remark().orElseThrow().english();
      assertTrue(remark.contains("French"), remark);
    }
  }

  @Nested
  class StxEtx extends SimulatedScannerContract {
    StxEtx() {
      super("stx-etx");
    }

    @Test
    void whatStandsBetweenFramesIsIgnored() throws Exception {
      simulator.send(
          "x\u00021\u0003\r\n\u00022\u0003y\u00023\u0003".getBytes(StandardCharsets.US_ASCII));
      assertEquals(List.of("1", "2", "3"), data(3));
    }
  }

  @Nested
  class Honeywell extends SimulatedScannerContract {
    Honeywell() {
      super("honeywell");
    }
  }

  @Nested
  class Ssi extends SimulatedScannerContract {
    Ssi() {
      super("ssi");
    }
  }

  @Nested
  class HidPos extends SimulatedScannerContract {
    HidPos() {
      super("hid-pos");
    }
  }

  @Nested
  class Evdev extends SimulatedScannerContract {
    Evdev() {
      super("evdev");
    }
  }

  @Test
  void honeywellReadsOnCommand() throws Exception {
    try (ScannerSimulator simulator =
            ScannerSimulator.start("honeywell", folder.resolve("scanner"));
        Scanner scanner = open("honeywell", simulator)) {
      simulator.present("6901234567892");
      assertTrue(scanner.trigger(true));
      List<ScanResult> results = new ArrayList<>();
      Await.until("read", () -> results.addAll(scanner.scanData(Duration.ofMillis(50))));
      assertEquals("6901234567892", ((Scan) results.getFirst()).data());
    }
  }

  /** What a line loses, SSI brings again: nothing missing, nothing twice, in order. */
  @Test
  @Slow("SSI brings a code again when its time has passed")
  void ssiLosesNothingOnABadLine() throws Exception {
    try (ScannerSimulator simulator = ScannerSimulator.start("ssi", folder.resolve("scanner"));
        Scanner scanner = open("ssi", simulator)) {
      List<String> expected = new ArrayList<>();
      List<String> seen = new ArrayList<>();
      Fault[] faults = {Fault.BAD_CHECKSUM, Fault.GARBAGE, Fault.MUTE, Fault.SPLIT_FRAMES};
      for (int i = 0; i < 24; i++) {
        simulator.peer().inflict(faults[i % faults.length]);
        String code = "69012345678" + (10 + i / 2); // every code twice in a row
        simulator.scan(code);
        expected.add(code);
        collect(scanner, seen);
        simulator.peer().heal();
        Await.until(
            "acknowledged",
            () -> {
              collect(scanner, seen);
              return simulator.waiting() == 0;
            });
      }
      Await.until(
          "all",
          () -> {
            collect(scanner, seen);
            return seen.size() >= expected.size();
          });
      assertEquals(expected, seen);
    }
  }

  /** The hang-up comes between a code and its acknowledgement; the code comes again after it. */
  @Test
  void ssiHandsACodeOnOnceThoughItsAcknowledgementIsLost() throws Exception {
    Function<Link, Scanner> driver = Scanners.named("ssi");
    byte[] code =
        new SsiPacket(SsiPacket.DECODE_DATA, false, 0, new byte[] {0x0B, '4', '2'}).encode();
    ScriptedLink first = new ScriptedLink().thenHangUp();
    first.push(code);
    ScriptedLink second = new ScriptedLink().on("04d00400ff28", "");
    second.push(code);
    try (Scanner scanner = driver.apply(first)) {
      ScanResult result = scanner.scanData(Duration.ZERO).getFirst();
      assertEquals("42", ((Scan) result).data());
      assertThrows(DeviceException.class, () -> scanner.scanData(Duration.ZERO));
    }
    try (Scanner scanner = driver.apply(second)) {
      assertEquals(List.of(), scanner.scanData(Duration.ZERO));
      assertTrue(second.finished(), "acknowledged");
    }
  }

  /** Its decoder forgot the code when it was acknowledged, so it is not lost with the answer. */
  @Test
  void ssiHandsOnWhatCameInsteadOfARevision() throws Exception {
    ScriptedLink link = new ScriptedLink();
    link.on("04a30400ff55", "").on("04d00400ff28", "");
    link.push(new SsiPacket(SsiPacket.DECODE_DATA, false, 0, new byte[] {0x0B, '4', '2'}).encode());
    try (Scanner scanner = Scanners.named("ssi").apply(link)) {
      assertEquals("Zebra SSI scanner, reading", scanner.checkHealth().english());
      assertEquals("42", ((Scan) scanner.scanData(Duration.ZERO).getFirst()).data());
    }
  }

  @Test
  void aSilentSsiScannerIsNoticed() throws Exception {
    try (ScannerSimulator simulator = ScannerSimulator.start("ssi", folder.resolve("scanner"));
        Scanner scanner = open("ssi", simulator)) {
      assertEquals("Zebra SSI scanner, SIM-SSI 1.0", scanner.checkHealth().english());
      simulator.mute(true);
      DeviceException fault = assertThrows(DeviceException.class, scanner::checkHealth);
      assertTrue(fault.reason().contains("host type SSI"));
    }
  }

  private static void collect(Scanner scanner, List<String> seen) throws DeviceException {
    for (ScanResult result : scanner.scanData(Duration.ofMillis(20))) {
      if (result instanceof Scan scan) {
        seen.add(scan.data());
      }
    }
  }

  private static Scanner open(String driver, ScannerSimulator simulator) throws DeviceException {
    Link link =
        driver.equals("evdev")
            ? CharacterDeviceLink.open(simulator.path())
            : SerialLink.open(simulator.path(), SerialSettings.eightN1(9600));
    return Scanners.named(driver).apply(link);
  }
}
