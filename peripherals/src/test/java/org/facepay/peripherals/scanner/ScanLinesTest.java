package org.facepay.peripherals.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.facepay.tags.Slow;
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
  @ValueSource(strings = {"]E0\r", "   \r", "a\u001Bb\r", "\u0002123\u0003\r"})
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

  @ParameterizedTest
  @ValueSource(
      strings = {"\r", "\n", "\r\n", "\t", "\t\r", "\t\r\n", "\u0003", "\u0003\r", "\0", "\0\0"})
  void endsCodesAsTheirScannerDoes(String ending) {
    assertEquals(
        List.of("6901234567892", "42", "]1x"),
        accept("6901234567892" + ending + "42" + ending + "]1x" + ending, 0).stream()
            .map(r -> ((Scan) r).data())
            .toList());
  }

  @Test
  void aScannerWithoutAnEndingHasSaidAllAfterAShortPause() {
    for (long n = 0; n < 3; n++) {
      long at = n * 5_000_000_000L;
      assertEquals(List.of(), accept("69012", at));
      assertEquals(List.of(), accept("34567892", at + 1));
      assertEquals(List.of(), lines.quiet(at + 2), "not yet");
      assertEquals("6901234567892", ((Scan) quiet(at + 1).getFirst()).data());
      assertEquals(List.of(), quiet(at + 1), "once");
    }
  }

  @Test
  void aScannerThatEndsItsCodesIsNotCutByAPauseOrADisturbedCharacter() {
    assertInstanceOf(Scan.class, one("42\r"));
    assertEquals(List.of(), accept("69012", 0));
    assertEquals(List.of(), quiet(0), "its end will come");
    assertEquals("6901234567892", ((Scan) one("34567892\r")).data());
    for (String disturbed : List.of("690\u00004567892\r", "690\t4567892\r", "690\u00034567892\n")) {
      assertInstanceOf(Unreadable.class, one(disturbed));
    }
  }

  @Test
  void aScannerThatWasSetToAnotherEndingIsUnderstoodFromTheSecondCode() {
    assertInstanceOf(Scan.class, one("42\r"));
    assertEquals(List.of(), accept("43\t", 0));
    long later = ScanLines.PAUSE.toNanos() + 1;
    List<ScanResult> results = accept("44\t", later);
    assertInstanceOf(Unreadable.class, results.get(0));
    assertEquals("44", ((Scan) results.get(1)).data());
  }

  @Test
  void aLineThatHadBegunEndsWithItsLinkAndTheEndingIsRemembered() {
    assertInstanceOf(Scan.class, one("42\t"));
    assertEquals(List.of(), accept("69012", 0));
    lines.linked();
    assertEquals("7", ((Scan) one("7\t")).data());
    assertInstanceOf(Unreadable.class, one("6\u00007\t"));
  }

  private List<ScanResult> quiet(long since) {
    return lines.quiet(since + ScanLines.SHORT_PAUSE.toNanos() + 1);
  }

  @Test
  void unreadableReasonsNeverShowTheBytes() {
    Unreadable unreadable = (Unreadable) one("288888\u0001888888888888\r");
    assertTrue(!unreadable.reason().contains("2888"));
  }

  /** 1,000,000 random frames: noise, near-codes, every split; equal results however split. */
  @Test
  @Slow("reads a million random frames, each twice")
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
