package org.facepay.terminal.session;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.promotion.Proration;

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
   * @param refunded whether all of it has gone back already
   * @param pieces how many it is; journals of before have none, and know whole lines only
   */
  public record PastLine(
      int number,
      String code,
      String name,
      String nameEn,
      String picture,
      String quantity,
      long amountMinor,
      boolean refunded,
      Pieces pieces) {

    public PastLine {
      pieces = Objects.requireNonNullElse(pieces, Pieces.ONE);
    }

    /** One piece, or what is weighed. */
    public PastLine(
        int number,
        String code,
        String name,
        String nameEn,
        String picture,
        String quantity,
        long amountMinor,
        boolean refunded) {
      this(number, code, name, nameEn, picture, quantity, amountMinor, refunded, Pieces.ONE);
    }

    /** How many can still go back. */
    public int left() {
      return refunded ? 0 : pieces.count() - pieces.gone();
    }

    /**
     * What so many more of them come to. The parts of a line add up to the line, in whatever steps
     * it goes back.
     */
    public long share(int more) {
      int least = Math.min(more, left());
      return part(pieces.gone() + least) - part(pieces.gone());
    }

    private long part(int count) {
      return Proration.first(amountMinor, count, pieces.count());
    }

    public String name(Language language) {
      return language.choose(name, nameEn);
    }
  }

  /**
   * Of a line.
   *
   * @param count how many it is; 1 for what is weighed
   * @param gone how many of them have gone back already
   */
  public record Pieces(int count, int gone) {
    static final Pieces ONE = new Pieces(1, 0);

    public Pieces {
      if (count < 1 || gone < 0 || gone > count) {
        throw new IllegalArgumentException("0 to " + count + " pieces can be gone, not " + gone);
      }
    }
  }

  /** Whether any line can still go back. */
  public boolean refundable() {
    return refundedMinor < totalMinor && lines.stream().anyMatch(l -> !l.refunded());
  }

  /**
   * What these come to; never more than is left of what was paid.
   *
   * @param numbers of lines, each once for every piece of it
   */
  public Money amount(List<Integer> numbers) {
    long sum =
        lines.stream().mapToLong(l -> l.share(Collections.frequency(numbers, l.number()))).sum();
    return Money.of(Math.min(sum, totalMinor - refundedMinor), currency);
  }

  /** The charge it was paid by. */
  public Order order(String subject) {
    return new Order(id, Money.of(totalMinor, currency), subject, provider);
  }
}
