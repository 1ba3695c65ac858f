package org.facepay.terminal.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.facepay.kiosk.screen.Intent;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Touched;
import org.facepay.terminal.session.Touched.Touch;
import org.junit.jupiter.api.Test;

/** Goods without a barcode on their way into the basket. */
class ProduceTest {
  private final Fixture till = new Fixture();

  private Basket basket() {
    return till.session().basket();
  }

  private Fixture weighing() {
    return till.scan(Fixture.TEA)
        .on(new Touch(new Intent.NoBarcode()))
        .on(new Touched.GoodChosen(Fixture.APPLES));
  }

  @Test
  void twoTouchesLeadToTheScaleAndOneIntoTheBasket() {
    weighing();
    assertInstanceOf(Stage.Weighing.class, till.stage());
    till.on(new Touched.WeighedAdded(732));
    assertInstanceOf(Stage.Shopping.class, till.stage());
    Basket.Line line = basket().lines().getFirst();
    assertEquals(new Quantity.Grams(732), line.quantity());
    assertEquals(871, till.session().priced().lines().getFirst().amount());
  }

  @Test
  void aWeightThatIsNotThereOrTooSmallIsNeverBilled() {
    weighing();
    for (int grams : new int[] {0, 1, 19, -5}) {
      till.on(new Touched.WeighedAdded(grams));
      assertInstanceOf(Stage.Weighing.class, till.stage());
      assertEquals(1, basket().lines().size());
      assertEquals(new Effect.Beep(false), till.effects(Effect.Beep.class).getFirst());
    }
  }

  @Test
  void theBagIsTakenOffAndOnAgain() {
    weighing().on(new Touched.Tared(8));
    assertEquals(8, till.at(Stage.Weighing.class).tareGrams());
    till.on(new Touched.WeighedAdded(740));
    assertEquals(new Quantity.Grams(732), basket().lines().getFirst().quantity());
    weighing().on(new Touched.Tared(8)).on(new Touched.Tared(9));
    assertEquals(0, till.at(Stage.Weighing.class).tareGrams());
  }

  /** 486 g of grapes were taken off as a bag, and 732 g of them sold as 246. */
  @Test
  void goodsAreNeverTakenOffAsABag() {
    for (int grams : new int[] {21, 486, 0, -3}) {
      weighing().on(new Touched.Tared(grams));
      assertEquals(0, till.at(Stage.Weighing.class).tareGrams());
      assertTrue(till.at(Stage.Weighing.class).bagFirst(), "it says what to do instead");
      till.on(new Touched.WeighedAdded(732));
      assertEquals(new Quantity.Grams(732), basket().lines().getFirst().quantity());
    }
    weighing().on(new Touched.Tared(486)).on(new Touched.Tared(20));
    assertEquals(20, till.at(Stage.Weighing.class).tareGrams());
    assertFalse(till.at(Stage.Weighing.class).bagFirst());
  }

  @Test
  void piecesAreCounted() {
    till.scan(Fixture.TEA)
        .on(new Touch(new Intent.NoBarcode()))
        .on(new Touched.GoodChosen(Fixture.MILK))
        .on(new Touch(new Intent.MorePieces()))
        .on(new Touch(new Intent.MorePieces()))
        .on(new Touch(new Intent.FewerPieces()))
        .on(new Touched.WeighedAdded(0));
    assertEquals(new Quantity.Pieces(2), basket().lines().getFirst().quantity());
  }

  @Test
  void aScanIsNeverBlockedAndBackLeadsBack() {
    weighing().scan(Fixture.MILK);
    assertInstanceOf(Stage.Shopping.class, till.stage());
    till.on(new Touch(new Intent.NoBarcode())).on(new Touch(new Intent.SearchLetter('P')));
    assertEquals("P", till.at(Stage.Searching.class).query());
    till.on(new Touch(new Intent.ClearSearch())).on(new Touch(new Intent.Back()));
    assertInstanceOf(Stage.Shopping.class, till.stage());
    assertTrue(basket().lines().size() >= 2);
  }
}
