package org.facepay.terminal.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
