package org.facepay.terminal.session.restock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.StaffScreen.Misplaced;
import org.facepay.kiosk.screen.StaffScreen.NotPlaced;
import org.facepay.terminal.sale.AgeLimit;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Learned;
import org.facepay.terminal.session.Movement;
import org.facepay.terminal.session.Placed;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.restock.Restock.Phase;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * How lanes come to hold something else: an article is scanned, pieces of it are put into a lane
 * and counted, the shelves say which lane it was and what a piece weighs, and whoever put them
 * there says that it is so. Nothing is taken from the shelves' word alone.
 */
final class Placements {
  /** What the screen's options are called. */
  static final String PLACED = "placed";

  static final String RIGHT = "right";
  static final String AGAIN = "again";

  private Placements() {}

  /** Something was scanned while the lanes are counted. */
  static Step<Restock, Effect> scanned(Restock at, Read read, Stamped<Event> event) {
    Optional<NotPlaced> why =
        switch (read) {
          case Read.ItemScanned item -> unsold(item.product());
          case Read.GoodsRefused _ -> Optional.of(NotPlaced.NOT_SOLD);
          default -> Optional.of(NotPlaced.UNKNOWN);
        };
    if (why.isPresent() || !(read instanceof Read.ItemScanned item)) {
      return Step.of(at.refused(why), new Effect.Beep(false));
    }
    Placing placing = new Placing(item.product(), 1, false, Optional.empty(), Optional.empty());
    return Step.of(
        at.placing(Optional.of(placing)).doing(Phase.PLACING, event.stamp()),
        new Effect.WatchLanes(event.stamp()),
        new Effect.Beep(true));
  }

  private static Optional<NotPlaced> unsold(Product product) {
    if (product.unit() != Product.Unit.PIECE || product.price() <= 0) {
      return Optional.of(NotPlaced.NOT_BY_PIECE);
    }
    return product.age().equals(AgeLimit.NONE)
        ? Optional.empty()
        : Optional.of(NotPlaced.NOT_FOR_ALL);
  }

  /** While pieces are put into a lane. */
  static Step<Restock, Effect> on(Restock at, Stamped<Event> event) {
    Placing placing = at.relaid().placing().orElseThrow();
    return switch (event.event()) {
      // What the shelves weighed before is forgotten.
      case Told.Restarted _ -> counting(at.refused(Optional.of(NotPlaced.INTERRUPTED)));
      case Answered.PiecesPlaced(long attempt, Placed placed)
          when placing.weighing() && attempt == at.doing().attempt() ->
          Step.of(at.placing(Optional.of(answered(at, placing, placed))));
      case Touch(Intent.OneMore _) -> changed(at, placing.of(placing.pieces() + 1));
      case Touch(Intent.OneLess _) -> changed(at, placing.of(placing.pieces() - 1));
      case Touch(Intent.ChooseOption(String option)) when option.equals(PLACED) ->
          placing.weighing() ? Step.of(at) : asked(at, placing, event);
      case Touch(Intent.ChooseOption(String option)) when option.equals(AGAIN) ->
          changed(at, placing.of(placing.pieces()));
      case Touch(Intent.ChooseOption(String option)) when option.equals(RIGHT) ->
          placing.found().map(found -> counting(relaid(at, placing, found))).orElse(Step.of(at));
      case Touch(Intent.Back _) -> counting(at.placing(Optional.empty()));
      case Read _ -> Step.of(at, new Effect.Beep(false));
      default -> Step.of(at);
    };
  }

  private static Step<Restock, Effect> changed(Restock at, Placing placing) {
    return Step.of(at.placing(Optional.of(placing)));
  }

  private static Step<Restock, Effect> counting(Restock at) {
    return Step.of(at.doing(Phase.COUNTING, at.doing().attempt()));
  }

  private static Step<Restock, Effect> asked(Restock at, Placing placing, Stamped<Event> event) {
    String code = placing.product().code();
    Placing weighing =
        new Placing(placing.product(), placing.pieces(), true, Optional.empty(), Optional.empty());
    return Step.of(
        at.placing(Optional.of(weighing)).doing(Phase.PLACING, event.stamp()),
        new Effect.FindLane(event.stamp(), code, placing.pieces(), weighed(at, code)));
  }

  /** What a piece weighs, as it was weighed a moment ago. */
  private static long weighed(Restock at, String code) {
    return at.relaid().learned().stream()
        .filter(learned -> learned.code().equals(code))
        .mapToLong(Learned::unitMilligrams)
        .max()
        .orElse(0);
  }

  private static Placing answered(Restock at, Placing placing, Placed placed) {
    return switch (placed) {
      case Placed.NotFound(Misplaced why) -> wrong(placing, why);
      case Placed.Found found when occupied(at, placing, found) ->
          wrong(placing, Misplaced.OTHER_GOODS);
      case Placed.Found found ->
          new Placing(
              placing.product(), placing.pieces(), false, Optional.of(found), Optional.empty());
    };
  }

  private static Placing wrong(Placing placing, Misplaced why) {
    return new Placing(
        placing.product(), placing.pieces(), false, Optional.empty(), Optional.of(why));
  }

  /** A lane that holds something else by the count is emptied first. */
  private static boolean occupied(Restock at, Placing placing, Placed.Found found) {
    int index = at.index(Integer.toString(found.slot()));
    return index < 0
        || (!holds(at.lanes().get(index), placing.product()) && at.lanes().get(index).now() > 0);
  }

  private static boolean holds(Lane lane, Product product) {
    return lane.place().code().equals(product.code());
  }

  private static Restock relaid(Restock at, Placing placing, Placed.Found found) {
    int index = at.index(Integer.toString(found.slot()));
    Lane lane = at.lanes().get(index);
    Restock there = at.placing(Optional.empty()).at(index);
    Learned learned = new Learned(found.slot(), placing.product().code(), found.unitMilligrams());
    if (holds(lane, placing.product())) {
      Restock more = there.with(index, lane.with(placing.pieces()));
      return found.unitMilligrams() == 0 ? more : more.with(with(there.relaid(), learned, lane));
    }
    return there
        .with(index, lane.of(placing.product(), placing.pieces()))
        .with(with(there.relaid(), learned, lane));
  }

  /** The last word about a lane counts; what lay in it is told to have been taken out. */
  private static Relaid with(Relaid before, Learned learned, Lane lane) {
    List<Learned> all = new ArrayList<>(before.learned());
    all.removeIf(l -> l.slot() == learned.slot());
    all.add(learned);
    List<Movement> emptied = new ArrayList<>(before.emptied());
    if (!lane.place().code().equals(learned.code()) && !lane.before().equals(Optional.of(0))) {
      emptied.add(new Movement(lane.place(), lane.before(), 0));
    }
    return new Relaid(all, emptied, Optional.empty(), Optional.empty());
  }
}
