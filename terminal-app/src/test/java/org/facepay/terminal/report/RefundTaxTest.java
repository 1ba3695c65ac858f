package org.facepay.terminal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.facepay.sync.journal.Append;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.journal.Sales;
import org.facepay.tags.Slow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tax of a receipt that goes back in parts: the parts add up to the whole. */
class RefundTaxTest {
  private static final Instant NOON = Instant.parse("2026-11-25T04:00:00Z");
  private static final Currency CNY = Currency.getInstance("CNY");

  @TempDir Path folder;
  private long stamp;

  /** A line of a receipt. */
  private record Line(long minor, int rate) {}

  private void append(Journal journal, String id, long minor, Instant at, String body)
      throws Exception {
    Append.Sale sale = new Append.Sale(id, at, minor, "CNY", body.getBytes(StandardCharsets.UTF_8));
    stamp++;
    journal.append(
        new Append(
            stamp,
            stamp,
            at,
            "PaymentAnswered",
            "{}".getBytes(StandardCharsets.UTF_8),
            Optional.of(sale),
            List.of(),
            true));
  }

  private void sell(Journal journal, String id, List<Line> lines) throws Exception {
    StringBuilder json = new StringBuilder();
    for (Line line : lines) {
      json.append(json.isEmpty() ? "" : ",")
          .append(
              "{\"amountMinor\":%d,\"taxBasisPoints\":%d}".formatted(line.minor(), line.rate()));
    }
    long total = lines.stream().mapToLong(Line::minor).sum();
    append(
        journal,
        id,
        total,
        NOON,
        "{\"lines\":[" + json + "],\"payment\":{\"provider\":\"alipay\"}}");
  }

  private void giveBack(
      Journal journal, String sale, List<Line> lines, List<Integer> numbers, Instant at)
      throws Exception {
    String id = sale + "_R" + (stamp + 1);
    long minor = numbers.stream().mapToLong(n -> lines.get(n - 1).minor()).sum();
    append(
        journal,
        id,
        -minor,
        at,
        "{\"refundId\":\"%s\",\"saleId\":\"%s\",\"refundedLines\":%s,\"payment\":{\"provider\":\"alipay\"}}"
            .formatted(id, sale, numbers));
  }

  private ZReport report() throws Exception {
    try (Sales sales = Sales.open(folder.resolve("journal.db"))) {
      return ZReport.of(
          Booking.between(sales, NOON.minusSeconds(86_400), NOON.plusSeconds(86_400)), CNY);
    }
  }

  @Test
  void threeTimesOneYuanRefundedOneByOneLeavesNothing() throws Exception {
    List<Line> lines = List.of(new Line(100, 1_300), new Line(100, 1_300), new Line(100, 1_300));
    try (Journal journal = Journal.open(folder.resolve("journal.db"))) {
      sell(journal, "K3_7F3K_1_1", lines);
      assertEquals(new ZReport.TaxSum(300, 35), report().taxes().get(1_300));
      long kept = 35;
      for (int n = 1; n <= 3; n++) {
        giveBack(journal, "K3_7F3K_1_1", lines, List.of(n), NOON.plusSeconds(n));
        ZReport.TaxSum sum = report().taxes().get(1_300);
        assertEquals(300 - 100 * n, sum.grossMinor());
        assertTrue(sum.taxMinor() >= 0 && sum.taxMinor() < kept, sum.toString());
        kept = sum.taxMinor();
      }
      assertEquals(new ZReport.TaxSum(0, 0), report().taxes().get(1_300));
    }
  }

  @Test
  void piecesOfALineTakeTheirTaxWithThemAndLeaveNothing() throws Exception {
    try (Journal journal = Journal.open(folder.resolve("journal.db"))) {
      sell(journal, "K3_7F3K_1_1", List.of(new Line(1_000, 1_300)));
      long kept = 1_000;
      for (long piece : new long[] {333, 333, 334}) {
        String id = "K3_7F3K_1_1_R" + (stamp + 1);
        append(
            journal,
            id,
            -piece,
            NOON.plusSeconds(stamp),
            "{\"refundId\":\"%s\",\"saleId\":\"K3_7F3K_1_1\",\"refundedLines\":[1],\"refundedPieces\":[1],\"refundedMinor\":[%d],\"payment\":{\"provider\":\"alipay\"}}"
                .formatted(id, piece));
        kept -= piece;
        assertEquals(kept, report().taxes().get(1_300).grossMinor());
      }
      assertEquals(new ZReport.TaxSum(0, 0), report().taxes().get(1_300));
    }
  }

  /** Whatever the amounts, rates and the order are, also when the clock runs backwards. */
  @Test
  @Slow("sixty receipts, each written to a journal of its own with every refund")
  void everyReceiptThatGoesBackInPartsLeavesTheTaxOfWhatIsKept() throws Exception {
    Random random = new Random(20261129);
    int[] rates = {0, 50, 100, 300, 600, 900, 1_300, 1_900};
    for (int round = 0; round < 60; round++) {
      Path file = folder.resolve("journal" + round + ".db");
      try (Journal journal = Journal.open(file)) {
        List<Line> lines = new ArrayList<>();
        for (int i = random.nextInt(1, 8); i > 0; i--) {
          lines.add(new Line(random.nextLong(1, 5_000), rates[random.nextInt(rates.length)]));
        }
        String id = "K3_7F3K_" + (round + 1) + "_1";
        sell(journal, id, lines);
        List<Integer> order = new ArrayList<>();
        for (int n = 1; n <= lines.size(); n++) {
          order.add(n);
        }
        Collections.shuffle(order, random);
        while (!order.isEmpty()) {
          List<Integer> part = order.subList(0, random.nextInt(1, order.size() + 1));
          giveBack(
              journal, id, lines, List.copyOf(part), NOON.plusSeconds(random.nextInt(-600, 600)));
          part.clear();
          List<Line> kept = order.stream().map(n -> lines.get(n - 1)).toList();
          try (Sales sales = Sales.open(file)) {
            ZReport now =
                ZReport.of(
                    Booking.between(sales, NOON.minusSeconds(86_400), NOON.plusSeconds(86_400)),
                    CNY);
            assertTaxes(kept, now);
          }
        }
      }
    }
  }

  private static void assertTaxes(List<Line> kept, ZReport now) {
    now.taxes()
        .forEach(
            (rate, sum) -> {
              long gross = kept.stream().filter(l -> l.rate() == rate).mapToLong(Line::minor).sum();
              assertEquals(gross, sum.grossMinor());
              assertEquals(
                  new org.facepay.terminal.sale.TaxRate(rate).includedIn(gross), sum.taxMinor());
            });
  }
}
