package org.facepay.terminal.checkout;

import org.facepay.terminal.payment.PaymentFlows;
import org.facepay.terminal.session.Numbers;
import org.facepay.terminal.session.Times;
import org.facepay.terminal.session.charge.Ways;
import org.facepay.terminal.session.member.Members;

/**
 * What a shop's configuration says of its self-checkout.
 *
 * @param goods what may be in a basket
 * @param times how long screens stay
 * @param ways what else one can pay with
 * @param assistance what staff may do
 * @param members how members are met, if all that takes can be used
 */
public record CheckoutSettings(
    Rules.Goods goods, Times times, Ways ways, AssistanceSettings assistance, Members members) {

  /**
   * The rules they come to.
   *
   * @param payments how a charge ends
   * @param met how members can really be met
   */
  public Rules rules(Numbers numbers, PaymentFlows payments, Members met) {
    return new Rules(numbers, goods, payments, times, met, ways, assistance);
  }
}
