package org.facepay.terminal.container;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Intent;
import org.facepay.terminal.container.Stage.Asking;
import org.facepay.terminal.container.Stage.Counting;
import org.facepay.terminal.container.Stage.Goods;
import org.facepay.terminal.container.Stage.Nobody;
import org.facepay.terminal.container.Stage.Pledge;
import org.facepay.terminal.container.Stage.Reminder;
import org.facepay.terminal.container.Stage.Restocking;
import org.facepay.terminal.container.Stage.Taking;
import org.facepay.terminal.container.Stage.Unlocking;
import org.facepay.terminal.container.Stage.Waiting;
import org.facepay.terminal.container.Stage.Why;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.Moved;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.State.Open;
import org.facepay.terminal.session.Timed.TimerFired;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.restock.Restock;
import org.facepay.terminal.session.restock.Restocks;
import org.facepay.terminal.session.visit.DoorPosition;
import org.facepay.terminal.session.visit.Piece;
import org.facepay.terminal.session.visit.Settled;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * From the bolt to the closed door and what the cells say of it. The door is where its switch says;
 * a visit ends only when it is closed, however long that takes.
 */
record Doorway(Rules rules, Billing billing) {
  private static final Settled.Decision CHARGE = Settled.Decision.CHARGE;
  private static final Duration LONGEST_COUNT = Duration.ofSeconds(20);
  private static final String NONE_OF_THEM = "none";
  private static final String NOT_SURE = "unsure";

  /** A door that nobody was let through. */
  static Taking forced() {
    return Container.open(new Nobody(""), 0);
  }

  /** A badge opens the door for whoever fills the lanes. */
  Step<State<Stage>, Effect> restock(Open<Stage> s, String attendant, Stamped<Event> event) {
    return rules
        .restocks()
        .on(Restocks.opened(attendant), event)
        .<State<Stage>>as(restock -> s.at(new Restocking(restock, false)))
        .and(List.of(new Effect.UnlockDoor(event.stamp(), rules.limits().pull())));
  }

  Step<State<Stage>, Effect> restocking(Open<Stage> s, Restocking at, Stamped<Event> event) {
    boolean open =
        event.event() instanceof Moved.DoorMoved(DoorPosition position)
            ? position == DoorPosition.OPEN
            : at.open();
    Step<Restock, Effect> step = rules.restocks().on(at.restock(), event);
    if (step.next().doing().phase() != Restock.Phase.OVER) {
      return step.as(restock -> s.at(new Restocking(restock, open)));
    }
    Pledge staff = new Nobody(at.restock().attendant());
    return (open
            ? Step.<State<Stage>, Effect>of(
                s.at(Container.open(staff, event.stamp())), reminder(event))
            : Frame.<Stage>end(locked(event)))
        .after(step.effects());
  }

  /** Whoever pulls the door next has promised nothing: the bolt does not wait for its time. */
  private static Effect locked(Stamped<Event> event) {
    return new Effect.UnlockDoor(event.stamp(), Duration.ZERO);
  }

  Step<State<Stage>, Effect> unlock(Open<Stage> s, Pledge pledge, Stamped<Event> event) {
    return Step.of(
        s.at(new Unlocking(pledge, event.stamp())),
        new Effect.WatchShelves(s.session().id()),
        new Effect.UnlockDoor(event.stamp(), rules.limits().pull()));
  }

  Step<State<Stage>, Effect> unlocking(Open<Stage> s, Unlocking at, Stamped<Event> event) {
    return switch (event.event()) {
      case Answered.DoorUnlocked(long attempt, boolean drawn) when attempt == at.attempt() ->
          drawn
              ? Step.of(
                  s.at(new Waiting(at.pledge(), event.stamp())),
                  new Effect.StartTimer(Timer.DOOR, event.stamp(), rules.limits().pull()))
              // It may have been drawn all the same.
              : count(s, at.pledge(), Optional.of(Why.LOCK), event);
      case Moved.DoorMoved(DoorPosition position) when position == DoorPosition.OPEN ->
          opened(s, at.pledge(), event);
      // It may have been opened, and closed, while nobody looked.
      case Told.Restarted _ -> opened(s, at.pledge(), event);
      default -> Step.of(s);
    };
  }

  Step<State<Stage>, Effect> waiting(Open<Stage> s, Waiting at, Stamped<Event> event) {
    return switch (event.event()) {
      // A switch that cannot be read any more says nothing of a door that may have been opened.
      case Moved.DoorMoved(DoorPosition position) when position != DoorPosition.CLOSED ->
          opened(s, at.pledge(), event);
      case TimerFired(Timer timer, long attempt)
          when timer == Timer.DOOR && attempt == at.since() ->
          count(s, at.pledge(), Optional.of(Why.NOT_PULLED), event);
      case Touch(Intent.Back _) -> count(s, at.pledge(), Optional.of(Why.NOT_PULLED), event);
      case Told.Restarted _ -> opened(s, at.pledge(), event);
      default -> Step.of(s);
    };
  }

  /** Where the door is, is told anew by whoever watches the shelves. */
  private Step<State<Stage>, Effect> opened(Open<Stage> s, Pledge pledge, Stamped<Event> event) {
    return Step.of(
        s.at(Container.open(pledge, event.stamp())),
        new Effect.WatchShelves(s.session().id()),
        reminder(event));
  }

  private Effect reminder(Stamped<Event> event) {
    return new Effect.StartTimer(Timer.DOOR, event.stamp(), rules.limits().doorOpen());
  }

  Step<State<Stage>, Effect> taking(Open<Stage> s, Taking at, Stamped<Event> event) {
    long stamp = event.stamp();
    return switch (event.event()) {
      case Moved.ShelvesMoved(long visit, var estimate) when visit == s.session().id() ->
          Step.of(s.at(at.with(estimate)));
      case Moved.DoorMoved(DoorPosition position) when position == DoorPosition.CLOSED ->
          count(s, at.pledge(), Optional.empty(), event);
      case Moved.DoorMoved(DoorPosition position)
          when position == DoorPosition.OPEN && at.clock() == 0 ->
          opened(s, at.pledge(), event)
              .and(List.of(new Effect.CallStaff(stamp, "door-forced", reference(s))));
      case TimerFired(Timer timer, long attempt)
          when timer == Timer.DOOR && attempt == at.clock() ->
          reminded(s, at, event);
      case Touch(Intent.StillHere _) -> Step.of(s.at(at.at(Reminder.NONE, stamp)), reminder(event));
      case Touch(Intent.KeepHere _) when !at.estimate().strays().isEmpty() ->
          Step.of(s.at(new Taking(at.pledge(), at.estimate(), at.clock(), at.reminder(), true)));
      case Told.Restarted _ ->
          Step.of(
              s.at(at.at(at.reminder(), stamp)),
              new Effect.WatchShelves(s.session().id()),
              reminder(event));
      default -> Step.of(s);
    };
  }

  private Step<State<Stage>, Effect> reminded(Open<Stage> s, Taking at, Stamped<Event> event) {
    return switch (at.reminder()) {
      case NONE -> Step.of(s.at(at.at(Reminder.SAID, event.stamp())), reminder(event));
      case SAID ->
          Step.of(
              s.at(at.at(Reminder.STAFF_CALLED, event.stamp())),
              new Effect.CallStaff(event.stamp(), "door-open", reference(s)));
      case STAFF_CALLED -> Step.of(s);
    };
  }

  private Step<State<Stage>, Effect> count(
      Open<Stage> s, Pledge pledge, Optional<Why> unopened, Stamped<Event> event) {
    long stamp = event.stamp();
    if (pledge instanceof Nobody(String attendant) && !attendant.isEmpty()) {
      // The shelves are watched no more, if a restart had them watched.
      return Frame.end(
          locked(event),
          new Effect.StopTimer(Timer.DOOR),
          new Effect.SettleVisit(stamp, s.session().id()));
    }
    return Step.of(
        s.at(new Counting(pledge, stamp, unopened)),
        locked(event),
        new Effect.StartTimer(Timer.DOOR, stamp, LONGEST_COUNT),
        new Effect.SettleVisit(stamp, s.session().id()));
  }

  Step<State<Stage>, Effect> counting(Open<Stage> s, Counting at, Stamped<Event> event) {
    return switch (event.event()) {
      case Answered.VisitSettled(long attempt, Settled settled) when attempt == at.attempt() ->
          settled(s, at, settled, event).after(List.of(new Effect.StopTimer(Timer.DOOR)));
      // Nobody answers: nothing is charged, and somebody looks.
      case TimerFired(Timer timer, long attempt)
          when timer == Timer.DOOR && attempt == at.attempt() ->
          settled(s, at, Settled.unread(""), event);
      case Moved.DoorMoved(DoorPosition position) when position == DoorPosition.OPEN ->
          opened(s, at.pledge(), event);
      case Told.Restarted _ -> count(s, at.pledge(), at.unopened(), event);
      default -> Step.of(s);
    };
  }

  private Step<State<Stage>, Effect> settled(
      Open<Stage> s, Counting at, Settled settled, Stamped<Event> event) {
    boolean untouched = settled.pieces().isEmpty() && settled.decision() == CHARGE;
    if (at.unopened().isPresent() && untouched) {
      return billing.shut(s, at.pledge(), at.unopened().get(), event);
    }
    if (at.pledge() instanceof Nobody) {
      return Frame.end(new Effect.RecordVisit(s.session(), settled, 0, "door-forced"));
    }
    return switch (settled.decision()) {
      case CHARGE ->
          billing.bill(
              s, at.pledge(), settled, new Goods(settled.pieces(), List.of(), false), event);
      case ASK -> awaited(s.at(new Asking(at.pledge(), settled)), event);
      case REVIEW -> reviewed(s, at.pledge(), settled, event);
    };
  }

  /** What is certain is charged, and time that passes favours the shopper. */
  private Step<State<Stage>, Effect> reviewed(
      Open<Stage> s, Pledge pledge, Settled settled, Stamped<Event> event) {
    List<Piece> unclear = without(settled.pieces(), settled.certain());
    return billing.bill(s, pledge, settled, new Goods(settled.certain(), unclear, false), event);
  }

  Step<State<Stage>, Effect> asking(Open<Stage> s, Asking at, Stamped<Event> event) {
    return switch (event.event()) {
      case Touch(Intent.ChooseOption(String option)) -> chosen(s, at, option, event);
      case TimerFired(Timer timer, long _) when timer == Timer.CLOSING ->
          reviewed(s, at.pledge(), at.settled(), event);
      case Told.Restarted _, Touch(Intent.StillHere _) -> awaited(s, event);
      default -> Step.of(s);
    };
  }

  private Step<State<Stage>, Effect> awaited(Open<Stage> next, Stamped<Event> event) {
    return Step.of(next, new Effect.StartTimer(Timer.CLOSING, event.stamp(), rules.times().idle()));
  }

  private Step<State<Stage>, Effect> chosen(
      Open<Stage> s, Asking at, String option, Stamped<Event> event) {
    Settled settled = at.settled();
    if (option.equals(NONE_OF_THEM)) {
      return reviewed(s, at.pledge(), settled, event);
    }
    Optional<List<Piece>> choice =
        option.equals(NOT_SURE)
            ? settled.choices().stream().min(Comparator.comparingLong(Piece::minor))
            : place(option, settled.choices().size()).map(settled.choices()::get);
    return choice
        .map(
            pieces ->
                billing.bill(
                    s,
                    at.pledge(),
                    settled,
                    new Goods(pieces, List.of(), !option.equals(NOT_SURE)),
                    event))
        .orElseGet(() -> Step.of(s));
  }

  private static Optional<Integer> place(String option, int choices) {
    return option.matches("\\d") && Integer.parseInt(option) < choices
        ? Optional.of(Integer.parseInt(option))
        : Optional.empty();
  }

  /** What is left of pieces without others. */
  private static List<Piece> without(List<Piece> all, List<Piece> others) {
    List<Piece> left = new ArrayList<>();
    for (Piece piece : all) {
      int gone =
          others.stream()
              .filter(o -> o.product().code().equals(piece.product().code()))
              .mapToInt(Piece::count)
              .sum();
      if (piece.count() > gone) {
        left.add(new Piece(piece.product(), piece.count() - gone, piece.shelf(), false));
      }
    }
    return left;
  }

  private String reference(Open<Stage> s) {
    return rules.numbers().reference(s.session());
  }
}
