package org.facepay.terminal.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.junit.jupiter.api.Test;

/** Goods without a barcode on their way into the basket. */
class ProduceTest {
  private final Fixture till = new Fixture();

  private Basket basket() {
    return till.state().openSession().orElseThrow().basket();
  }

  private Fixture weighing() {
    return till.scan(Fixture.TEA)
        .on(new Event.ProduceRequested())
        .on(new Event.GoodChosen(Fixture.APPLES));
  }

  @Test
  void twoTouchesLeadToTheScaleAndOneIntoTheBasket() {
    weighing();
    assertInstanceOf(ProduceState.Weighing.class, till.state());
    till.on(new Event.WeighedAdded(732));
    assertInstanceOf(State.Shopping.class, till.state());
    Basket.Line line = basket().lines().getFirst();
    assertEquals(new Quantity.Grams(732), line.quantity());
    assertEquals(871, line.amount());
  }

  @Test
  void aWeightThatIsNotThereOrTooSmallIsNeverBilled() {
    weighing();
    for (int grams : new int[] {0, 1, 19, -5}) {
      till.on(new Event.WeighedAdded(grams));
      assertInstanceOf(ProduceState.Weighing.class, till.state());
      assertEquals(1, basket().lines().size());
      assertEquals(new Effect.Beep(false), till.effects(Effect.Beep.class).getFirst());
    }
  }

  @Test
  void theBagIsTakenOffAndOnAgain() {
    weighing().on(new Event.Tared(8));
    assertEquals(8, ((ProduceState.Weighing) till.state()).tareGrams());
    till.on(new Event.WeighedAdded(740));
    assertEquals(new Quantity.Grams(732), basket().lines().getFirst().quantity());
    weighing().on(new Event.Tared(8)).on(new Event.Tared(9));
    assertEquals(0, ((ProduceState.Weighing) till.state()).tareGrams());
  }

  @Test
  void piecesAreCounted() {
    till.scan(Fixture.TEA)
        .on(new Event.ProduceRequested())
        .on(new Event.GoodChosen(Fixture.MILK))
        .on(new Event.PiecesCounted(1))
        .on(new Event.PiecesCounted(1))
        .on(new Event.PiecesCounted(-1))
        .on(new Event.WeighedAdded(0));
    assertEquals(new Quantity.Pieces(2), basket().lines().getFirst().quantity());
  }

  @Test
  void aScanIsNeverBlockedAndBackLeadsBack() {
    weighing().scan(Fixture.MILK);
    assertInstanceOf(State.Shopping.class, till.state());
    till.on(new Event.ProduceRequested()).on(new Event.LetterTyped('P'));
    assertEquals("P", ((ProduceState.Choosing) till.state()).query());
    till.on(new Event.SearchCleared()).on(new Event.WentBack());
    assertInstanceOf(State.Shopping.class, till.state());
    assertTrue(basket().lines().size() >= 2);
  }
}
