package org.facepay.terminal.world.media;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.catalogue.MediaItem;
import org.facepay.terminal.world.media.PlayLog.End;
import org.facepay.terminal.world.media.PlayLog.Play;

/** Whose turn it is, and what has been on the glass. Its owner guards it. */
final class Rotation {
  private int next;
  private Optional<Running> running = Optional.empty();
  private final List<Play> played = new ArrayList<>();

  /**
   * What is on.
   *
   * @param seq of the snapshot it was first shown with; empty before it was
   */
  private record Running(MediaItem item, Instant since, Optional<Long> seq, boolean painted) {
    boolean isOver(Instant now) {
      return Duration.between(since, now).compareTo(item.lasts()) >= 0;
    }
  }

  /** What is on now. */
  Optional<MediaItem> item() {
    return running.map(Running::item);
  }

  /**
   * Time has passed.
   *
   * @param order what may play now, in its order
   * @param begins whether something may begin
   * @return whether something else is on than before
   */
  boolean turned(List<MediaItem> order, boolean begins, Instant now) {
    Optional<Running> before = running;
    if (running.isPresent() && !order.contains(running.get().item())) {
      end(End.WITHDRAWN, now);
    } else if (running.filter(r -> r.isOver(now)).isPresent()) {
      end(End.DONE, now);
    }
    if (begins && running.isEmpty() && !order.isEmpty()) {
      next = next % order.size();
      running = Optional.of(begun(order.get(next), before, now));
      next++;
    }
    return !item().equals(before.map(Running::item));
  }

  /** The same once more stays on the glass as it is. */
  private static Running begun(MediaItem item, Optional<Running> before, Instant now) {
    return before
        .filter(r -> r.item().equals(item))
        .map(r -> new Running(item, now, r.seq(), r.painted()))
        .orElseGet(() -> new Running(item, now, Optional.empty(), false));
  }

  /** It is shown with this snapshot. */
  void shown(long seq) {
    running =
        running
            .filter(r -> r.seq().isEmpty())
            .map(r -> new Running(r.item(), r.since(), Optional.of(seq), false))
            .or(() -> running);
  }

  /** So far the page has painted. */
  void painted(long newest) {
    running =
        running
            .filter(r -> r.seq().filter(seq -> newest >= seq).isPresent())
            .map(r -> new Running(r.item(), r.since(), r.seq(), true))
            .or(() -> running);
  }

  /** What is on is on no more; it counts as played if it was ever painted. */
  void end(End end, Instant now) {
    running
        .filter(Running::painted)
        .ifPresent(
            r -> {
              long millis = Math.max(0, Duration.between(r.since(), now).toMillis());
              played.add(new Play(r.item().name(), r.since(), millis, end));
            });
    running = Optional.empty();
  }

  /** What has played since this was asked last. */
  List<Play> played() {
    List<Play> all = List.copyOf(played);
    played.clear();
    return all;
  }
}
