package org.facepay.terminal.payment.card;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.facepay.terminal.payment.wire.Wire;

/** A link whose cable is pulled after so many exchanges. */
record CutAfter(NexoLink to, AtomicInteger left) implements NexoLink {
  CutAfter(NexoLink to, int exchanges) {
    this(to, new AtomicInteger(exchanges));
  }

  @Override
  public String exchange(String message, Duration total, Heard heard)
      throws Wire.NotSentException, Wire.NoAnswerException {
    if (left.getAndDecrement() <= 0) {
      throw new Wire.NotSentException("the cable is pulled");
    }
    return to.exchange(message, total, heard);
  }

  @Override
  public void tell(String message) throws Wire.NotSentException, Wire.NoAnswerException {
    to.tell(message);
  }

  @Override
  public void close() {
    to.close();
  }
}
