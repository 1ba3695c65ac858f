package org.facepay.peripherals.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.peripherals.link.DeviceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every scanner driver does, over any wire; a driver's test extends this. */
abstract class ScannerContract {
  private Scanner scanner;

  /** Opens the driver with a device behind it. */
  abstract Scanner open() throws Exception;

  /** The device sends these bytes in one piece. */
  abstract void send(byte[] bytes) throws Exception;

  /** The device is unplugged. */
  abstract void unplug() throws Exception;

  @BeforeEach
  void openScanner() throws Exception {
    scanner = open();
  }

  @AfterEach
  void closeScanner() {
    scanner.close();
    scanner.close();
  }

  @Test
  void isHealthy() throws Exception {
    assertTrue(!scanner.checkHealth().isEmpty());
  }

  @Test
  void readsLinesOfEveryEnding() throws Exception {
    send("6901234567892\r6921168509256\n6902083881405\r\n".getBytes(StandardCharsets.US_ASCII));
    assertEquals(
        List.of("6901234567892", "6921168509256", "6902083881405"),
        results(3).stream().map(r -> ((Scan) r).data()).toList());
  }

  @Test
  void takesTheAimIdentifierOff() throws Exception {
    send("]E06901234567892\r".getBytes(StandardCharsets.US_ASCII));
    Scan scan = (Scan) results(1).getFirst();
    assertEquals("6901234567892", scan.data());
    assertEquals(Optional.of("]E0"), scan.aimId());
  }

  @Test
  void joinsSplitLines() throws Exception {
    for (byte b : "6901234567892\r".getBytes(StandardCharsets.US_ASCII)) {
      send(new byte[] {b});
    }
    assertEquals("6901234567892", ((Scan) results(1).getFirst()).data());
  }

  @Test
  void reportsTenThousandCharactersOnceAndGoesOn() throws Exception {
    send(("9".repeat(10_000) + "\r6901234567892\r").getBytes(StandardCharsets.US_ASCII));
    List<ScanResult> results = results(2);
    assertInstanceOf(Unreadable.class, results.get(0));
    assertEquals("6901234567892", ((Scan) results.get(1)).data());
  }

  @Test
  void reportsGarbageAndGoesOn() throws Exception {
    send(new byte[] {(byte) 0xC3, 0x28, 0x00, (byte) 0xFF, 0x07, '\r', '4', '2', '\r'});
    List<ScanResult> results = results(2);
    assertInstanceOf(Unreadable.class, results.get(0));
    assertEquals("42", ((Scan) results.get(1)).data());
  }

  @Test
  void saysThatItWasUnplugged() throws Exception {
    unplug();
    assertThrows(DeviceException.class, () -> results(1));
  }

  private List<ScanResult> results(int count) throws DeviceException {
    List<ScanResult> results = new ArrayList<>();
    long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (results.size() < count && System.nanoTime() - deadline < 0) {
      results.addAll(scanner.scanData(Duration.ofMillis(100)));
    }
    assertEquals(count, results.size());
    return results;
  }
}
