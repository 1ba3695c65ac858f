package org.facepay.terminal.vending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.facepay.kiosk.screen.Intent;
import org.facepay.terminal.checkout.Fixture;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Drop;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.Return;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Timed.TimerFired;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.refund.Refund;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;
import org.junit.jupiter.api.Test;

/** Every piece ends in one truth: it fell, or its money went back, or staff were called. */
class VendingTest {
  private static final PayCode CODE = new PayCode("280000000000440343");
  private static final Event TEA = new Touched.PieceChosen(1, Fixture.TEA, 4, 0);
  private static final Event MILK = new Touched.PieceChosen(2, Fixture.MILK, 4, 2);
  private static final Rules RULES =
      new Rules(
          Fixture.RULES.numbers(),
          Fixture.RULES.goods().tariff().currency(),
          Fixture.RULES.payments(),
          Fixture.RULES.members(),
          Fixture.RULES.times(),
          4,
          List.of(new Rules.Slot(1, Fixture.TEA, 0), new Rules.Slot(2, Fixture.MILK, 2)));

  private final Frame<Stage> frame = RULES.frame();
  private State<Stage> state = State.start();
  private List<Effect> effects = List.of();
  private long stamp;
  private Instant now = Instant.parse("2026-11-29T06:32:00Z");

  private VendingTest on(Event event) {
    now = now.plusSeconds(1);
    Step<State<Stage>, Effect> step = frame.step(state, new Stamped<>(++stamp, now, event));
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

  private Effect.Dispense paid(Event... chosen) {
    List.of(chosen).forEach(this::on);
    on(new Touch(new Intent.Pay()));
    on(new Read.PayCodePresented(CODE, "alipay"));
    answer(new Outcome.Approved("2026"));
    return dispensed();
  }

  private Effect.Dispense dispensed() {
    return effects(Effect.Dispense.class).getFirst();
  }

  /** Answers what the dispenser was asked last. */
  private VendingTest drops(Drop drop) {
    return on(new Answered.Dispensed(dispensed().attempt(), drop));
  }

  private long paidInAll() {
    return ((Stage.Dispensing) stage()).payment().order().amount().minor();
  }

  private void answer(Outcome outcome) {
    Stage.Paying paying = assertInstanceOf(Stage.Paying.class, stage());
    on(new Answered.PaymentAnswered(paying.charge().payment().attempt(), outcome));
  }

  private Effect.AskForRefund asked() {
    return effects(Effect.AskForRefund.class).getFirst();
  }

  @Test
  void nothingMovesBeforeItIsPaidAndThenItIsSoldOnce() {
    Effect.Dispense dispense = paid(MILK);
    assertEquals(2, dispense.slot());
    assertEquals(1, effects(Effect.RecordSale.class).size());
    on(new Read.PayCodePresented(CODE, "alipay")).on(TEA);
    assertInstanceOf(Stage.Dispensing.class, stage(), "nothing is added to what is paid");
    on(new Answered.Dispensed(dispense.attempt() - 1, Drop.DELIVERED));
    assertInstanceOf(Stage.Dispensing.class, stage(), "an answer to something else");
    on(new Answered.Dispensed(dispense.attempt(), Drop.DELIVERED));
    assertInstanceOf(Stage.Delivered.class, stage());
    on(new Touch(new Intent.Finish()));
    assertInstanceOf(State.Attract.class, state);
  }

  @Test
  void aTouchAddsOnePieceWithinWhatThereMayBe() {
    on(MILK).on(TEA).on(MILK);
    assertEquals(List.of(2, 1, 2), slots());
    on(MILK);
    assertEquals(List.of(2, 1, 2), slots(), "the slot holds two");
    assertEquals(new Effect.Beep(false), effects.getFirst());
    on(TEA).on(TEA);
    assertEquals(List.of(2, 1, 2, 1), slots(), "four in all");
    assertEquals(2 * 1490 + 2 * 500, total());
    on(new Touch(new Intent.ChangeNumbers())).on(new Touch(new Intent.OneLess("2")));
    assertEquals(List.of(2, 1, 1), slots());
    on(new Touch(new Intent.OneLess("2"))).on(new Touch(new Intent.OneLess("7")));
    assertEquals(new Stage.Choosing(pieces(), true), stage(), "still counting");
    assertEquals(1000, total());
    on(new Touch(new Intent.OneLess("1"))).on(new Touch(new Intent.OneLess("1")));
    assertEquals(new Stage.Choosing(List.of(), false), stage());
    on(new Touch(new Intent.Pay()));
    assertInstanceOf(Stage.Choosing.class, stage(), "nothing is paid for nothing");
    on(new Touch(new Intent.Back()));
    assertTrue(effects(Effect.RecordAbandoned.class).isEmpty());
  }

  private List<Stage.Piece> pieces() {
    return ((Stage.Choosing) stage()).pieces();
  }

  private List<Integer> slots() {
    return pieces().stream().map(Stage.Piece::slot).toList();
  }

  private long total() {
    return state.openSession().orElseThrow().priced().total().minor();
  }

  @Test
  void piecesFallSlotBySlotAndAllOfThemLieBelow() {
    assertEquals(2, paid(MILK, TEA, MILK).slot());
    assertEquals(3480, paidInAll());
    drops(Drop.DELIVERED);
    assertEquals(2, dispensed().slot());
    drops(Drop.DELIVERED);
    assertEquals(1, dispensed().slot());
    drops(Drop.DELIVERED);
    assertInstanceOf(Stage.Delivered.class, stage());
    assertTrue(effects(Effect.AskForRefund.class).isEmpty());
  }

  @Test
  void whatDidNotFallIsTriedOnceMoreAndOnlyItsMoneyGoesBack() {
    paid(TEA, MILK, MILK);
    drops(Drop.NOT_DELIVERED);
    assertEquals(1, dispensed().slot(), "once more");
    drops(Drop.NOT_DELIVERED);
    assertEquals(2, dispensed().slot(), "the rest goes on");
    drops(Drop.NOT_DELIVERED).drops(Drop.DELIVERED).drops(Drop.DELIVERED);
    assertEquals(500, asked().amount().minor());
    assertTrue(effects(Effect.CallStaff.class).isEmpty());
    on(new Answered.RefundAnswered(asked().attempt(), new RefundProvider.Refund.Accepted()));
    Return back = effects(Effect.RecordRefund.class).getFirst().goods();
    assertEquals(List.of(1), back.lines(), "the receipt's first line, one piece");
    Stage.Returning returning = assertInstanceOf(Stage.Returning.class, stage());
    Refund.Refunded refunded = assertInstanceOf(Refund.Refunded.class, returning.refund());
    on(new TimerFired(Timer.CLOSING, refunded.closing()));
    assertInstanceOf(State.Attract.class, state);
  }

  @Test
  void aSlotThatFailedTwiceIsNotTurnedAgain() {
    paid(MILK, TEA, MILK);
    drops(Drop.NOT_DELIVERED).drops(Drop.NOT_DELIVERED);
    assertEquals(1, dispensed().slot());
    drops(Drop.DELIVERED);
    assertEquals(2 * 1490, asked().amount().minor());
  }

  @Test
  void whatNobodySawIsForStaffAndTheRestGoesOn() {
    paid(TEA, TEA, MILK);
    drops(Drop.UNCERTAIN);
    assertEquals(2, dispensed().slot(), "a slot in doubt is not turned again");
    drops(Drop.DELIVERED);
    assertEquals("vend-uncertain", effects(Effect.CallStaff.class).getFirst().why());
    assertEquals(500, asked().amount().minor(), "the piece that was never begun");
  }

  @Test
  void aRestartWhileItFallsNeverTurnsAMotorAgain() {
    Effect.Dispense dispense = paid(TEA);
    on(new Told.Restarted());
    assertTrue(effects(Effect.Dispense.class).isEmpty());
    assertTrue(effects(Effect.AskForRefund.class).isEmpty(), "it may have come out");
    assertEquals("vend-uncertain", effects(Effect.CallStaff.class).getFirst().why());
    on(new Answered.Dispensed(dispense.attempt(), Drop.NOT_DELIVERED));
    assertInstanceOf(Stage.Review.class, stage(), "the old answer is not listened to");
  }

  @Test
  void aRestartInTheMiddleGivesBackWhatWasNotBegun() {
    paid(TEA, MILK, MILK);
    drops(Drop.DELIVERED);
    on(new Told.Restarted());
    assertTrue(effects(Effect.Dispense.class).isEmpty());
    assertEquals("vend-uncertain", effects(Effect.CallStaff.class).getFirst().why());
    assertEquals(1490, asked().amount().minor());
  }

  @Test
  void aDispenserThatNeverAnswersHoldsNobodyUpAndIsAskedNothingMore() {
    Effect.Dispense dispense = paid(MILK, TEA);
    on(new TimerFired(Timer.DISPENSING, dispense.attempt()));
    assertEquals("vend-uncertain", effects(Effect.CallStaff.class).getFirst().why());
    assertTrue(effects(Effect.Dispense.class).isEmpty());
    assertEquals(500, asked().amount().minor());
  }

  @Test
  void aSlotThatWasLoadedAnewChangesNothingThatIsPaid() {
    Rules emptied =
        new Rules(
            RULES.numbers(),
            RULES.currency(),
            RULES.payments(),
            RULES.members(),
            RULES.times(),
            1,
            List.of());
    Step<State<Stage>, Effect> step =
        emptied.frame().step(State.start(), new Stamped<>(1, now, MILK));
    step = emptied.frame().step(step.next(), new Stamped<>(2, now, TEA));
    assertEquals(
        1990, step.next().openSession().orElseThrow().priced().total().minor(), "as it was");
  }

  /** Journals of before: another slot took the place of the first, and a motor turned once. */
  @Test
  void aSessionOfAnEarlierProgramReplaysAsItWas() {
    paid(new Touched.SlotChosen(1, Fixture.TEA), new Touched.SlotChosen(2, Fixture.MILK));
    assertEquals(1490, paidInAll());
    drops(Drop.NOT_DELIVERED);
    assertEquals(1490, asked().amount().minor());
  }

  @Test
  void aPayCodeTooEarlyChargesNothingAndLeadsNowhere() {
    on(TEA).on(new Read.PayCodePresented(CODE, "alipay"));
    assertInstanceOf(Stage.Choosing.class, stage());
    assertTrue(effects(Effect.Pay.class).isEmpty());
  }

  @Test
  void aPayCodeWhileNothingCanFallChargesNothing() {
    on(TEA).on(new Touch(new Intent.Pay())).on(new Read.PayCodeHeldOff());
    assertInstanceOf(Stage.Presenting.class, stage());
    assertTrue(effects(Effect.Pay.class).isEmpty());
    on(new Read.PayCodePresented(CODE, "alipay"));
    assertInstanceOf(Stage.Paying.class, stage(), "the next one is");
  }

  @Test
  void aRefusedRefundIsOwedByStaff() {
    paid(MILK);
    drops(Drop.NOT_DELIVERED).drops(Drop.NOT_DELIVERED);
    on(new Answered.RefundAnswered(asked().attempt(), new RefundProvider.Refund.Refused("no")));
    assertEquals("refund-refused", effects(Effect.CallStaff.class).getFirst().why());
    assertEquals(1490, assertInstanceOf(Stage.Owing.class, stage()).minor());
  }

  @Test
  void aRefusedPaymentLeavesEverythingInItsSlot() {
    on(TEA).on(new Touch(new Intent.Pay()));
    on(new Read.PayCodePresented(CODE, "alipay"));
    answer(new Outcome.Declined(DeclineReason.BALANCE_TOO_LOW, "NOTENOUGH"));
    assertTrue(effects(Effect.Dispense.class).isEmpty());
    assertInstanceOf(Stage.Refused.class, stage());
    on(new Touch(new Intent.AnotherWay())).on(new Touch(new Intent.Back()));
    assertInstanceOf(State.Attract.class, state);
  }
}
