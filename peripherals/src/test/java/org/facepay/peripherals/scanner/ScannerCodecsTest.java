package org.facepay.peripherals.scanner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.facepay.peripherals.Fuzz;
import org.facepay.peripherals.scanner.ScanLines.Framed;
import org.facepay.tags.Slow;
import org.junit.jupiter.api.Test;

/** The scanner protocols as bytes, without a line. */
class ScannerCodecsTest {
  @Test
  void ssiPacketsAreAsTheGuideShowsThem() {
    assertEquals("04d00400ff28", hex(SsiPacket.fromHost(SsiPacket.ACK).encode()));
    assertEquals("04e40400ff14", hex(SsiPacket.fromHost(SsiPacket.START_SESSION).encode()));
    SsiPacket read = SsiPacket.decode(HexFormat.of().parseHex("04d00400ff28")).orElseThrow();
    assertTrue(read.fromHost());
    assertEquals(SsiPacket.ACK, read.opcode());
  }

  @Test
  void everyDamagedBitOfASsiPacketIsNoticed() {
    byte[] frame = decodeData("6901234567892", 0).encode();
    for (int bit = 0; bit < frame.length * 8; bit++) {
      byte[] damaged = frame.clone();
      damaged[bit / 8] ^= (byte) (1 << (bit % 8));
      assertEquals(Optional.empty(), SsiPacket.decode(damaged), "bit " + bit);
    }
  }

  @Test
  void ssiTellsOfASupplementByItsCodesType() {
    byte[] frame =
        new SsiPacket(
                SsiPacket.DECODE_DATA,
                false,
                0,
                "\u008B978187367100954499".getBytes(StandardCharsets.ISO_8859_1))
            .encode();
    Scan scan = (Scan) new SsiSession().accept(frame, frame.length, 0).results().getFirst();
    assertEquals(Optional.of("]E3"), scan.aimId());
    assertEquals("978187367100954499", scan.data());
  }

  @Test
  void ssiAcknowledgesRefusesAndForgetsRepetitions() {
    SsiSession session = new SsiSession();
    byte[] first = decodeData("6901234567892", 0).encode();
    byte[] again = decodeData("6901234567892", SsiPacket.RETRANSMITTED).encode();
    SsiSession.Heard heard = session.accept(first, first.length, 0);
    assertEquals(1, heard.results().size());
    assertEquals(Optional.of("]E0"), ((Scan) heard.results().getFirst()).aimId());
    assertEquals("04d00400ff28", hex(heard.answer()));
    heard = session.accept(again, again.length, 1_000_000);
    assertEquals(List.of(), heard.results());
    assertEquals("04d00400ff28", hex(heard.answer()));
    byte[] damaged = first.clone();
    damaged[8] ^= 1;
    heard = session.accept(damaged, damaged.length, 2_000_000);
    assertEquals(hex(SsiPacket.fromHost(SsiPacket.NAK).encode()), hex(heard.answer()));
    heard = session.accept(again, again.length, 3_000_000);
    assertEquals(1, heard.results().size(), "the same product a second time");
  }

  /** A decoder that was hung up on may not know that it had sent a code already. */
  @Test
  void ssiForgetsARepetitionAcrossLinks() {
    SsiSession session = new SsiSession();
    byte[] code = decodeData("6901234567892", 0).encode();
    assertEquals(1, session.accept(code, code.length, 0).results().size());
    session.linked();
    SsiSession.Heard repeated = session.accept(code, code.length, 900_000_000);
    assertEquals(List.of(), repeated.results());
    assertEquals("04d00400ff28", hex(repeated.answer()));
    assertEquals(
        1,
        session.accept(code, code.length, 901_000_000).results().size(),
        "only the first packet of a link can be the last one of the link before");
    session.linked();
    long late = 901_000_000 + SsiSession.REPEAT_ACROSS_LINKS.toNanos();
    assertEquals(1, session.accept(code, code.length, late).results().size());
  }

  /** A long code goes on over a new link; its second half is no code of its own. */
  @Test
  void ssiJoinsACodeAcrossLinks() {
    SsiSession session = new SsiSession();
    byte[] head = decodeData("head", SsiPacket.CONTINUED).encode();
    byte[] tail = decodeData("tail", 0).encode();
    assertEquals(List.of(), session.accept(head, head.length, 0).results());
    session.linked();
    List<ScanResult> results = session.accept(tail, tail.length, 1_000_000).results();
    assertEquals("headtail", ((Scan) results.getFirst()).data());
  }

  @Test
  void ssiPacketsComeBack() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 100_000; i++) {
      byte[] data = new byte[random.nextInt(252)];
      random.nextBytes(data);
      SsiPacket packet =
          new SsiPacket(random.nextInt(256), random.nextBoolean(), random.nextInt(16), data);
      SsiPacket back = SsiPacket.decode(packet.encode()).orElseThrow();
      assertArrayEquals(data, back.data());
      assertEquals(packet.opcode(), back.opcode());
      assertEquals(packet.status(), back.status());
    }
  }

  @Test
  void randomSsiFrames() {
    SsiSession session = new SsiSession();
    AtomicInteger codes = new AtomicInteger();
    byte[][] genuine = {
      decodeData("6901234567892", 0).encode(),
      decodeData("x".repeat(100), SsiPacket.CONTINUED).encode(),
      SsiPacket.fromHost(SsiPacket.ACK).encode(),
    };
    long[] nanos = {0};
    Fuzz.frames(
        6,
        genuine,
        60,
        frame -> {
          boolean valid = SsiPacket.decode(frame).isPresent();
          codes.addAndGet(valid ? 1 : 0);
          nanos[0] += 40_000_000;
          for (ScanResult r : session.accept(frame, frame.length, nanos[0]).results()) {
            assertTrue(r instanceof Unreadable || ((Scan) r).data().length() <= ScanLines.LONGEST);
          }
        });
    assertTrue(codes.get() > 1000 && codes.get() < 100_000, codes + " passed the checksum");
  }

  @Test
  void hidPosReportsComeBackAndRandomOnesDoNoHarm() {
    byte[] aim = {']', 'E', '0'};
    byte[] data = "6901234567892".getBytes(StandardCharsets.US_ASCII);
    byte[] frame = new HidPosReport(aim, data, true).encode();
    HidPosReport back = HidPosReport.decode(frame).orElseThrow();
    assertArrayEquals(data, back.data());
    assertTrue(back.continued());
    AtomicInteger reports = new AtomicInteger();
    ScanPieces pieces = new ScanPieces();
    List<ScanResult> results = new ArrayList<>();
    Fuzz.frames(
        7,
        new byte[][] {frame, new HidPosReport(aim, new byte[56], false).encode()},
        80,
        bytes ->
            HidPosReport.decode(bytes)
                .ifPresent(
                    report -> {
                      reports.incrementAndGet();
                      pieces.add(report.aim(), report.data(), !report.continued(), 0, results);
                      results.clear();
                    }));
    assertTrue(reports.get() > 10_000);
  }

  @Test
  void keysMakeCodes() {
    for (String code : List.of("6901234567892", "AbC-12/x+y", "]d2010690123456789210A\u001D21x")) {
      byte[] events = KeyEvents.typed(code);
      List<ScanResult> results = new KeyEvents().accept(events, events.length, 0);
      assertEquals(1, results.size());
      Scan scan = (Scan) results.getFirst();
      assertEquals(code, scan.aimId().orElse("") + scan.data());
    }
  }

  @Test
  void keysOfAFrenchScannerMakeTheSameCodes() {
    KeyEvents keys = new KeyEvents();
    List<String> codes =
        List.of(
            "6900123", // ^())!@# on the US layout
            "6901234567892",
            "280000000000440343",
            "]C1010690123456789210A-1/b\u001D21x",
            "https://id.gs1.org/01/06901234567892");
    for (String code : codes) {
      byte[] events = KeyEvents.typed(code, KeyLayout.FRENCH, KeyEvents.KEY_ENTER);
      Scan scan = (Scan) keys.accept(events, events.length, 0).getFirst();
      assertEquals(code, scan.aimId().orElse("") + scan.data());
      assertEquals(KeyLayout.FRENCH, keys.layout());
    }
    byte[] us = KeyEvents.typed("6901234567892");
    assertEquals("6901234567892", ((Scan) keys.accept(us, us.length, 0).getFirst()).data());
    assertEquals(KeyLayout.US, keys.layout(), "and back");
  }

  @Test
  void everyKeyOfALayoutTypesItsCharacter() {
    for (KeyLayout layout : KeyLayout.values()) {
      for (char c = ' '; c < 0x7F; c++) {
        char wanted = c;
        layout.stroke(c).ifPresent(stroke -> assertEquals(wanted, layout.character(stroke)));
      }
      for (char c : "0123456789ABCZabcz:/.-]?=%\u001D".toCharArray()) {
        assertTrue(layout.stroke(c).isPresent(), layout + " " + c);
      }
    }
  }

  @Test
  void tabOrAPauseEndsTheCodeOfAKeyboardScanner() {
    KeyEvents tabs = new KeyEvents();
    byte[] two = KeyEvents.typed("42", KeyLayout.US, KeyEvents.KEY_TAB, KeyEvents.KEY_ENTER);
    for (int n = 0; n < 2; n++) {
      assertEquals("42", ((Scan) tabs.accept(two, two.length, 0).getFirst()).data());
    }
    byte[] open = KeyEvents.typed("6901234567892", KeyLayout.US);
    assertEquals(List.of(), tabs.accept(open, open.length, 0));
    assertEquals(List.of(), tabs.quiet(KeyEvents.PAUSE.toNanos() + 1), "its Tab will come");
    KeyEvents none = new KeyEvents();
    assertEquals(List.of(), none.accept(open, open.length, 0));
    assertEquals(List.of(), none.quiet(1), "not yet");
    List<ScanResult> results = none.quiet(KeyEvents.PAUSE.toNanos() + 1);
    assertEquals("6901234567892", ((Scan) results.getFirst()).data());
    byte[] lost = dropped(open, 4, 12);
    assertEquals(List.of(), none.accept(lost, lost.length, 0));
    assertEquals(List.of(), none.quiet(KeyEvents.PAUSE.toNanos() + 1), "keys are missing");
  }

  @Test
  void aKeyThatIsHeldForEverSpoilsOneCode() {
    for (int held :
        new int[] {KeyEvents.KEY_LEFT_SHIFT, KeyEvents.KEY_LEFT_CONTROL, KeyEvents.KEY_RIGHT_ALT}) {
      KeyEvents keys = new KeyEvents();
      ByteBuffer press = ByteBuffer.allocate(KeyEvents.EVENT_BYTES).order(ByteOrder.nativeOrder());
      KeyEvents.put(press, KeyEvents.EV_KEY, held, 1);
      assertEquals(List.of(), keys.accept(press.array(), KeyEvents.EVENT_BYTES, 0));
      byte[] code = KeyEvents.typed("69-0123");
      List<ScanResult> ignored = keys.accept(code, code.length, 1);
      assertEquals("69-0123", ((Scan) keys.accept(code, code.length, 2).getFirst()).data());
    }
  }

  @Test
  void anEndingInsideAFrameIsNoPartOfTheCode() {
    for (String ending : List.of("\r", "\r\n", "\t", "\0")) {
      byte[] data = ("42" + ending).getBytes(StandardCharsets.US_ASCII);
      List<ScanResult> results = new ArrayList<>();
      new ScanPieces().add(new byte[0], data, true, 0, results);
      assertEquals("42", ((Scan) results.getFirst()).data());
    }
  }

  @Test
  void lostKeysNeverMakeAShorterCode() {
    byte[] events = KeyEvents.typed("6901234567892");
    int count = events.length / KeyEvents.EVENT_BYTES;
    for (int from = 0; from < count - 3; from++) { // up to and with the Enter key
      for (int to = from + 1; to <= count; to += 3) {
        List<ScanResult> results = lost(events, from, to);
        for (ScanResult result : results) {
          assertInstanceOf(Unreadable.class, result, from + ".." + to);
        }
      }
    }
  }

  @Test
  void afterLostKeysTheNextCodeIsWhole() {
    KeyEvents keys = new KeyEvents();
    byte[] events = dropped(KeyEvents.typed("6901234567892"), 10, 56);
    assertEquals(List.of(), keys.accept(events, events.length, 0));
    byte[] next = KeyEvents.typed("6921168509256");
    List<ScanResult> results = keys.accept(next, next.length, KeyEvents.PAUSE.toNanos() + 1);
    assertInstanceOf(Unreadable.class, results.get(0));
    assertEquals("6921168509256", ((Scan) results.get(1)).data());
  }

  @Test
  void randomKeyEvents() {
    KeyEvents keys = new KeyEvents();
    AtomicInteger scans = new AtomicInteger();
    byte[] enter = KeyEvents.typed("");
    long[] nanos = {0};
    Fuzz.frames(
        8,
        new byte[][] {KeyEvents.typed("12"), KeyEvents.typed("A"), enter},
        48,
        frame -> {
          nanos[0] += 200_000_000L;
          for (ScanResult r : keys.accept(frame, frame.length, nanos[0])) {
            scans.addAndGet(r instanceof Scan ? 1 : 0);
          }
        });
    assertTrue(scans.get() > 100);
  }

  /** 1,000,000 frames between STX and ETX, split anywhere: the same results. */
  @Test
  @Slow("a million frames, each twice")
  void randomStxEtxFrames() {
    SplittableRandom random = new SplittableRandom(9);
    ScanLines whole = new ScanLines(Framed.BY_STX_ETX);
    ScanLines split = new ScanLines(Framed.BY_STX_ETX);
    int scans = 0;
    for (int i = 0; i < Fuzz.FRAMES; i++) {
      byte[] frame = new byte[random.nextInt(20)];
      for (int b = 0; b < frame.length; b++) {
        frame[b] = (byte) "\u0002\u0003\r0123456789".charAt(random.nextInt(13));
      }
      int cut = random.nextInt(frame.length + 1);
      List<ScanResult> expected = whole.accept(frame, frame.length, i);
      List<ScanResult> actual = new ArrayList<>(split.accept(frame, cut, i));
      byte[] rest = Arrays.copyOfRange(frame, cut, frame.length);
      actual.addAll(split.accept(rest, rest.length, i));
      assertEquals(expected, actual);
      scans += (int) expected.stream().filter(Scan.class::isInstance).count();
    }
    assertTrue(scans > 100_000);
  }

  private static List<ScanResult> lost(byte[] events, int from, int to) {
    byte[] dropped = dropped(events, from, to);
    return new KeyEvents().accept(dropped, dropped.length, 0);
  }

  /** The events with some of them missing and the kernel's word that they are. */
  private static byte[] dropped(byte[] events, int from, int to) {
    int size = KeyEvents.EVENT_BYTES;
    ByteBuffer out = ByteBuffer.allocate(events.length + 2 * size).order(ByteOrder.nativeOrder());
    out.put(events, 0, from * size);
    KeyEvents.put(out, KeyEvents.EV_SYN, KeyEvents.SYN_DROPPED, 0);
    KeyEvents.put(out, KeyEvents.EV_SYN, KeyEvents.SYN_REPORT, 0);
    out.put(events, to * size, events.length - to * size);
    return Arrays.copyOf(out.array(), out.position());
  }

  private static SsiPacket decodeData(String code, int status) {
    byte[] text = code.getBytes(StandardCharsets.US_ASCII);
    byte[] data = new byte[text.length + 1];
    data[0] = 0x0B;
    System.arraycopy(text, 0, data, 1, text.length);
    return new SsiPacket(SsiPacket.DECODE_DATA, false, status, data);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
