package org.facepay.terminal.vending;

import java.util.Optional;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.session.charge.Charge;
import org.facepay.terminal.session.charge.HandedOver;
import org.facepay.terminal.session.refund.Refund;

/** How far a shopper at a vending machine has come; the chosen article is the session's basket. */
public sealed interface Stage {

  /**
   * One of the slots is chosen.
   *
   * @param slot its number
   */
  record Choosing(int slot) implements Stage {}

  /** The machine waits for a wallet's code. */
  record Presenting(int slot, Optional<Screen.Notice> notice) implements Stage {}

  /** A charge is open; nothing moves before it has ended. */
  record Paying(int slot, Charge charge) implements Stage {}

  /** The last charge ended without money; nothing has moved. */
  record Refused(int slot, Payment payment) implements Stage {}

  /** Staff have taken the payment from the terminal. */
  record WithStaff(HandedOver handed) implements Stage {}

  /**
   * It is paid, and falls.
   *
   * @param attempt stamp of what the dispenser was asked
   */
  record Dispensing(int slot, Payment payment, long attempt) implements Stage {}

  /**
   * It lies below.
   *
   * @param closing stamp of the timer that ends the screen
   */
  record Delivered(Payment payment, long closing) implements Stage {}

  /**
   * Nobody saw whether it fell: staff have been called, and decide.
   *
   * @param closing stamp of the timer that ends the screen
   */
  record Review(long closing) implements Stage {}

  /** It did not fall, and its money goes back. */
  record Returning(Refund refund) implements Stage {}

  /**
   * It did not fall, and its money cannot be given back from here: staff have been called.
   *
   * @param minor the shopper is owed
   * @param closing stamp of the timer that ends the screen
   */
  record Owing(long minor, long closing) implements Stage {}
}
