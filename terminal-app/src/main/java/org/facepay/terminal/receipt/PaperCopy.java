package org.facepay.terminal.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.facepay.peripherals.printer.ReceiptDocument;
import org.facepay.peripherals.printer.ReceiptDocument.Columns;
import org.facepay.peripherals.printer.ReceiptDocument.Element;
import org.facepay.peripherals.printer.ReceiptDocument.Feed;
import org.facepay.peripherals.printer.ReceiptDocument.Rule;
import org.facepay.peripherals.printer.ReceiptDocument.Style;
import org.facepay.peripherals.printer.ReceiptDocument.Text;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.sale.Money;

/** A receipt once more, from the record of its sale; it says that it is a copy. */
public record PaperCopy(PaperReceipt paper) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The copy.
   *
   * @param record JSON of the sale
   * @throws IOException when that is none
   */
  public ReceiptDocument of(byte[] record, Language language) throws IOException {
    JsonNode sale = JSON.readTree(record);
    List<Element> lines = paper.head(language, Instant.parse(sale.path("completed").asText()));
    lines.add(new Text(PaperWords.COPY.in(language), Style.centered().inBold().doubled()));
    lines.add(new Feed(1));
    for (JsonNode line : sale.path("lines")) {
      String name = line.path(language.choose("name", "nameEn")).asText();
      lines.add(
          new Columns(
              name + " " + line.path("quantity").asText(),
              figures(line.path("amountMinor"), sale)));
    }
    lines.add(new Rule());
    String total = figures(sale.path("totalMinor"), sale);
    lines.add(new Columns(PaperWords.TOTAL.in(language), "¥" + total, true, 2));
    JsonNode payment = sale.path("payment");
    lines.add(new Columns(payment.path(language.choose("way", "wayEn")).asText(), total));
    if (payment.has("receivedMinor")) {
      lines.add(
          new Columns(
              PaperWords.RECEIVED.in(language), figures(payment.path("receivedMinor"), sale)));
      lines.add(
          new Columns(PaperWords.CHANGE.in(language), figures(payment.path("changeMinor"), sale)));
    }
    for (JsonNode tax : sale.path("taxes")) {
      String label =
          PaperWords.TAX_INCLUDED.in(
              language, tax.path("rate").asText(), figures(tax.path("grossMinor"), sale));
      lines.add(new Columns(label, figures(tax.path("taxMinor"), sale)));
    }
    paper.foot(lines, language, sale.path("saleId").asText(), payment.path("tradeNo").asText(""));
    return new ReceiptDocument(lines);
  }

  private static String figures(JsonNode minor, JsonNode sale) {
    return Money.of(minor.asLong(), sale.path("currency").asText()).figures();
  }
}
