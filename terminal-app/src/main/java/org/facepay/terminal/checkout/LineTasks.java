package org.facepay.terminal.checkout;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.StaffScreen.Done;
import org.facepay.kiosk.screen.StaffScreen.Job;
import org.facepay.terminal.checkout.Stage.Attended;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.session.Act;
import org.facepay.terminal.session.Act.Deed;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.State.Open;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.step.Stamped;

/** Staff take a line out of the basket, or something off it: the line, how much, and why. */
record LineTasks(Rules rules) {
  private static final List<Integer> PERCENTS = List.of(10, 20, 30, 50);

  /** What an answer comes to; empty where it is none. */
  Optional<Served> on(Open<Stage> s, Attended at, Stamped<Event> event) {
    return switch (event.event()) {
      case Touch(Intent.TickLine(String line)) -> chosen(s, at, line);
      case Touch(Intent.ChooseOption(String option)) ->
          switch (at.task()) {
            case Task.Voiding(int line) ->
                Reason.chosen(Job.VOID, option)
                    .flatMap(why -> line(s, line).map(l -> voided(s, at, l, why, event)));
            case Task.Discounting(int line, int percent) when percent == 0 ->
                percents().stream()
                    .filter(p -> Integer.toString(p).equals(option) && line(s, line).isPresent())
                    .findFirst()
                    .map(p -> new Served(s, new Task.Discounting(line, p), List.of()));
            case Task.Discounting(int line, int percent) ->
                Reason.chosen(Job.DISCOUNT, option)
                    .flatMap(why -> line(s, line).map(l -> off(s, at, l, percent, why, event)));
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  /** How much may be taken off. */
  List<Integer> percents() {
    return PERCENTS.stream().filter(p -> p <= rules.assistance().mostDiscount()).toList();
  }

  private static Optional<Served> chosen(Open<Stage> s, Attended at, String name) {
    return s.session().basket().lines().stream()
        .filter(l -> Integer.toString(l.number()).equals(name))
        .findFirst()
        .map(
            l ->
                new Served(
                    s,
                    at.task() instanceof Task.Voiding
                        ? new Task.Voiding(l.number())
                        : new Task.Discounting(l.number(), 0),
                    List.of()));
  }

  private Served voided(
      Open<Stage> s, Attended at, Basket.Line line, Reason why, Stamped<Event> event) {
    Act act = act(Deed.LINE_VOIDED, at, why, line, amount(s, line), event);
    Basket without = s.session().basket().without(List.of(line));
    return new Served(
        s.with(s.session().with(without).with(act)),
        new Task.Menu(Done.VOIDED, 0, Optional.of(line)),
        List.of(record(s, act)));
  }

  /** The last line that was taken out comes back, and that is an act as well. */
  Served putBack(Open<Stage> s, Attended at, Basket.Line line, Stamped<Event> event) {
    Open<Stage> next = s.with(s.session().with(s.session().basket().back(line)));
    long minor = next.session().priced().total().minor() - s.session().priced().total().minor();
    String what = line.product().zh().name();
    Act act = new Act(Deed.VOID_UNDONE, at.attendant(), event.at(), what, minor);
    return new Served(
        next.with(next.session().with(act)),
        new Task.Menu(Done.VOID_UNDONE, 0),
        List.of(record(s, act)));
  }

  private Served off(
      Open<Stage> s, Attended at, Basket.Line line, int percent, Reason why, Stamped<Event> event) {
    Basket reduced = s.session().basket().discounted(line.number(), percent);
    Open<Stage> next = s.with(s.session().with(reduced));
    // A discount that is put right later takes some of it back.
    long off = amount(s, line) - amount(next, line);
    Act act = act(Deed.DISCOUNTED, at, why, line, off, event);
    return new Served(
        next.with(next.session().with(act)),
        new Task.Menu(Done.DISCOUNTED, 0),
        List.of(record(s, act)));
  }

  private Effect record(Open<Stage> s, Act act) {
    return new Effect.RecordAct(act, rules.numbers().reference(s.session()));
  }

  private static Act act(
      Deed deed, Attended at, Reason why, Basket.Line line, long minor, Stamped<Event> event) {
    String what = why.name() + " " + line.product().zh().name();
    return new Act(deed, at.attendant(), event.at(), what, minor);
  }

  private static long amount(Open<Stage> s, Basket.Line line) {
    var priced = s.session().priced();
    return IntStream.range(0, priced.lines().size())
        .filter(n -> priced.lines().get(n).goods().number() == line.number())
        .mapToLong(n -> priced.lines().get(n).amount())
        .sum();
  }

  private static Optional<Basket.Line> line(Open<Stage> s, int number) {
    return s.session().basket().line(number);
  }
}
