package org.facepay.terminal.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.facepay.sync.journal.Append;
import org.facepay.sync.journal.Sales;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.terminal.report.ZReport.TaxSum;
import org.facepay.terminal.sale.TaxRate;

/**
 * One sale or refund of the journal.
 *
 * @param id order number, or number of the refund
 * @param refundOf order number of the sale that a refund belongs to
 * @param minor what moved, below zero for a refund
 * @param taxes per rate of tax in basis points, below zero for a refund; the gross amounts add up
 *     to {@code minor}
 */
public record Booking(
    String id,
    Optional<String> refundOf,
    Instant at,
    String provider,
    long minor,
    SortedMap<Integer, TaxSum> taxes) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The bookings of a time.
   *
   * @param until not included
   * @throws IOException when the journal cannot be read
   */
  public static List<Booking> between(Sales sales, Instant from, Instant until) throws IOException {
    try {
      List<Booking> bookings = new ArrayList<>();
      for (Append.Sale row : sales.between(from, until)) {
        bookings.add(of(row, sales));
      }
      return List.copyOf(bookings);
    } catch (StorageException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** The bookings of a day by the calendar of a place; the journal may be written meanwhile. */
  public static List<Booking> of(Path journal, LocalDate day, ZoneId zone) throws IOException {
    try (Sales sales = Sales.open(journal)) {
      return between(
          sales,
          day.atStartOfDay(zone).toInstant(),
          day.plusDays(1).atStartOfDay(zone).toInstant());
    } catch (StorageException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static Booking of(Append.Sale row, Sales sales) throws IOException, StorageException {
    JsonNode body = JSON.readTree(row.body());
    Optional<String> refundOf =
        body.has("refundId") ? Optional.of(body.path("saleId").asText()) : Optional.empty();
    return new Booking(
        row.id(),
        refundOf,
        row.at(),
        body.path("payment").path("provider").asText(),
        row.totalMinor(),
        refundOf.isPresent() ? refunded(row.id(), refundOf.get(), sales) : sold(body));
  }

  private static SortedMap<Integer, TaxSum> sold(JsonNode sale) {
    TreeMap<Integer, Long> gross = new TreeMap<>();
    sale.path("lines").forEach(line -> add(gross, line, line.path("amountMinor").asLong()));
    TreeMap<Integer, TaxSum> taxes = new TreeMap<>();
    gross.forEach((rate, sum) -> taxes.put(rate, new TaxSum(sum, tax(rate, sum))));
    return taxes;
  }

  /**
   * The tax of a refund is the tax of what was kept before it less the tax of what is kept after
   * it, so that the parts of a sale add up to the whole however they are rounded.
   */
  private static SortedMap<Integer, TaxSum> refunded(String id, String saleId, Sales sales)
      throws IOException, StorageException {
    Optional<Append.Sale> sale = sales.sale(saleId);
    if (sale.isEmpty()) {
      return new TreeMap<>();
    }
    JsonNode lines = JSON.readTree(sale.get().body()).path("lines");
    TreeMap<Integer, Long> kept = new TreeMap<>();
    lines.forEach(line -> add(kept, line, line.path("amountMinor").asLong()));
    TreeMap<Integer, Long> before = new TreeMap<>();
    for (Append.Sale refund : sales.beginningWith(saleId + "_R")) {
      before.clear();
      before.putAll(kept);
      JsonNode record = JSON.readTree(refund.body());
      for (int n = 0; n < record.path("refundedLines").size(); n++) {
        JsonNode line = lines.path(record.path("refundedLines").path(n).asInt() - 1);
        long whole = line.path("amountMinor").asLong();
        add(kept, line, -record.path("refundedMinor").path(n).asLong(whole));
      }
      if (refund.id().equals(id)) {
        break;
      }
    }
    TreeMap<Integer, TaxSum> taxes = new TreeMap<>();
    before.forEach(
        (rate, was) -> {
          long is = kept.getOrDefault(rate, 0L);
          if (is != was) {
            taxes.put(rate, new TaxSum(is - was, tax(rate, is) - tax(rate, was)));
          }
        });
    return taxes;
  }

  private static void add(TreeMap<Integer, Long> gross, JsonNode line, long minor) {
    gross.merge(line.path("taxBasisPoints").asInt(), minor, Long::sum);
  }

  private static long tax(int basisPoints, long grossMinor) {
    return new TaxRate(basisPoints).includedIn(grossMinor);
  }

  boolean refund() {
    return refundOf.isPresent();
  }
}
