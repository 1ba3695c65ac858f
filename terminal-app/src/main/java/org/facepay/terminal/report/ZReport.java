package org.facepay.terminal.report;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.TaxRate;

/**
 * The end of a day: what was sold and given back, by provider and by rate of tax. The sums are
 * those of the journal's bookings, so they equal what the providers moved to the cent; {@link
 * Reconciliation} proves it with their bills.
 */
public record ZReport(
    SortedMap<String, Sums> providers, SortedMap<Integer, TaxSum> taxes, Currency currency) {

  /** Counts and minor units; refunds as amounts above zero. */
  public record Sums(long sales, long salesMinor, long refunds, long refundsMinor) {
    static final Sums NONE = new Sums(0, 0, 0, 0);

    public long netMinor() {
      return salesMinor - refundsMinor;
    }

    Sums plus(Sums other) {
      return new Sums(
          sales + other.sales,
          salesMinor + other.salesMinor,
          refunds + other.refunds,
          refundsMinor + other.refundsMinor);
    }
  }

  /**
   * Minor units, refunds subtracted; the tax is rounded once per receipt, as it is printed, and
   * what goes back of a receipt adds up to it.
   */
  public record TaxSum(long grossMinor, long taxMinor) {
    TaxSum plus(TaxSum other) {
      return new TaxSum(grossMinor + other.grossMinor, taxMinor + other.taxMinor);
    }
  }

  /** Adds up. */
  public static ZReport of(List<Booking> bookings, Currency currency) {
    SortedMap<String, Sums> providers = new TreeMap<>();
    SortedMap<Integer, TaxSum> taxes = new TreeMap<>();
    for (Booking b : bookings) {
      Sums one = b.refund() ? new Sums(0, 0, 1, -b.minor()) : new Sums(1, b.minor(), 0, 0);
      providers.merge(b.provider(), one, Sums::plus);
      b.taxes().forEach((rate, sum) -> taxes.merge(rate, sum, TaxSum::plus));
    }
    return new ZReport(providers, taxes, currency);
  }

  public Sums total() {
    return providers.values().stream().reduce(Sums.NONE, Sums::plus);
  }

  /** For people: a line for each provider and each rate. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, Sums> p : providers.entrySet()) {
      Sums s = p.getValue();
      lines.add(
          String.format(
              Locale.ROOT,
              "%-10s sales %5d %12s   refunds %4d %10s   net %12s",
              p.getKey(),
              s.sales(),
              figures(s.salesMinor()),
              s.refunds(),
              figures(s.refundsMinor()),
              figures(s.netMinor())));
    }
    taxes.forEach(
        (rate, sum) ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "VAT %-6s gross %12s   tax %10s",
                    new TaxRate(rate).label(),
                    figures(sum.grossMinor()),
                    figures(sum.taxMinor()))));
    return lines;
  }

  private String figures(long minor) {
    return new Money(minor, currency).figures();
  }
}
