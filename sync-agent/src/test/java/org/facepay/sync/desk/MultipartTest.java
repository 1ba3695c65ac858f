package org.facepay.sync.desk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A form with a file in it, as browsers send it and as nobody should. */
class MultipartTest {
  private static final String TYPE = "multipart/form-data; boundary=----X9";

  private static Request request(String type, byte[] body) {
    return new Request("POST", "/", "", Map.of("content-type", type), body);
  }

  private static Optional<Multipart> of(String type, String body) {
    return Multipart.of(request(type, body.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static final String FORM =
      "------X9\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\nsecret\r\n"
          + "------X9\r\nContent-Disposition: form-data; name=\"list\"; filename=\"g.tsv\"\r\n"
          + "Content-Type: text/plain\r\n\r\na\tb\r\n\0\u00ff\r\n\r\n------X9--\r\n";

  @Test
  void fieldsAndFilesAreAsTheyWereSent() {
    Multipart form = of(TYPE, FORM).orElseThrow();
    assertEquals(Map.of("form", "secret"), form.fields());
    assertArrayEquals(
        "a\tb\r\n\0\u00ff\r\n".getBytes(StandardCharsets.ISO_8859_1), form.files().get("list"));
    assertEquals("Multipart[REDACTED]", form.toString());
    assertEquals(
        1, of("multipart/form-data; boundary=\"----X9\"", FORM).orElseThrow().files().size());
  }

  @Test
  void whatIsNoneIsNone() {
    assertTrue(of("application/x-www-form-urlencoded", FORM).isEmpty());
    assertTrue(of("multipart/form-data", FORM).isEmpty());
    Multipart cut = of(TYPE, FORM.substring(0, FORM.length() - 30)).orElseThrow();
    assertTrue(cut.files().isEmpty(), "a file that was cut off is none");
    assertTrue(of(TYPE, "").orElseThrow().fields().isEmpty());
  }

  @Test
  void aMarkInsideALineEndsNothing() {
    String body = FORM.replace("a\tb", "a------X9\tb");
    assertTrue(
        new String(of(TYPE, body).orElseThrow().files().get("list"), StandardCharsets.ISO_8859_1)
            .startsWith("a------X9"));
  }

  @Test
  void anythingCanBeSent() {
    Random random = new Random(11);
    byte[] good = FORM.getBytes(StandardCharsets.ISO_8859_1);
    for (int n = 0; n < 20_000; n++) {
      byte[] body = good.clone();
      for (int changes = random.nextInt(6); changes >= 0; changes--) {
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      }
      Multipart form = Multipart.of(request(TYPE, body)).orElseThrow();
      assertTrue(form.fields().size() + form.files().size() <= 2);
    }
  }
}
