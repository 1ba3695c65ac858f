package org.facepay.terminal.session;

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
 * @param face what is known of the shopper's face
 * @param bagPrompts how often the weight in the bags was wrong
 */
public record Session(
    long id,
    Instant opened,
    Basket basket,
    long idle,
    int orders,
    Dialog dialog,
    Face face,
    int bagPrompts) {

  /** A question above the screen. */
  public enum Dialog {
    NONE,
    STILL_THERE,
    CONFIRM_CANCEL,
    CONFIRM_WITHDRAW,
    BAG_UNEXPECTED_ITEM,
    BAG_MISSING_ITEM,
    BAG_REMOVED
  }

  public Session with(Basket changed) {
    return new Session(id, opened, changed, idle, orders, dialog, face, bagPrompts);
  }

  public Session with(Dialog changed) {
    return new Session(id, opened, basket, idle, orders, changed, face, bagPrompts);
  }

  public Session with(Face changed) {
    return new Session(id, opened, basket, idle, orders, dialog, changed, bagPrompts);
  }

  public Session withBagPrompts(int prompts) {
    return new Session(id, opened, basket, idle, orders, dialog, face, prompts);
  }

  public Session touched(long stamp) {
    return new Session(id, opened, basket, stamp, orders, Dialog.NONE, face, bagPrompts);
  }

  public Session nextOrder() {
    return new Session(id, opened, basket, idle, orders + 1, Dialog.NONE, face, bagPrompts);
  }
}
