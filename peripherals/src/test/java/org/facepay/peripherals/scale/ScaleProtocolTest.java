package org.facepay.peripherals.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.facepay.peripherals.Fuzz;
import org.facepay.peripherals.link.FrameBuffer;
import org.facepay.peripherals.scale.NotWeighed.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  })
  void refusesWhatLostACharacterOrMeansSomethingElse(String driver, String text) {
    assertEquals(Optional.empty(), decode(driver, bytes(text)));
  }

  @Test
  void casBlockIsCheckedByItsSum() {
    byte[] frame = new CasPd2().encode(new Weight(1_234_000, true));
    assertEquals("S  1.234kg", new String(frame, 2, 10, StandardCharsets.US_ASCII));
    assertEquals(Optional.of(new Weight(1_234_000, true)), new CasPd2().decode(frame));
    for (int i = 0; i < frame.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] damaged = frame.clone();
        damaged[i] ^= (byte) (1 << bit);
        assertEquals(Optional.empty(), new CasPd2().decode(damaged), "byte " + i);
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
  @ValueSource(strings = {"toledo-8217", "mt-sics", "cas-pd2", "cas-22", "dibal"})
  void everyWeightAndReasonComesBack(String driver) {
    ScaleProtocol protocol = Scales.protocol(driver);
    for (int grams = 0; grams <= 15_000; grams++) {
      Weight weight = new Weight(grams * 1000L, true);
      assertEquals(Optional.of(weight), protocol.decode(protocol.encode(weight)));
    }
    for (Reason reason : new Reason[] {Reason.OVERLOAD, Reason.UNDERLOAD}) {
      Optional<ScaleReading> back = protocol.decode(protocol.encode(new NotWeighed(reason)));
      assertEquals(Optional.of(new NotWeighed(reason)), back);
    }
  }

  /** A million frames each: nothing throws, and a weight is only ever what the bytes spell. */
  @ParameterizedTest
  @ValueSource(strings = {"toledo-8217", "mt-sics", "cas-pd2", "cas-22", "dibal"})
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

  private static Optional<ScaleReading> decode(String driver, byte[] frame) {
    return Scales.protocol(driver).decode(frame);
  }

  /** {@code ^} STX, {@code ~} CR, {@code $} LF. */
  private static byte[] bytes(String text) {
    return text.replace('^', '\u0002')
        .replace('~', '\r')
        .replace('$', '\n')
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
