package org.facepay.terminal.provider.card;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.facepay.terminal.provider.wire.Wire;

/**
 * A link that fails after so many exchanges, for good: the cable is pulled before the request, or
 * right after it has arrived.
 */
record FaultyLink(NexoLink to, AtomicInteger left, boolean arrives) implements NexoLink {
  FaultyLink(NexoLink to, int exchanges, boolean arrives) {
    this(to, new AtomicInteger(exchanges), arrives);
  }

  @Override
  public String exchange(String message, Duration total, Heard heard)
      throws Wire.NotSentException, Wire.NoAnswerException {
    int before = left.getAndDecrement();
    if (before > 0) {
      return to.exchange(message, total, heard);
    }
    if (before == 0 && arrives) {
      String lost = to.exchange(message, total, heard);
      throw new Wire.NoAnswerException("the cable is pulled; lost " + lost.length());
    }
    throw new Wire.NotSentException("the cable is pulled");
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
