package org.facepay.terminal.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.facepay.tags.Slow;
import org.facepay.terminal.sale.AgeLimit;
import org.facepay.terminal.sale.InStoreRule;
import org.facepay.terminal.sale.Numbering;
import org.facepay.terminal.sale.PriceBook;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of goods on its way into the till. */
class GoodsTest {
  private static final Currency CNY = Currency.getInstance("CNY");
  private static final String TEA =
      "6900123400074\t无糖乌龙茶\t500 ml\tOolong tea\t500 ml\t5.00\t6.00\t4.50\tpiece\t13\ttea\n";

  @TempDir Path folder;

  private static final List<InStoreRule> RULES =
      List.of(
          new InStoreRule("21IIIIIWWWWWC", 1),
          new InStoreRule("22IIIIIPPPPPC", 1),
          new InStoreRule("23IIIIWWWWWWC", 1),
          new InStoreRule("26IIIIIIIIIPPPPPC", 1));
  private static final Numbering NUMBERING = new Numbering(RULES, "212");

  private static GoodsFile read(Path list) throws CatalogueException {
    return GoodsFile.read(list, CNY, NUMBERING);
  }

  private static String refusal(Path list) {
    return String.valueOf(assertThrows(CatalogueException.class, () -> read(list)).getMessage());
  }

  private static String tea(String code) {
    return TEA.replace("6900123400074", code);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("goods.tsv"), text);
  }

  @Test
  void readsAnArticle() throws Exception {
    Product tea = read(file("# goods\n\n" + TEA)).products().getFirst();
    assertEquals(500, tea.price());
    assertEquals(600, tea.regular());
    assertEquals(1300, tea.tax().basisPoints());
    assertEquals("无糖乌龙茶", tea.zh().name());
  }

  @Test
  void readsWhoMayBuyIt() throws Exception {
    Path list = file(TEA + tea("6900123400142").replace("\ttea\n", "\tbeer\tage=18\n"));
    assertEquals(
        List.of(AgeLimit.NONE, new AgeLimit(18)),
        read(list).products().stream().map(Product::age).toList());
    try (ProductStore store = new ProductStore(folder.resolve("kept.db"))) {
      store.load(read(list).products());
      assertEquals(Set.copyOf(read(list).products()), Set.copyOf(store.products()));
    }
    for (String wrong : List.of("18", "age=0", "age=", "age=180", "age = 18")) {
      assertTrue(
          refusal(file(TEA.replace("\ttea\n", "\ttea\t" + wrong + "\n"))).contains("age=18"));
    }
  }

  @Test
  void namesEveryBadLineAndUsesNothing() throws Exception {
    Path bad =
        file(
            TEA
                + TEA
                + "x\n"
                + TEA.replace("5.00\t6.00", "five\t6.00").replace("074", "081")
                + TEA.replace("5.00\t6.00", "7.00\t6.00").replace("074", "082")
                + TEA.replace("piece", "litre").replace("074", "083"));
    String message = refusal(bad);
    for (int line = 2; line <= 6; line++) {
      assertTrue(message.contains("line " + line + ":"), message);
    }
    assertThrows(CatalogueException.class, () -> read(file("# nothing\n")));
    Files.write(folder.resolve("latin.tsv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThrows(CatalogueException.class, () -> read(folder.resolve("latin.tsv")));
  }

  /** A name of 5 kB was 46 cm of paper. */
  @Test
  void aNameThatIsMorePaperThanReceiptIsRefused() throws Exception {
    String just = "茶".repeat(80);
    assertEquals(just, read(file(TEA.replace("无糖乌龙茶", just))).products().getFirst().zh().name());
    String message = refusal(file(TEA.replace("无糖乌龙茶", "茶".repeat(5_120))));
    assertTrue(message.contains("at most 80 characters, found 5120"), message);
  }

  @Test
  void namesArticlesByThreeToThirteenDigits() throws Exception {
    for (String item : List.of("212", "200002", "26123451234", "2612345123456")) {
      assertEquals(item, read(file(tea(item))).products().getFirst().code(), item);
    }
    for (String item : List.of("21", "26123451234567", "21a")) {
      assertTrue(refusal(file(tea(item))).contains(item), item);
    }
    Files.writeString(folder.resolve("recalls.tsv"), "200002\n");
    assertTrue(
        Recalls.read(folder.resolve("recalls.tsv"), NUMBERING)
            .calledBack("200002", Optional.empty()));
  }

  /** Code in the list, then what the scanner sends for that very article. */
  @ParameterizedTest
  @CsvSource({
    "041570056691, 041570056691",
    "41570056691, 041570056691",
    "41570056691, 0041570056691",
    "0041570056691, 041570056691",
    "00041570056691, 041570056691",
    "6900123400074, 06900123400074",
    "06900123400074, 6900123400074",
    "0000096385074, 96385074",
    "000096385074, 96385074",
    "00000096385074, 96385074",
    "96385074, 0000096385074",
    "96385074, 00000096385074",
    "04252614, 042100005264",
    "042100005264, 04252614",
    "42100005264, 04252614",
    "' 6900123400074 ', 6900123400074",
    "'\"6900123400074\"', 6900123400074",
  })
  void whateverSpellingTheListHasTheScanFindsTheArticle(String listed, String scanned)
      throws Exception {
    GoodsFile goods = read(file(tea(listed)));
    assertEquals(List.of(), goods.unreachable());
    assertEquals(
        new PriceBook.Found.Item(goods.products().getFirst(), new Quantity.Pieces(1), ""),
        new PriceBook(goods.products(), RULES).find(scanned, ""));
  }

  /** Both lines name one article, so its price would be a matter of chance. */
  @ParameterizedTest
  @CsvSource({
    "041570056691, 0041570056691",
    "41570056691, 041570056691",
    "00041570056691, 41570056691",
    "96385074, 0000096385074",
    "04252614, 042100005264",
  })
  void twoSpellingsOfOneArticleAreOne(String one, String other) throws Exception {
    assertTrue(
        refusal(file("\uFEFF# goods\n" + tea(one) + tea(other))).contains("line 3: the article"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "6932170000000", // rounded by a spreadsheet
        "693217000000", // with a zero too few
        "41570056690",
        "96385075",
        "4011",
        "200002",
        "231234", // its label says a weight
        "2112345001238", // a label of 2112345 as a whole
      })
  void whatNoScanCanBringIsSaidAndTheRestIsSold(String code) throws Exception {
    GoodsFile goods = read(file(TEA + "\n# next\n" + tea(code)));
    assertEquals(2, goods.products().size());
    assertEquals(1, goods.unreachable().size(), goods.unreachable()::toString);
    assertTrue(
        goods
            .unreachable()
            .getFirst()
            .english()
            .startsWith("line 4: " + code + " cannot be scanned: "),
        goods.unreachable()::toString);
    assertFalse(
        new PriceBook(goods.products(), RULES).find(code, "") instanceof PriceBook.Found.Item);
  }

  @Test
  void whatIsTouchedOrHasALabelNeedsNoBarcode() throws Exception {
    GoodsFile goods =
        read(
            file(
                tea("212")
                    + tea("2112345").replace("piece", "kg")
                    + tea("4011").replace("piece", "kg")
                    + tea("2212345")
                    + tea("26123456789")
                    + tea("1234567")));
    assertEquals(List.of(), goods.unreachable());
  }

  @Test
  void readsWhatASpreadsheetExports() throws Exception {
    String text =
        "\uFEFF\"# goods, 2026\"\r\n"
            + "\"6900123400074\"\t\"无糖, \"\"乌龙\"\" 茶\"\t500 ml\t Oolong, tea\t\t5.00\t\"6.00\"\t4.5"
            + "\tpiece\t13\ttea\t\t\r\n"
            + "\t\t\t\t\t\t\t\t\t\t\r\n";
    Product tea = read(file(text)).products().getFirst();
    assertEquals("无糖, \"乌龙\" 茶", tea.zh().name());
    assertEquals("Oolong, tea", tea.en().name());
    assertEquals(450, tea.memberPrice());
  }

  @Test
  void whatCannotBeSeenIsShownInTheMessage() throws Exception {
    assertTrue(
        refusal(file(TEA + tea("\uFEFF690012340008"))).contains("found \\ufeff690012340008"));
    assertTrue(refusal(file(tea("69001234\u200B00081"))).contains("\\u200b"));
    assertTrue(refusal(file(tea("6900123400074\u00A0"))).contains("\\u00a0"));
    Path gbk = folder.resolve("gbk.tsv");
    Files.write(gbk, ("# goods\n" + TEA).getBytes(Charset.forName("GBK")));
    assertTrue(refusal(gbk).contains("line 2: no UTF-8 text"), refusal(gbk));
    Path wide = folder.resolve("utf16.tsv");
    Files.write(wide, ("\uFEFF" + TEA).getBytes(StandardCharsets.UTF_16LE));
    assertTrue(refusal(wide).contains("line 1: no UTF-8 text"), refusal(wide));
    assertTrue(
        refusal(file(TEA + tea("6900123400081").replace("无糖", "\uFFFD\uFFFD")))
            .contains("line 2: has the character U+FFFD"));
    assertTrue(refusal(folder.resolve("none.tsv")).contains("none.tsv"));
  }

  @Test
  void pricesAreInTheShopsCurrency() throws Exception {
    Currency yen = Currency.getInstance("JPY");
    Path list = file(TEA.replace("5.00\t6.00\t4.50", "500\t600.00\t450"));
    assertEquals(500, GoodsFile.read(list, yen, NUMBERING).products().getFirst().price());
    assertTrue(
        String.valueOf(
                assertThrows(
                        CatalogueException.class, () -> GoodsFile.read(file(TEA), yen, NUMBERING))
                    .getMessage())
            .contains("expected a price such as 500 in JPY, found 4.50"));
  }

  @Test
  void recallsAreReadAsTheGoodsAre() throws Exception {
    Path file = folder.resolve("recalls.tsv");
    Files.writeString(file, "\uFEFF\"41570056691\"\t\"AB,1\"\r\n04252614\t\t\t\n");
    Recalls recalls = Recalls.read(file, NUMBERING);
    assertEquals(new Recalls.Recall("00041570056691", "AB,1", ""), recalls.all().getFirst());
    assertTrue(recalls.calledBack("0042100005264", Optional.empty()));
    Files.writeString(file, "6900123400074\n6932170000000\n");
    assertTrue(
        String.valueOf(
                assertThrows(CatalogueException.class, () -> Recalls.read(file, NUMBERING))
                    .getMessage())
            .contains("line 2: 6932170000000 has a wrong check digit"));
  }

  @Test
  @Slow("reads 2,000 damaged lists")
  void anyBytesAreAListOrAClearError() throws Exception {
    Random random = new Random(15);
    byte[] whole = ("\uFEFF" + TEA + tea("41570056691")).getBytes(StandardCharsets.UTF_8);
    int read = 0;
    Path list = folder.resolve("goods.tsv");
    for (int n = 0; n < 2_000; n++) {
      byte[] bytes = Arrays.copyOf(whole, n % 2 == 0 ? whole.length : random.nextInt(whole.length));
      for (int hit = random.nextInt(4); hit > 0 && bytes.length > 0; hit--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Files.write(list, bytes);
      try {
        read += read(list).products().size();
      } catch (CatalogueException e) {
        assertTrue(String.valueOf(e.getMessage()).contains("goods.tsv"), e::toString);
      }
    }
    assertTrue(read > 100, read + " articles");
  }

  @Test
  void whatIsSoldByWeightHasAPrice() throws Exception {
    Path free =
        file(
            TEA.replace("5.00\t6.00", "0.00\t6.00").replaceFirst("\t[0-9.]+\tpiece", "\t0.00\tkg"));
    assertTrue(refusal(free).contains("above 0"));
  }

  @Test
  void aListIsTakenOverWhole() throws Exception {
    try (ProductStore store = new ProductStore(folder.resolve("pricebook.db"))) {
      assertTrue(store.load(read(file(TEA)).products()));
      assertFalse(store.load(read(file(TEA)).products()), "the same list is not taken over again");
      assertTrue(store.load(read(file(TEA.replace("5.00\t6.00", "5.50\t6.00"))).products()));
      assertEquals(550, store.products().getFirst().price());
      assertEquals(1, store.products().size());
    }
  }

  @Test
  void aDamagedCopyOfTheListIsMadeAnew() throws Exception {
    Path database = folder.resolve("pricebook.db");
    try (ProductStore store = new ProductStore(database)) {
      store.load(read(file(TEA)).products());
    }
    Files.write(database, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    try (ProductStore store = new ProductStore(database)) {
      assertTrue(store.load(read(file(TEA)).products()));
      assertEquals(1, store.products().size());
    }
  }

  @Test
  void theDemoSellsAtLeastTwoHundredArticlesWithPictures() throws Exception {
    Path goods = folder.resolve("demo.tsv");
    try (var in = GoodsTest.class.getResourceAsStream("/org/facepay/terminal/lab/shop/goods.tsv")) {
      Files.copy(in, goods);
    }
    assertEquals(List.of(), read(goods).unreachable());
    List<Product> products = read(goods).products();
    assertTrue(products.size() >= 200, products.size() + " articles");
    for (Product product : products) {
      assertTrue(
          product.zh().name().codePoints().anyMatch(Character::isIdeographic), product.toString());
      assertTrue(product.en().name().chars().allMatch(c -> c < 0x250), product.toString());
    }
  }
}
