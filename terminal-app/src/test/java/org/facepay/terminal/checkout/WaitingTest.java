package org.facepay.terminal.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.Screen.Method;
import org.facepay.kiosk.screen.Screen.StaffCall;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Timed;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Touched.Touch;
import org.junit.jupiter.api.Test;

/** What becomes of whoever waits: for staff, or for the paper. */
class WaitingTest {
  private static final PayCode CODE = new PayCode("280000000000440343");
  private final Fixture till = new Fixture();

  @Test
  void whatTheTerminalCallsForIsTheShoppersCallTooButNotTheOtherWayRound() {
    paying();
    assertEquals(1, calls(4));
    answer(new Outcome.Unknown("HTTP 502"));
    till.on(new Timed.TimerFired(Timer.DOUBT, till.stamp()));
    assertEquals("payment-unknown", till.effects(Effect.CallStaff.class).getFirst().why());
    assertEquals(0, calls(10));
  }

  @Test
  void whoWaitsForStaffIsAskedNothingAndLosesNothing() {
    till.scan(Fixture.TEA).on(new Touch(new Intent.CallStaff()));
    long idle = till.stamp();
    till.on(new Answered.CallDelivered(till.state().view().call().stamp()));
    long waits = till.session().attention().idle();
    till.later(Duration.ofSeconds(45)).on(new Timed.TimerFired(Timer.IDLE, waits));
    assertEquals(Session.Dialog.NONE, till.session().dialog());
    assertEquals(
        List.of(Timer.IDLE),
        till.effects(Effect.StartTimer.class).stream().map(Effect.StartTimer::timer).toList());
    till.on(new Timed.TimerFired(Timer.WIPE, waits));
    assertEquals(1, till.session().basket().articles());
    assertTrue(till.state().view().showCall(), "what was said still stands");
    till.later(Duration.ofMinutes(8)).on(new Timed.TimerFired(Timer.IDLE, waits));
    assertEquals(Session.Dialog.NONE, till.session().dialog(), "staff still have the call");
    till.later(Duration.ofMinutes(2)).on(new Timed.TimerFired(Timer.IDLE, waits));
    assertEquals(Session.Dialog.STILL_THERE, till.session().dialog(), "nobody came");
    assertFalse(till.state().view().showCall(), "the question is on top");
    assertTrue(idle <= waits);
  }

  @Test
  void aCallThatNobodyHasKeepsTheBasketOnlyUntilItMayBeMadeAgain() {
    till.scan(Fixture.TEA).on(new Touch(new Intent.CallStaff()));
    long waits = till.session().attention().idle();
    till.later(Duration.ofSeconds(45)).on(new Timed.TimerFired(Timer.IDLE, waits));
    assertEquals(Session.Dialog.STILL_THERE, till.session().dialog());
  }

  @Test
  void whoReadsTheFirstScreenInAnotherLanguageKeepsItWhileTouchingTheGlass() {
    till.on(new Touch(new Intent.StillHere()));
    assertEquals(List.of(), till.effects(), "it looks as it always does");
    till.on(new Touch(new Intent.SwitchLanguage())).on(new Touch(new Intent.StillHere()));
    assertEquals(Timer.VIEW_RESET, till.effects(Effect.StartTimer.class).getFirst().timer());
  }

  @Test
  void staffAreSaidToComeOnlyOnceOneOfThemHasAnswered() {
    till.scan(Fixture.TEA).on(new Touch(new Intent.CallStaff()));
    long call = till.state().view().call().stamp();
    till.on(new Answered.CallAcknowledged(call - 1, "小李"));
    assertEquals(StaffCall.NOT_REACHED, till.state().view().staff(), "another call");
    till.on(new Answered.CallAcknowledged(call, "小李"));
    assertEquals(StaffCall.COMING, till.state().view().staff());
    till.on(new Answered.CallDelivered(call));
    assertEquals(StaffCall.COMING, till.state().view().staff(), "a late answer takes nothing back");
  }

  @Test
  void nothingTakesTimeFromTheSuccessScreen() {
    paying();
    answer(new Outcome.Approved("2026"));
    Stage.Closing before = till.at(Stage.Paid.class).closing();
    till.on(new Touch(new Intent.PrintReceipt()));
    long job = till.at(Stage.Paid.class).job();
    till.later(Duration.ofSeconds(1)).on(new Answered.PrintEnded(job, true, ""));
    Stage.Closing printed = till.at(Stage.Paid.class).closing();
    assertFalse(printed.ends().isBefore(before.ends()), "the paper took time from the e-receipt");
    till.later(printed.stays().minusSeconds(1)).on(new Touch(new Intent.StillHere()));
    Stage.Closing touched = till.at(Stage.Paid.class).closing();
    assertTrue(touched.ends().isAfter(printed.ends()), "a hand on the glass gives time");
    till.on(new Timed.TimerFired(Timer.CLOSING, printed.stamp()));
    assertInstanceOf(Stage.Paid.class, till.stage(), "an older timer means nothing");
    till.on(new Timed.TimerFired(Timer.CLOSING, touched.stamp()));
    assertInstanceOf(State.Attract.class, till.state());
  }

  @Test
  void tenTouchesOnCallStaffAreOneCallUntilItIsAnsweredOrNobodyComes() {
    for (Runnable opened : List.<Runnable>of(() -> {}, () -> till.scan(Fixture.TEA))) {
      opened.run();
      assertEquals(1, calls(10));
      assertTrue(till.state().view().showCall(), "it is said each time");
      till.on(new Touch(new Intent.Continue()));
      till.later(Duration.ofSeconds(15));
      assertEquals(0, calls(3), "not delivered yet");
      till.on(new Answered.CallDelivered(till.state().view().call().stamp()));
      till.later(Duration.ofSeconds(80));
      assertEquals(0, calls(3), "on the way");
      assertEquals(StaffCall.RECEIVED, till.state().view().staff());
      till.later(Duration.ofSeconds(30));
      assertEquals(1, calls(2), "nobody has come");
      till.later(Duration.ofSeconds(31));
      assertEquals(1, calls(2), "not delivered, as the screen says");
      till.on(new Read.BadgeScanned("小李"));
      assertFalse(till.state().view().showCall());
      assertEquals(1, calls(5), "answered, and called once more");
      till.on(new Read.BadgeScanned("小李"));
    }
  }

  private Fixture paying() {
    return till.scan(Fixture.TEA)
        .scan(Fixture.MILK)
        .on(new Touch(new Intent.Pay()))
        .on(new Touch(new Intent.ChooseMethod(Method.PAY_CODE)))
        .on(new Read.PayCodePresented(CODE, "alipay"));
  }

  private void answer(Outcome outcome) {
    till.on(new Answered.PaymentAnswered(till.payment().attempt(), outcome));
  }

  private int calls(int touches) {
    int calls = 0;
    for (int touch = 0; touch < touches; touch++) {
      till.on(new Touch(new Intent.CallStaff()));
      calls += till.effects(Effect.CallStaff.class).size();
    }
    return calls;
  }
}
