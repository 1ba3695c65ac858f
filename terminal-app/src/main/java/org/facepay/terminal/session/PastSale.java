package org.facepay.terminal.session;

import java.util.List;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.sale.Money;

/**
 * A sale of this terminal as its receipt names it, and what of it can still go back.
 *
 * @param id its order number
 * @param provider who took the money
 * @param currency ISO 4217
 * @param totalMinor what was paid
 * @param refundedMinor what has gone back already
 * @param lines of the receipt, the first scanned first
 */
public record PastSale(
    String id,
    String provider,
    String currency,
    long totalMinor,
    long refundedMinor,
    List<PastLine> lines) {

  public PastSale {
    lines = List.copyOf(lines);
  }

  /**
   * One line of it.
   *
   * @param number from 1 in the order of the receipt
   * @param quantity as the receipt says it, e.g. ×2
   * @param refunded whether it has gone back already
   */
  public record PastLine(
      int number,
      String code,
      String name,
      String nameEn,
      String picture,
      String quantity,
      long amountMinor,
      boolean refunded) {
    public String name(Language language) {
      return language.choose(name, nameEn);
    }
  }

  /** Whether any line can still go back. */
  public boolean refundable() {
    return refundedMinor < totalMinor && lines.stream().anyMatch(l -> !l.refunded());
  }

  /** What these lines come to; never more than is left of what was paid. */
  public Money amount(List<Integer> numbers) {
    long sum =
        lines.stream()
            .filter(l -> !l.refunded() && numbers.contains(l.number()))
            .mapToLong(PastLine::amountMinor)
            .sum();
    return Money.of(Math.min(sum, totalMinor - refundedMinor), currency);
  }

  /** The charge it was paid by. */
  public Order order(String subject) {
    return new Order(id, Money.of(totalMinor, currency), subject, provider);
  }
}
