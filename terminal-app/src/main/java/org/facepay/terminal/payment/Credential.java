package org.facepay.terminal.payment;

/**
 * What lets a provider take money for one order. Whoever has it may be able to take money: it is
 * never printed, logged or journalled.
 */
public interface Credential {

  /** What a journal gives back instead of one: nothing can be paid with it. */
  record Gone() implements Credential {}
}
