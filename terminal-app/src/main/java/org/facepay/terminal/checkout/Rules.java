package org.facepay.terminal.checkout;

import java.time.Duration;
import java.util.Currency;
import org.facepay.terminal.payment.PaymentFlow;
import org.facepay.terminal.sale.Limits;

/**
 * What a shop decides about its self-checkout.
 *
 * @param terminal letters and digits, at most 12; begins every order number
 * @param epoch of the journal, 4 letters; the same order number never comes back after a journal
 *     was replaced
 * @param subject what a wallet shows its owner
 * @param printAlways whether a receipt is printed without asking
 */
public record Rules(
    String terminal,
    String epoch,
    String subject,
    Currency currency,
    Limits limits,
    PaymentFlow payment,
    Times times,
    boolean printAlways) {

  public Rules {
    if (!terminal.matches("[A-Za-z0-9]{1,12}")) {
      throw new IllegalArgumentException("terminal id " + terminal);
    }
  }

  /**
   * How long things stay.
   *
   * @param idle from the last touch to the warning (WCAG 2.2.1: at least 20 s of warning)
   * @param wipe from the warning to the wiped basket
   * @param doubt from the first unknown answer to the "do not pay again" screen
   * @param success from the payment to the attract screen
   * @param afterPaper from the printed receipt to the attract screen
   */
  public record Times(
      Duration idle, Duration wipe, Duration doubt, Duration success, Duration afterPaper) {}

  /** The number of a session's n-th order, e.g. K3_7F3K_20419_1. */
  String outTradeNo(Session session) {
    return terminal + "_" + epoch + "_" + session.id() + "_" + session.orders();
  }

  /** What a person reads out to staff, e.g. "7F3K 20419". */
  public String reference(Session session) {
    return epoch + " " + session.id();
  }
}
