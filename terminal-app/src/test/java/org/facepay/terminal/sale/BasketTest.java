package org.facepay.terminal.sale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines of a basket. */
class BasketTest {
  private static final Currency CNY = Currency.getInstance("CNY");
  private static final Product TEA = product("1", 500, 500, Product.Unit.PIECE, 1300);
  private static final Product MILK = product("2", 1490, 1680, Product.Unit.PIECE, 900);
  private static final Product APPLES = product("3", 1190, 1190, Product.Unit.KILOGRAM, 900);

  private final Basket basket =
      Basket.empty(CNY)
          .add(TEA, new Quantity.Pieces(1))
          .add(APPLES, new Quantity.Grams(732))
          .add(MILK, new Quantity.Pieces(1))
          .add(TEA, new Quantity.Pieces(1));

  static Product product(String code, long price, long regular, Product.Unit unit, int tax) {
    return new Product(
        code,
        new Product.Text("茶", "500 ml"),
        new Product.Text("Tea", "500 ml"),
        price,
        regular,
        price,
        unit,
        new TaxRate(tax),
        "tea");
  }

  @Test
  void joinsPiecesOfAnArticleOnTop() {
    assertEquals(List.of(1, 3, 2), basket.lines().stream().map(Basket.Line::number).toList());
    assertEquals(new Quantity.Pieces(2), basket.lines().getFirst().quantity());
    assertEquals(4, basket.articles());
  }

  @Test
  void weighedGoodsOfOneKindStayTwoLines() {
    Basket two =
        Basket.empty(CNY).add(APPLES, new Quantity.Grams(100)).add(APPLES, new Quantity.Grams(200));
    assertEquals(2, two.lines().size());
  }

  @Test
  void roundsHalvesAwayFromZero() {
    assertEquals(3, Rounding.divide(5, 2));
    assertEquals(-3, Rounding.divide(-5, 2));
    assertEquals(2, Rounding.divide(7, 3));
  }

  @Test
  void changesAndVoidsLines() {
    assertEquals(3, basket.withCount(1, 1).articles());
    assertTrue(basket.withCount(1, 0).line(1).isEmpty());
    assertEquals(basket.lines(), basket.withCount(2, 5).lines(), "a weighed line has no count");
    Basket without = basket.without(List.of(basket.line(3).orElseThrow()));
    assertFalse(without.line(3).isPresent());
    assertEquals(
        4,
        without.add(MILK, new Quantity.Pieces(1)).lines().getFirst().number(),
        "numbers are not used twice");
  }

  @Test
  void moneyKnowsItsCurrency() {
    assertEquals("500", Money.of(500, "JPY").figures());
    assertEquals("-0.05", Money.of(-5, "CNY").figures());
    assertThrows(IllegalArgumentException.class, () -> Money.of(1, "CNY").plus(Money.of(1, "EUR")));
  }
}
