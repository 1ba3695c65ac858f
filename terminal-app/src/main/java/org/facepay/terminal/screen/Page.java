package org.facepay.terminal.screen;

import org.facepay.kiosk.screen.Snapshot;
import org.facepay.terminal.session.State;

/**
 * What the page of one kind of session shows, as a function of its state.
 *
 * @param <G> the stages of the kind
 */
public interface Page<G> {
  /**
   * @param seq number of the snapshot, which touches name
   */
  Snapshot snapshot(long seq, State<G> state, Surroundings around);
}
