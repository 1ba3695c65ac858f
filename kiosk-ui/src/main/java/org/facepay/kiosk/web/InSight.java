package org.facepay.kiosk.web;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facepay.kiosk.screen.Snapshot;

/**
 * What one page has had in sight and since when, and so which touches are meant. A hand that is
 * already moving lands on whatever has only just appeared: such a touch is nobody's consent and
 * nobody's payment. Times are {@link System#nanoTime}; belongs to the page's link.
 */
final class InSight {
  /** Snapshots remembered, more than a panel paints in the patience of 400 ms. */
  static final int REMEMBERED = 64;

  private final long patienceNanos;
  private final Map<Long, Snapshot> sent = new LinkedHashMap<>();
  private final Deque<Seen> seen = new ArrayDeque<>();

  private record Seen(Snapshot snapshot, long nanos) {}

  /**
   * @param patience how long a control has to be in sight before it can be touched
   */
  InSight(Duration patience) {
    patienceNanos = patience.toNanos();
  }

  /** The snapshot is on its way to the page. */
  void sent(Snapshot snapshot) {
    sent.put(snapshot.seq(), snapshot);
    if (sent.size() > REMEMBERED) {
      sent.remove(sent.keySet().iterator().next());
    }
  }

  /** The page says that the snapshot is on the glass; only the first time counts. */
  void painted(long seq, long nanos) {
    Snapshot snapshot = sent.remove(seq);
    if (snapshot != null) {
      seen.addLast(new Seen(snapshot, nanos));
      if (seen.size() > REMEMBERED) {
        seen.removeFirst();
      }
    }
  }

  /**
   * Whether a finger that went down then meant this: its control was in sight at its place for the
   * patience, and still is what the terminal shows.
   *
   * @param newest what the terminal shows by now
   * @param downNanos when the finger went down
   */
  boolean meant(PageMessage.Touched touch, Snapshot newest, long downNanos) {
    Iterator<Seen> back = seen.descendingIterator();
    Seen at = null;
    while (back.hasNext() && (at == null || at.snapshot().seq() != touch.seq())) {
      at = back.next();
    }
    if (at == null || at.snapshot().seq() != touch.seq()) {
      return false;
    }
    List<Object> place = Place.of(at.snapshot(), touch.intent());
    if (!Place.of(newest, touch.intent()).equals(place)) {
      return false;
    }
    while (downNanos - at.nanos() < patienceNanos && back.hasNext()) {
      Seen before = back.next();
      if (!Place.of(before.snapshot(), touch.intent()).equals(place)) {
        return false;
      }
      at = before;
    }
    return downNanos - at.nanos() >= patienceNanos;
  }
}
