package org.facepay.terminal.checkout;

import org.facepay.terminal.checkout.ProduceState.Choosing;
import org.facepay.terminal.checkout.ProduceState.Weighing;
import org.facepay.terminal.checkout.State.Idling;
import org.facepay.terminal.checkout.State.Notice;
import org.facepay.terminal.checkout.State.Shopping;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * The part of {@link Checkout} for goods without a barcode: basket, picture, scale, basket. The
 * weight is in the event that adds it, taken from the scale when the shopper touched the button;
 * the screen's weight is never billed.
 */
record ProduceStep(ShoppingStep shopping) {
  private static final int LETTERS = 8;
  private static final int MOST_PIECES = 99;

  Step<State, Effect> step(Idling state, Session.Dialog dialog, Stamped<Event> event) {
    return switch (event.event()) {
      case Event.ProduceRequested _ when state instanceof Shopping ->
          Step.of(new Choosing(state.view(), state.session(), "", false));
      case Event.LettersToggled _ when state instanceof Choosing c ->
          Step.of(new Choosing(c.view(), c.session(), c.query(), !c.letters()));
      case Event.LetterTyped(char letter)
          when state instanceof Choosing c && c.query().length() < LETTERS ->
          Step.of(new Choosing(c.view(), c.session(), c.query() + letter, c.letters()));
      case Event.SearchCleared _ when state instanceof Choosing c ->
          Step.of(new Choosing(c.view(), c.session(), "", c.letters()));
      case Event.GoodChosen(Product product) when state instanceof Choosing c ->
          Step.of(
              new Weighing(
                  c.view(), c.session(), product, 0, product.unit() == Product.Unit.PIECE ? 1 : 0));
      case Event.Tared(int grams) when state instanceof Weighing w && w.count() == 0 ->
          Step.of(w.tared(w.tareGrams() > 0 ? 0 : grams));
      case Event.PiecesCounted(int by) when state instanceof Weighing w && w.count() > 0 ->
          Step.of(w.counted(Math.clamp((long) w.count() + by, 1, MOST_PIECES)));
      case Event.WeighedAdded(int grams) when state instanceof Weighing w -> add(w, grams);
      case Event.WentBack _ when state instanceof Weighing w ->
          Step.of(new Choosing(w.view(), w.session(), "", false));
      case Event.WentBack _ when state instanceof Choosing c ->
          Step.of(new Shopping(c.view(), c.session(), 0, false, false, Notice.NONE));
      default -> new FaceStep(shopping.rules()).step(state, dialog, event);
    };
  }

  private Step<State, Effect> add(Weighing state, int grams) {
    int net = grams - state.tareGrams();
    if (state.count() == 0 && net < Weighing.LEAST_GRAMS) {
      return Step.of(state, new Effect.Beep(false));
    }
    return shopping.add(
        state,
        state.product(),
        state.count() > 0 ? new Quantity.Pieces(state.count()) : new Quantity.Grams(net),
        "");
  }
}
