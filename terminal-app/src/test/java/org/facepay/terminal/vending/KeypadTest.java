package org.facepay.terminal.vending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.facepay.kiosk.screen.Intent;
import org.facepay.terminal.checkout.Fixture;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Drop;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.Moved;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Timed.TimerFired;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;
import org.facepay.terminal.vending.Rules.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A machine whose own controller asks for the money ends in the same truths as any other. */
class KeypadTest {
  private static final PayCode CODE = new PayCode("280000000000440343");
  private static final Event PAY_CODE = new Read.PayCodePresented(CODE, "alipay");
  private static final Event MILK = new Moved.VendRequested(2, Fixture.MILK);
  private static final Event TEA = new Moved.VendRequested(1, Fixture.TEA);
  private static final Event TAKEN_BACK = new Moved.VendCancelled();

  private Frame<Stage> frame = frame(Selection.KEYPAD);
  private State<Stage> state = State.start();
  private List<Effect> effects = List.of();
  private long stamp;

  private static Frame<Stage> frame(Selection selection) {
    return new Rules(
            Fixture.RULES.numbers(),
            Fixture.RULES.goods().tariff(),
            Fixture.RULES.payments(),
            Fixture.RULES.members(),
            Fixture.RULES.times(),
            4,
            List.of(),
            selection)
        .frame();
  }

  private KeypadTest on(Event event) {
    Instant now = Instant.parse("2026-12-01T06:32:00Z").plusSeconds(++stamp);
    Step<State<Stage>, Effect> step = frame.step(state, new Stamped<>(stamp, now, event));
    state = step.next();
    effects = step.effects();
    return this;
  }

  private Object stage() {
    return state instanceof State.Open<Stage> open ? open.stage() : state;
  }

  private <T extends Effect> List<T> effects(Class<T> type) {
    return effects.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private boolean denied() {
    return !effects(Effect.DenyVend.class).isEmpty();
  }

  private KeypadTest answered(Outcome outcome) {
    Stage.Paying paying = assertInstanceOf(Stage.Paying.class, stage());
    return on(new Answered.PaymentAnswered(paying.charge().payment().attempt(), outcome));
  }

  /** Chosen at the keypad, and paid here: the controller is to let it fall. */
  private Effect.Dispense paid() {
    on(MILK).on(PAY_CODE).answered(new Outcome.Approved("2026"));
    return effects(Effect.Dispense.class).getFirst();
  }

  private KeypadTest ends(Effect.Dispense dispense, Drop drop) {
    return on(new Answered.Dispensed(dispense.attempt(), drop));
  }

  @Test
  void nothingIsApprovedBeforeItIsPaid() {
    on(MILK);
    assertInstanceOf(Stage.Presenting.class, stage());
    on(PAY_CODE);
    assertEquals(1, effects(Effect.Pay.class).size());
    assertTrue(effects(Effect.Dispense.class).isEmpty());
    answered(new Outcome.Approved("2026"));
    Effect.Dispense approval = effects(Effect.Dispense.class).getFirst();
    assertEquals(2, approval.slot());
    assertEquals(1, effects(Effect.RecordSale.class).size());
    ends(approval, Drop.DELIVERED);
    assertInstanceOf(Stage.Delivered.class, stage());
    assertTrue(!denied(), "the controller has told of its end itself");
  }

  @Test
  void aVendThatFailedIsNotAskedForTwiceAndItsMoneyGoesBack() {
    ends(paid(), Drop.NOT_DELIVERED);
    assertTrue(effects(Effect.Dispense.class).isEmpty(), "the controller has tried already");
    Effect.AskForRefund back = effects(Effect.AskForRefund.class).getFirst();
    assertEquals(1490, back.amount().minor());
    on(new Answered.RefundAnswered(back.attempt(), new RefundProvider.Refund.Accepted()));
    assertEquals(1, effects(Effect.RecordRefund.class).size());
  }

  @Test
  void aPowerCutBetweenTheApprovalAndItsEndIsForStaff() {
    Effect.Dispense approval = paid();
    on(new Told.Restarted());
    assertEquals("vend-uncertain", effects(Effect.CallStaff.class).getFirst().why());
    assertTrue(effects(Effect.AskForRefund.class).isEmpty(), "it may have come out");
    assertInstanceOf(Stage.Review.class, stage());
    ends(approval, Drop.DELIVERED);
    assertInstanceOf(Stage.Review.class, stage(), "a late word changes nothing");
  }

  @Test
  void aPowerCutWhileItIsPaidIsResolvedByAskingAndApprovesNothingThatIsAskedForNoMore() {
    on(MILK).on(PAY_CODE).on(new Told.Restarted());
    PaymentEffect.Query query =
        assertInstanceOf(PaymentEffect.Query.class, effects(Effect.Pay.class).getFirst().request());
    on(new Answered.PaymentAnswered(query.attempt(), new Outcome.Approved("2026")));
    Effect.Dispense approval = effects(Effect.Dispense.class).getFirst();
    ends(approval, Drop.NOT_DELIVERED);
    assertEquals(1490, effects(Effect.AskForRefund.class).getFirst().amount().minor());
  }

  @Test
  void whatIsTakenBackBeforeItIsPaidEndsTheSession() {
    on(MILK).on(TAKEN_BACK);
    assertInstanceOf(State.Attract.class, state);
    assertEquals("cancelled-at-machine", effects(Effect.RecordAbandoned.class).getFirst().why());
    assertTrue(!denied(), "there is nothing left to deny");
  }

  @Test
  void whatIsTakenBackWhileMoneyMovesIsPaidBack() {
    on(MILK).on(PAY_CODE).on(TAKEN_BACK);
    assertInstanceOf(Stage.Paying.class, stage());
    answered(new Outcome.Approved("2026"));
    ends(effects(Effect.Dispense.class).getFirst(), Drop.NOT_DELIVERED);
    assertEquals(1, effects(Effect.AskForRefund.class).size());
  }

  @Test
  void whoeverDoesNotPayIsDenied() {
    on(MILK).on(new Touch(new Intent.Back()));
    assertInstanceOf(State.Attract.class, state);
    assertTrue(denied());
  }

  @Test
  void aRefusedCodeMayBeFollowedByAnotherAndLeavingDenies() {
    on(MILK).on(PAY_CODE);
    answered(new Outcome.Declined(DeclineReason.BALANCE_TOO_LOW, "no"));
    assertInstanceOf(Stage.Refused.class, stage());
    assertTrue(!denied(), "it still waits");
    on(new Touch(new Intent.Retry())).on(PAY_CODE);
    assertInstanceOf(Stage.Paying.class, stage());
    answered(new Outcome.Declined(DeclineReason.BALANCE_TOO_LOW, "no"));
    on(new Touch(new Intent.AnotherWay()));
    assertInstanceOf(State.Attract.class, state);
    assertTrue(denied());
  }

  @Test
  void whoeverWalksAwayIsDenied() {
    on(MILK);
    long idle = state.openSession().orElseThrow().attention().idle();
    on(new TimerFired(Timer.IDLE, idle)).on(new TimerFired(Timer.WIPE, idle));
    assertInstanceOf(State.Attract.class, state);
    assertTrue(denied());
  }

  @Test
  void aCodeThatIsShownFirstPaysWhatIsChosen() {
    on(PAY_CODE);
    assertInstanceOf(Stage.Selecting.class, stage());
    assertTrue(effects(Effect.Pay.class).isEmpty(), "nothing is chosen yet");
    on(TEA);
    assertInstanceOf(Stage.Paying.class, stage());
    assertEquals(1, effects(Effect.Pay.class).size());
    assertEquals(500, ((Stage.Paying) stage()).charge().payment().order().amount().minor());
  }

  @Test
  void aCodeOfBeforeARestartPaysNothing() {
    on(PAY_CODE).on(new Told.Restarted());
    assertInstanceOf(State.Attract.class, state);
    on(TEA);
    assertInstanceOf(Stage.Presenting.class, stage());
  }

  @Test
  void aSessionBeginsByATouchOrACodeWhereTheControllerWantsOne() {
    frame = frame(Selection.KEYPAD_IN_SESSION);
    on(new Touch(new Intent.Start()));
    assertEquals(1, effects(Effect.BeginVending.class).size());
    on(PAY_CODE);
    assertEquals(0, effects(Effect.BeginVending.class).size(), "it has begun");
    on(new Touch(new Intent.Cancel()));
    assertInstanceOf(State.Attract.class, state);
    assertTrue(denied(), "the controller's session ends");
    on(PAY_CODE);
    assertEquals(1, effects(Effect.BeginVending.class).size());
    on(TAKEN_BACK);
    assertInstanceOf(State.Attract.class, state, "the controller has ended it");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotSoldIsSaidAndNeverCharged(Moved.Unsold why) {
    on(new Moved.VendRefused(why));
    assertEquals(why, assertInstanceOf(Stage.NotSold.class, stage()).why());
    assertTrue(effects(Effect.Pay.class).isEmpty() && effects(Effect.Dispense.class).isEmpty());
    on(new TimerFired(Timer.CLOSING, ((Stage.NotSold) stage()).closing()));
    assertInstanceOf(State.Attract.class, state);
  }

  @Test
  void aCodeThatWasShownIsNotChargedForWhatIsNotSold() {
    on(PAY_CODE).on(new Moved.VendRefused(Moved.Unsold.WRONG_PRICE));
    assertInstanceOf(Stage.NotSold.class, stage());
    assertTrue(effects(Effect.Pay.class).isEmpty());
  }

  @Test
  void whoeverChoosesNextNeedNotWaitForTheLastScreen() {
    ends(paid(), Drop.DELIVERED).on(TEA);
    assertInstanceOf(State.Attract.class, state);
    assertTrue(!denied(), "what waits is the next shopper's");
    on(TEA);
    assertInstanceOf(Stage.Presenting.class, stage());
  }

  @Test
  void aSecondChoiceChangesNothingThatIsPaid() {
    on(MILK).on(PAY_CODE).on(TEA);
    answered(new Outcome.Approved("2026"));
    List<Integer> slots = new ArrayList<>();
    effects(Effect.Dispense.class).forEach(d -> slots.add(d.slot()));
    assertEquals(List.of(2), slots);
    on(TEA);
    assertInstanceOf(Stage.Dispensing.class, stage());
  }
}
