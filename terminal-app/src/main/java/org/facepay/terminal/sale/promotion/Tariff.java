package org.facepay.terminal.sale.promotion;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Set;

/**
 * In what, by whose clock and with what offers a shop sells.
 *
 * @param zone of the shop's clock
 */
public record Tariff(Currency currency, ZoneId zone, Offers offers) {

  /** Of a shop without offers. */
  public static Tariff of(Currency currency) {
    return new Tariff(currency, ZoneOffset.UTC, Offers.NONE);
  }

  /** What counts for somebody who comes now: nobody has been recognised, no coupon shown. */
  public InForce begun(Instant at) {
    return offers.inForce(
        LocalDateTime.ofInstant(at, zone), Eligibility.EVERYBODY, Set.of(), Spent.NOTHING);
  }
}
