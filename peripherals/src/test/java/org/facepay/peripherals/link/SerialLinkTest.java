package org.facepay.peripherals.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.facepay.peripherals.Leaks;
import org.facepay.tags.NeedsNatives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
@NeedsNatives
class SerialLinkTest {
  private static final SerialSettings FAST = SerialSettings.eightN1(115_200);
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path folder;

  @Test
  void carriesEveryByteBothWays() throws Exception {
    byte[] sent = new byte[4096];
    new SplittableRandom(1).nextBytes(sent);
    for (int i = 0; i < 256; i++) {
      sent[i] = (byte) i;
    }
    try (Pty pty = Pty.open();
        SerialLink link = SerialLink.open(pty.path(), FAST)) {
      assertTrue(pty.write(sent, SECOND));
      assertArrayEquals(sent, readAll(link, sent.length));
      link.write(sent, SECOND);
      byte[] back = new byte[sent.length];
      int count = 0;
      byte[] part = new byte[1024];
      while (count < back.length) {
        int n = pty.read(part, SECOND);
        assertTrue(n > 0);
        System.arraycopy(part, 0, back, count, n);
        count += n;
      }
      assertArrayEquals(sent, back);
    }
  }

  @Test
  void aPseudoTerminalOpensAgainAlsoForALineWithParity() throws Exception {
    SerialSettings sevenEven = new SerialSettings(9600, 7, 1, SerialSettings.Parity.EVEN);
    try (Pty pty = Pty.open()) {
      for (int i = 0; i < 3; i++) {
        try (SerialLink link = SerialLink.open(pty.path(), sevenEven)) {
          assertTrue(pty.write(new byte[] {(byte) 0xF5}, SECOND));
          assertArrayEquals(new byte[] {(byte) 0xF5}, readAll(link, 1));
        }
      }
    }
  }

  @Test
  void aReadWithoutBytesEndsInTime() throws Exception {
    try (Pty pty = Pty.open();
        SerialLink link = SerialLink.open(pty.path(), FAST)) {
      long began = System.nanoTime();
      assertEquals(0, link.read(new byte[8], Duration.ofMillis(250)));
      long millis = (System.nanoTime() - began) / 1_000_000;
      assertTrue(millis >= 250 && millis < 2500, millis + " ms");
      assertEquals(0, link.read(new byte[8], Duration.ZERO));
      assertEquals(0, link.available());
    }
  }

  @Test
  void hangingUpEndsABlockedReadAtOnce() throws Exception {
    Pty pty = Pty.open();
    try (SerialLink link = SerialLink.open(pty.path(), FAST)) {
      CompletableFuture<Long> ended = new CompletableFuture<>();
      Thread reader =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      ended.complete((long) link.read(new byte[8], Duration.ofSeconds(20)));
                    } catch (DeviceException e) {
                      ended.complete(-System.nanoTime());
                    }
                  });
      long pulled = System.nanoTime();
      pty.close();
      assertTrue(-ended.get(5, TimeUnit.SECONDS) - pulled < 2_000_000_000L);
      reader.join();
      assertThrows(DeviceException.class, link::available);
      assertThrows(DeviceException.class, () -> link.write(new byte[] {1}, SECOND));
    }
  }

  @Test
  void theWatchdogFreesAWriteToAStalledDevice() throws Exception {
    try (Pty pty = Pty.open();
        SerialLink link = SerialLink.open(pty.path(), FAST)) {
      long began = System.nanoTime();
      DeviceException stalled =
          assertThrows(
              DeviceException.class, () -> link.write(new byte[1 << 20], Duration.ofMillis(400)));
      long millis = (System.nanoTime() - began) / 1_000_000;
      assertTrue(stalled.reason().contains("took no bytes for 400 ms: is the device stalled?"));
      assertTrue(millis >= 400 && millis < 4000, millis + " ms");
      assertThrows(DeviceException.class, link::available);
    }
  }

  @Test
  void closingFreesABlockedReader() throws Exception {
    try (Pty pty = Pty.open()) {
      SerialLink link = SerialLink.open(pty.path(), FAST);
      CompletableFuture<String> ended = new CompletableFuture<>();
      Thread reader =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      int ignored = link.read(new byte[8], Duration.ofSeconds(20));
                      ended.complete("read");
                    } catch (DeviceException e) {
                      ended.complete("closed");
                    }
                  });
      link.close();
      link.close();
      assertEquals("closed", ended.get(5, TimeUnit.SECONDS));
      reader.join();
    }
  }

  @Test
  void bytesFromBeforeTheOpenAreThrownAway() throws Exception {
    try (Pty pty = Pty.open()) {
      assertTrue(pty.write(new byte[] {1, 2, 3}, SECOND));
      try (SerialLink link = SerialLink.open(pty.path(), FAST)) {
        assertEquals(0, link.read(new byte[8], Duration.ofMillis(100)));
      }
    }
  }

  @Test
  void aMissingPathSaysSo() {
    assertReason(folder.resolve("none").toString(), "does not exist: is the device plugged in");
  }

  @Test
  void aFileIsNoPort() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertReason(file.toString(), "is a file or folder, not a serial port");
  }

  @Test
  void aDeviceThatIsNoPortIsRefused() {
    assertReason("/dev/null", "could not be opened as a serial port");
  }

  @Test
  void twoDevicesCannotShareAPort() throws Exception {
    try (Pty pty = Pty.open();
        SerialLink first = SerialLink.open(pty.path(), FAST)) {
      assertReason(pty.path(), "in use");
      assertEquals(0, first.available());
    }
  }

  @Test
  void permissionDeniedNamesTheGroupToJoin() {
    String said = OpenFailure.explain(Path.of("/dev/ttyUSB0"), 13, "dialout").english();
    assertTrue(said.contains("add the terminal's user to group dialout"), said);
    String ofRoot = OpenFailure.explain(Path.of("/dev/ttyUSB0"), 13, "root").english();
    assertTrue(ofRoot.contains("udev rule") && !ofRoot.contains("usermod"), ofRoot);
    assertTrue(
        OpenFailure.explain(Path.of("/dev/ttyS9"), 19, "x")
            .english()
            .contains("no device behind it"));
  }

  @Test
  void aHundredOpensLeakNothing() throws Exception {
    try (Pty pty = Pty.open()) {
      SerialLink.open(pty.path(), FAST).close();
      long before = Leaks.terminals();
      for (int i = 0; i < 100; i++) {
        SerialLink.open(pty.path(), FAST).close();
      }
      assertEquals(before, Leaks.terminals());
    }
  }

  @Test
  void aPlugKeepsItsPath() throws Exception {
    try (PtyPlug plug = PtyPlug.at(folder.resolve("by-id/scanner"))) {
      Path before = Path.of(plug.path()).toRealPath();
      plug.pull();
      plug.pull();
      assertTrue(!Files.exists(Path.of(plug.path())));
      try (Pty other = Pty.open()) { // takes the freed number
        plug.plugIn();
        plug.plugIn();
        assertTrue(Files.exists(Path.of(plug.path())));
        assertTrue(
            !Path.of(plug.path()).toRealPath().equals(before)
                || !other.path().equals(before.toString()));
      }
    }
  }

  private static void assertReason(String path, String part) {
    DeviceException e =
        assertThrows(DeviceException.class, () -> SerialLink.open(path, FAST).close());
    assertTrue(e.reason().contains(part), e.reason());
  }

  private static byte[] readAll(SerialLink link, int size) throws DeviceException {
    byte[] all = new byte[size];
    byte[] part = new byte[size];
    int count = 0;
    while (count < size) {
      int n = link.read(part, SECOND);
      assertTrue(n > 0);
      System.arraycopy(part, 0, all, count, n);
      count += n;
    }
    return Arrays.copyOf(all, count);
  }
}
