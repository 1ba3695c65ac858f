package org.facepay.terminal.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.facepay.sync.journal.Append;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.journal.Sales;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.terminal.session.PastSale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receipts find their sale whatever four letters its journal has. */
class PastSalesTest {
  private static final Instant NOON = Instant.parse("2026-11-25T04:00:00Z");
  private static final String BODY =
      """
      {"lines":[{"code":"1","name":"茶","nameEn":"Tea","quantity":"×1","amountMinor":500},
                {"code":"2","name":"奶","nameEn":"Milk","quantity":"×1","amountMinor":1490}],
       "payment":{"provider":"alipay"}}
      """;

  @TempDir Path folder;

  private static void append(Journal journal, long stamp, String id, long minor, String body)
      throws StorageException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    journal.append(
        new Append(
            stamp,
            stamp,
            NOON,
            "Sold",
            bytes,
            Optional.of(new Append.Sale(id, NOON, minor, "CNY", bytes)),
            List.of(),
            true));
  }

  @Test
  void aReceiptFindsItsSaleAndWhatHasGoneBack() throws Exception {
    ReceiptLinks links = new ReceiptLinks(URI.create("https://example.com/r/"), new byte[32]);
    Path file = folder.resolve("journal.db");
    try (Journal journal = Journal.open(file)) {
      append(journal, 1, "K3_R7F3_20_1", 1_990, BODY);
      append(journal, 2, "K3_R7F3_20_1_R99", -500, "{\"refundedLines\":[1]}");
      try (Sales sales = Sales.open(file)) {
        PastSales past = new PastSales(sales, links, code -> "");
        PastSale found = past.find(links.link("K3_R7F3_20_1").toString()).orElseThrow();
        assertEquals("K3_R7F3_20_1", found.id());
        assertEquals(500, found.refundedMinor());
        assertEquals(
            List.of(true, false), found.lines().stream().map(PastSale.PastLine::refunded).toList());
        assertTrue(past.find(links.link("K3_R7F3_20_1_R99").toString()).isEmpty());
        assertTrue(past.find(links.link("K3_R7F3_21_1").toString()).isEmpty());
      }
    }
  }

  @Test
  void piecesOfALineThatWentBackAreCountedAndTheRestCanGo() throws Exception {
    ReceiptLinks links = new ReceiptLinks(URI.create("https://example.com/r/"), new byte[32]);
    Path file = folder.resolve("journal.db");
    String body =
        "{\"payment\":{\"provider\":\"alipay\"},\"lines\":["
            + "{\"code\":\"1\",\"quantity\":\"×3\",\"amountMinor\":1000},"
            + "{\"code\":\"2\",\"quantity\":\"0.486 kg\",\"amountMinor\":387}]}";
    try (Journal journal = Journal.open(file)) {
      append(journal, 1, "K3_1_1_1", 1_387, body);
      append(
          journal,
          2,
          "K3_1_1_1_R8",
          -333,
          "{\"refundedLines\":[1],\"refundedPieces\":[1],\"refundedMinor\":[333]}");
      try (Sales sales = Sales.open(file)) {
        PastSale found =
            new PastSales(sales, links, code -> "")
                .find(links.link("K3_1_1_1").toString())
                .orElseThrow();
        PastSale.PastLine three = found.lines().getFirst();
        assertEquals(2, three.left());
        assertEquals(667, three.share(2));
        assertEquals(1, found.lines().getLast().left(), "what is weighed is one");
        assertEquals(333, found.refundedMinor());
      }
      append(journal, 3, "K3_1_1_1_R9", -667, "{\"refundedLines\":[1],\"refundedPieces\":[2]}");
      try (Sales sales = Sales.open(file)) {
        PastSale found =
            new PastSales(sales, links, code -> "")
                .find(links.link("K3_1_1_1").toString())
                .orElseThrow();
        assertTrue(found.lines().getFirst().refunded());
      }
    }
  }
}
