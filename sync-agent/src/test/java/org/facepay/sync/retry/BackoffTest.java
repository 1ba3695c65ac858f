package org.facepay.sync.retry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(60));

  @Test
  void doublesUpToTheLongest() {
    long[] millis = {500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000};
    for (int failures = 0; failures < millis.length; failures++) {
      assertEquals(Duration.ofMillis(millis[failures]), backoff.after(failures));
    }
    assertEquals(Duration.ofSeconds(60), backoff.after(Integer.MAX_VALUE));
    Duration day = Duration.ofDays(1);
    assertEquals(day, new Backoff(day, Duration.ofSeconds(1)).after(3));
  }

  @Test
  void isDrawnFromTheUpperThreeQuarters() {
    Random random = new Random(3);
    long least = Long.MAX_VALUE;
    long most = 0;
    for (int n = 0; n < 5_000; n++) {
      long drawn = backoff.jittered(1, random).toMillis();
      least = Math.min(least, drawn);
      most = Math.max(most, drawn);
    }
    assertTrue(least >= 250 && least < 300, "" + least);
    assertTrue(most <= 1_000 && most > 950, "" + most);
  }

  @Test
  void aFirstWaitOfNothingWouldNeverGrow() {
    assertThrows(
        IllegalArgumentException.class, () -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)));
  }
}
