package org.facepay.terminal.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.StaffScreen.Misplaced;
import org.facepay.kiosk.screen.StaffScreen.NotPlaced;
import org.facepay.terminal.checkout.Fixture;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Answered.StockRead.Count;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.Learned;
import org.facepay.terminal.session.Movement;
import org.facepay.terminal.session.Movement.Place;
import org.facepay.terminal.session.Placed;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.Stand;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.restock.Placing;
import org.facepay.terminal.session.restock.Restock;
import org.facepay.terminal.session.restock.Restock.Phase;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;
import org.junit.jupiter.api.Test;

/**
 * A badge at a container: lanes come to hold what is scanned and put there, and nothing by chance.
 */
class LearningTest {
  private static final Event MILK = new Read.ItemScanned(Fixture.MILK, new Quantity.Pieces(1));
  private static final List<Stand> STANDS =
      List.of(new Stand(101, Fixture.TEA, 6), new Stand(102, Fixture.MILK, 6));

  private final Frame<Stage> frame = ContainerFixture.RULES.frame();
  private State<Stage> state = State.start();
  private List<Effect> effects = List.of();
  private long stamp;
  private Instant now = Instant.parse("2026-11-30T06:32:00Z");

  private LearningTest on(Event event) {
    now = now.plusSeconds(1);
    Step<State<Stage>, Effect> step = frame.step(state, new Stamped<>(++stamp, now, event));
    state = step.next();
    effects = step.effects();
    return this;
  }

  private LearningTest touch(Intent intent) {
    return on(new Touch(intent));
  }

  private LearningTest option(String option) {
    return touch(new Intent.ChooseOption(option));
  }

  private <T extends Effect> T effect(Class<T> type) {
    return effects.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  private Restock restock() {
    State.Open<?> open = assertInstanceOf(State.Open.class, state);
    return assertInstanceOf(Stage.Restocking.class, open.stage()).restock();
  }

  private LearningTest opened() {
    on(new Read.BadgeScanned("小李"));
    long attempt = effect(Effect.ReadStock.class).attempt();
    List<Count> counts = List.of(new Count(101, 2), new Count(102, 3));
    return on(new Answered.StockRead(attempt, counts, List.of(), List.of(), STANDS));
  }

  private LearningTest emptied() {
    return touch(new Intent.OneLess("101")).touch(new Intent.OneLess("101"));
  }

  private LearningTest says(Placed placed) {
    long attempt = effect(Effect.FindLane.class).attempt();
    return on(new Answered.PiecesPlaced(attempt, placed));
  }

  private LearningTest placed(int pieces) {
    on(MILK);
    effect(Effect.WatchLanes.class);
    for (int more = 1; more < pieces; more++) {
      touch(new Intent.OneMore("placing"));
    }
    option("placed");
    assertEquals(pieces, effect(Effect.FindLane.class).pieces());
    return this;
  }

  private Optional<Misplaced> wrong() {
    return restock().relaid().placing().flatMap(Placing::wrong);
  }

  @Test
  void aLaneHoldsWhatWasPutThereOnceItIsConfirmed() {
    opened().emptied().placed(4).says(new Placed.Found(101, 1_005_000));
    assertEquals(List.of(), restock().relaid().learned(), "asked, not guessed");
    option("right");
    assertEquals(Phase.COUNTING, restock().doing().phase());
    touch(new Intent.Back());
    Effect.KeepLanes keep = effect(Effect.KeepLanes.class);
    assertEquals(List.of(new Learned(101, Fixture.MILK.code(), 1_005_000)), keep.lanes());
    assertEquals(List.of(4, 6), keep.full(), "it is as full as it was filled");
    List<Movement> movements =
        List.of(
            new Movement(new Place(101, Fixture.TEA.code(), 6), Optional.of(2), 0),
            new Movement(new Place(101, Fixture.MILK.code(), 0), Optional.of(0), 4));
    assertEquals(movements, effect(Effect.RecordStock.class).movements());
    on(new Answered.LanesKept(keep.attempt()));
    assertEquals(movements, effect(Effect.KeepStock.class).movements());
    on(new Answered.StockKept(effect(Effect.KeepStock.class).attempt()));
    assertInstanceOf(State.Attract.class, state);
  }

  @Test
  void whatLiesThereAlreadyIsOnlyCounted() {
    opened().placed(2).says(new Placed.Found(102, 0)).option("right").touch(new Intent.Back());
    assertTrue(effects.stream().noneMatch(Effect.KeepLanes.class::isInstance));
    assertEquals(
        List.of(new Movement(new Place(102, Fixture.MILK.code(), 6), Optional.of(3), 5)),
        effect(Effect.KeepStock.class).movements());
  }

  @Test
  void aLaneThatHoldsSomethingElseIsEmptiedFirst() {
    opened().placed(4).says(new Placed.Found(101, 0));
    assertEquals(Optional.of(Misplaced.OTHER_GOODS), wrong());
    option("right");
    assertEquals(List.of(), restock().relaid().learned());
    option("placed").says(new Placed.Found(109, 0));
    assertEquals(Optional.of(Misplaced.OTHER_GOODS), wrong(), "a lane there is not");
  }

  @Test
  void whatTheShelvesCannotSayIsAskedAgain() {
    opened().emptied().placed(3);
    for (Misplaced why : Misplaced.values()) {
      says(new Placed.NotFound(why));
      assertEquals(Optional.of(why), wrong());
      option("right");
      assertEquals(Phase.PLACING, restock().doing().phase());
      option("placed");
    }
    says(new Placed.Found(101, 0)).touch(new Intent.OneMore("placing")).option("right");
    assertEquals(List.of(), restock().relaid().learned(), "another number is another question");
  }

  @Test
  void aLateAnswerIsNoAnswer() {
    opened().emptied().placed(3);
    long first = effect(Effect.FindLane.class).attempt();
    touch(new Intent.OneMore("placing")).option("placed");
    on(new Answered.PiecesPlaced(first, new Placed.Found(101, 0)));
    assertTrue(restock().relaid().placing().orElseThrow().found().isEmpty());
  }

  @Test
  void whatIsNotSoldFromAShelfIsNotPutThere() {
    opened().on(new Read.UnknownItemScanned("6900000000001"));
    assertEquals(Optional.of(NotPlaced.UNKNOWN), restock().relaid().refused());
    on(new Read.GoodsRefused(Fixture.MILK, Read.Refusal.RECALLED));
    assertEquals(Optional.of(NotPlaced.NOT_SOLD), restock().relaid().refused());
    touch(new Intent.TickLine("102"));
    assertEquals(Optional.empty(), restock().relaid().refused());
  }

  @Test
  void aSecondArticleOrPersonWaits() {
    opened().emptied().placed(2);
    Restock before = restock();
    on(new Read.ItemScanned(Fixture.TEA, new Quantity.Pieces(1)));
    on(new Read.BadgeScanned("小王"));
    assertEquals(before, restock());
  }

  @Test
  void afterARestartItIsScannedAgainAndWhatWasConfirmedStays() {
    opened().emptied().placed(4).says(new Placed.Found(101, 1_005_000)).option("right").on(MILK);
    on(new Told.Restarted());
    assertEquals(Optional.of(NotPlaced.INTERRUPTED), restock().relaid().refused());
    touch(new Intent.Back());
    Effect.KeepLanes first = effect(Effect.KeepLanes.class);
    on(new Told.Restarted());
    Effect.KeepLanes again = effect(Effect.KeepLanes.class);
    assertEquals(first.lanes(), again.lanes());
    on(new Answered.LanesKept(first.attempt()));
    assertEquals(Phase.LAYING, restock().doing().phase());
    on(new Answered.LanesKept(again.attempt()));
    on(new Told.Restarted());
    assertEquals(first.full(), effect(Effect.KeepLanes.class).full(), "all of it once more");
  }
}
