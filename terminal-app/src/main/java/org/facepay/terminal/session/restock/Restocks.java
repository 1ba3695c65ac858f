package org.facepay.terminal.session.restock;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Intent;
import org.facepay.terminal.session.Act;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Dated;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Movement;
import org.facepay.terminal.session.Movement.Place;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.Stand;
import org.facepay.terminal.session.Timed.TimerFired;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.restock.Restock.Phase;
import org.facepay.terminal.session.restock.Restock.Progress;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * How lanes are filled by whoever has a badge: full, one more, one less, skipped. What was counted
 * is written down and told when it ends; of which date it is, is asked where something was put in,
 * and need not be answered. It ends by hand or because nobody touches anything any more; that a
 * machine is well again only a hand can say.
 *
 * @param stands in the order in which they are filled; none where the machine itself says it
 */
public record Restocks(List<Stand> stands) {
  /** Longer than at a till: hands are full of goods. */
  public static final Duration ATTENDED = Duration.ofMinutes(5);

  /** What the screen's options are called. */
  public static final String FULL = "full";

  public static final String SKIP = "skip";
  public static final String SERVICED = "serviced";
  public static final String DELETE = "delete";
  public static final String CLEAR = "clear";
  public static final String PLACED = Placements.PLACED;
  public static final String RIGHT = Placements.RIGHT;
  public static final String AGAIN = Placements.AGAIN;

  /** Digits of a date. */
  public static final int DATE = 6;

  private static final int CENTURY = 2000;

  public Restocks {
    stands = List.copyOf(stands);
  }

  /** Before anything is known. */
  public static Restock opened(String attendant) {
    return new Restock(
        attendant,
        List.of(),
        0,
        List.of(),
        new Restock.Doing(Phase.READING, 0, "", false),
        Relaid.NOTHING);
  }

  /** What an event comes to. */
  public Step<Restock, Effect> on(Restock at, Stamped<Event> event) {
    return switch (at.doing().phase()) {
      case READING -> reading(at, event);
      case COUNTING ->
          counting(event.event() instanceof Touch ? at.refused(Optional.empty()) : at, event);
      case DATING, DATING_LAST -> dating(at, event);
      case PLACING -> placing(at, event);
      case LAYING, KEEPING -> keeping(at, event);
      case OVER -> Step.of(at);
    };
  }

  private Step<Restock, Effect> reading(Restock at, Stamped<Event> event) {
    return switch (event.event()) {
      case Answered.StockRead read when read.attempt() == at.doing().attempt() ->
          stays(at.of(lanes(read), read.troubles()).doing(Phase.COUNTING, read.attempt()), event);
      case Read.BadgeScanned _, Told.Restarted _ ->
          stays(at.doing(Phase.READING, event.stamp()), event)
              .and(List.of(new Effect.ReadStock(event.stamp())));
      case Touch(Intent.Back _) -> over(at);
      case TimerFired(Timer timer, long _) when timer == Timer.ATTENDED -> over(at);
      case Told.BadgeRevoked(String attendant) when attendant.equals(at.attendant()) -> over(at);
      default -> Step.of(at);
    };
  }

  private List<Lane> lanes(Answered.StockRead read) {
    return (stands.isEmpty() ? read.stands() : stands)
        .stream().map(stand -> lane(stand, read.counts(), read.dates())).toList();
  }

  private static Lane lane(Stand stand, List<Answered.StockRead.Count> counts, List<Dated> dates) {
    Place place = stand.place();
    Optional<Integer> before =
        counts.stream()
            .filter(count -> count.slot() == place.slot())
            .map(Answered.StockRead.Count::pieces)
            .findFirst();
    Optional<Restock.Date> date =
        dates.stream()
            .filter(dated -> dated.slot() == place.slot())
            .map(dated -> new Restock.Date(dated.useBy(), false, false))
            .findFirst();
    return new Lane(stand, before, before.orElse(0), Progress.TO_DO, date);
  }

  private Step<Restock, Effect> counting(Restock at, Stamped<Event> event) {
    return switch (event.event()) {
      case Read read when learns() && !(read instanceof Read.BadgeScanned) ->
          again(Placements.scanned(at, read, event), event);
      case Touch(Intent.ChooseOption(String option)) -> chosen(at, option, event);
      case Touch(Intent.OneMore(String lane)) -> stays(changed(at, lane, 1), event);
      case Touch(Intent.OneLess(String lane)) -> stays(changed(at, lane, -1), event);
      case Touch(Intent.TickLine(String lane)) when at.index(lane) >= 0 ->
          stays(at.at(at.index(lane)), event);
      case Touch(Intent.Back _) -> keep(at, true, event);
      case Read.BadgeScanned(String attendant) when !attendant.isEmpty() -> keep(at, true, event);
      case TimerFired(Timer timer, long _) when timer == Timer.ATTENDED -> keep(at, false, event);
      case Told.BadgeRevoked(String attendant) when attendant.equals(at.attendant()) ->
          keep(at, false, event);
      case Told.Restarted _, Touch _ -> stays(at, event);
      default -> Step.of(at);
    };
  }

  /** Whether a lane can come to hold something else: where the machine says what lies there. */
  private boolean learns() {
    return stands.isEmpty();
  }

  private static Step<Restock, Effect> placing(Restock at, Stamped<Event> event) {
    return switch (event.event()) {
      case TimerFired(Timer timer, long _) when timer == Timer.ATTENDED -> keep(at, false, event);
      case Told.BadgeRevoked(String attendant) when attendant.equals(at.attendant()) ->
          keep(at, false, event);
      default -> again(Placements.on(at, event), event);
    };
  }

  /** Whoever does something is there. */
  private static Step<Restock, Effect> again(Step<Restock, Effect> step, Stamped<Event> event) {
    return step.and(List.of(new Effect.StartTimer(Timer.ATTENDED, event.stamp(), ATTENDED)));
  }

  private static Step<Restock, Effect> chosen(Restock at, String option, Stamped<Event> event) {
    Lane here = at.here().orElse(null);
    if (option.equals(SERVICED) && !at.troubles().isEmpty()) {
      return stays(at.wellAgain(), event)
          .and(List.of(new Effect.ServiceMachine(), serviced(at, event)));
    }
    if (option.equals(FULL) && here != null && here.place().capacity() > 0) {
      Restock filled = at.with(at.at(), full(here));
      return stays(
          here.date().isPresent()
              ? filled.doing(Phase.DATING, at.doing().attempt())
              : filled.next(),
          event);
    }
    return option.equals(SKIP) && here != null
        ? stays(at.with(at.at(), here.skipped()).next(), event)
        : stays(at, event);
  }

  /** A date is no secret: its digits stand in the journal, and are there after a restart. */
  private static Step<Restock, Effect> dating(Restock at, Stamped<Event> event) {
    String typed = at.doing().typed();
    return switch (event.event()) {
      case Touch(Intent.ChooseOption(String digit))
          when digit.matches("[0-9]") && typed.length() < DATE ->
          stays(at.typed(typed + digit, false), event);
      case Touch(Intent.ChooseOption(String option)) when option.equals(DELETE) ->
          stays(at.typed(typed.substring(0, Math.max(0, typed.length() - 1)), false), event);
      case Touch(Intent.ChooseOption(String option)) when option.equals(CLEAR) ->
          stays(at.typed("", false), event);
      case Touch(Intent.ConfirmDigits _) when typed.length() == DATE ->
          date(typed)
              .map(day -> dated(at, new Restock.Date(day.toString(), true, true), event))
              .orElseGet(() -> stays(at.typed("", true), event));
      case Touch(Intent.Back _) -> {
        String before = at.here().flatMap(Lane::date).map(Restock.Date::useBy).orElse("");
        yield dated(at, new Restock.Date(before, true, false), event);
      }
      case TimerFired(Timer timer, long _) when timer == Timer.ATTENDED -> keep(at, false, event);
      case Told.BadgeRevoked(String attendant) when attendant.equals(at.attendant()) ->
          keep(at, false, event);
      case Told.Restarted _, Touch _ -> stays(at, event);
      default -> Step.of(at);
    };
  }

  /** Year, month and day, two digits each; empty when there is no such day. */
  private static Optional<LocalDate> date(String digits) {
    try {
      return Optional.of(
          LocalDate.of(
              CENTURY + Integer.parseInt(digits, 0, 2, 10),
              Integer.parseInt(digits, 2, 4, 10),
              Integer.parseInt(digits, 4, 6, 10)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Step<Restock, Effect> dated(Restock at, Restock.Date date, Stamped<Event> event) {
    Restock told = at.here().map(lane -> at.with(at.at(), lane.dated(date))).orElse(at);
    Restock counting = told.doing(Phase.COUNTING, at.doing().attempt());
    return at.doing().phase() == Phase.DATING_LAST
        ? keep(counting, true, event)
        : stays(counting.next(), event);
  }

  private static Lane full(Lane lane) {
    return lane.counted(lane.place().capacity());
  }

  private static Effect serviced(Restock at, Stamped<Event> event) {
    String what = String.join(" ", at.troubles().stream().map(Enum::name).toList());
    return new Effect.RecordAct(
        new Act(Act.Deed.SERVICED, at.attendant(), event.at(), what, 0), "");
  }

  private static Restock changed(Restock at, String name, int by) {
    int index = at.index(name);
    return index < 0
        ? at
        : at.at(index).with(index, at.lanes().get(index).counted(at.lanes().get(index).now() + by));
  }

  /** Written down before it ends; asked again after a restart, with the same figures. */
  private static Step<Restock, Effect> keep(Restock at, boolean byHand, Stamped<Event> event) {
    if (byHand && at.owing() >= 0) {
      return stays(at.at(at.owing()).doing(Phase.DATING_LAST, at.doing().attempt()), event);
    }
    List<Movement> movements = at.movements();
    List<Effect> effects = new ArrayList<>();
    if (!movements.isEmpty()) {
      effects.add(new Effect.RecordStock(at.attendant(), movements));
    }
    effects.add(new Effect.StopTimer(Timer.ATTENDED));
    return kept(at, byHand, event).and(effects);
  }

  /** What lies where first, then how much of it: both may be said again, and are then the same. */
  private static Step<Restock, Effect> kept(Restock at, boolean byHand, Stamped<Event> event) {
    return at.relaid().learned().isEmpty()
        ? counted(at, byHand, event)
        : Step.of(
            at.doing(Phase.LAYING, event.stamp()),
            new Effect.KeepLanes(event.stamp(), at.relaid().learned(), at.full()));
  }

  private static Step<Restock, Effect> counted(Restock at, boolean byHand, Stamped<Event> event) {
    return Step.of(
        at.doing(Phase.KEEPING, event.stamp()),
        new Effect.KeepStock(event.stamp(), at.movements(), at.dates(), byHand));
  }

  private static Step<Restock, Effect> keeping(Restock at, Stamped<Event> event) {
    return switch (event.event()) {
      case Answered.StockKept(long attempt) when attempt == at.doing().attempt() -> over(at);
      case Answered.LanesKept(long attempt) when attempt == at.doing().attempt() ->
          counted(at, false, event);
      case Told.Restarted _ -> kept(at, false, event);
      default -> Step.of(at);
    };
  }

  private static Step<Restock, Effect> stays(Restock at, Stamped<Event> event) {
    return Step.of(at, new Effect.StartTimer(Timer.ATTENDED, event.stamp(), ATTENDED));
  }

  private static Step<Restock, Effect> over(Restock at) {
    return Step.of(
        at.doing(Phase.OVER, at.doing().attempt()), new Effect.StopTimer(Timer.ATTENDED));
  }
}
