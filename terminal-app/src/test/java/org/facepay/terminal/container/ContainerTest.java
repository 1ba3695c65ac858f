package org.facepay.terminal.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.checkout.Fixture;
import org.facepay.terminal.container.Stage.Why;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.payment.hold.HoldOutcome;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Answered.ClaimEnd;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.FaceResult;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.KnownMember;
import org.facepay.terminal.session.Moved;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Timed.TimerFired;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.visit.Admission;
import org.facepay.terminal.session.visit.Debt;
import org.facepay.terminal.session.visit.DoorPosition;
import org.facepay.terminal.session.visit.Piece;
import org.facepay.terminal.session.visit.Settled;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;
import org.junit.jupiter.api.Test;

/** Visits as they are told: what stands for the goods at every turn. */
class ContainerTest {
  private static final Event CODE =
      new Read.PayCodePresented(new PayCode("280000000000440343"), "alipay");
  private static final Event OPEN = new Moved.DoorMoved(DoorPosition.OPEN);
  private static final Event CLOSED = new Moved.DoorMoved(DoorPosition.CLOSED);
  private static final Piece TEA = new Piece(Fixture.TEA, 1, 1, true);
  private static final Piece MILK = new Piece(Fixture.MILK, 1, 2, false);
  private static final Debt OWED = new Debt("K3_7F3K_0_1", 500, 0, List.of(TEA), Debt.Why.REFUSED);

  private final Frame<Stage> frame = ContainerFixture.RULES.frame();
  private State<Stage> state = State.start();
  private List<Effect> effects = List.of();
  private long stamp;
  private Instant now = Instant.parse("2026-11-29T06:32:00Z");

  private ContainerTest on(Event event) {
    now = now.plusSeconds(1);
    Step<State<Stage>, Effect> step = frame.step(state, new Stamped<>(++stamp, now, event));
    state = step.next();
    effects = step.effects();
    return this;
  }

  private ContainerTest on(Intent intent) {
    return on(new Touch(intent));
  }

  private <T extends Stage> T at(Class<T> stage) {
    return assertInstanceOf(stage, assertInstanceOf(State.Open.class, state).stage());
  }

  private <T extends Effect> List<T> effects(Class<T> type) {
    return effects.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private ContainerTest fires(Timer timer) {
    Effect.StartTimer due =
        effects(Effect.StartTimer.class).stream()
            .filter(t -> t.timer() == timer)
            .findFirst()
            .orElseThrow();
    return on(new TimerFired(timer, due.attempt()));
  }

  private ContainerTest promising() {
    return on(CODE).on(new Intent.AgreeHold());
  }

  private ContainerTest answered(HoldOutcome outcome) {
    long attempt = at(Stage.Promising.class).holding().hold().attempt();
    return on(new Answered.HoldAnswered(attempt, outcome));
  }

  private ContainerTest checked(Admission admission) {
    long attempt = effects(Effect.CheckVisitor.class).getFirst().attempt();
    return on(new Answered.VisitorChecked(attempt, admission));
  }

  private ContainerTest held() {
    return promising().answered(new HoldOutcome.Held("H1", "anna"));
  }

  private ContainerTest unlocking() {
    return held().checked(new Admission.Admitted());
  }

  private ContainerTest drawn(boolean drawn) {
    long attempt = at(Stage.Unlocking.class).attempt();
    return on(new Answered.DoorUnlocked(attempt, drawn));
  }

  private ContainerTest taking() {
    return unlocking().drawn(true).on(OPEN);
  }

  private ContainerTest settles(Settled settled) {
    long attempt = at(Stage.Counting.class).attempt();
    return on(new Answered.VisitSettled(attempt, settled));
  }

  private static Settled charge(Piece... pieces) {
    List<Piece> all = List.of(pieces);
    return new Settled(Settled.Decision.CHARGE, all, all, List.of(), "e");
  }

  private static Settled asks() {
    List<Piece> dear = List.of(TEA, MILK);
    List<Piece> cheap = List.of(TEA, TEA);
    return new Settled(Settled.Decision.ASK, dear, List.of(TEA), List.of(dear, cheap), "e");
  }

  private long taken() {
    return effects(Effect.TakeHeld.class).getFirst().debt().minor();
  }

  private String why() {
    return effects(Effect.RecordVisit.class).getFirst().why();
  }

  private String billed() {
    return at(Stage.Billed.class).outcome().order().orElseThrow().outTradeNo();
  }

  private ContainerTest kept() {
    return on(new Answered.ClaimKept(billed()));
  }

  private ContainerTest claimed(ClaimEnd end) {
    return on(new Answered.ClaimEnded(billed(), end));
  }

  @Test
  void whatLeftIsTakenOfThePromiseAndTheBillWaitsForTheDisk() {
    taking().on(CLOSED).settles(charge(TEA, MILK));
    assertEquals(1_990, taken());
    assertEquals("", why());
    on(new Intent.Finish());
    at(Stage.Billed.class);
    kept().claimed(ClaimEnd.TAKEN);
    assertEquals(Stage.Money.TAKEN, at(Stage.Billed.class).money());
    on(new Intent.Finish());
    assertInstanceOf(State.Attract.class, state);
  }

  @Test
  void noPromiseNoDoor() {
    promising().answered(new HoldOutcome.Declined(DeclineReason.BALANCE_TOO_LOW, "no"));
    assertEquals(Why.NO_PROMISE, at(Stage.NotOpened.class).why());
    assertTrue(effects(Effect.UnlockDoor.class).isEmpty());
  }

  @Test
  void aLockThatSaysNothingIsNotTakenForShut() {
    unlocking().drawn(false);
    assertTrue(effects(Effect.UnlockDoor.class).getFirst().holds().isZero(), "the bolt falls");
    on(OPEN).on(CLOSED).settles(charge(TEA));
    assertEquals(500, taken(), "it was drawn all the same");
  }

  @Test
  void aLockThatDoesNothingCostsNothing() {
    unlocking().drawn(false).settles(charge());
    assertEquals(Why.LOCK, at(Stage.NotOpened.class).why());
    assertEquals(1, effects(Effect.ReleaseHeld.class).size());
    fires(Timer.CLOSING);
    at(Stage.NotOpened.class);
  }

  @Test
  void aDoorThatNobodyPullsCostsNothing() {
    unlocking().drawn(true).fires(Timer.DOOR).settles(charge());
    assertEquals(Why.NOT_PULLED, at(Stage.NotOpened.class).why());
    assertEquals(1, effects(Effect.ReleaseHeld.class).size());
  }

  @Test
  void aDoorThatStaysOpenIsSpokenOfAndThenStaffCome() {
    taking().fires(Timer.DOOR);
    assertEquals(Stage.Reminder.SAID, at(Stage.Taking.class).reminder());
    fires(Timer.DOOR);
    assertEquals("door-open", effects(Effect.CallStaff.class).getFirst().why());
    on(CLOSED).settles(charge(TEA));
    assertEquals(500, taken());
  }

  @Test
  void theBoltFallsWithTheDoorAndWhoOpensItThenIsNobody() {
    taking().on(CLOSED);
    assertTrue(effects(Effect.UnlockDoor.class).getFirst().holds().isZero());
    settles(charge(TEA)).on(OPEN);
    assertEquals("door-forced", effects(Effect.CallStaff.class).getFirst().why());
    at(Stage.Billed.class);
  }

  @Test
  void afterARestartNoBoltIsDrawnForSomebodyWhoMayHaveGone() {
    promising().on(new Told.Restarted());
    assertEquals(1, effects(Effect.ReleaseHeld.class).stream().distinct().count());
    at(Stage.NotOpened.class);
    state = State.start();
    held().on(new Told.Restarted());
    at(Stage.NotOpened.class);
    assertEquals(1, effects(Effect.ReleaseHeld.class).size());
  }

  @Test
  void afterARestartAnOpenDoorIsStillThisVisits() {
    unlocking().on(new Told.Restarted());
    at(Stage.Taking.class);
    on(new Told.Restarted());
    assertEquals(1, effects(Effect.WatchShelves.class).size());
    on(CLOSED).on(new Told.Restarted());
    settles(asks()).on(new Told.Restarted());
    on(new Intent.ChooseOption("1")).on(new Told.Restarted());
    assertEquals(1_000, taken(), "said again");
    kept().on(new Intent.Dispute()).on(new Told.Restarted());
    at(Stage.Disputing.class);
  }

  @Test
  void whatIsChosenIsCharged() {
    taking().on(CLOSED).settles(asks()).on(new Intent.ChooseOption("0"));
    assertEquals(1_990, taken());
    assertEquals("", why());
  }

  @Test
  void noneOfThemIsForSomebodyToLookAt() {
    taking().on(CLOSED).settles(asks()).on(new Intent.ChooseOption("none"));
    assertEquals(500, taken());
    assertEquals("not-clear", why());
  }

  @Test
  void whoIsNotSurePaysTheLeastAndSomebodyLooks() {
    taking().on(CLOSED).settles(asks()).on(new Intent.ChooseOption("unsure"));
    assertEquals(1_000, taken());
    assertEquals("not-clear", why());
  }

  @Test
  void whoSaysNothingPaysWhatIsCertain() {
    taking().on(CLOSED).settles(asks()).on(new Intent.ChooseOption("9")).on(CODE);
    at(Stage.Asking.class);
    on(new Intent.StillHere()).fires(Timer.CLOSING);
    assertEquals(500, taken());
    assertEquals("not-clear", why());
  }

  @Test
  void cellsThatSayNothingChargeNothing() {
    taking().on(CLOSED).fires(Timer.DOOR);
    assertEquals("not-clear", why());
    assertEquals(1, effects(Effect.ReleaseHeld.class).size());
    assertTrue(effects(Effect.RecordSale.class).isEmpty());
  }

  @Test
  void whatIsBeyondTheLimitIsLookedAt() {
    taking().on(CLOSED).settles(charge(new Piece(Fixture.MILK, 4, 1, true)));
    assertEquals(WalkingMoney.MOST, taken());
    assertEquals("over-limit", why());
  }

  @Test
  void aDebtIsPaidAtTheDoor() {
    held().checked(new Admission.Owes(OWED)).on(new Intent.Pay()).on(CODE);
    long attempt = at(Stage.PayingDebt.class).charge().payment().attempt();
    on(new Answered.PaymentAnswered(attempt, new Outcome.Approved("t")));
    assertEquals(1, effects(Effect.RecordDebtPaid.class).size());
    long forgotten = effects(Effect.ForgetDebt.class).getFirst().attempt();
    on(new Answered.VisitorChecked(forgotten, new Admission.Admitted()));
    at(Stage.Unlocking.class);
  }

  @Test
  void aDebtThatIsNotPaidKeepsTheDoorShut() {
    held().checked(new Admission.Owes(OWED)).on(new Intent.Pay()).on(CODE);
    long attempt = at(Stage.PayingDebt.class).charge().payment().attempt();
    Outcome refused = new Outcome.Declined(DeclineReason.BANK_REFUSED, "no");
    on(new Answered.PaymentAnswered(attempt, refused));
    at(Stage.DebtRefused.class);
    on(new Intent.Retry()).on(new Intent.Finish());
    assertEquals(Why.NOT_PAID, at(Stage.NotOpened.class).why());
    assertEquals(1, effects(Effect.ReleaseHeld.class).size());
  }

  @Test
  void whatTheCellsDoNotExcludeGoesBackAtOnce() {
    taking().on(CLOSED).settles(charge(MILK));
    kept().claimed(ClaimEnd.TAKEN).on(new Intent.Dispute());
    on(new Intent.TickLine("1")).on(new Intent.NotTaken()).on(new Intent.RequestRefund());
    Effect.AskForRefund asked = effects(Effect.AskForRefund.class).getFirst();
    assertEquals(1_490, asked.amount().minor());
    on(new Answered.RefundAnswered(asked.attempt(), new RefundProvider.Refund.Accepted()));
    assertEquals(1, effects(Effect.RecordRefund.class).size());
  }

  @Test
  void whatTheCellsAreSureOfIsLookedAtOnceTheClaimIsOnTheDisk() {
    taking().on(CLOSED).settles(charge(TEA)).on(new Intent.Dispute());
    on(new Intent.TickLine("1")).on(new Intent.NotTaken()).on(new Intent.RequestRefund());
    Stage.Disputing at = at(Stage.Disputing.class);
    on(new Answered.ClaimKept(at.bill().outcome().order().orElseThrow().outTradeNo()));
    on(new Intent.RequestRefund());
    at(Stage.Objected.class);
    assertEquals("disputed", why());
  }

  @Test
  void aForcedDoorBillsNobody() {
    on(OPEN);
    assertEquals("door-forced", effects(Effect.CallStaff.class).getFirst().why());
    on(CODE).on(CLOSED).settles(charge(TEA));
    assertEquals("door-forced", why());
    assertTrue(effects(Effect.RecordSale.class).isEmpty());
    assertInstanceOf(State.Attract.class, state);
  }

  @Test
  void aDoorForcedBeforeAnybodyAgreedIsNobodys() {
    on(CODE).on(OPEN);
    assertEquals(new Stage.Nobody(""), at(Stage.Taking.class).pledge());
    assertEquals("door-forced", effects(Effect.CallStaff.class).getFirst().why());
  }

  @Test
  void aSecondCodeWhileTheDoorIsOpenChangesNothing() {
    State<Stage> before = taking().state;
    assertEquals(before, on(CODE).state);
  }

  @Test
  void staffPutInWhatNobodyPaysFor() {
    on(new Read.BadgeScanned("小李"));
    assertEquals(1, effects(Effect.UnlockDoor.class).size());
    long asked = effects(Effect.ReadStock.class).getFirst().attempt();
    on(OPEN)
        .on(new Answered.StockRead(asked, List.of(), List.of(), List.of()))
        .on(new Intent.Back());
    on(new Answered.StockKept(effects(Effect.KeepStock.class).getFirst().attempt()));
    assertEquals(new Stage.Nobody("小李"), at(Stage.Taking.class).pledge(), "it is to be shut");
    on(CLOSED);
    assertInstanceOf(State.Attract.class, state);
    assertTrue(effects(Effect.RecordVisit.class).isEmpty());
  }

  @Test
  void aMembersAccountPaysAfterwardsOrItIsOwed() {
    on(new Intent.ChooseMethod(Screen.Method.FACE)).on(new Intent.AgreeFace());
    long look = effects(Effect.LookForFace.class).getFirst().look();
    KnownMember member = new KnownMember("m1", "王*", 100_000, true, true, false, 0.9, 0.9);
    on(new Answered.FaceAnswered(look, new FaceResult.Recognised(member)));
    on(new Intent.AgreeHold()).checked(new Admission.Admitted());
    drawn(true).on(OPEN).on(CLOSED).settles(charge(TEA));
    Effect.ChargeAccount charge = effects(Effect.ChargeAccount.class).getFirst();
    assertEquals("m1", charge.member());
    assertEquals(470, charge.debt().minor());
    kept().claimed(ClaimEnd.REFUSED);
    assertEquals(Stage.Money.OWED, at(Stage.Billed.class).money());
  }
}
