package org.facepay.terminal.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.facepay.terminal.checkout.Fixture;
import org.facepay.terminal.language.Name;
import org.facepay.terminal.sale.Identity;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.charge.Ways;
import org.junit.jupiter.api.Test;

/** What the cloud hears of a basket, and how a receipt is found by its address. */
class SaleRecordTest {
  private final ReceiptLinks links =
      new ReceiptLinks(URI.create("https://Shop.example.com/r/"), new byte[32]);

  @Test
  void aMagazinesIssueIsInTheRecordOfItsLine() throws Exception {
    Identity identity =
        new Identity(
            "K3",
            new Name("晴里便利", "Qingli Market"),
            new Name("自助收银 3 号", "Self-checkout 3"),
            ZoneId.of("Asia/Shanghai"),
            Currency.getInstance("CNY"));
    Fixture till = new Fixture().scan(Fixture.MILK);
    till.on(new Read.ItemScanned(Fixture.TEA, new Quantity.Pieces(1), "54499"));
    byte[] record =
        new SaleRecord(identity, links, Ways.NONE)
            .abandoned(new Effect.RecordAbandoned(till.session(), "finished"), Instant.EPOCH);
    JsonNode lines = new ObjectMapper().readTree(record).path("lines");
    assertFalse(lines.get(0).has("supplement"));
    assertEquals("54499", lines.get(1).path("supplement").asText());
  }

  @Test
  void schemeAndHostOfAReceiptKnowNoCaseAndItsPathDoes() {
    String link = links.link("K3_1_1_1").toString();
    String token = link.substring(link.length() - 16);
    assertEquals(Optional.of(token), links.tokenOf(link));
    assertEquals(Optional.of(token), links.tokenOf("HTTPS://SHOP.EXAMPLE.COM/r/" + token));
    assertEquals(Optional.empty(), links.tokenOf("https://shop.example.com/R/" + token));
    assertEquals(Optional.empty(), links.tokenOf("https://shop.example.org/r/" + token));
    assertEquals(Optional.empty(), links.tokenOf("https://shop.example.com/r/"));
    assertEquals(Optional.empty(), links.tokenOf(token));
    assertEquals(Optional.empty(), links.tokenOf(""));
  }
}
