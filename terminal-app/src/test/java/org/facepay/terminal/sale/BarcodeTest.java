package org.facepay.terminal.sale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.facepay.terminal.catalogue.GoodsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        "21IIIIIIPPPPPC",
        "2IPPPPPPPPPPC", // an item of two digits
        "21IIIIIIIIIIIIWWWWWC", // of fourteen
        "21IIIIVPPPPPPC", // a verifier that is not defined
        "26IIIIIPPPPPWWWWWPPC",
        "26IIIIIPPPPPPPPPPPPWWWWWC"
      })
  void refusesLayoutsThatAreNone(String layout) {
    assertThrows(IllegalArgumentException.class, () -> new InStoreRule(layout, 1));
  }

  @Test
  void readsALabelWithPriceAndWeight() {
    List<InStoreRule> long18 = List.of(new InStoreRule("26IIIIIPPPPPWWWWWC", 1));
    assertEquals(
        new Barcode.PricedInStore("2612345", 1234),
        Barcode.parse("261234501234007501", "", long18));
    assertEquals(
        new Barcode.PricedInStore("2612345", 1234),
        Barcode.parse(
            withCheck("2612345" + "00750" + "01234"),
            "",
            List.of(new InStoreRule("2IIIIIIWWWWWPPPPPC", 1))),
        "weight first, and one digit of prefix");
    assertEquals(
        new Barcode.PricedInStore("21123456", 12340),
        Barcode.parse(
            withCheck("21123456" + "001234" + "00750"),
            "",
            List.of(new InStoreRule("21IIIIIIPPPPPPWWWWWC", 10))),
        "20 digits");
    assertEquals(
        new Barcode.PricedInStore("2612345", 0),
        Barcode.parse(withCheck("2612345" + "01234" + "00000"), "", long18),
        "a price without a weight");
    assertInstanceOf(
        Barcode.Unreadable.class, Barcode.parse("261234501234007502", "", long18), "check digit");
  }

  /** What the configuration accepts can be sold: the list of goods takes its items, too. */
  @Test
  void everyLayoutNamesItsItemAsTheListOfGoodsDoes(@TempDir Path folder) throws Exception {
    Random random = new Random(11);
    int layouts = 0;
    for (int n = 0; n < 2_000; n++) {
      StringBuilder layout = new StringBuilder(random.nextBoolean() ? "2" : "02");
      layout.append("I".repeat(random.nextInt(14))).append(random.nextInt(4) == 0 ? "V" : "");
      layout.append("P".repeat(random.nextInt(7))).append("W".repeat(random.nextInt(7)));
      Optional<InStoreRule> rule = rule(layout.append('C').toString());
      if (rule.isEmpty()) {
        continue;
      }
      layouts++;
      StringBuilder digits = new StringBuilder();
      for (char c : layout.substring(0, layout.length() - 1).toCharArray()) {
        digits.append(Character.isDigit(c) ? c : (char) ('0' + random.nextInt(10)));
      }
      Barcode read = Barcode.parse(withCheck(digits.toString()), "", List.of(rule.get()));
      if (read instanceof Barcode.PricedInStore(String item, long price)) {
        assertListed(folder, rule.get(), item);
        assertTrue(price >= 0);
      }
    }
    assertTrue(layouts > 100, layouts + " layouts");
  }

  private static Optional<InStoreRule> rule(String layout) {
    try {
      return Optional.of(new InStoreRule(layout, 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void assertListed(Path folder, InStoreRule rule, String item) throws Exception {
    Path list = folder.resolve("goods.tsv");
    Files.writeString(list, item + "\t肉\t\tMeat\t\t10.00\t10.00\t10.00\tkg\t9\tmeat\n");
    assertEquals(
        item,
        GoodsFile.read(list, Currency.getInstance("CNY"), new Numbering(List.of(rule), ""))
            .products()
            .getFirst()
            .code(),
        item);
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
