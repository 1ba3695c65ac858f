package org.facepay.terminal.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.checkout.Stage.Shopping;
import org.facepay.terminal.sale.AgeLimit;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.session.Act;
import org.facepay.terminal.session.Act.Deed;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.State.Open;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/**
 * Goods that not everybody may buy. They go into the basket like any other; a member of staff looks
 * once, here or from afar, and only paying waits for that.
 */
record Ages(Rules rules) {

  /** The first of them calls staff; what comes after waits for the same look. */
  List<Effect> called(Session before, Session after, Stamped<?> event) {
    return before.age().equals(AgeLimit.NONE) && !after.age().equals(AgeLimit.NONE)
        ? List.of(call(after, event))
        : List.of();
  }

  /** Whoever wants to pay and waits still calls again, where nobody is known to be coming. */
  Step<State<Stage>, Effect> waits(Open<Stage> s, Stamped<?> event) {
    Shopping calm = new Shopping(0, false, false, Optional.empty());
    return s.view().call().stands(event.at())
        ? Step.of(s.at(calm))
        : Step.of(s.at(calm), call(s.session(), event));
  }

  private Effect call(Session session, Stamped<?> event) {
    return new Effect.CallStaff(event.stamp(), "age-check", rules.numbers().reference(session));
  }

  /** A member of staff has looked: the shopper is so old, or the goods are taken out. */
  Step<State<Stage>, Effect> looked(
      Open<Stage> s, String attendant, AgeLimit age, boolean old, Stamped<?> event) {
    if (s.session().ages().isEmpty()) {
      return Step.of(s);
    }
    return old ? confirmed(s, attendant, age, event) : refused(s, attendant, event);
  }

  private Step<State<Stage>, Effect> confirmed(
      Open<Stage> s, String attendant, AgeLimit age, Stamped<?> event) {
    Session looked = s.session().seen(age);
    Act act = act(Deed.AGE_CONFIRMED, attendant, s.session(), event);
    return done(s, looked.with(act), NoticeKind.AGE_CONFIRMED, "", act);
  }

  private Step<State<Stage>, Effect> refused(Open<Stage> s, String attendant, Stamped<?> event) {
    Session session = s.session();
    List<Basket.Line> out = session.ages();
    Act act = act(Deed.AGE_REFUSED, attendant, session, event);
    String name = out.size() == 1 ? name(s, out.getFirst()) : "";
    Session without = session.with(session.basket().without(out));
    return done(s, without.with(act), NoticeKind.AGE_REFUSED, name, act);
  }

  private Step<State<Stage>, Effect> done(
      Open<Stage> s, Session session, NoticeKind kind, String detail, Act act) {
    Optional<Screen.Notice> notice =
        session.ages().isEmpty() ? Optional.of(new Screen.Notice(kind, detail)) : Optional.empty();
    return Step.of(
        s.with(session).with(s.view().answered()).at(new Shopping(0, false, false, notice)),
        new Effect.RecordAct(act, rules.numbers().reference(session)),
        new Effect.Beep(true));
  }

  /** What was looked at, and what it costs: who bought beer, or could not, can be told later. */
  private static Act act(Deed deed, String attendant, Session session, Stamped<?> event) {
    List<String> names = new ArrayList<>();
    long minor = 0;
    for (var line : session.priced().lines()) {
      if (session.ages().contains(line.goods())) {
        names.add(line.goods().product().zh().name());
        minor += line.amount();
      }
    }
    String why = session.age().years() + "+ " + String.join("、", names);
    return new Act(deed, attendant, event.at(), why, minor);
  }

  private static String name(Open<Stage> s, Basket.Line line) {
    return line.product().text(s.view().language()).name();
  }
}
