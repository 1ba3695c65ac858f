package org.facepay.terminal.session;

/** What time brought. */
public sealed interface Timed extends Event {

  /** A timer that was started with this stamp is due. */
  record TimerFired(Timer timer, long attempt) implements Timed {}
}
