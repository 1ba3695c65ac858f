package org.facepay.terminal.screen;

import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Screen.ClosedReason;
import org.facepay.kiosk.screen.Snapshot;
import org.facepay.terminal.sale.Identity;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Times;
import org.facepay.terminal.session.View;

/**
 * What the page of one kind of session shows, as a function of its state.
 *
 * @param <G> the stages of the kind
 */
public interface Page<G> {
  Identity identity();

  Times times();

  /** Nobody is there. */
  Screen attract(View view, Surroundings around);

  /** Somebody is there. */
  Screen open(State.Open<G> state, Surroundings around);

  /** Whether a stage is shown although nothing can be sold: what has begun has its end. */
  boolean goesOn(G stage);

  /**
   * What is shown.
   *
   * @param seq number of the snapshot, which touches name
   */
  default Snapshot snapshot(long seq, State<G> state, Surroundings around) {
    return new Snapshot(
        seq,
        Displays.of(identity(), state.view(), around),
        screen(state, around),
        Displays.question(state, times()));
  }

  private Screen screen(State<G> state, Surroundings around) {
    if (state instanceof State.Open<G> open && goesOn(open.stage())) {
      return open(open, around);
    }
    if (around.stopped().isPresent()) {
      return new Screen.Closed(around.stopped().get());
    }
    return switch (state) {
      case State.Open<G> open -> open(open, around);
      case State.Attract<G> attract -> attract(attract.view(), around);
      case State.Closed<G> closed ->
          new Screen.Closed(
              closed.reason(),
              around.opens().filter(_ -> closed.reason() == ClosedReason.OPENING_HOURS));
    };
  }
}
