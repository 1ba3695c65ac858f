package org.facepay.sync.uplink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.facepay.sync.journal.Outgoing;
import org.facepay.sync.journal.Steps;
import org.facepay.tags.Slow;
import org.junit.jupiter.api.Test;

class CloudEventsTest {
  private static final List<Outgoing> ROWS =
      List.of(
          Steps.outgoing("sale-1", "{\"name\":\"农夫山泉 \\\"550ml\\\"\",\"totalMinor\":1290}"),
          Steps.outgoing("sale-2", "{\"exact\":12345678901234567890.10,\"tiny\":1E-400}"),
          Steps.outgoing("sale-3", "null"));

  @Test
  void whatIsEncodedIsDecodedToTheSameBytes() throws Exception {
    CloudEvents.Batch batch = CloudEvents.decode(CloudEvents.encode("urn:t", ROWS));
    assertEquals(List.of(), batch.rejected());
    assertEquals(3, batch.events().size());
    for (int i = 0; i < 3; i++) {
      CloudEvents.Received event = batch.events().get(i);
      assertEquals("urn:t", event.source());
      assertEquals(ROWS.get(i).id(), event.id());
      assertEquals(ROWS.get(i).type(), event.type());
      assertEquals(ROWS.get(i).at(), event.at());
      assertArrayEquals(ROWS.get(i).data(), event.data());
    }
  }

  @Test
  void eventsThatAreNotWholeAreRejectedOneByOne() throws Exception {
    String good =
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"time\":\"2026-01-01T00:00:00Z\",\"data\":{}}";
    String batch =
        String.join(
            ",",
            good,
            good.replace("1.0", "0.3").replace("\"1\"", "\"x\""),
            good.replace("\"1\"", "\"\""),
            good.replace("\"1\"", "\"" + "i".repeat(201) + "\""),
            good.replace("\"1\"", "{}"),
            good.replace("\"s\"", "null"),
            good.replace("\"t\"", "[]"),
            good.replace("2026", "yesterday"),
            good.replace("data", "date"),
            "17",
            "[]",
            "null",
            good.replace("\"1\"", "2"));
    CloudEvents.Batch read =
        CloudEvents.decode(("[" + batch + "]").getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of("1"), read.events().stream().map(CloudEvents.Received::id).toList());
    assertEquals(
        List.of(
            "specversion",
            "id",
            "id",
            "id",
            "source",
            "type",
            "time",
            "data",
            "specversion",
            "specversion",
            "specversion",
            "id"),
        read.rejected().stream().map(CloudEvents.Rejected::code).toList());
  }

  @Test
  void whatIsNoArrayIsMalformed() {
    for (String body :
        List.of(
            "",
            " ",
            "{}",
            "7",
            "null",
            "[",
            "[}",
            "[] []",
            "\u0000",
            "<html>",
            "[".repeat(100_000))) {
      assertThrows(
          CloudEvents.MalformedBatchException.class,
          () -> CloudEvents.decode(body.getBytes(StandardCharsets.UTF_8)),
          body);
    }
  }

  @Test
  @Slow("decodes 110,000 damaged batches")
  void noBytesMakeTheDecoderThrowAnythingElse() {
    Random random = new Random(7);
    byte[] whole = CloudEvents.encode("urn:t", ROWS);
    int understood = 0;
    for (int i = 0; i < 110_000; i++) {
      try {
        CloudEvents.Batch batch = CloudEvents.decode(mutated(random, whole));
        understood++;
        assertTrue(batch.events().size() + batch.rejected().size() <= 100);
      } catch (CloudEvents.MalformedBatchException e) {
        assertFalse(String.valueOf(e.getMessage()).isEmpty());
      }
    }
    assertTrue(understood > 5_000, "the mutations are too coarse: " + understood);
  }

  private static byte[] mutated(Random random, byte[] whole) {
    return switch (random.nextInt(4)) {
      case 0 -> {
        byte[] noise = new byte[random.nextInt(64)];
        random.nextBytes(noise);
        yield noise;
      }
      case 1 -> Arrays.copyOf(whole, random.nextInt(whole.length));
      case 2 -> {
        byte[] hurt = whole.clone();
        hurt[random.nextInt(hurt.length)] = (byte) random.nextInt(256);
        yield hurt;
      }
      default -> {
        byte[] hurt = whole.clone();
        int from = random.nextInt(hurt.length);
        int to = from + random.nextInt(hurt.length - from);
        System.arraycopy(
            whole, random.nextInt(whole.length - (to - from) + 1), hurt, from, to - from);
        yield hurt;
      }
    };
  }
}
