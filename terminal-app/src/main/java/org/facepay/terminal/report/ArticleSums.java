package org.facepay.terminal.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.facepay.sync.journal.Append;
import org.facepay.sync.journal.Sales;
import org.facepay.sync.sqlite.StorageException;

/**
 * What a journal has sold and not given back, by article.
 *
 * @param byCode of each article
 */
public record ArticleSums(SortedMap<String, Sum> byCode) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant EVER = Instant.parse("2999-12-31T00:00:00Z");

  /** So many pieces, and what they came to in minor units. */
  public record Sum(long pieces, long minor) {
    static final Sum NOTHING = new Sum(0, 0);

    Sum plus(long morePieces, long moreMinor) {
      return new Sum(pieces + morePieces, minor + moreMinor);
    }
  }

  /**
   * Of everything in it; the journal may be written meanwhile.
   *
   * @throws IOException when it cannot be read
   */
  public static ArticleSums of(Sales sales) throws IOException {
    SortedMap<String, Sum> sums = new TreeMap<>();
    try {
      for (Append.Sale row : sales.between(Instant.EPOCH, EVER)) {
        JsonNode body = JSON.readTree(row.body());
        if (body.has("refundId")) {
          refunded(sums, body, sales.sale(body.path("saleId").asText()));
        } else {
          body.path("lines").forEach(line -> add(sums, line, line.path("amountMinor").asLong(), 1));
        }
      }
    } catch (StorageException e) {
      throw new IOException(e.getMessage(), e);
    }
    return new ArticleSums(sums);
  }

  private static void refunded(
      SortedMap<String, Sum> sums, JsonNode refund, Optional<Append.Sale> sale) throws IOException {
    if (sale.isEmpty()) {
      return;
    }
    JsonNode lines = JSON.readTree(sale.get().body()).path("lines");
    for (int n = 0; n < refund.path("refundedLines").size(); n++) {
      JsonNode line = lines.path(refund.path("refundedLines").path(n).asInt() - 1);
      long whole = line.path("amountMinor").asLong();
      add(sums, line, refund.path("refundedMinor").path(n).asLong(whole), -1);
    }
  }

  private static void add(SortedMap<String, Sum> sums, JsonNode line, long minor, int sign) {
    long unit = Math.max(1, line.path("unitPriceMinor").asLong());
    long pieces = Math.max(1, minor / unit);
    sums.merge(
        line.path("code").asText(),
        Sum.NOTHING.plus(sign * pieces, sign * minor),
        (before, more) -> before.plus(more.pieces(), more.minor()));
  }
}
