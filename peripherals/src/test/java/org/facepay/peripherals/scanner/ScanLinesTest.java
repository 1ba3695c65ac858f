package org.facepay.peripherals.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanLinesTest {
  private final ScanLines lines = new ScanLines();

  @Test
  void keepsTheSeparatorsOfGs1Messages() {
    Scan scan = (Scan) one("]d2010690123456789217261231\u001D10AB1\r");
    assertEquals("010690123456789217261231\u001D10AB1", scan.data());
    assertEquals(Optional.of("]d2"), scan.aimId());
  }

  @Test
  void aBracketThatIsNoIdentifierStays() {
    assertEquals("]1x", ((Scan) one("]1x\r")).data());
    assertEquals("]E", ((Scan) one("]E\r")).data());
  }

  @Test
  void readsUnicode() {
    assertEquals("会员:小晴", ((Scan) one("会员:小晴\n")).data());
  }

  @ParameterizedTest
  @ValueSource(strings = {"]E0\r", "   \r", "a\u0000b\r", "a\u001Bb\r", "\u0002123\u0003\r"})
  void refuses(String bytes) {
    assertInstanceOf(Unreadable.class, one(bytes));
  }

  @Test
  void takes512CharactersButNotOneMore() {
    assertEquals(512, ((Scan) one("7".repeat(512) + "\r")).data().length());
    assertInstanceOf(Unreadable.class, one("7".repeat(513) + "\r"));
    assertEquals(512, ((Scan) one("好".repeat(512) + "\r")).data().length());
    assertInstanceOf(Unreadable.class, one("好".repeat(513) + "\r"));
  }

  @Test
  void emptyLinesAreNothing() {
    assertEquals(List.of(), accept("\r\n\r\n\n\r", 0));
  }

  @Test
  void aLineThatBrokeOffIsNotGluedToTheNext() {
    assertEquals(List.of(), accept("69012", 0));
    List<ScanResult> results = accept("6921168509256\r", ScanLines.PAUSE.toNanos() + 1);
    assertInstanceOf(Unreadable.class, results.get(0));
    assertEquals("6921168509256", ((Scan) results.get(1)).data());
  }

  @Test
  void unreadableReasonsNeverShowTheBytes() {
    Unreadable unreadable = (Unreadable) one("288888\u0001888888888888\r");
    assertTrue(!unreadable.reason().contains("2888"));
  }

  /** 1,000,000 random frames: noise, near-codes, every split; equal results however split. */
  @Test
  void randomFramesNeverThrowAndSplittingChangesNothing() {
    SplittableRandom random = new SplittableRandom(20260314);
    ScanLines whole = new ScanLines();
    ScanLines split = new ScanLines();
    long scans = 0;
    long unreadable = 0;
    for (int i = 0; i < 1_000_000; i++) {
      byte[] frame = frame(random);
      List<ScanResult> expected = whole.accept(frame, frame.length, i);
      int cut = frame.length == 0 ? 0 : random.nextInt(frame.length);
      byte[] rest = java.util.Arrays.copyOfRange(frame, cut, frame.length);
      List<ScanResult> actual = new ArrayList<>(split.accept(frame, cut, i));
      actual.addAll(split.accept(rest, rest.length, i));
      assertEquals(expected, actual);
      for (ScanResult result : expected) {
        switch (result) {
          case Scan scan -> {
            scans++;
            assertTrue(!scan.data().isBlank() && scan.data().length() <= ScanLines.LONGEST);
            assertTrue(scan.data().indexOf('\r') < 0 && scan.data().indexOf(0) < 0);
          }
          case Unreadable u -> unreadable++;
        }
      }
    }
    assertTrue(scans > 100_000, scans + " scans");
    assertTrue(unreadable > 100_000, unreadable + " unreadable");
  }

  private static byte[] frame(SplittableRandom random) {
    byte[] bytes = new byte[random.nextInt(random.nextInt(200) == 0 ? 3000 : 24)];
    switch (random.nextInt(4)) {
      case 0 -> random.nextBytes(bytes);
      case 1 -> fill(random, bytes, "0123456789]ECQd\r\n");
      case 2 -> fill(random, bytes, "0123456789");
      default -> fill(random, bytes, "69\u001D\u001E]E0\r\n\u0000中");
    }
    if (bytes.length > 0 && random.nextInt(2) == 0) {
      bytes[bytes.length - 1] = '\r';
    }
    return bytes;
  }

  private static void fill(SplittableRandom random, byte[] bytes, String alphabet) {
    byte[] letters = alphabet.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = letters[random.nextInt(letters.length)];
    }
  }

  private ScanResult one(String bytes) {
    List<ScanResult> results = accept(bytes, 0);
    assertEquals(1, results.size());
    return results.getFirst();
  }

  private List<ScanResult> accept(String text, long nanos) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return lines.accept(bytes, bytes.length, nanos);
  }
}
