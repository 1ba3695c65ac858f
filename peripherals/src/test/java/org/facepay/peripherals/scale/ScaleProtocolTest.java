package org.facepay.peripherals.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.facepay.peripherals.Fuzz;
import org.facepay.peripherals.link.FrameBuffer;
import org.facepay.peripherals.scale.NotWeighed.Reason;
import org.facepay.tags.Slow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The protocols as bytes, without a line. */
class ScaleProtocolTest {
  @ParameterizedTest
  @CsvSource({
    "toledo-8217, ^00846~, 846000, true",
    "toledo-8217, ^00.846~, 846000, true",
    "toledo-8217, ^12.345N~, 12345000, true",
    "mt-sics, S S     100.00 g~$, 100000, true",
    "mt-sics, S D      0.846 kg~$, 846000, false",
    "mt-sics, S S          0 g~$, 0, true",
    "'cas-22', 'ST,GS,1@,   0.846 kg~$', 846000, true",
    "'cas-22', 'US,NT,1@,  12.000 kg~$', 12000000, false",
    "a-and-d, 'ST,+0000.846 kg~$', 846000, true",
    "a-and-d, 'US,+00012.34  g~$', 12340, false",
    "a-and-d, 'ST,-0000.000 kg~$', 0, true",
    "sma, '$ 1G       0.846kg ~', 846000, true",
    "sma, '$Z1N       0.000kg ~', 0, true",
    "sma, '$ 1GM      12.34kg ~', 12340000, false",
    "sma, '$ 1G         846g  ~', 846000, true",
    "nci, '$  0.846kg~$00~|', 846000, true",
    "nci, '$ 12.345KG~$1p0~|', 12345000, false",
    "nci, '$    846g~$20~|', 846000, true",
    "dialog06, '^02%3%00846%000001%000000|', 846000, true",
    "dialog06, '^02%3%12345%00001%000000|', 12345000, true",
    "dialog06, '^09%30|', 0, true",
  })
  void readsWeightsAsTheManualsShowThem(
      String driver, String text, long milligrams, boolean stable) {
    assertEquals(Optional.of(new Weight(milligrams, stable)), decode(driver, bytes(text)));
  }

  @ParameterizedTest
  @CsvSource({
    "toledo-8217, ^?A~, MOTION",
    "toledo-8217, ^?B~, OVERLOAD",
    "toledo-8217, ^?D~, UNDERLOAD",
    "toledo-8217, ^?@~, FAULT",
    "mt-sics, S I~$, FAULT",
    "mt-sics, S +~$, OVERLOAD",
    "mt-sics, S -~$, UNDERLOAD",
    "mt-sics, S S     -0.100 kg~$, UNDERLOAD",
    "'cas-22', 'OL,GS,1@,   0.000 kg~$', OVERLOAD",
    "'cas-22', 'ST,GS,1@,-  0.100 kg~$', UNDERLOAD",
    "a-and-d, 'OL,+9999999E+19~$', OVERLOAD",
    "a-and-d, 'OL,-9999999E+19~$', UNDERLOAD",
    "a-and-d, 'ST,-0000.100 kg~$', UNDERLOAD",
    "sma, '$O1G      15.010kg ~', OVERLOAD",
    "sma, '$U1G      -0.100kg ~', UNDERLOAD",
    "sma, '$ 1G      -0.100kg ~', UNDERLOAD",
    "sma, '$E1G       0.000kg ~', FAULT",
    "nci, '$02~|', OVERLOAD",
    "nci, '$01~|', UNDERLOAD",
    "nci, '$ -0.100kg~$00~|', UNDERLOAD",
    "nci, '$10~|', MOTION",
    "nci, '$00~|', FAULT",
    "nci, '$  0.846kg~$08~|', FAULT",
    "nci, '$  0.846kg~$0p8~|', FAULT",
    "dialog06, '^09%20|', MOTION",
    "dialog06, '^09%22|', MOTION",
    "dialog06, '^09%31|', UNDERLOAD",
    "dialog06, '^09%32|', OVERLOAD",
    "dialog06, '^09%11|', FAULT",
    "dialog06, '^09%21|', FAULT",
  })
  void readsWhyThereIsNoWeight(String driver, String text, Reason reason) {
    assertEquals(Optional.of(new NotWeighed(reason)), decode(driver, bytes(text)));
  }

  @ParameterizedTest
  @CsvSource({
    "toledo-8217, ^0846~", // a digit lost
    "toledo-8217, ^000846~",
    "toledo-8217, ^ 0846~",
    "toledo-8217, ^0.0846~",
    "toledo-8217, ^?\u00c1~",
    "mt-sics, S S    100.00 g~$",
    "mt-sics, S S     100.00 t~$",
    "mt-sics, ES~$",
    "mt-sics, S S     1 0.00 g~$",
    "'cas-22', 'ST,GS,1@,  0.846 kg~$'",
    "'cas-22', 'ST,GS,1@,   0.846 lb~$'",
    "'cas-22', 'ST,XX,1@,   0.846 kg~$'",
    "dibal, 990008460000005~$",
    "toledo-8217, ^01.25~", // pounds
    "toledo-8217, ^1.250~",
    "toledo-8217, ^012.50~",
    "toledo-8217, ^0.1250~",
    "toledo-8217, ^01.25N~",
    "toledo-8217, ^.0125~",
    "dibal, 99001.25000000?~$",
    "'cas-22', 'ST,GS,1@,    1250 kg~$'",
    "a-and-d, 'ST,+0001.250 lb~$'",
    "a-and-d, 'ST,+0001.250 oz~$'",
    "a-and-d, 'ST,+    1.25 kg~$'",
    "a-and-d, 'ST,+000.846 kg~$'",
    "a-and-d, 'QT,+00000012 PC~$'",
    "a-and-d, 'OL,+0000.846 kg~$'",
    "sma, '$ 1G        1.25lb ~'",
    "sma, '$ 1T       0.846kg ~'",
    "sma, '$ 1g      0.8461kg ~'",
    "sma, '$ 1G      0.846kg ~'",
    "sma, '$?~'",
    "nci, '$   1.25lb~$00~|'",
    "nci, '$   1.25LB~$00~|'",
    "nci, '$   1.25oz~$00~|'",
    "nci, '$  1lb 2.3oz~$00~|'",
    "nci, '$ 0.846kg~$00~|'",
    "nci, '$  0.846g~$00~|'",
    "nci, '$    846kg~$00~|'",
    "nci, '$?~|'",
    "dialog06, '^02%1%00125%000001%000000|'",
    "dialog06, '^02%3%0125%000001%000000|'",
    "dialog06, '^02%3%01.25%000001%000000|'",
    "dialog06, '^11%2FFFF|'",
  })
  void refusesWhatLostACharacterOrMeansSomethingElse(String driver, String text) {
    assertEquals(Optional.empty(), decode(driver, bytes(text)));
  }

  @ParameterizedTest
  @CsvSource({
    "a-and-d-lb, 'ST,+0001.250 lb~$', 566990",
    "a-and-d-lb, 'ST,+0004.000 oz~$', 113398",
    "sma-lb, '$ 1G        1.25lb ~', 566990",
    "sma-lb, '$ 1G         1.0oz ~', 28350",
    "nci-lb, '$   1.25LB~$00~|', 566990",
    "nci-lb, '$   16.0oz~$00~|', 453592",
    "mt-sics-lb, S S       1.25 lb~$, 566990",
    "cas-22-lb, 'ST,GS,1@,   1.250 lb~$', 566990",
  })
  void readsPoundsAndOuncesWhereTheyAreConfigured(String driver, String text, long milligrams) {
    assertEquals(Optional.of(new Weight(milligrams, true)), decode(driver, bytes(text)));
    String kilograms = text.replaceAll("(?i)lb|oz", "kg");
    assertEquals(Optional.empty(), decode(driver, bytes(kilograms)), "and no kilograms then");
  }

  @Test
  void casBlockIsCheckedByItsSum() {
    byte[] frame = new CasPd2(Units.METRIC).encode(new Weight(1_234_000, true));
    assertEquals("S  1.234kg", new String(frame, 2, 10, StandardCharsets.US_ASCII));
    assertEquals(Optional.of(new Weight(1_234_000, true)), new CasPd2(Units.METRIC).decode(frame));
    for (int i = 0; i < frame.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] damaged = frame.clone();
        damaged[i] ^= (byte) (1 << bit);
        assertEquals(Optional.empty(), new CasPd2(Units.METRIC).decode(damaged), "byte " + i);
      }
    }
  }

  @Test
  void dibalFramesMayHoldALineEndAsTheirSum() {
    AtomicInteger lineEnds = new AtomicInteger();
    for (int grams = 0; grams < 2000; grams++) {
      byte[] frame = new Dibal().encode(new Weight(grams * 1000L, true));
      lineEnds.addAndGet(frame[14] == '\r' || frame[14] == '\n' ? 1 : 0);
      FrameBuffer buffer = new FrameBuffer(new Dibal().framing(), 64);
      int ignored = buffer.add(frame, 0, frame.length);
      assertEquals(Optional.of(new Weight(grams * 1000L, true)), new Dibal().decode(buffer.next()));
    }
    assertTrue(lineEnds.get() > 50);
  }

  @ParameterizedTest
  @MethodSource("drivers")
  void everyWeightAndReasonComesBack(String driver) {
    ScaleProtocol protocol = Scales.protocol(driver);
    // A thousandth of a pound is half a gram.
    long tolerance = driver.endsWith(Scales.POUNDS) ? 227 : 0;
    for (int grams = 0; grams <= 15_000; grams++) {
      Weight weight = new Weight(grams * 1000L, true);
      Weight back = (Weight) protocol.decode(protocol.encode(weight)).orElseThrow();
      assertEquals(weight.milligrams(), back.milligrams(), tolerance);
      assertTrue(back.stable());
    }
    for (Reason reason : new Reason[] {Reason.OVERLOAD, Reason.UNDERLOAD}) {
      Optional<ScaleReading> back = protocol.decode(protocol.encode(new NotWeighed(reason)));
      assertEquals(Optional.of(new NotWeighed(reason)), back);
    }
  }

  /** A million frames each: nothing throws, and a weight is only ever what the bytes spell. */
  @ParameterizedTest
  @MethodSource("drivers")
  @Slow("a million frames for each driver")
  void randomFrames(String driver) {
    ScaleProtocol protocol = Scales.protocol(driver);
    byte[][] genuine = {
      protocol.encode(new Weight(846_000, true)),
      protocol.encode(new Weight(12_345_000, false)),
      protocol.encode(new NotWeighed(Reason.OVERLOAD)),
      protocol.encode(new NotWeighed(Reason.UNDERLOAD)),
    };
    AtomicInteger weights = new AtomicInteger();
    FrameBuffer buffer = new FrameBuffer(protocol.framing(), 64);
    Fuzz.frames(
        4,
        genuine,
        40,
        frame -> {
          protocol.decode(frame).ifPresent(r -> weights.incrementAndGet());
          int taken = 0;
          while (taken < frame.length) {
            taken += buffer.add(frame, taken, frame.length - taken);
            for (byte[] whole = buffer.next(); whole != null; whole = buffer.next()) {
              assertTrue(whole.length > 0);
            }
          }
        });
    assertTrue(weights.get() > 1000, weights + " decoded");
    if (protocol.manner().checked()) {
      assertTrue(weights.get() < 200_000, weights + " passed a checksum");
    }
  }

  /** All there are. */
  static List<String> drivers() {
    return Scales.names();
  }

  private static Optional<ScaleReading> decode(String driver, byte[] frame) {
    return Scales.protocol(driver).decode(frame);
  }

  /** {@code ^} STX, {@code |} ETX, {@code ~} CR, {@code $} LF, {@code %} ESC. */
  private static byte[] bytes(String text) {
    return text.replace('^', '\u0002')
        .replace('~', '\r')
        .replace('$', '\n')
        .replace('|', '\u0003')
        .replace('%', '\u001b')
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
