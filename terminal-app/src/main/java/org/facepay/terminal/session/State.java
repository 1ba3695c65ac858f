package org.facepay.terminal.session;

import java.util.Optional;
import org.facepay.kiosk.screen.Screen;

/**
 * Where a terminal stands, whatever it sells; how far an open session has come is the stage, which
 * each kind of session has of its own.
 *
 * @param <G> the stages of the kind
 */
public sealed interface State<G> {
  View view();

  /** The same state seen differently. */
  State<G> with(View view);

  /** The shopper's session, if there is one that has to survive a restart. */
  default Optional<Session> openSession() {
    return Optional.empty();
  }

  /** Where every terminal begins. */
  static <G> State<G> start() {
    return new Attract<>(View.DEFAULT);
  }

  /** Nobody is there. */
  record Attract<G>(View view) implements State<G> {
    @Override
    public Attract<G> with(View changed) {
      return new Attract<>(changed);
    }
  }

  /** Nothing can be sold. */
  record Closed<G>(View view, Screen.ClosedReason reason) implements State<G> {
    @Override
    public Closed<G> with(View changed) {
      return new Closed<>(changed, reason);
    }
  }

  /** Somebody is there. */
  record Open<G>(View view, Session session, G stage) implements State<G> {
    @Override
    public Open<G> with(View changed) {
      return new Open<>(changed, session, stage);
    }

    public Open<G> with(Session changed) {
      return new Open<>(view, changed, stage);
    }

    public Open<G> at(G next) {
      return new Open<>(view, session, next);
    }

    @Override
    public Optional<Session> openSession() {
      return Optional.of(session);
    }
  }
}
