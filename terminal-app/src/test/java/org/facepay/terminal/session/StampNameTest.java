package org.facepay.terminal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class StampNameTest {
  @Test
  void aStampOfBeforeKeepsTheNumberItsOrderWasSentUnder() {
    assertEquals("20419", StampName.of(20_419));
    assertEquals("20419", StampName.spoken(20_419));
  }

  @Test
  void isShortEnoughForAnOrderNumberAndNeverTwiceTheSame() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      long stamp = random.nextLong(10_000_000L, 1L << 50);
      String name = StampName.of(stamp);
      assertTrue(name.matches("[0-9A-HJKMNP-TV-Z]{5,10}"), name);
      assertEquals(stamp, Long.parseLong(decoded(name), 32));
      assertNotEquals(name, StampName.of(stamp + 1));
      assertEquals(name, StampName.spoken(stamp).replace(" ", ""));
      assertTrue(StampName.spoken(stamp).matches("[0-9A-Z]{4}( [0-9A-Z]{4})*( [0-9A-Z]{1,4})?"));
    }
  }

  /** Crockford's letters as Java's digits of base 32. */
  private static String decoded(String name) {
    StringBuilder digits = new StringBuilder();
    for (char c : name.toCharArray()) {
      digits.append(Character.forDigit("0123456789ABCDEFGHJKMNPQRSTVWXYZ".indexOf(c), 32));
    }
    return digits.toString();
  }
}
