package org.facepay.terminal.sale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Retail barcodes as the GS1 General Specifications write them. */
class BarcodeTest {
  private static final List<InStoreRule> RULES =
      List.of(
          new InStoreRule("21IIIIIWWWWWC", 1),
          new InStoreRule("22IIIIIPPPPPC", 1),
          new InStoreRule("23IIIIVPPPPPC", 10),
          new InStoreRule("24IIIIIVPPPPC", 1));

  @ParameterizedTest
  @CsvSource({
    "4006381333931, '', 4006381333931", // EAN-13
    "036000291452, '', 0036000291452", // UPC-A
    "96385074, ']E4', 96385074", // EAN-8
    "04252614, '', 0042100005264", // UPC-E of 042100005264 (General Specifications, figure
    // 5.2.2.4-1)
    "0425261, '', 0042100005264", // its check digit stripped
    "425261, '', 0042100005264", // its number system stripped, too
    "04006381333931, '', 4006381333931", // GTIN-14 of a single article
  })
  void readsTradeItems(String data, String aim, String gtin) {
    Barcode.TradeItem item =
        assertInstanceOf(Barcode.TradeItem.class, Barcode.parse(data, aim, RULES));
    assertEquals(gtin, item.candidates().getFirst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "4006381333932",
        "96385075",
        "123456789",
        "14006381333938",
        "40063813339310",
        "９６３８５０７４"
      })
  void refusesWhatIsNoRetailBarcode(String data) {
    assertInstanceOf(Barcode.Unreadable.class, Barcode.parse(data, "", RULES));
  }

  @Test
  void keepsBothReadingsOfEightAmbiguousDigits() {
    // 0123 4565 is an EAN-8 and, by its expansion 012345000065, perhaps a UPC-E: only readings
    // whose check digit holds stay.
    for (int n = 0; n < 20_000_000; n += 977) {
      String digits = String.format("%08d", n);
      if (Barcode.parse(digits, "", RULES) instanceof Barcode.TradeItem item) {
        item.candidates().forEach(code -> assertTrue(Barcode.checks(code), code));
      }
    }
  }

  @Test
  void readsAWeightInTheCode() {
    assertEquals(
        new Barcode.WeighedInStore("2100001", 732),
        Barcode.parse(withCheck("210000100732"), "", RULES));
  }

  @Test
  void readsAPriceInTheCode() {
    assertEquals(
        new Barcode.PricedInStore("2200002", 1990),
        Barcode.parse(withCheck("220000201990"), "", RULES));
  }

  @Test
  void checksTheVerifierDigit() {
    // 14685 has the verifier 6 and 2875 the verifier 9: the examples of the General Specifications,
    // sections 7.9.3 and 7.9.4.
    assertEquals(6, InStoreRule.verifierOf("14685"));
    assertEquals(9, InStoreRule.verifierOf("2875"));
    assertEquals(
        new Barcode.PricedInStore("231234", 146850),
        Barcode.parse(withCheck("231234614685"), "", RULES));
    assertInstanceOf(Barcode.Unreadable.class, Barcode.parse(withCheck("231234714685"), "", RULES));
    assertEquals(
        new Barcode.PricedInStore("2412345", 2875),
        Barcode.parse(withCheck("241234592875"), "", RULES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "21IIIIIPPPPP",
        "31IIIIIPPPPPC",
        "21PPPPPIIIIIC",
        "21IIIIIXXXXXC",
        "21IIIIIIPPPPPC"
      })
  void refusesLayoutsThatAreNone(String layout) {
    assertThrows(IllegalArgumentException.class, () -> new InStoreRule(layout, 1));
  }

  @Test
  void takesAnythingAScannerCanSend() {
    Random random = new Random(7);
    for (int i = 0; i < 1_000_000; i++) {
      int length = random.nextInt(20);
      StringBuilder data = new StringBuilder();
      for (int c = 0; c < length; c++) {
        data.append(
            (char) (random.nextInt(8) == 0 ? random.nextInt(0x3000) : '0' + random.nextInt(10)));
      }
      Barcode read = Barcode.parse(data.toString(), random.nextBoolean() ? "]E0" : "", RULES);
      if (read instanceof Barcode.TradeItem item) {
        item.candidates().forEach(code -> assertTrue(Barcode.checks(code)));
      }
    }
  }

  private static String withCheck(String body) {
    return body + Barcode.checkDigit(body);
  }
}
