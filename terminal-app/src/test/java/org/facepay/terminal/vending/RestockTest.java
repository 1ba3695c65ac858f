package org.facepay.terminal.vending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.StaffScreen.Trouble;
import org.facepay.terminal.checkout.Fixture;
import org.facepay.terminal.session.Act;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Answered.StockRead.Count;
import org.facepay.terminal.session.Dated;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.Movement;
import org.facepay.terminal.session.Movement.Place;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Timed.TimerFired;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.restock.Restock;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;
import org.junit.jupiter.api.Test;

/** A badge at a vending machine: what is counted is kept and told, once, whatever comes between. */
class RestockTest {
  private static final Place TEA = new Place(1, Fixture.TEA.code(), 6);
  private static final Place MILK = new Place(2, Fixture.MILK.code(), 4);
  private static final Place SPARE = new Place(3, Fixture.TEA.code(), 0);
  private static final Rules RULES =
      new Rules(
          Fixture.RULES.numbers(),
          Fixture.RULES.goods().tariff().currency(),
          Fixture.RULES.payments(),
          Fixture.RULES.members(),
          Fixture.RULES.times(),
          4,
          List.of(
              new Rules.Slot(1, Fixture.TEA, 6),
              new Rules.Slot(2, Fixture.MILK, 4),
              new Rules.Slot(3, Fixture.TEA, 0)));

  private final Frame<Stage> frame = RULES.frame();
  private State<Stage> state = State.start();
  private List<Effect> effects = List.of();
  private long stamp;
  private Instant now = Instant.parse("2026-11-30T06:32:00Z");

  private RestockTest on(Event event) {
    now = now.plusSeconds(1);
    Step<State<Stage>, Effect> step = frame.step(state, new Stamped<>(++stamp, now, event));
    state = step.next();
    effects = step.effects();
    return this;
  }

  private RestockTest touch(Intent intent) {
    return on(new Touch(intent));
  }

  private RestockTest option(String option) {
    return touch(new Intent.ChooseOption(option));
  }

  private <T extends Effect> Optional<T> effect(Class<T> type) {
    return effects.stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  private Object stage() {
    return state instanceof State.Open<Stage> open ? open.stage() : state;
  }

  private Restock restock() {
    return assertInstanceOf(Stage.Restocking.class, stage()).restock();
  }

  private RestockTest opened(Trouble... troubles) {
    on(new Read.BadgeScanned("小李"));
    long attempt = effect(Effect.ReadStock.class).orElseThrow().attempt();
    return on(
        new Answered.StockRead(
            attempt,
            List.of(new Count(1, 2), new Count(2, 4), new Count(9, 1)),
            List.of(troubles),
            List.of(new Dated(3, ""))));
  }

  private List<Movement> kept() {
    return effect(Effect.KeepStock.class).orElseThrow().movements();
  }

  private void written() {
    on(new Answered.StockKept(effect(Effect.KeepStock.class).orElseThrow().attempt()));
  }

  @Test
  void whatWasCountedIsKeptAndToldWithTheBadge() {
    opened().option("full");
    assertEquals(1, restock().at(), "on to the next");
    touch(new Intent.OneLess("2")).touch(new Intent.TickLine("3")).touch(new Intent.OneMore("3"));
    touch(new Intent.Back());
    assertEquals(Restock.Phase.DATING_LAST, restock().doing().phase(), "of which date is it?");
    touch(new Intent.Back());
    List<Movement> movements =
        List.of(
            new Movement(TEA, Optional.of(2), 6),
            new Movement(MILK, Optional.of(4), 3),
            new Movement(SPARE, Optional.empty(), 1));
    assertEquals(movements, kept());
    assertTrue(effect(Effect.KeepStock.class).orElseThrow().byHand());
    assertEquals(
        Optional.of(new Effect.RecordStock("小李", movements)), effect(Effect.RecordStock.class));
    on(new Answered.StockKept(1));
    assertEquals(Restock.Phase.KEEPING, restock().doing().phase(), "an answer to something else");
    effects =
        List.of(new Effect.KeepStock(restock().doing().attempt(), movements, List.of(), true));
    written();
    assertInstanceOf(State.Attract.class, state);
  }

  private RestockTest typed(String digits) {
    digits.chars().forEach(digit -> option(String.valueOf((char) digit)));
    return this;
  }

  private List<Dated> dates() {
    return effect(Effect.KeepStock.class).orElseThrow().dates();
  }

  private RestockTest filled() {
    return opened()
        .touch(new Intent.OneMore("3"))
        .touch(new Intent.OneMore("3"))
        .touch(new Intent.Back());
  }

  @Test
  void theDateOfWhatWasPutInIsAskedBeforeItEnds() {
    filled().typed("26122").option("delete").typed("24").touch(new Intent.ConfirmDigits());
    assertEquals(List.of(new Dated(3, "2026-12-24")), dates());
    assertEquals(List.of(new Movement(SPARE, Optional.empty(), 2)), kept());
  }

  @Test
  void whatIsNoDayIsTypedAgainAndNothingElseCounts() {
    filled().typed("261").touch(new Intent.ConfirmDigits());
    assertEquals("261", restock().doing().typed(), "not whole");
    typed("3019").option("nonsense").touch(new Intent.OneMore("1"));
    assertEquals("261301", restock().doing().typed());
    touch(new Intent.ConfirmDigits());
    assertTrue(restock().doing().wrong());
    typed("270228").option("clear").typed("270229").touch(new Intent.ConfirmDigits());
    assertTrue(restock().doing().wrong(), "2027 is no leap year");
    typed("270228").touch(new Intent.ConfirmDigits());
    assertEquals(List.of(new Dated(3, "2027-02-28")), dates());
  }

  @Test
  void whoDoesNotSayADateKeepsWhatWasCounted() {
    filled().touch(new Intent.Back());
    assertEquals(List.of(), dates());
    assertEquals(List.of(new Movement(SPARE, Optional.empty(), 2)), kept());
  }

  @Test
  void aRestartBetweenTwoDigitsLosesNone() {
    filled().typed("2612").on(new Told.Restarted()).typed("24").touch(new Intent.ConfirmDigits());
    on(new Told.Restarted());
    assertEquals(List.of(new Dated(3, "2026-12-24")), dates(), "asked again, with the same date");
  }

  @Test
  void whatNobodyLookedAtIsNoMovement() {
    opened().option("skip").option("skip").touch(new Intent.Back());
    assertEquals(List.of(), kept());
    assertTrue(effect(Effect.RecordStock.class).isEmpty());
    written();
    assertInstanceOf(State.Attract.class, state);
  }

  @Test
  void aSlotHoldsNoMoreThanItCanAndNoLessThanNothing() {
    opened();
    for (int i = 0; i < 9; i++) {
      touch(new Intent.OneMore("1"));
      touch(new Intent.OneLess("2"));
    }
    touch(new Intent.OneMore("7")).option("nonsense").touch(new Intent.Back());
    assertEquals(
        List.of(new Movement(TEA, Optional.of(2), 6), new Movement(MILK, Optional.of(4), 0)),
        kept());
  }

  @Test
  void onlyAHandSaysThatItIsWellAgain() {
    opened(Trouble.TOO_WARM, Trouble.SLOT_OFF);
    assertEquals(List.of(Trouble.TOO_WARM, Trouble.SLOT_OFF), restock().troubles());
    option("serviced");
    assertTrue(effect(Effect.ServiceMachine.class).isPresent());
    Act act = effect(Effect.RecordAct.class).orElseThrow().act();
    assertEquals(Act.Deed.SERVICED, act.deed());
    assertEquals("TOO_WARM SLOT_OFF", act.why());
    assertEquals(List.of(), restock().troubles());
    option("serviced");
    assertTrue(effect(Effect.ServiceMachine.class).isEmpty(), "once");
  }

  @Test
  void whoWalksAwayLosesNoCountAndAnswersForNothing() {
    opened(Trouble.TOO_WARM).option("full");
    on(new TimerFired(Timer.ATTENDED, stamp));
    assertEquals(List.of(new Movement(TEA, Optional.of(2), 6)), kept());
    assertTrue(!effect(Effect.KeepStock.class).orElseThrow().byHand());
    assertTrue(effect(Effect.ServiceMachine.class).isEmpty());
  }

  /** What was counted lies in the machine, whoever counted it. */
  @Test
  void aBadgeThatIsTakenBackEndsTheRestocking() {
    on(new Read.BadgeScanned("小李")).on(new Told.BadgeRevoked("小李"));
    assertInstanceOf(State.Attract.class, state, "nothing is counted yet");
    opened().option("full").on(new Told.BadgeRevoked("小张"));
    assertEquals(Restock.Phase.COUNTING, restock().doing().phase());
    on(new Told.BadgeRevoked("小李"));
    assertEquals(List.of(new Movement(TEA, Optional.of(2), 6)), kept());
    assertTrue(!effect(Effect.KeepStock.class).orElseThrow().byHand());
    written();
    assertInstanceOf(State.Attract.class, state);
  }

  @Test
  void aRestartGoesOnWhereItWas() {
    on(new Read.BadgeScanned("小李")).on(new Told.Restarted());
    assertTrue(effect(Effect.ReadStock.class).isPresent(), "asked once more");
    on(
        new Answered.StockRead(
            effect(Effect.ReadStock.class).orElseThrow().attempt(),
            List.of(),
            List.of(),
            List.of()));
    option("full").on(new Told.Restarted());
    assertEquals(Restock.Phase.COUNTING, restock().doing().phase());
    touch(new Intent.Back()).on(new Told.Restarted());
    assertEquals(List.of(new Movement(TEA, Optional.empty(), 6)), kept(), "the same figures");
    assertTrue(effect(Effect.RecordStock.class).isEmpty(), "told once");
    written();
    assertInstanceOf(State.Attract.class, state);
  }

  @Test
  void nobodysBadgeOpensNothingNorDoesOneBesideAShopper() {
    on(new Read.BadgeScanned(""));
    assertInstanceOf(State.Attract.class, state);
    on(new Touched.PieceChosen(1, Fixture.TEA, 4, 6)).on(new Read.BadgeScanned("小李"));
    assertInstanceOf(Stage.Choosing.class, stage());
  }
}
