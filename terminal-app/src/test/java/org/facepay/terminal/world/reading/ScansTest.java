package org.facepay.terminal.world.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.facepay.peripherals.scanner.Scan;
import org.facepay.terminal.catalogue.CatalogueException;
import org.facepay.terminal.catalogue.Recalls;
import org.facepay.terminal.payment.PaymentProviders;
import org.facepay.terminal.sale.InStoreRule;
import org.facepay.terminal.sale.Numbering;
import org.facepay.terminal.sale.PriceBook;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.sale.TaxRate;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the codes on goods mean at the till. */
class ScansTest {
  private static final Product TEA = product("6900123400074", Product.Unit.PIECE);
  private static final Product CHEESE = product("6900123400142", Product.Unit.KILOGRAM);
  private static final Product PORK = product("2612345", Product.Unit.KILOGRAM);
  private static final Product ISSUE = product("9781873671009", Product.Unit.PIECE);
  private static final List<InStoreRule> RULES =
      List.of(
          new InStoreRule("26IIIIIPPPPPWWWWWC", 1),
          new InStoreRule("26IIIIIWWWWWC", 1),
          new InStoreRule("25IIIIVPPPPPC", 10),
          new InStoreRule("2IIIIIIIIPPPPPPWWWWC", 1));
  private static final char FNC1 = 0x1d;

  @TempDir Path folder;

  private static Product product(String code, Product.Unit unit) {
    return new Product(
        code,
        new Product.Text("茶", ""),
        new Product.Text("Tea", ""),
        500,
        500,
        500,
        unit,
        new TaxRate(1300),
        "tea");
  }

  private static Scans scans(Recalls recalls) {
    return scans(new PriceBook(List.of(TEA, CHEESE, PORK, ISSUE), RULES), recalls);
  }

  private static Scans scans(PriceBook prices, Recalls recalls) {
    return new Scans(
        prices,
        new PaymentProviders(List.of()),
        recalls,
        Currency.getInstance("CNY"),
        () -> LocalDate.of(2026, 11, 25),
        ShopCodes.none());
  }

  private static Event scan(Recalls recalls, String data, String aim) {
    return scans(recalls).event(new Scan(data, Optional.of(aim).filter(a -> !a.isEmpty()), 0));
  }

  private static Event scan(String data, String aim) {
    return scan(Recalls.none(), data, aim);
  }

  @Test
  void aDataMatrixBringsItsWeightOrItsPrice() {
    assertEquals(
        new Read.ItemScanned(CHEESE, new Quantity.Grams(486)),
        scan("0106900123400142" + "3103000486", "]d2"));
    assertEquals(
        new Read.ItemScanned(CHEESE, new Quantity.Pack(1_290)),
        scan("0106900123400142" + "39221290", "]d2"));
    assertInstanceOf(
        Read.UnknownItemScanned.class, scan("0106900123400142", "]d2"), "no weight, no price");
  }

  @Test
  void aDigitalLinkIsAnArticleAndAForeignAddressIsNone() {
    assertEquals(
        new Read.ItemScanned(TEA, new Quantity.Pieces(1)),
        scan("https://id.gs1.org/01/06900123400074/10/AB1", ""));
    assertInstanceOf(Read.UnreadableScanned.class, scan("https://example.com/menu", ""));
  }

  @Test
  void expiredGoodsAreRefusedFromTheDayAfter() {
    assertEquals(
        new Read.ItemScanned(TEA, new Quantity.Pieces(1), "", "2026-11-25"),
        scan("0106900123400074" + "17261125", "]d2"));
    assertEquals(
        new Read.GoodsRefused(TEA, Read.Refusal.EXPIRED),
        scan("0106900123400074" + "17261124", "]d2"));
  }

  @Test
  void recalledGoodsAreRefusedByArticleBatchOrSerial() throws Exception {
    Path file = folder.resolve("recalls.tsv");
    Files.writeString(file, "# recalls\n6900123400074\tAB1\n6900123400142\n");
    Recalls recalls = Recalls.read(file, new Numbering(List.of(), ""));
    assertEquals(
        new Read.GoodsRefused(TEA, Read.Refusal.RECALLED),
        scan(recalls, "0106900123400074" + "10AB1" + FNC1 + "17270101", "]d2"));
    assertInstanceOf(Read.ItemScanned.class, scan(recalls, "0106900123400074" + "10AB2", "]d2"));
    assertInstanceOf(Read.ItemScanned.class, scan(recalls, "6900123400074", ""));
    assertInstanceOf(
        Read.GoodsRefused.class, scan(recalls, "0106900123400142" + "3103000486", "]d2"));
    Files.writeString(file, "milk\n");
    assertTrue(
        String.valueOf(
                assertThrows(
                        CatalogueException.class,
                        () -> Recalls.read(file, new Numbering(List.of(), "")))
                    .getMessage())
            .contains("line 1"));
  }

  @ParameterizedTest
  @CsvSource({
    "2612345000001, ''", // 0 g
    "261234501234000008, ''", // a price of 0 g
    "261234500000007504, ''", // 750 g of no price
    "01069001234001423922000000, ]d2",
    "01069001234001423932156000000, ]d2",
    "01069001234001423103000000, ]d2",
    "01069001234001423104000009, ]d2", // 0.9 g
    "010690012340014231030000003922001290, ]d2", // a price of 0 g
    "01069001234001423100999999, ]d2", // 999,999 kg
  })
  void aLabelOfNothingIsWeighedAgain(String data, String aim) {
    Read.GoodsRefused refused =
        assertInstanceOf(Read.GoodsRefused.class, scan(checked(data, aim), aim), data);
    assertEquals(Read.Refusal.NOT_WEIGHED, refused.why());
  }

  /** The digits with their check digit, but for GS1 element strings. */
  private static String checked(String data, String aim) {
    if (!aim.isEmpty()) {
      return data;
    }
    int sum = 0;
    for (int i = 0; i < data.length() - 1; i++) {
      sum += (data.charAt(data.length() - 2 - i) - '0') * (i % 2 == 0 ? 3 : 1);
    }
    return data.substring(0, data.length() - 1) + (10 - sum % 10) % 10;
  }

  @Test
  void whatTheShopHasALayoutForIsNoPayCode() {
    assertEquals(
        new Read.ItemScanned(PORK, new Quantity.Pack(1234)), scan("261234501234007501", ""));
    assertEquals(
        new Read.UnknownItemScanned("2699999"), scan(checked("269999901234007500", ""), ""));
    assertInstanceOf(
        Read.UnknownItemScanned.class, scan(checked("21234567800123400750", ""), ""), "20 digits");
    for (String code : List.of("280000000000440343", "261234501234007502", "130000000000440343")) {
      assertInstanceOf(Read.PayCodePresented.class, scan(code, ""), code);
    }
  }

  /**
   * A layout with one digit of prefix claims what is entered, not every pay code that begins so.
   */
  @Test
  void aLayoutOfAllCodesThatBeginWithTwoLeavesTheWalletsTheirs() {
    Scans wide =
        scans(
            new PriceBook(List.of(PORK), List.of(new InStoreRule("2IIIIIIPPPPPWWWWWC", 1))),
            Recalls.none());
    assertEquals(
        new Read.ItemScanned(PORK, new Quantity.Pack(1234)),
        wide.event(new Scan("261234501234007501", Optional.empty(), 0)));
    Random random = new Random(5);
    for (int n = 0; n < 2_000; n++) {
      StringBuilder code = new StringBuilder("28");
      random.ints(16, 0, 10).forEach(code::append);
      assertInstanceOf(
          Read.PayCodePresented.class, wide.event(new Scan(code.toString(), Optional.empty(), 0)));
    }
  }

  /** Nothing of a pay code goes into an event that is kept, whatever it looks like. */
  @Test
  void aPayCodeIsNeverTakenForACodeWithASupplement() {
    Random random = new Random(3);
    for (int n = 0; n < 20_000; n++) {
      StringBuilder code = new StringBuilder(random.nextBoolean() ? "28" : "13");
      random.ints(16, 0, 10).forEach(code::append);
      assertInstanceOf(Read.PayCodePresented.class, scan(code.toString(), ""), "a pay code");
    }
  }

  @Test
  void anIssueKeepsItsSupplement() {
    Event issue = new Read.ItemScanned(ISSUE, new Quantity.Pieces(1), "54499");
    assertEquals(issue, scan("978187367100954499", ""));
    assertEquals(issue, scan("978187367100954499", "]E3"));
    assertEquals(issue, scan("9781873671009]E254499", "]E0"));
    assertEquals(
        new Read.UnknownItemScanned("3012345678902"),
        scan("301234567890254499", "]E3"),
        "an EAN is no pay code");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s0106900123400074",
        "0106900123400074%s",
        "%s010690012340007410AB1%s",
        "%s010690012340007417270101%s",
        " %s0106900123400074 ",
      })
  void separatorsAtBothEndsMarkAnElementString(String text) {
    String until = text.contains("17270101") ? "2027-01-01" : "";
    assertEquals(
        new Read.ItemScanned(TEA, new Quantity.Pieces(1), "", until),
        scan(text.replace("%s", "\u001d"), ""));
  }

  @Test
  void anArticlesNumberIsOneWithoutAnyMark() {
    Event tea = new Read.ItemScanned(TEA, new Quantity.Pieces(1));
    assertEquals(tea, scan("0106900123400074", ""));
    assertEquals(
        new Read.ItemScanned(TEA, new Quantity.Pieces(1), "", "2027-01-01"),
        scan("010690012340007417270101" + "10AB1", ""));
    assertEquals(tea, scan("(01)06900123400074(10)AB1", ""));
    assertInstanceOf(Read.UnreadableScanned.class, scan("0106900123400075", ""), "check digit");
    assertEquals(
        new Read.GoodsRefused(TEA, Read.Refusal.EXPIRED), scan("010690012340007417261124", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTPS://ID.GS1.ORG/01/06900123400074",
        "Http://Id.Gs1.Org/01/06900123400074",
        "hTTPS://EXAMPLE.COM/shop/01/6900123400074?17=270101",
      })
  void schemeAndHostKnowNoCase(String uri) {
    String until = uri.contains("17=270101") ? "2027-01-01" : "";
    assertEquals(new Read.ItemScanned(TEA, new Quantity.Pieces(1), "", until), scan(uri, "]Q1"));
  }

  @Test
  void aPriceWithItsCurrencyIsTheShopsOrNone() {
    assertEquals(
        new Read.ItemScanned(CHEESE, new Quantity.Pack(1_290)),
        scan("0106900123400142" + "39321561290", "]d2"));
    assertEquals(
        new Read.ItemScanned(CHEESE, new Quantity.Pack(1_290)),
        scan("0106900123400142" + "393315612900", "]d2"),
        "three decimals, the last a zero");
    assertInstanceOf(
        Read.UnknownItemScanned.class, scan("0106900123400142" + "39328401290", "]d2"), "dollars");
  }

  @ParameterizedTest
  @CsvSource({
    "9812345678909, ''",
    "9912345678909, ]E0",
    "512345678909, ''",
    "0512345678909, ]E0",
    "8110106141416543213150110000310123196000, ]e0",
    "2559501101530003123, ]C1",
  })
  void couponsAreNotTaken(String data, String aim) {
    assertInstanceOf(
        Read.CouponScanned.class, scan(aim.matches("]E0|") ? checked(data, "") : data, aim), data);
  }

  @Test
  void anyTextIsSomethingAndNothingThrows() {
    Random random = new Random(9);
    String[] aims = {"", "]d2", "]C1", "]E0", "]E3", "]Q3"};
    String[] heads = {
      "", "01069001234000", "0106900123400142", "26", "25", "2", "(01)", "https://"
    };
    String[] identifiers = {"3100", "3105", "3920", "3929", "3933156", "17", "7003", "10", "8110"};
    for (int n = 0; n < 200_000; n++) {
      StringBuilder data = new StringBuilder(heads[random.nextInt(heads.length)]);
      if (random.nextBoolean()) {
        data.append(identifiers[random.nextInt(identifiers.length)]);
        random.ints(random.nextInt(20), '0', ':').forEach(c -> data.append((char) c));
      } else {
        random.ints(random.nextInt(40), 0x1d, 0x7f).forEach(c -> data.append((char) c));
      }
      String aim = aims[random.nextInt(aims.length)];
      String text = random.nextBoolean() ? data.toString() : checked(data + "00", "");
      if (scan(text, aim) instanceof Read.ItemScanned(var product, var quantity, String more, _)) {
        assertTrue(quantity.amount(product.memberPrice()) > 0, text);
        assertTrue(more.matches("|[0-9]{2}|[0-9]{5}"), text);
      }
    }
  }
}
