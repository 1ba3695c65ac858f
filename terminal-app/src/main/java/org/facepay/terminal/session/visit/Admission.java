package org.facepay.terminal.session.visit;

/** Whether somebody may open the door. */
public sealed interface Admission {
  /** The door may open. */
  record Admitted() implements Admission {}

  /** The last visit has to be paid first. */
  record Owes(Debt debt) implements Admission {}

  /** As much is on the way, or was today, as one may owe. */
  record Exceeded() implements Admission {}
}
