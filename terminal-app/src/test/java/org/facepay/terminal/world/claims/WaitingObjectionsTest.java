package org.facepay.terminal.world.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a collector may say, and whatever else comes from there. */
class WaitingObjectionsTest {
  @Test
  void whatIsObjectedToIsReadAndItsNumberIsItsOwn() throws Exception {
    String body =
        """
        {"objections":[{"saleId":"K3_7F3K_V1_1","line":2,"why":"WRONG_NUMBER","at":"2026-12-01T10:00:00Z"}]}""";
    Objection read = WaitingObjections.read(body).getFirst();
    assertEquals(new Objection("K3_7F3K_V1_1", 2, Objection.Why.WRONG_NUMBER), read);
    assertEquals("K3_7F3K_V1_1_R02", read.number());
    assertEquals("V1", Objection.visit(read.sale()));
    assertEquals("", Objection.visit("K3_1"));
  }

  @Test
  void whatMakesNoSenseIsPassedOver() throws Exception {
    for (String body :
        List.of(
            "",
            "[]",
            "null",
            "{\"objections\":{}}",
            "{\"objections\":[{\"saleId\":\"a b\",\"line\":1,\"why\":\"NOT_TAKEN\"}]}",
            "{\"objections\":[{\"saleId\":\"a\",\"line\":0,\"why\":\"NOT_TAKEN\"}]}",
            "{\"objections\":[{\"saleId\":\"a\",\"line\":\"1\",\"why\":\"NOT_TAKEN\"}]}",
            "{\"objections\":[{\"saleId\":\"a\",\"line\":1,\"why\":\"ALL\"},7,null]}")) {
      assertEquals(List.of(), WaitingObjections.read(body), body);
    }
    Random random = new Random(8);
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = new byte[random.nextInt(80)];
      random.nextBytes(bytes);
      try {
        assertEquals(
            List.of(), WaitingObjections.read(new String(bytes, StandardCharsets.ISO_8859_1)));
      } catch (IOException e) {
        assertFalse(e.toString().isEmpty());
      }
    }
  }
}
