package org.facepay.peripherals.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FrameBufferTest {
  @Test
  void cutsFramesOfEveryKind() {
    assertEquals(List.of("a\n", "b\n"), cut(Framing.until('\n'), "a\nb\nc"));
    assertEquals(List.of("<ab>", "<c>"), cut(Framing.between('<', '>'), "xx<ab>>yy<c><d"));
    assertEquals(List.of("9abc", "9def"), cut(Framing.fixed('9', 4), "x9abcx9def9g"));
  }

  @Test
  void noiseCannotHoldUpAFrameBehindIt() {
    FrameBuffer buffer = new FrameBuffer(Framing.until('\n'), 16);
    assertNull(feed(buffer, "x".repeat(500)));
    byte[] frame = feed(buffer, "\n");
    assertTrue(frame != null && frame.length <= 16);
    assertArrayEquals(bytes("ok\n"), feed(buffer, "ok\n"));
  }

  /** However a stream is split, the frames are the same. */
  @Test
  void splittingChangesNothing() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 200_000; i++) {
      byte[] stream = new byte[random.nextInt(60)];
      for (int b = 0; b < stream.length; b++) {
        stream[b] = (byte) "<>ab9\n".charAt(random.nextInt(6));
      }
      Framing framing =
          switch (random.nextInt(3)) {
            case 0 -> Framing.until('\n');
            case 1 -> Framing.between('<', '>');
            default -> Framing.fixed('9', 1 + random.nextInt(8));
          };
      FrameBuffer whole = new FrameBuffer(framing, 64);
      FrameBuffer split = new FrameBuffer(framing, 64);
      int ignored = whole.add(stream, 0, stream.length);
      List<String> expected = drain(whole);
      List<String> actual = new ArrayList<>();
      for (int at = 0; at < stream.length; ) {
        int length = Math.min(stream.length - at, 1 + random.nextInt(9));
        at += split.add(stream, at, length);
        actual.addAll(drain(split));
      }
      assertEquals(expected, actual);
    }
  }

  private static List<String> cut(Framing framing, String stream) {
    FrameBuffer buffer = new FrameBuffer(framing, 64);
    int ignored = buffer.add(bytes(stream), 0, stream.length());
    return drain(buffer);
  }

  private static List<String> drain(FrameBuffer buffer) {
    List<String> frames = new ArrayList<>();
    for (byte[] frame = buffer.next(); frame != null; frame = buffer.next()) {
      frames.add(new String(frame, StandardCharsets.ISO_8859_1));
    }
    return frames;
  }

  private static byte[] feed(FrameBuffer buffer, String text) {
    byte[] bytes = bytes(text);
    byte[] last = null;
    for (int at = 0; at < bytes.length; ) {
      at += buffer.add(bytes, at, bytes.length - at);
      for (byte[] frame = buffer.next(); frame != null; frame = buffer.next()) {
        last = Arrays.copyOf(frame, frame.length);
      }
    }
    return last;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
