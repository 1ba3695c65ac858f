package org.facepay.terminal.provider.card;

/** Hears what a shopper has to do at the reader while a payment is under way. */
@FunctionalInterface
public interface ReaderListener {
  void step(ReaderStep step);
}
