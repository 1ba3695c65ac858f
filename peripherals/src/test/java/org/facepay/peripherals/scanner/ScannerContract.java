package org.facepay.peripherals.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  /** The device reads a code. */
  abstract void scan(String code) throws Exception;

  /** The same, its bytes one at a time. */
  abstract void drip(String code) throws Exception;

  /** Noise, up to where the next code begins. */
  abstract void garbage() throws Exception;

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
    assertTrue(!scanner.checkHealth().english().isEmpty());
  }

  @Test
  void readsCodesInTheirOrder() throws Exception {
    scan("6901234567892");
    scan("6921168509256");
    scan("6921168509256");
    assertEquals(
        List.of("6901234567892", "6921168509256", "6921168509256"),
        results(3).stream().map(r -> ((Scan) r).data()).toList());
  }

  @Test
  void keepsTheSeparatorsOfGs1Messages() throws Exception {
    scan("010690123456789217261231\u001D10AB1");
    assertEquals("010690123456789217261231\u001D10AB1", ((Scan) results(1).getFirst()).data());
  }

  @Test
  void takesTheAimIdentifierOff() throws Exception {
    scan("]E06901234567892");
    Scan scan = (Scan) results(1).getFirst();
    assertEquals("6901234567892", scan.data());
    assertEquals(Optional.of("]E0"), scan.aimId());
  }

  @Test
  void readsLongCodesWhole() throws Exception {
    String code = "https://id.example.cn/01/06901234567892?" + "x=1&".repeat(100);
    scan(code);
    assertEquals(code, ((Scan) results(1).getFirst()).data());
  }

  @Test
  void joinsSplitCodes() throws Exception {
    drip("6901234567892");
    assertEquals("6901234567892", ((Scan) results(1).getFirst()).data());
  }

  @Test
  void reportsTenThousandCharactersOnceAndGoesOn() throws Exception {
    scan("9".repeat(10_000));
    scan("6901234567892");
    List<ScanResult> results = results(2);
    assertInstanceOf(Unreadable.class, results.get(0));
    assertEquals("6901234567892", ((Scan) results.get(1)).data());
  }

  @Test
  void garbageIsNoCodeAndTheNextOneIs() throws Exception {
    garbage();
    scan("4212345678901");
    List<ScanResult> results = new ArrayList<>();
    long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (results.stream().noneMatch(Scan.class::isInstance) && System.nanoTime() - deadline < 0) {
      results.addAll(scanner.scanData(Duration.ofMillis(100)));
    }
    assertEquals("4212345678901", ((Scan) results.getLast()).data());
  }

  @Test
  void saysThatItWasUnplugged() throws Exception {
    unplug();
    assertThrows(DeviceException.class, () -> results(1));
  }

  /** The next codes' texts. */
  List<String> data(int count) throws DeviceException {
    return results(count).stream().map(r -> ((Scan) r).data()).toList();
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
