package org.facepay.terminal.sale.promotion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.sale.TaxRate;
import org.facepay.terminal.sale.promotion.PriceModifier.Reason;
import org.junit.jupiter.api.Test;

/** What a basket costs, and that every cent below the regular price has a reason. */
class PricedTest {
  private static final Currency CNY = Currency.getInstance("CNY");
  private static final Product TEA = product("1", 500, 500, 500, Product.Unit.PIECE, 1300);
  private static final Product MILK = product("2", 1680, 1490, 1390, Product.Unit.PIECE, 900);
  private static final Product APPLES = product("3", 1190, 1190, 1090, Product.Unit.KILOGRAM, 900);

  private final Basket basket =
      Basket.empty(CNY)
          .add(TEA, new Quantity.Pieces(1))
          .add(APPLES, new Quantity.Grams(732))
          .add(MILK, new Quantity.Pieces(1))
          .add(TEA, new Quantity.Pieces(1));
  private final Priced priced = everybodys(basket);

  private static Priced everybodys(Basket basket) {
    return Priced.of(basket, Eligibility.EVERYBODY);
  }

  private static Product product(
      String code, long regular, long price, long members, Product.Unit unit, int tax) {
    return new Product(
        code,
        new Product.Text("茶", "500 ml"),
        new Product.Text("Tea", "500 ml"),
        price,
        regular,
        members,
        unit,
        new TaxRate(tax),
        "tea");
  }

  @Test
  void sumsLinesRoundedOnce() {
    assertEquals(871, priced.lines().get(2).amount()); // 11.90 * 0.732 = 8.7108
    assertEquals(1000 + 871 + 1490, priced.total().minor());
    assertEquals(190, priced.saved());
    assertEquals("33.61", priced.total().figures());
  }

  @Test
  void showsInclusiveTaxPerRateRoundedOncePerRate() {
    assertEquals(
        List.of(
            new Priced.TaxLine(new TaxRate(900), 2361, 195), // 23.61 * 9 / 109 = 1.9494…
            new Priced.TaxLine(new TaxRate(1300), 1000, 115)), // 10.00 * 13 / 113 = 1.1504…
        priced.taxes());
    assertEquals("13%", new TaxRate(1300).label());
    assertEquals("0.5%", new TaxRate(50).label());
  }

  @Test
  void refusesSumsThatOverflow() {
    Product dear = product("9", Long.MAX_VALUE / 2, Long.MAX_VALUE / 2, 0, Product.Unit.PIECE, 0);
    Basket three = Basket.empty(CNY).add(dear, new Quantity.Pieces(2));
    assertThrows(
        ArithmeticException.class,
        () ->
            everybodys(three.add(TEA, new Quantity.Pieces(1)).add(dear, new Quantity.Pieces(1)))
                .total());
  }

  @Test
  void everyReductionHasItsReason() {
    assertEquals(
        List.of(new PriceModifier(Reason.REDUCED_PRICE, 190)), priced.lines().get(1).modifiers());
    Priced members = Priced.of(basket, Eligibility.MEMBERS);
    assertEquals(
        List.of(
            new PriceModifier(Reason.REDUCED_PRICE, 190),
            new PriceModifier(Reason.MEMBER_PRICE, 100)),
        members.lines().get(1).modifiers());
    assertEquals(
        List.of(new PriceModifier(Reason.MEMBER_PRICE, 73)), members.lines().get(2).modifiers());
    assertEquals(173, members.saved(Reason.MEMBER_PRICE));
    assertEquals(363, members.saved());
    assertThrows(IllegalArgumentException.class, () -> new PriceModifier(Reason.MEMBER_PRICE, 0));
  }

  @Test
  void aPackCostsWhatItsLabelSays() {
    Basket pack = Basket.empty(CNY).add(APPLES, new Quantity.Pack(871));
    Priced members = Priced.of(pack, Eligibility.MEMBERS);
    assertEquals(871, members.total().minor());
    assertEquals(List.of(), members.lines().getFirst().modifiers());
  }

  @Test
  void anyBasketIsTheSumOfItsLinesAndItsReasons() {
    SplittableRandom random = new SplittableRandom(11);
    for (int n = 0; n < 2_000; n++) {
      Basket any = Basket.empty(CNY);
      for (int line = random.nextInt(8); line > 0; line--) {
        long members = random.nextLong(1, 500);
        long price = members + random.nextLong(100);
        Product.Unit unit = random.nextBoolean() ? Product.Unit.PIECE : Product.Unit.KILOGRAM;
        Product product =
            product("" + line, price + random.nextLong(100), price, members, unit, 900);
        any =
            any.add(
                product,
                unit == Product.Unit.PIECE
                    ? new Quantity.Pieces(random.nextInt(1, 5))
                    : new Quantity.Grams(random.nextInt(1, 3_000)));
      }
      for (Eligibility whose : Eligibility.values()) {
        Priced all = Priced.of(any, whose);
        assertEquals(
            all.regular().minor() - all.total().minor(),
            all.saved(Reason.REDUCED_PRICE) + all.saved(Reason.MEMBER_PRICE));
        for (Priced.Line line : all.lines()) {
          assertEquals(line.goods().quantity().amount(line.unitPrice()), line.amount());
          assertTrue(line.amount() <= line.regular());
        }
        assertEquals(
            all.total().minor(), all.taxes().stream().mapToLong(Priced.TaxLine::gross).sum());
      }
    }
  }
}
