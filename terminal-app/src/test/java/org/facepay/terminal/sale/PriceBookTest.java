package org.facepay.terminal.sale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scan comes to. */
class PriceBookTest {
  private static final Product PEN =
      BasketTest.product("4006381333931", 250, 250, Product.Unit.PIECE, 1300);
  private static final Product SOUP =
      BasketTest.product("0042100005264", 990, 990, Product.Unit.PIECE, 1300);
  private static final Product APPLES =
      BasketTest.product("2100001", 1190, 1190, Product.Unit.KILOGRAM, 900);
  private static final Product SALAD =
      BasketTest.product("2200002", 990, 990, Product.Unit.PIECE, 1300);
  private final PriceBook prices =
      new PriceBook(
          List.of(PEN, SOUP, APPLES, SALAD),
          List.of(new InStoreRule("21IIIIIWWWWWC", 1), new InStoreRule("22IIIIIPPPPPC", 1)));

  @Test
  void findsArticlesByEveryFormOfTheirCode() {
    assertEquals(
        new PriceBook.Found.Item(PEN, new Quantity.Pieces(1), ""),
        prices.find("4006381333931", "]E0"));
    assertEquals(
        new PriceBook.Found.Item(SOUP, new Quantity.Pieces(1), ""),
        prices.find("042100005264", ""));
    assertEquals(
        new PriceBook.Found.Item(SOUP, new Quantity.Pieces(1), ""), prices.find("04252614", ""));
  }

  @Test
  void readsWeightAndPrice() {
    assertEquals(
        new PriceBook.Found.Item(APPLES, new Quantity.Grams(732), ""),
        prices.find("210000100732" + Barcode.checkDigit("210000100732"), ""));
    var pack =
        assertInstanceOf(
            PriceBook.Found.Item.class,
            prices.find("220000201990" + Barcode.checkDigit("220000201990"), ""));
    assertEquals(1990, pack.quantity().amount(pack.product().price()));
  }

  @Test
  void tellsUnknownFromUnreadable() {
    assertEquals(new PriceBook.Found.NotFound("0036000291452"), prices.find("036000291452", ""));
    assertInstanceOf(PriceBook.Found.NoBarcode.class, prices.find("4006381333932", ""));
    assertInstanceOf(PriceBook.Found.NoBarcode.class, prices.find("https://example.com", "]Q1"));
  }

  @Test
  void namesAnUnknownLabelByItsItemWhichIsWhatTheListIsMissing() {
    assertEquals(
        new PriceBook.Found.NotFound("2100009"),
        prices.find("210000900732" + Barcode.checkDigit("210000900732"), ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"210000100000", "220000200000"})
  void aLabelOfNothingIsWeighedAgain(String body) {
    assertInstanceOf(
        PriceBook.Found.NotWeighed.class,
        prices.find(body + Barcode.checkDigit(body), ""),
        "scales print 0 when they overflow");
  }

  @ParameterizedTest
  @CsvSource({
    "977243456100612, '', 9772434561006, 12",
    "977243456100612, ]E3, 9772434561006, 12",
    "9772434561006 12, ]E0, 9772434561006, 12",
    "9772434561006]E112, ]E0, 9772434561006, 12",
    "978187367100954499, '', 9781873671009, 54499",
    "978187367100954499, ]E3, 9781873671009, 54499",
    "9781873671009]E254499, ]E0, 9781873671009, 54499",
    "76194134919000211, '', 0761941349190, 00211",
    "76194134919000211, ]E3, 0761941349190, 00211",
    "076194134919000211, ]E3, 0761941349190, 00211", // UPC-A as AIM has it, with 13 digits
    "76194134919002, '', 0761941349190, 02",
    "76194134919002, ]E3, 0761941349190, 02",
    "0425261454499, ]E3, 0042100005264, 54499", // UPC-E, as long as an EAN-13
    "0425261412, '', 0042100005264, 12",
  })
  void sellsTheMainCodeAndKeepsItsSupplement(
      String data, String aim, String code, String supplement) {
    Product issue = BasketTest.product(code, 1200, 1200, Product.Unit.PIECE, 900);
    PriceBook kiosk =
        new PriceBook(List.of(issue), List.of(new InStoreRule("26IIIIIPPPPPWWWWWC", 1)));
    assertEquals(
        new PriceBook.Found.Item(issue, new Quantity.Pieces(1), supplement), kiosk.find(data, aim));
    assertEquals(
        new PriceBook.Found.NotFound(code),
        new PriceBook(List.of(PEN), List.of()).find(data, aim),
        "not in the book");
  }

  @ParameterizedTest
  @CsvSource({
    "977243456100712, ''", // check digit
    "97724345610061, ''", // one digit of two
    "9772434561006123, ''", // three
    "977243456100612, ]C1", // not an EAN
  })
  void isNoCodeWithASupplement(String data, String aim) {
    Product issue = BasketTest.product("9772434561006", 1200, 1200, Product.Unit.PIECE, 900);
    assertFalse(
        new PriceBook(List.of(issue), List.of()).find(data, aim) instanceof PriceBook.Found.Item);
  }

  @Test
  void aSupplementThatIsAnnouncedAndWasNotReadIsNone() {
    assertEquals(
        new PriceBook.Found.Item(PEN, new Quantity.Pieces(1), ""),
        prices.find("4006381333931", "]E3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9812345678902", "9912345678909", "0512345678900", "512345678900"})
  void aCouponIsNoUnknownArticle(String code) {
    String body = code.substring(0, code.length() - 1);
    assertInstanceOf(
        PriceBook.Found.Coupon.class, prices.find(body + Barcode.checkDigit(body), ""), code);
  }

  @Test
  void refusesTwoArticlesWithOneCode() {
    assertThrows(IllegalArgumentException.class, () -> new PriceBook(List.of(PEN, PEN), List.of()));
  }
}
