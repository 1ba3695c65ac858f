package org.facepay.terminal.world.weighing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.sale.TaxRate;
import org.facepay.terminal.session.BagFinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the weight in the bags tells, and what it learns. */
class BagWatchTest {
  private static final Product TEA = product("6900123400074", Product.Unit.PIECE);
  private static final Product MILK = product("6900123400142", Product.Unit.PIECE);
  private static final Product APPLES = product("2100001", Product.Unit.KILOGRAM);

  /** Masses by heart. */
  private static final class Notes implements Masses {
    final Map<String, Mass> masses = new HashMap<>();

    @Override
    public Mass of(String code) {
      return masses.getOrDefault(code, Mass.UNKNOWN);
    }

    @Override
    public void learn(String code, double grams) {
      masses.put(code, of(code).with(grams));
    }

    Notes knows(Product product, int grams) {
      for (int n = -1; n <= 1; n++) {
        learn(product.code(), grams + n);
      }
      return this;
    }
  }

  private final Notes notes = new Notes();
  private final BagWatch watch = new BagWatch(notes, 15);
  private Basket basket = Basket.empty(Currency.getInstance("CNY"));
  private Instant now = Instant.parse("2026-11-25T04:00:00Z");

  private static Product product(String code, Product.Unit unit) {
    Product.Text text = new Product.Text(code, "");
    return new Product(code, text, text, 500, 500, 500, unit, new TaxRate(1300), "tea");
  }

  private void scan(Product product, Quantity quantity) {
    basket = basket.add(product, quantity);
    watch.basket(basket.lines().reversed(), Language.CHINESE, now);
  }

  private void scan(Product product) {
    scan(product, new Quantity.Pieces(1));
  }

  private void weigh(int grams) {
    watch.weighed(grams, now);
  }

  private Optional<BagFinding> later() {
    now = now.plusSeconds(4);
    return watch.look(now).map(BagWatch.Told::finding);
  }

  @Test
  void whatIsScannedAndPutDownIsRight() {
    notes.knows(TEA, 520).knows(MILK, 1_030);
    scan(TEA);
    weigh(523);
    scan(MILK);
    scan(APPLES, new Quantity.Grams(732));
    weigh(523 + 735);
    assertEquals(Optional.empty(), later());
    weigh(523 + 735 + 1_026);
    assertEquals(Optional.empty(), later());
  }

  @Test
  void somethingNobodyScannedIsSaidAfterAWhileAndForgottenWhenItIsScanned() {
    notes.knows(TEA, 520).knows(MILK, 1_030);
    scan(TEA);
    weigh(521);
    weigh(521 + 1_031);
    assertEquals(Optional.empty(), watch.look(now), "a hand may be quicker than the scanner");
    assertEquals(Optional.of(BagFinding.UNEXPECTED_ITEM), later());
    assertEquals(Optional.empty(), later(), "said once");
    scan(MILK);
    assertEquals(Optional.of(BagFinding.RIGHT), later());
  }

  @Test
  void whatIsTakenOutIsSaidUnlessItIsOffTheList() {
    notes.knows(TEA, 520).knows(MILK, 1_030);
    scan(TEA);
    weigh(520);
    scan(MILK);
    weigh(1_550);
    weigh(520);
    assertEquals(Optional.of(BagFinding.REMOVED), later());
    weigh(1_552);
    assertEquals(Optional.of(BagFinding.RIGHT), later());
    basket = basket.without(List.of(basket.line(2).orElseThrow()));
    watch.basket(basket.lines().reversed(), Language.CHINESE, now);
    weigh(521);
    assertEquals(Optional.empty(), later());
  }

  @Test
  void onlyPiecesOfKnownMassAreMissedAndNeverOneAlone() {
    notes.knows(TEA, 520);
    scan(MILK);
    scan(MILK);
    scan(MILK);
    scan(MILK);
    assertEquals(Optional.empty(), later(), "nobody knows whether they lie there");
    watch.reset();
    basket = Basket.empty(Currency.getInstance("CNY"));
    scan(TEA);
    scan(TEA);
    assertEquals(Optional.empty(), later());
    scan(TEA);
    now = now.plusSeconds(4);
    assertEquals(
        new BagWatch.Told(BagFinding.MISSING_ITEM, TEA.code()), watch.look(now).orElseThrow());
    weigh(1_560);
    assertEquals(Optional.of(BagFinding.RIGHT), later());
  }

  @Test
  void massesAreLearntFromPiecesPutDownAlone() {
    Random random = new Random(4);
    int bags = 0;
    for (int n = 0; n < 3; n++) {
      assertFalse(notes.of(TEA.code()).known());
      scan(TEA);
      bags += 515 + random.nextInt(10);
      weigh(bags);
      assertEquals(Optional.empty(), later(), "what nobody knows is nothing to complain of");
    }
    assertTrue(notes.of(TEA.code()).known());
    assertEquals(520, notes.of(TEA.code()).mean(), 5);
    weigh(bags + 900);
    assertEquals(Optional.of(BagFinding.UNEXPECTED_ITEM), later());
    watch.accept();
    assertEquals(Optional.of(BagFinding.RIGHT), later());
  }

  @Test
  void anArticleThatVariesSaysNothing() {
    Mass mass = Mass.UNKNOWN;
    for (int grams : new int[] {100, 300, 500, 700}) {
      mass = mass.with(grams);
    }
    assertFalse(mass.known());
    assertEquals(400, mass.mean(), 1e-9);
    assertEquals(Math.sqrt(200_000 / 3.0), mass.spread(), 1e-9);
  }

  @Test
  void everyDayOfShoppingEndsRightOnceEverythingLiesWhereItShould() {
    notes.knows(TEA, 520).knows(MILK, 1_030);
    Random random = new Random(11);
    for (int shopper = 0; shopper < 500; shopper++) {
      watch.reset();
      basket = Basket.empty(Currency.getInstance("CNY"));
      int lies = 0;
      for (int n = 0; n < 12; n++) {
        Product product = random.nextBoolean() ? TEA : MILK;
        boolean first = random.nextInt(4) == 0;
        int grams = (product == TEA ? 520 : 1_030) + random.nextInt(7) - 3;
        lies += grams;
        if (first) {
          weigh(lies + base);
          scan(product);
        } else {
          scan(product);
          weigh(lies + base);
        }
        now = now.plusMillis(random.nextInt(6_000));
        var _ = watch.look(now);
      }
      now = now.plusSeconds(4);
      Optional<BagWatch.Told> last = watch.look(now);
      assertTrue(last.isEmpty() || last.get().finding() == BagFinding.RIGHT, last::toString);
      base += lies;
    }
  }

  private int base;

  @Test
  void theBookKeepsWhatItLearnt(@TempDir Path folder) throws Exception {
    try (MassBook book = new MassBook(folder.resolve("masses.db"))) {
      for (int n = 0; n < 3; n++) {
        book.learn(TEA.code(), 520 + n);
      }
    }
    try (MassBook book = new MassBook(folder.resolve("masses.db"))) {
      assertTrue(book.of(TEA.code()).known());
      assertEquals(521, book.of(TEA.code()).mean(), 1e-9);
      assertEquals(Mass.UNKNOWN, book.of(MILK.code()));
    }
  }
}
