package org.facepay.peripherals.modbus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.facepay.peripherals.Fuzz;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.FrameBuffer;
import org.facepay.peripherals.link.ScriptedLink;
import org.junit.jupiter.api.Test;

class ModbusTest {
  private static final Duration ANSWER = Duration.ofMillis(20);

  @Test
  void framesAreAsInTheSpecification() {
    assertEquals(
        "110300 6b 0003 7687".replace(" ", ""), hex(RtuFrame.question(0x11, 3, 0x6B, 3).encode()));
    RtuFrame answer =
        RtuFrame.decode(HexFormat.of().parseHex("110306ae415652434049ad")).orElseThrow();
    assertEquals(0xAE41, answer.word(1));
  }

  @Test
  void everyDamagedBitIsNoticed() {
    byte[] frame = HexFormat.of().parseHex("110306ae415652434049ad");
    for (int bit = 0; bit < frame.length * 8; bit++) {
      byte[] damaged = frame.clone();
      damaged[bit / 8] ^= (byte) (1 << (bit % 8));
      assertEquals(Optional.empty(), RtuFrame.decode(damaged));
    }
  }

  @Test
  void readsRegistersAndAsksAgainOnce() throws Exception {
    ScriptedLink link =
        new ScriptedLink()
            .on("1103006b00037687", "1103 06ae 4156 5243 4049 ae")
            .on("1103006b00037687", "1103 06ae 4156 5243 4049 ad");
    assertArrayEquals(
        new int[] {0xAE41, 0x5652, 0x4340},
        new ModbusMaster(link, ANSWER).registers(0x11, 3, 0x6B, 3));
    assertTrue(link.finished());
  }

  @Test
  void tellsWhatAUnitRefuses() {
    byte[] refusal = new RtuFrame(0x11, 0x83, new byte[] {2}).encode();
    ScriptedLink link = new ScriptedLink().on("1103006b00037687", hex(refusal));
    assertTrue(fault(link).contains("no such register"));
    assertTrue(
        fault(new ScriptedLink().on("1103006b00037687", "").on("1103006b00037687", ""))
            .contains("unit 17 does not answer"));
    byte[] other = new RtuFrame(0x12, 3, new byte[] {6, 0, 0, 0, 0, 0, 0}).encode();
    assertTrue(
        fault(
                new ScriptedLink()
                    .on("1103006b00037687", hex(other))
                    .on("1103006b00037687", hex(other)))
            .contains("damaged"));
  }

  @Test
  void randomFrames() {
    AtomicInteger passed = new AtomicInteger();
    FrameBuffer buffer = new FrameBuffer(RtuFrame.ANSWERS, RtuFrame.LARGEST);
    byte[][] genuine = {
      HexFormat.of().parseHex("1103006b00037687"), HexFormat.of().parseHex("110306ae415652434049ad")
    };
    Fuzz.frames(
        11,
        genuine,
        40,
        frame -> {
          passed.addAndGet(RtuFrame.decode(frame).isPresent() ? 1 : 0);
          for (int taken = 0; taken < frame.length; ) {
            taken += buffer.add(frame, taken, frame.length - taken);
            for (byte[] f = buffer.next(); f != null; f = buffer.next()) {
              assertTrue(f.length >= 5);
            }
          }
        });
    assertTrue(passed.get() > 1000 && passed.get() < 100_000, passed + " passed the checksum");
  }

  private static String fault(ScriptedLink link) {
    return assertThrows(
            DeviceException.class, () -> new ModbusMaster(link, ANSWER).registers(0x11, 3, 0x6B, 3))
        .reason();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
