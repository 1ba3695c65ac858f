package org.facepay.terminal.sale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

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
        new PriceBook.Found.Item(PEN, new Quantity.Pieces(1)), prices.find("4006381333931", "]E0"));
    assertEquals(
        new PriceBook.Found.Item(SOUP, new Quantity.Pieces(1)), prices.find("042100005264", ""));
    assertEquals(
        new PriceBook.Found.Item(SOUP, new Quantity.Pieces(1)), prices.find("04252614", ""));
  }

  @Test
  void readsWeightAndPrice() {
    assertEquals(
        new PriceBook.Found.Item(APPLES, new Quantity.Grams(732)),
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
  void refusesTwoArticlesWithOneCode() {
    assertThrows(IllegalArgumentException.class, () -> new PriceBook(List.of(PEN, PEN), List.of()));
  }
}
