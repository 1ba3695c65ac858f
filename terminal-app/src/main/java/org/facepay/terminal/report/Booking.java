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
import java.util.TreeMap;
import org.facepay.sync.journal.Append;
import org.facepay.sync.journal.JournalException;
import org.facepay.sync.journal.Sales;
import org.facepay.terminal.sale.TaxRate;

/**
 * One sale or refund of the journal.
 *
 * @param id order number, or number of the refund
 * @param refundOf order number of the sale that a refund belongs to
 * @param minor what moved, below zero for a refund
 * @param gross per rate of tax in basis points, below zero for a refund; adds up to {@code minor}
 */
public record Booking(
    String id,
    Optional<String> refundOf,
    Instant at,
    String provider,
    long minor,
    TreeMap<Integer, Long> gross) {
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
    } catch (JournalException e) {
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
    } catch (JournalException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static Booking of(Append.Sale row, Sales sales) throws IOException, JournalException {
    JsonNode body = JSON.readTree(row.body());
    boolean refund = body.has("refundId");
    Optional<String> refundOf =
        refund ? Optional.of(body.path("saleId").asText()) : Optional.empty();
    TreeMap<Integer, Long> gross = new TreeMap<>();
    if (refundOf.isEmpty()) {
      body.path("lines").forEach(line -> add(gross, line, 1));
    } else {
      Optional<Append.Sale> sale = sales.sale(refundOf.get());
      if (sale.isPresent()) {
        JsonNode lines = JSON.readTree(sale.get().body()).path("lines");
        body.path("refundedLines").forEach(n -> add(gross, lines.path(n.asInt() - 1), -1));
      }
    }
    return new Booking(
        row.id(),
        refundOf,
        row.at(),
        body.path("payment").path("provider").asText(),
        row.totalMinor(),
        gross);
  }

  private static void add(TreeMap<Integer, Long> gross, JsonNode line, int sign) {
    gross.merge(
        line.path("taxBasisPoints").asInt(), sign * line.path("amountMinor").asLong(), Long::sum);
  }

  boolean refund() {
    return refundOf.isPresent();
  }

  /** The tax that is in an amount. */
  static long tax(int basisPoints, long grossMinor) {
    return new TaxRate(basisPoints).includedIn(grossMinor);
  }
}
