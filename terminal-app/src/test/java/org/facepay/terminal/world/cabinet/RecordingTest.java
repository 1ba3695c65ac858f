package org.facepay.terminal.world.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.facepay.terminal.settlement.engine.Trace;
import org.facepay.terminal.world.cabinet.Recording.Sample;
import org.junit.jupiter.api.Test;

/** What is weighed in a visit, with a little of what was before it. */
class RecordingTest {
  private final Recording recording = new Recording(2);

  private boolean add(long atMs) {
    return recording.add(0, new Sample(atMs, 100, 200));
  }

  @Test
  void aVisitBeginsWithThreeSecondsOfBefore() {
    for (long t = 0; t < 10_000; t += 100) {
      assertFalse(add(t), "nobody is there");
    }
    recording.start(10_000);
    assertTrue(add(10_100));
    recording.opened(11_000);
    recording.closed(12_000);
    Trace trace = recording.trace(recording.closedMs());
    assertEquals(7_000, recording.startedMs());
    assertEquals(4_000, trace.openMs());
    assertEquals(5_000, trace.closedMs());
    assertEquals(31, trace.shelves().getFirst().atMs().length);
    assertEquals(0, trace.shelves().getLast().atMs().length);
  }

  @Test
  void aDoorThatOpensAgainWasNotClosed() {
    recording.start(0);
    recording.opened(1_000);
    recording.closed(2_000);
    recording.closed(2_500);
    assertEquals(2_000, recording.closedMs());
    recording.opened(3_000);
    assertFalse(recording.closed());
    recording.closed(4_000);
    assertEquals(1_000, recording.trace(4_000).openMs() + recording.startedMs());
  }

  @Test
  void aDoorThatIsOpenForHoursIsReadLessOften() {
    recording.start(0);
    recording.opened(0);
    int kept = 0;
    for (long t = 0; t < 40_000; t++) {
      kept += add(t) ? 1 : 0;
    }
    assertEquals(22_000, kept);
    recording.closed(40_000);
    assertTrue(add(40_001), "how it rests is read in full");
  }

  @Test
  void nothingIsLeftOfAVisitThatHasEnded() {
    recording.start(0);
    assertTrue(add(1));
    recording.closed(2);
    recording.stop();
    assertFalse(recording.running());
    assertFalse(add(2));
    recording.start(3);
    assertEquals(1, recording.trace(3).shelves().getFirst().atMs().length);
  }
}
