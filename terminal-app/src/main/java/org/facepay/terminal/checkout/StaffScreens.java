package org.facepay.terminal.checkout;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.StaffScreen;
import org.facepay.kiosk.screen.StaffScreen.Asks;
import org.facepay.kiosk.screen.StaffScreen.Badge;
import org.facepay.kiosk.screen.StaffScreen.Job;
import org.facepay.kiosk.screen.StaffScreen.Option;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.receipt.BasketCodes;
import org.facepay.terminal.receipt.Words;
import org.facepay.terminal.sale.AgeLimit;
import org.facepay.terminal.sale.Identity;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.screen.Figures;
import org.facepay.terminal.session.PhoneLink;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.State.Open;
import org.facepay.terminal.session.View;

/** What staff see behind their badge, and what a shopper sees who waits for them. */
record StaffScreens(Rules rules, Identity identity, Optional<BasketCodes> baskets) {

  Screen screen(Open<Stage> s, Stage.Attended at) {
    Badge badge = new Badge(at.attendant(), (int) rules.assistance().attended().toSeconds());
    Session session = s.session();
    Language language = s.view().language();
    return switch (at.task()) {
      case Task.Menu menu -> menu(badge, menu, session, language);
      case Task.Ages _ -> ages(badge, session, language);
      case Task.Voiding(int line) ->
          lines(badge, Job.VOID, session, line, Asks.REASON, language, reasons(Job.VOID, language));
      case Task.Discounting(int line, int percent) when percent == 0 ->
          lines(badge, Job.DISCOUNT, session, line, Asks.PERCENT, language, percents(language));
      case Task.Discounting(int line, int _) ->
          lines(
              badge,
              Job.DISCOUNT,
              session,
              line,
              Asks.REASON,
              language,
              reasons(Job.DISCOUNT, language));
      case Task.Why(Job job) ->
          new StaffScreen.LineTask(badge, job, List.of(), Asks.REASON, reasons(job, language));
      case Task.Cash(String typed) -> cash(badge, session, typed);
      case Task.Suspended kept -> suspended(badge, kept);
      case Task.Phone(long _, var link) ->
          new StaffScreen.Phone(
              badge,
              link.map(PhoneLink::url).orElse(""),
              link.map(PhoneLink::certificate).orElse(""),
              link.isPresent());
    };
  }

  private Screen menu(Badge badge, Task.Menu menu, Session session, Language language) {
    List<StaffScreen.Tile> tiles =
        Stream.of(Job.values())
            .map(
                job ->
                    new StaffScreen.Tile(
                        job, Service.possible(job, session, rules), due(job, session)))
            .toList();
    return new StaffScreen.Menu(
        badge,
        tiles,
        session.basket().isEmpty() ? Optional.empty() : Optional.of(shopper(session)),
        Lines.waiting(session, language),
        menu.done());
  }

  private boolean due(Job job, Session session) {
    return (job == Job.AGE || job == Job.WEIGHT) && Service.possible(job, session, rules);
  }

  private static StaffScreen.Shopper shopper(Session session) {
    return new StaffScreen.Shopper(session.basket().articles(), session.priced().total().figures());
  }

  private static Screen lines(
      Badge badge,
      Job job,
      Session session,
      int line,
      Asks asks,
      Language language,
      List<Option> options) {
    boolean chosen = session.basket().line(line).isPresent();
    return new StaffScreen.LineTask(
        badge,
        job,
        Lines.of(session, new Stage.Shopping(line, false, false, Optional.empty()), language),
        chosen ? asks : Asks.LINE,
        chosen ? options : List.of());
  }

  private static List<Option> reasons(Job job, Language language) {
    return Reason.of(job).stream().map(r -> new Option(r.name(), r.phrase().in(language))).toList();
  }

  private List<Option> percents(Language language) {
    return new LineTasks(rules)
        .percents().stream()
            .map(p -> new Option(Integer.toString(p), CheckoutWords.PERCENT_OFF.in(language, p)))
            .toList();
  }

  private Screen suspended(Badge badge, Task.Suspended kept) {
    return new StaffScreen.Suspended(
        badge,
        new StaffScreen.Shopper(
            kept.basket().lines().size(), new Money(kept.total(), identity.currency()).figures()),
        baskets.map(codes -> codes.text(kept.basket(), kept.until())).orElse(""),
        Words.time(kept.until(), identity.zone()).substring(11, 16),
        kept.done());
  }

  private static Screen cash(Badge badge, Session session, String typed) {
    long received = Cashing.minor(typed, session);
    long change = received - session.priced().total().minor();
    return new StaffScreen.Cash(
        badge,
        shopper(session),
        Figures.money(received, session.priced()),
        change >= 0 ? Optional.of(Figures.money(change, session.priced())) : Optional.empty(),
        Cashing.quick(session).stream().map(f -> new Option(f, "¥" + f)).toList());
  }

  private static Screen ages(Badge badge, Session session, Language language) {
    long minor =
        session.priced().lines().stream()
            .filter(l -> session.ages().contains(l.goods()))
            .mapToLong(l -> l.amount())
            .sum();
    return new StaffScreen.AgeCheck(
        badge,
        session.age().years(),
        Lines.waiting(session, language),
        Figures.money(minor, session.priced()));
  }

  /** What waits for them in a basket, if anything. */
  static Optional<StaffScreen.AgeWait> wait(Session session, View view) {
    AgeLimit age = session.age();
    if (age.equals(AgeLimit.NONE)) {
      return Optional.empty();
    }
    List<Screen.Line> lines = Lines.waiting(session, view.language());
    String name = lines.size() == 1 ? lines.getFirst().name() : "";
    return Optional.of(new StaffScreen.AgeWait(name, age.years(), view.staff()));
  }
}
