package org.facepay.terminal.loop;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.facepay.sync.journal.Append;
import org.facepay.sync.journal.Outgoing;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/** A kind of session the loop can run: self-checkout, container, vending. */
public interface Machine<S, E, F> {

  S start();

  Step<S, F> step(S state, Stamped<E> event);

  /** Stamp of the event that opened the session a state belongs to; empty when none is open. */
  OptionalLong session(S state);

  /** What of the effects has to be durable together with the event. */
  Records records(List<F> effects, Stamped<E> event);

  /** Names and bodies of events in the journal. */
  EventCodec<E> codec();

  /** Rows that are committed with an event. */
  record Records(Optional<Append.Sale> sale, List<Outgoing> outgoing) {
    public boolean isEmpty() {
      return sale.isEmpty() && outgoing.isEmpty();
    }
  }
}
