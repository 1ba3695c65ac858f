package org.facepay.sync.uplink;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.facepay.sync.uplink.Doorbell.Pause;
import org.junit.jupiter.api.Test;

class DoorbellTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(50);

  private final Doorbell bell = new Doorbell();

  private Duration waited(Pause pause) {
    long start = System.nanoTime();
    bell.await(pause);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Test
  void aRingEndsAWaitOnceAndAFirmOneNever() {
    bell.ring();
    assertTrue(waited(new Pause(LONG, false)).compareTo(LONG) < 0);
    assertTrue(waited(new Pause(SHORT, false)).compareTo(SHORT) >= 0, "it was rung for once");
    bell.ring();
    assertTrue(waited(new Pause(SHORT, true)).compareTo(SHORT) >= 0);
    Thread.ofVirtual().start(bell::ring);
    assertTrue(waited(new Pause(LONG, false)).compareTo(LONG) < 0);
  }

  @Test
  void closingAndAnInterruptEndEveryWait() {
    assertFalse(bell.closed());
    bell.close();
    assertTrue(bell.closed());
    assertTrue(waited(new Pause(LONG, true)).compareTo(LONG) < 0);
    Doorbell other = new Doorbell();
    Thread.currentThread().interrupt();
    other.await(new Pause(LONG, true));
    assertTrue(other.closed());
  }
}
