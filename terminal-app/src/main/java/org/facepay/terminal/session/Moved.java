package org.facepay.terminal.session;

import org.facepay.terminal.sale.Product;
import org.facepay.terminal.session.visit.DoorPosition;
import org.facepay.terminal.session.visit.Estimate;

/** What a sensor of the terminal found, without having been asked. */
public sealed interface Moved extends Event {

  /**
   * The weight in the bags is right, or wrong.
   *
   * @param name of the article that is missing, or empty
   */
  record BagsChecked(BagFinding finding, String name) implements Moved {}

  /** A cabinet's door, by its switch. */
  record DoorMoved(DoorPosition position) implements Moved {}

  /** What seems to have been taken in this visit is something else now. */
  record ShelvesMoved(long visit, Estimate estimate) implements Moved {}

  /**
   * The machine's own controller asks for the money of what was chosen at its keypad; the article
   * and its price are those of that moment.
   */
  record VendRequested(int slot, Product product) implements Moved {}

  /**
   * What was chosen at the keypad is asked for no more, or the controller has ended its session.
   */
  record VendCancelled() implements Moved {}

  /** What was chosen at the keypad is not sold; the controller has been told so. */
  record VendRefused(Unsold why) implements Moved {}

  /** Why something is not sold that was chosen at the keypad. */
  enum Unsold {
    /** The controller asks for another price than the list of goods. */
    WRONG_PRICE,
    /** Nobody knows what lies there, or it may not be sold. */
    NOT_SOLD
  }
}
