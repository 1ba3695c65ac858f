package org.facepay.terminal.provider.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** HTTP answers as servers and proxies send them, and everything else. */
class AnswerReaderTest {
  private static final String WHOLE =
      "HTTP/1.1 200 OK\r\n"
          + "Content-Type: text/plain\r\n"
          + "Wechatpay-Nonce: n\r\n"
          + "Content-Length: 5\r\n\r\n"
          + "hello";
  private static final String CHUNKED =
      "HTTP/1.1 200 OK\r\n"
          + "Transfer-Encoding: chunked\r\n\r\n"
          + "3\r\n"
          + "hel\r\n"
          + "2;x=y\r\n"
          + "lo\r\n"
          + "0\r\n"
          + "T: 1\r\n\r\n";

  private static AnswerReader.Read read(String text) throws IOException {
    return new AnswerReader(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1))::read)
        .read();
  }

  private static void broken(String text) {
    assertThrows(IOException.class, () -> read(text), text);
  }

  @Test
  void readsEveryFraming() throws Exception {
    for (String text : List.of(WHOLE, CHUNKED)) {
      AnswerReader.Read read = read(text + "HTTP/1.1 500 another\r\n");
      assertEquals("hello", read.answer().text());
      assertTrue(read.reusable());
    }
    assertEquals(Optional.of("n"), read(WHOLE).answer().header("WECHATPAY-NONCE"));
    AnswerReader.Read closing = read("HTTP/1.1 502 Bad\r\nConnection: close\r\n\r\npage");
    assertEquals("page", closing.answer().text());
    assertFalse(closing.reusable());
    assertFalse(read(WHOLE.replace("1.1", "1.0")).reusable());
    assertEquals(204, read("HTTP/1.1 204 None\r\n\r\n").answer().status());
    assertEquals("hello", read("HTTP/1.1 100 Go on\r\n\r\n" + WHOLE).answer().text());
    assertEquals(200, read("HTTP/1.1 200\nContent-Length: 0\n\n").answer().status());
  }

  @Test
  void whatIsDoubtfulIsBroken() {
    for (int cut = 0; cut < WHOLE.length(); cut++) {
      broken(WHOLE.substring(0, cut));
    }
    for (int cut = 0; cut < CHUNKED.length(); cut++) {
      broken(CHUNKED.substring(0, cut));
    }
    broken(WHOLE.replace("Content-Length: 5", "Content-Length: 5\r\nContent-Length: 4"));
    broken(WHOLE.replace("Content-Length: 5", "Content-Length: -5"));
    broken(WHOLE.replace("Content-Length: 5", "Content-Length: 999999999"));
    broken(WHOLE.replace("Content-Type", "Content Type"));
    broken(WHOLE.replace("Content-Type:", " folded"));
    broken(CHUNKED.replace("chunked", "gzip, chunked"));
    broken(CHUNKED.replace("3\r\n", "fffffff\r\n"));
    broken(CHUNKED.replace("hel\r\n", "help\r\n"));
    broken("HTTP/2 200 OK\r\n\r\n");
    broken("HTTP/1.1 101 Switching\r\n\r\n");
    broken("HTTP/1.1 100 Go on\r\n\r\n".repeat(20) + WHOLE);
    broken("HTTP/1.1 200 OK\r\nX: " + "y".repeat(70_000));
    broken("HTTP/1.1 200 OK\r\n\r\n" + "y".repeat(300_000));
  }

  @Test
  void noBytesMakeItThrowAnythingElse() {
    Random random = new Random(17);
    int read = 0;
    for (int i = 0; i < 30_000; i++) {
      StringBuilder text = new StringBuilder(i % 2 == 0 ? WHOLE : CHUNKED);
      for (int n = random.nextInt(4); n >= 0; n--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, (char) random.nextInt(256));
          case 1 -> text.insert(at, (char) random.nextInt(256));
          default -> text.deleteCharAt(at);
        }
      }
      try {
        assertTrue(read(text.toString()).answer().body().length <= AnswerReader.MOST_BODY);
        read++;
      } catch (IOException e) {
        assertTrue(e.getMessage() != null);
      }
    }
    assertTrue(read > 3_000, "read " + read);
  }
}
