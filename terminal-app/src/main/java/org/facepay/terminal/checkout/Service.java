package org.facepay.terminal.checkout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.StaffScreen.Done;
import org.facepay.kiosk.screen.StaffScreen.Job;
import org.facepay.terminal.checkout.Stage.Attended;
import org.facepay.terminal.checkout.Stage.Returning;
import org.facepay.terminal.checkout.Stage.Shopping;
import org.facepay.terminal.sale.AgeLimit;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.KeptBasket;
import org.facepay.terminal.session.Act;
import org.facepay.terminal.session.Act.Deed;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.PhoneLink;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.Session.Dialog;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.State.Open;
import org.facepay.terminal.session.Timed.TimerFired;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.refund.Refund;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * What staff do at the terminal behind their badge. The basket waits meanwhile and nothing of it is
 * wiped; a scan of goods, the way back or a minute without use gives the terminal to the shopper
 * again.
 */
record Service(Checkout checkout) {
  /** How long a suspended basket's code stays when it could not be printed. */
  private static final Duration ON_SCREEN = Duration.ofMinutes(10);

  /** A badge was held to the scanner where no money may be moving; what waits comes first. */
  Step<State<Stage>, Effect> begin(Open<Stage> s, String attendant, Stamped<Event> event) {
    Session session = s.session();
    Open<Stage> still = s.with(session.with(session.look().still()));
    Task first = session.ages().isEmpty() ? Task.Menu.FRESH : new Task.Ages();
    return at(still, new Attended(attendant, first), event).and(session.look().offIfOn());
  }

  /** One badge is enough where nothing but the weight in the bags waits. */
  Step<State<Stage>, Effect> bagsAccepted(Open<Stage> s, String attendant, Stamped<Event> event) {
    String why = s.session().attention().bags().why();
    Act act = new Act(Deed.BAGS_ACCEPTED, attendant, event.at(), why, 0);
    return Step.of(
        Bags.quiet(s.with(s.session().bagsAccepted().with(act))),
        new Effect.AcceptBags(),
        recorded(s, act),
        new Effect.Beep(true));
  }

  Step<State<Stage>, Effect> on(Open<Stage> s, Attended at, Stamped<Event> event) {
    return switch (event.event()) {
      case TimerFired(Timer timer, long _)
          when timer == Timer.ATTENDED && lost(at.task(), event.at()) ->
          at(s, at, event);
      case TimerFired(Timer timer, long _) when timer == Timer.ATTENDED -> leave(s);
      case TimerFired _ -> Step.of(s);
      case Told.Restarted _ when lost(at.task(), event.at()) -> printedAgain(s, at, event);
      case Told.Restarted _ -> leave(s);
      case Told.BadgeRevoked(String attendant)
          when attendant.equals(at.attendant()) && !lost(at.task(), event.at()) ->
          leave(s);
      case Told.BadgeRevoked _ -> Step.of(s);
      case Answered.AgeChecked(long session, String attendant, var age, boolean old)
          when session == s.session().id() && !s.session().ages().isEmpty() ->
          checkout.ages().looked(s, attendant, age, old, event).and(stop());
      case Answered.PrintEnded(long job, boolean printed, String _) ->
          printed(s, at, job, printed ? Done.PRINTED : Done.NOT_PRINTED);
      case Answered.PrintSent(long job, String _) -> printed(s, at, job, Done.SENT);
      case Read.BadgeScanned(String attendant) when !attendant.isEmpty() ->
          at(s, new Attended(attendant, at.task()), event);
      case Read.ItemScanned _, Read.BasketScanned _ when at.task() instanceof Task.Suspended ->
          checkout.rules().frame().step(State.<Stage>start(), event).after(stop());
      case Read.ItemScanned _, Read.BasketScanned _ -> left(s, event);
      case Read.ReceiptScanned _, Read.ReceiptNotFound _ when s.session().basket().isEmpty() ->
          refund(s, at, event);
      case Answered.BasketClaimed answer when answer.session() == s.session().id() ->
          checkout.till().anywhere(s.at(Shopping.CALM), Dialog.NONE, event).and(stop());
      case Touch(Intent.Back _) -> back(s, at, event);
      default -> task(s, at, event);
    };
  }

  private Step<State<Stage>, Effect> task(Open<Stage> s, Attended at, Stamped<Event> event) {
    return switch (at.task()) {
      case Task.Menu menu -> menu(s, at, menu, event);
      case Task.Why(Job job) -> why(s, at, job, event);
      case Task.Ages _ -> ages(s, at, event);
      case Task.Voiding _, Task.Discounting _ ->
          new LineTasks(checkout.rules())
              .on(s, at, event)
              .map(served -> served(served, at, event))
              .orElseGet(() -> at(s, at, event));
      case Task.Cash(String typed) -> cash(s, at, typed, event);
      case Task.Suspended _ -> at(s, at, event);
      case Task.Phone(long attempt, var _) -> phone(s, at, attempt, event);
    };
  }

  private Step<State<Stage>, Effect> menu(
      Open<Stage> s, Attended at, Task.Menu menu, Stamped<Event> event) {
    return switch (event.event()) {
      case Touch(Intent.ChooseTask(Job job)) when possible(job, s.session(), checkout.rules()) ->
          begun(s, at, job, event);
      case Touch(Intent.PutBack _) when menu.voided().isPresent() ->
          served(
              new LineTasks(checkout.rules()).putBack(s, at, menu.voided().get(), event),
              at,
              event);
      default -> at(s, at, event);
    };
  }

  private Step<State<Stage>, Effect> served(Served served, Attended at, Stamped<Event> event) {
    return at(served.state(), new Attended(at.attendant(), served.next()), event)
        .and(served.effects());
  }

  /** Whether there is anything to do it to. */
  static boolean possible(Job job, Session session, Rules rules) {
    return switch (job) {
      case AGE -> !session.ages().isEmpty();
      case WEIGHT -> session.attention().bags().wrong();
      case VOID, DISCOUNT -> !session.basket().isEmpty();
      case CASH -> Cashing.possible(session);
      case SUSPEND -> rules.assistance().key().isPresent() && KeptBasket.fits(session.basket());
      case REPRINT, PAUSE, DAY_END, PHONE -> true;
    };
  }

  private Step<State<Stage>, Effect> begun(
      Open<Stage> s, Attended at, Job job, Stamped<Event> event) {
    long stamp = event.stamp();
    return switch (job) {
      case AGE -> at(s, new Attended(at.attendant(), new Task.Ages()), event);
      case VOID -> at(s, new Attended(at.attendant(), new Task.Voiding(0)), event);
      case DISCOUNT -> at(s, new Attended(at.attendant(), new Task.Discounting(0, 0)), event);
      case CASH -> at(s, new Attended(at.attendant(), new Task.Cash("")), event);
      case WEIGHT ->
          acted(
              s.with(s.session().bagsAccepted()),
              at,
              act(Deed.BAGS_ACCEPTED, at, s.session().attention().bags().why(), event),
              new Task.Menu(Done.BAGS_ACCEPTED, 0),
              new Effect.AcceptBags(),
              event);
      case SUSPEND -> suspended(s, at, event);
      case PHONE -> {
        Effect link = new Effect.LinkPhone(stamp, at.attendant());
        Act act = act(Deed.PHONE_LINKED, at, "", event);
        yield acted(s, at, act, new Task.Phone(stamp, Optional.empty()), link, event);
      }
      case REPRINT, PAUSE -> at(s, new Attended(at.attendant(), new Task.Why(job)), event);
      case DAY_END -> {
        Effect print = new Effect.PrintDay(stamp, s.view().language());
        Act act = act(Deed.DAY_ENDED, at, "", event);
        yield acted(s, at, act, new Task.Menu(Done.PRINTING, stamp), print, event);
      }
    };
  }

  /** What asks for a reason is done when it is given. */
  private Step<State<Stage>, Effect> why(
      Open<Stage> s, Attended at, Job job, Stamped<Event> event) {
    Optional<String> why =
        event.event() instanceof Touch(Intent.ChooseOption(String option))
            ? Reason.chosen(job, option).map(Reason::name)
            : Optional.empty();
    if (why.isEmpty()) {
      return at(s, at, event);
    }
    if (job == Job.PAUSE) {
      Act act = act(Deed.PAUSED, at, why.get(), event);
      return acted(s, at, act, new Task.Menu(Done.PAUSES, 0), new Effect.PauseSelling(true), event);
    }
    Act act = act(Deed.REPRINTED, at, why.get(), event);
    Effect print = new Effect.Reprint(event.stamp(), s.view().language());
    return acted(s, at, act, new Task.Menu(Done.PRINTING, event.stamp()), print, event);
  }

  private static Act act(Deed deed, Attended at, String why, Stamped<Event> event) {
    return new Act(deed, at.attendant(), event.at(), why, 0);
  }

  /** An act that is done with the touch. */
  private Step<State<Stage>, Effect> acted(
      Open<Stage> s, Attended at, Act act, Task next, Effect effect, Stamped<Event> event) {
    return at(s.with(s.session().with(act)), new Attended(at.attendant(), next), event)
        .and(List.of(recorded(s, act), effect));
  }

  private Effect recorded(Open<Stage> s, Act act) {
    return new Effect.RecordAct(act, checkout.rules().numbers().reference(s.session()));
  }

  /**
   * Whether leaving now would lose the goods: there is no paper, or not yet, and the code has not
   * been on the screen long enough for a phone to take it.
   */
  private static boolean lost(Task task, Instant now) {
    return task instanceof Task.Suspended(var _, Instant until, long _, Done done, long _)
        && (done == Done.PRINTING || done == Done.NOT_PRINTED)
        && now.isBefore(until.minus(AssistanceSettings.KEPT).plus(ON_SCREEN));
  }

  private Step<State<Stage>, Effect> printedAgain(
      Open<Stage> s, Attended at, Stamped<Event> event) {
    if (!(at.task() instanceof Task.Suspended(var kept, var until, long total, Done _, long _))) {
      return leave(s);
    }
    long job = event.stamp();
    Task next = new Task.Suspended(kept, until, total, Done.PRINTING, job);
    return at(s, new Attended(at.attendant(), next), event)
        .and(List.of(new Effect.PrintKept(job, kept, until, s.view().language())));
  }

  /**
   * The goods leave this session, and an age that was looked at here is looked at again there; the
   * code is all that is left of them here.
   */
  private Step<State<Stage>, Effect> suspended(Open<Stage> s, Attended at, Stamped<Event> event) {
    Session session = s.session();
    String id = checkout.rules().numbers().kept(event.stamp());
    KeptBasket kept = KeptBasket.of(id, AgeLimit.NONE, session.basket());
    Instant until = event.at().plus(AssistanceSettings.KEPT);
    long total = session.priced().total().minor();
    Act act = new Act(Deed.SUSPENDED, at.attendant(), event.at(), id, total);
    Task next = new Task.Suspended(kept, until, total, Done.PRINTING, event.stamp());
    Basket none = Basket.empty(session.basket().currency());
    return at(s.with(session.with(none)), new Attended(at.attendant(), next), event)
        .and(
            List.of(
                recorded(s, act),
                new Effect.RecordAbandoned(session.with(act), "suspended"),
                new Effect.PrintKept(event.stamp(), kept, until, s.view().language())));
  }

  private static Step<State<Stage>, Effect> printed(
      Open<Stage> s, Attended at, long job, Done done) {
    Task next =
        switch (at.task()) {
          case Task.Menu(Done _, long own, var _) when own == job && job != 0 ->
              new Task.Menu(done, 0);
          case Task.Suspended(var kept, var until, long total, Done _, long own)
              when own == job && job != 0 ->
              new Task.Suspended(kept, until, total, done, 0);
          default -> at.task();
        };
    return Step.of(s.at(new Attended(at.attendant(), next)));
  }

  private Step<State<Stage>, Effect> ages(Open<Stage> s, Attended at, Stamped<Event> event) {
    var age = s.session().age();
    return switch (event.event()) {
      case Touch(Intent.ConfirmAge _) ->
          checkout.ages().looked(s, at.attendant(), age, true, event).and(stop());
      case Touch(Intent.RefuseAge _) ->
          checkout.ages().looked(s, at.attendant(), age, false, event).and(stop());
      default -> at(s, at, event);
    };
  }

  private Step<State<Stage>, Effect> phone(
      Open<Stage> s, Attended at, long asked, Stamped<Event> event) {
    return event.event() instanceof Answered.PhoneLinked(long attempt, PhoneLink link)
            && attempt == asked
        ? at(s, new Attended(at.attendant(), new Task.Phone(asked, Optional.of(link))), event)
        : at(s, at, event);
  }

  /** The paper is printed whatever the shop does else: cash leaves no other trace with anybody. */
  private Step<State<Stage>, Effect> cash(
      Open<Stage> s, Attended at, String typed, Stamped<Event> event) {
    if (event.event() instanceof Touch(Intent.ChooseOption(String key))) {
      String more = Cashing.typed(typed, key, s.session());
      return at(s, new Attended(at.attendant(), new Task.Cash(more)), event);
    }
    if (!(event.event() instanceof Touch(Intent.TakeCash _))) {
      return at(s, at, event);
    }
    Optional<Cashing.Taken> taken =
        new Cashing(checkout.rules()).take(s.session(), at.attendant(), typed, event.at());
    if (taken.isEmpty()) {
      return at(s, at, event);
    }
    List<Effect> more = new ArrayList<>(stop());
    more.add(recorded(s, taken.get().act()));
    more.add(new Effect.OpenDrawer());
    return new Sold(checkout.rules())
        .begin(s.with(taken.get().session()), taken.get().payment(), true, event)
        .and(more);
  }

  /** A receipt in the hand of staff: goods come back, and it is agreed to already. */
  private Step<State<Stage>, Effect> refund(Open<Stage> s, Attended at, Stamped<Event> event) {
    Refund asking = new Refund.Asking(at.attendant(), Optional.empty());
    Step<Refund, Effect> step = checkout.rules().refunds().on(asking, s.view(), event);
    return step.<State<Stage>>as(r -> s.at(new Returning(r))).and(stop());
  }

  /** Stays, and the minute without use begins anew. */
  private Step<State<Stage>, Effect> at(Open<Stage> s, Attended at, Stamped<Event> event) {
    return Step.of(
        s.at(at),
        new Effect.StartTimer(
            Timer.ATTENDED, event.stamp(), checkout.rules().assistance().attended()));
  }

  /** Goods are scanned: the shopper goes on. */
  private Step<State<Stage>, Effect> left(Open<Stage> s, Stamped<Event> event) {
    return checkout.till().anywhere(s.at(Shopping.CALM), Dialog.NONE, event).and(stop());
  }

  private Step<State<Stage>, Effect> back(Open<Stage> s, Attended at, Stamped<Event> event) {
    return at.task() instanceof Task.Menu || at.task() instanceof Task.Suspended
        ? leave(s)
        : at(s, new Attended(at.attendant(), Task.Menu.FRESH), event);
  }

  private static Step<State<Stage>, Effect> leave(Open<Stage> s) {
    return s.session().basket().isEmpty()
        ? Frame.<Stage>end().and(stop())
        : new Step<>(s.at(Shopping.CALM), stop());
  }

  private static List<Effect> stop() {
    return List.of(new Effect.StopTimer(Timer.ATTENDED));
  }
}
