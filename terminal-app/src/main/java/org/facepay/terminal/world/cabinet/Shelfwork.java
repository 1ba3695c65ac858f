package org.facepay.terminal.world.cabinet;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.facepay.kiosk.screen.StaffScreen.Misplaced;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.loop.SideThread;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Learned;
import org.facepay.terminal.session.Placed;
import org.facepay.terminal.session.Stand;
import org.facepay.terminal.settlement.planogram.Planogram;
import org.facepay.terminal.settlement.planogram.Put;
import org.facepay.terminal.settlement.planogram.Relaid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What whoever fills a cabinet asks of it: what lies where, into which lane something was put, and
 * that it lies there from now on. On the cabinet's thread alone.
 */
final class Shelfwork {
  private static final Logger LOG = LoggerFactory.getLogger(Shelfwork.class);

  /** From one look at shelves that swing still to the next. */
  private static final Duration LOOK = Duration.ofMillis(400);

  private static final int LOOKS = 8;

  /** A disk that takes nothing is tried again. */
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private final Planograms planograms;
  private final LaneStock stock;
  private final Tamper tamper;
  private final Function<String, Product> products;
  private final Recording recording;
  private final SideThread thread;
  private final Inbox<Event> inbox;
  private final InstantSource clock;

  /** What every shelf weighed before; empty where that is not known. */
  private Optional<List<Put.Gain>> before = Optional.empty();

  /** Where the middle of a lane seems to be; forgotten at a restart, and the planogram's then. */
  private final Map<Integer, Double> centresMm = new HashMap<>();

  Shelfwork(
      Cabinet.Setup setup,
      LaneStock stock,
      Tamper tamper,
      Recording recording,
      SideThread thread,
      Inbox<Event> inbox,
      InstantSource clock) {
    this.planograms = setup.planograms();
    this.products = setup.products();
    this.stock = stock;
    this.tamper = tamper;
    this.recording = recording;
    this.thread = thread;
    this.inbox = inbox;
    this.clock = clock;
  }

  void run(Effect.AtMachine asked) {
    switch (asked) {
      case Effect.ReadStock(long attempt) ->
          inbox.deliver(
              new Answered.StockRead(attempt, stock.counts(), List.of(), List.of(), stands()));
      case Effect.KeepStock(long attempt, var movements, var _, boolean _) -> {
        stock.counted(movements);
        tamper.lookedAfter();
        inbox.deliver(new Answered.StockKept(attempt));
      }
      case Effect.ServiceMachine _ -> tamper.lookedAfter();
    }
  }

  private List<Stand> stands() {
    Planogram planogram = planograms.now();
    List<Stand> stands = new ArrayList<>();
    for (int s = 0; s < planogram.shelves().size(); s++) {
      List<Planogram.Lane> lanes = planogram.shelves().get(s).lanes();
      for (int l = 0; l < lanes.size(); l++) {
        Product product = products.apply(planogram.skus().get(lanes.get(l).sku()).id());
        stands.add(new Stand(Planogram.laneNumber(s, l), product, lanes.get(l).stock()));
      }
    }
    return stands;
  }

  void run(Effect.AtShelves asked) {
    switch (asked) {
      case Effect.WatchLanes _ ->
          before = recording.rests().lastRest(planograms.now(), clock.millis());
      case Effect.FindLane find -> find(find, LOOKS);
      case Effect.KeepLanes keep -> keep(keep);
    }
  }

  private void find(Effect.FindLane find, int looks) {
    Optional<List<Put.Gain>> after = recording.rests().atRest(planograms.now(), clock.millis());
    if (before.isPresent() && after.isEmpty() && looks > 0) {
      thread.later(() -> find(find, looks - 1), LOOK);
      return;
    }
    Placed placed =
        before.isPresent() && after.isPresent()
            ? placed(find, gains(before.get(), after.get()))
            : new Placed.NotFound(
                recording.rests().silent(clock.millis()) ? Misplaced.SILENT : Misplaced.NOT_STILL);
    inbox.deliver(new Answered.PiecesPlaced(find.attempt(), placed));
  }

  private static List<Put.Gain> gains(List<Put.Gain> before, List<Put.Gain> after) {
    List<Put.Gain> gains = new ArrayList<>();
    for (int s = 0; s < after.size(); s++) {
      gains.add(
          new Put.Gain(
              after.get(s).left() - before.get(s).left(),
              after.get(s).right() - before.get(s).right()));
    }
    return gains;
  }

  private Placed placed(Effect.FindLane find, List<Put.Gain> gains) {
    Optional<Planogram.Sku> known =
        find.unitMilligrams() > 0
            ? Optional.of(weighed(find.code(), find.unitMilligrams()))
            : planograms.sku(find.code());
    return switch (Put.of(planograms.now(), gains, find.pieces(), known)) {
      case Put.Into(int shelf, int place, double grams, double centreMm) -> {
        int number = Planogram.laneNumber(shelf, place);
        centresMm.put(number, centreMm);
        yield new Placed.Found(number, known.isPresent() ? 0 : Math.round(1_000 * grams));
      }
      case Put.Unclear(Put.Why why) ->
          new Placed.NotFound(
              switch (why) {
                case NOTHING_HEAVIER -> Misplaced.NOTHING_HEAVIER;
                case SEVERAL_SHELVES -> Misplaced.SEVERAL_SHELVES;
                case BETWEEN_LANES -> Misplaced.BETWEEN_LANES;
                case OTHER_NUMBER -> Misplaced.OTHER_NUMBER;
                case NO_SUCH_MASS -> Misplaced.NO_SUCH_MASS;
              });
    };
  }

  private Planogram.Sku weighed(String code, long milligrams) {
    Product product = products.apply(code);
    double grams = milligrams / 1_000.0;
    return new Planogram.Sku(
        code, product.zh().name(), product.price(), grams, Relaid.scatter(grams));
  }

  private void keep(Effect.KeepLanes keep) {
    try {
      planograms.relaid(next(keep), clock.instant());
      stock.relaid(planograms.now());
      centresMm.clear();
      LOG.info("planogram {} is valid from now on", planograms.number());
      inbox.deliver(new Answered.LanesKept(keep.attempt()));
    } catch (IOException e) {
      LOG.error("what the lanes hold now is not kept, and is tried again: {}", e.toString());
      thread.later(() -> keep(keep), AGAIN);
    }
  }

  private Planogram next(Effect.KeepLanes keep) {
    Map<String, Long> masses = new HashMap<>();
    keep.lanes().forEach(l -> masses.merge(l.code(), l.unitMilligrams(), Math::max));
    Map<Integer, Planogram.Sku> lanes = new HashMap<>();
    for (Learned learned : keep.lanes()) {
      long mass = masses.getOrDefault(learned.code(), 0L);
      Optional<Planogram.Sku> known =
          mass > 0 ? Optional.of(weighed(learned.code(), mass)) : planograms.sku(learned.code());
      known.ifPresent(sku -> lanes.put(learned.slot(), sku));
    }
    List<Integer> numbers = LaneStock.numbers(planograms.now());
    Map<Integer, Integer> full = new HashMap<>();
    for (int lane = 0; lane < Math.min(numbers.size(), keep.full().size()); lane++) {
      full.put(numbers.get(lane), keep.full().get(lane));
    }
    Map<Integer, Double> middles = new HashMap<>(centresMm);
    middles.keySet().retainAll(lanes.keySet());
    return Relaid.of(planograms.now(), lanes, full, middles);
  }
}
