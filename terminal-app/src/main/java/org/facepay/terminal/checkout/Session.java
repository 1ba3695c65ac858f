package org.facepay.terminal.checkout;

import java.time.Instant;
import org.facepay.terminal.sale.Basket;

/**
 * One shopper at the terminal.
 *
 * @param id stamp of the event that opened it
 * @param opened when that was
 * @param idle stamp of the idle timer under way
 * @param orders charges begun so far; each has a number of its own
 * @param dialog what is asked above the screen
 */
public record Session(
    long id, Instant opened, Basket basket, long idle, int orders, Dialog dialog) {

  /** A question above the screen. */
  public enum Dialog {
    NONE,
    STILL_THERE,
    CONFIRM_CANCEL
  }

  Session with(Basket changed) {
    return new Session(id, opened, changed, idle, orders, dialog);
  }

  Session with(Dialog changed) {
    return new Session(id, opened, basket, idle, orders, changed);
  }

  Session touched(long stamp) {
    return new Session(id, opened, basket, stamp, orders, Dialog.NONE);
  }

  Session nextOrder() {
    return new Session(id, opened, basket, idle, orders + 1, Dialog.NONE);
  }
}
