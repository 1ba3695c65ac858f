package org.facepay.terminal.checkout;

/** What a member of staff does at a self-checkout, behind the badge. */
public sealed interface Task {

  /** Is the shopper old enough for what is in the basket? */
  record Ages() implements Task {}
}
