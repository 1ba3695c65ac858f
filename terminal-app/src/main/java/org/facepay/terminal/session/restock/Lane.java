package org.facepay.terminal.session.restock;

import java.util.Optional;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.session.Movement.Place;
import org.facepay.terminal.session.Stand;

/**
 * One lane.
 *
 * @param before pieces in it; empty when nobody knows
 * @param now pieces in it, once counted
 * @param date where it is said here
 */
public record Lane(
    Stand stand,
    Optional<Integer> before,
    int now,
    Restock.Progress progress,
    Optional<Restock.Date> date) {
  public Place place() {
    return stand.place();
  }

  Lane counted(int pieces) {
    int most = place().capacity() == 0 ? Restock.MOST : place().capacity();
    return new Lane(stand, before, Math.clamp(pieces, 0, most), Restock.Progress.COUNTED, date);
  }

  Lane skipped() {
    return progress == Restock.Progress.COUNTED
        ? this
        : new Lane(stand, before, now, Restock.Progress.SKIPPED, date);
  }

  Lane dated(Restock.Date changed) {
    return new Lane(stand, before, now, progress, Optional.of(changed));
  }

  /** So many pieces more, of what lies there. */
  Lane with(int more) {
    int room = Math.max(place().capacity(), now + more);
    Stand roomier = new Stand(place().slot(), stand.product(), place().capacity() == 0 ? 0 : room);
    return new Lane(roomier, before, now + more, Restock.Progress.COUNTED, date);
  }

  /** Holds something else. */
  Lane of(Product other, int pieces) {
    Stand next = new Stand(place().slot(), other, 0);
    return new Lane(next, Optional.of(0), pieces, Restock.Progress.COUNTED, date);
  }

  /** Whether something was put in, and nobody has been asked of which date it is. */
  boolean owesDate() {
    boolean more = progress == Restock.Progress.COUNTED && now > before.orElse(0);
    return more && date.filter(d -> !d.asked()).isPresent();
  }
}
