package org.facepay.terminal.checkout;

import java.util.Currency;
import java.util.Optional;
import org.facepay.terminal.payment.PaymentFlows;
import org.facepay.terminal.sale.Limits;
import org.facepay.terminal.sale.promotion.Tariff;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.Numbers;
import org.facepay.terminal.session.Times;
import org.facepay.terminal.session.charge.Charges;
import org.facepay.terminal.session.charge.Ways;
import org.facepay.terminal.session.member.Meetings;
import org.facepay.terminal.session.member.Members;
import org.facepay.terminal.session.refund.Refunds;

/**
 * What a shop decides about its self-checkout.
 *
 * @param goods what may be in a basket
 * @param payments how a charge ends
 * @param members how members are met
 * @param ways what else one can pay with
 * @param assistance what staff may do at the terminal
 */
public record Rules(
    Numbers numbers,
    Goods goods,
    PaymentFlows payments,
    Times times,
    Members members,
    Ways ways,
    AssistanceSettings assistance) {

  /**
   * What may be in a basket, and what comes of it.
   *
   * @param printAlways whether a receipt is printed without asking
   */
  public record Goods(Tariff tariff, Limits limits, boolean printAlways) {
    /** Of a shop without offers. */
    public Goods(Currency currency, Limits limits, boolean printAlways) {
      this(Tariff.of(currency), limits, printAlways);
    }
  }

  /** Self-checkout in the frame of every session. */
  public Frame<Stage> frame() {
    return new Frame<>(new Checkout(this), numbers, times, goods.tariff());
  }

  Charges charges() {
    return new Charges(payments, ways.card(), times.doubt());
  }

  Meetings meetings() {
    return new Meetings(members, numbers, Optional.empty());
  }

  Refunds refunds() {
    return new Refunds(payments, numbers.subject(), times.success());
  }
}
