package org.facepay.peripherals.rfid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.facepay.peripherals.Fuzz;
import org.facepay.peripherals.link.Binding;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Fault;
import org.facepay.peripherals.link.FrameBuffer;
import org.facepay.peripherals.link.SerialLink;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.link.TcpLink;
import org.facepay.tags.NeedsNatives;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@NeedsNatives
class RfidTest {
  /** What every tag reader does. */
  abstract static class Contract {
    private static final Duration LOOK = Duration.ofMillis(300);
    RfidSimulator simulator;
    private RFIDScanner scanner;

    abstract RFIDScanner open() throws Exception;

    @BeforeEach
    void openScanner() throws Exception {
      scanner = open();
      assertTrue(!scanner.checkHealth().english().isEmpty());
    }

    @AfterEach
    void close() throws Exception {
      scanner.close();
      scanner.close();
      simulator.close();
    }

    @Test
    void seesTheTagsBeforeIt() throws Exception {
      assertEquals(Set.of(), scanner.readTags(LOOK));
      Set<String> epcs = new LinkedHashSet<>();
      for (int i = 0; i < 30; i++) {
        epcs.add("3034257BF7194E400000%04X".formatted(i));
      }
      simulator.tags(epcs);
      assertEquals(epcs, seen());
      simulator.tags(Set.of("E200"));
      assertEquals(Set.of("E200"), seen());
    }

    @Test
    void splitAnswersAreWhole() throws Exception {
      simulator.tags(Set.of("3034257BF7194E4000000001"));
      simulator.peer().inflict(Fault.SPLIT_FRAMES);
      assertEquals(Set.of("3034257BF7194E4000000001"), seen());
    }

    @Test
    void damagedAnswersAreNeverOtherTags() throws Exception {
      simulator.tags(Set.of("3034257BF7194E4000000001"));
      simulator.peer().inflict(Fault.BAD_CHECKSUM);
      try {
        assertTrue(Set.of("3034257BF7194E4000000001").containsAll(seen()));
      } catch (DeviceException e) {
        assertTrue(e.reason().contains("answer") || e.reason().contains("damaged"), e.reason());
      }
    }

    @Test
    void silenceAndUnpluggingAreFaults() throws Exception {
      simulator.peer().inflict(Fault.MUTE);
      assertTrue(
          assertThrows(DeviceException.class, scanner::checkHealth).reason().contains("answer"));
      simulator.peer().inflict(Fault.HANG_UP);
      assertThrows(DeviceException.class, () -> scanner.readTags(LOOK));
    }

    private Set<String> seen() throws DeviceException {
      return scanner.readTags(LOOK).stream().map(Tag::epc).collect(Collectors.toSet());
    }
  }

  @Nested
  class Ru5102 extends Contract {
    @TempDir Path folder;

    @Override
    RFIDScanner open() throws Exception {
      simulator = RfidSimulator.ru5102(folder.resolve("reader"));
      return RfidScanners.CATALOGUE
          .named("ru5102")
          .apply(SerialLink.open(simulator.path(), SerialSettings.eightN1(57_600)));
    }
  }

  @Nested
  class Llrp extends Contract {
    @Override
    RFIDScanner open() throws Exception {
      simulator = RfidSimulator.llrp();
      Binding.Tcp to = (Binding.Tcp) Binding.parse("tcp:" + simulator.path());
      return RfidScanners.CATALOGUE
          .named("llrp")
          .apply(TcpLink.open(to.host(), to.port(), Duration.ofSeconds(1)));
    }
  }

  @Test
  void uhfFramesAreAsInTheManualAndEveryDamagedBitIsNoticed() {
    byte[] question = new UhfFrame(0, UhfFrame.INVENTORY, -1, new byte[0]).encode();
    assertEquals("040001db4b", HexFormat.of().formatHex(question));
    byte[] data = HexFormat.of().parseHex("01" + "04" + "E2001122");
    byte[] answer = new UhfFrame(0, UhfFrame.INVENTORY, UhfFrame.DONE, data).encode();
    assertEquals(
        Set.of(new Tag("E2001122")), UhfFrame.answer(answer).orElseThrow().tags().orElseThrow());
    for (int bit = 0; bit < answer.length * 8; bit++) {
      byte[] damaged = answer.clone();
      damaged[bit / 8] ^= (byte) (1 << (bit % 8));
      assertEquals(Optional.empty(), UhfFrame.answer(damaged));
    }
  }

  @Test
  void randomUhfFrames() {
    byte[] data = HexFormat.of().parseHex("02" + "04E2001122" + "020102");
    byte[][] genuine = {
      new UhfFrame(0, 1, 1, data).encode(), new UhfFrame(0, 1, 0xFB, new byte[0]).encode()
    };
    AtomicInteger passed = new AtomicInteger();
    FrameBuffer buffer = new FrameBuffer(UhfFrame.FRAMING, UhfFrame.LARGEST);
    Fuzz.frames(
        13,
        genuine,
        40,
        frame -> {
          UhfFrame.answer(frame).ifPresent(a -> passed.addAndGet(a.tags().isPresent() ? 1 : 1));
          new UhfFrame(0, 1, 1, frame).tags();
          drain(buffer, frame);
        });
    assertTrue(passed.get() > 1000 && passed.get() < 100_000, passed + " passed the checksum");
  }

  @Test
  void randomLlrpMessages() {
    byte[] epc =
        LlrpScanner.parameter(241, HexFormat.of().parseHex("0060" + "3034257BF7194E4000000001"));
    byte[] report =
        new LlrpMessage(LlrpMessage.RO_ACCESS_REPORT, 7, LlrpScanner.parameter(240, epc)).encode();
    assertEquals(
        Set.of(new Tag("3034257BF7194E4000000001")),
        LlrpMessage.decode(report).orElseThrow().tags());
    byte[] shortEpc =
        HexFormat.of().parseHex("8D" + "3034257BF7194E4000000001" + "810001" + "86C9");
    assertEquals(
        Set.of(new Tag("3034257BF7194E4000000001")),
        new LlrpMessage(LlrpMessage.RO_ACCESS_REPORT, 7, LlrpScanner.parameter(240, shortEpc))
            .tags());
    AtomicInteger tags = new AtomicInteger();
    FrameBuffer buffer = new FrameBuffer(LlrpMessage.FRAMING, 256);
    Fuzz.frames(
        14,
        new byte[][] {
          report, new LlrpMessage(32, 1, LlrpScanner.parameter(287, new byte[4])).encode()
        },
        60,
        frame -> {
          Optional<LlrpMessage> message = LlrpMessage.decode(frame);
          message.ifPresent(m -> tags.addAndGet(m.tags().size() + m.status().orElse(0)));
          new LlrpMessage(61, 0, frame).tags();
          drain(buffer, frame);
        });
    assertTrue(tags.get() > 1000);
  }

  private static void drain(FrameBuffer buffer, byte[] bytes) {
    for (int taken = 0; taken < bytes.length; ) {
      taken += buffer.add(bytes, taken, bytes.length - taken);
      for (byte[] f = buffer.next(); f != null; f = buffer.next()) {
        assertTrue(f.length > 0);
      }
    }
  }
}
