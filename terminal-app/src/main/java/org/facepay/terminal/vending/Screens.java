package org.facepay.terminal.vending;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.VendingScreen;
import org.facepay.kiosk.screen.VendingScreen.Chosen;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.sale.Identity;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.promotion.Priced;
import org.facepay.terminal.screen.ChargeScreens;
import org.facepay.terminal.screen.Displays;
import org.facepay.terminal.screen.Figures;
import org.facepay.terminal.screen.MeetingScreens;
import org.facepay.terminal.screen.Offering;
import org.facepay.terminal.screen.Page;
import org.facepay.terminal.screen.RestockScreens;
import org.facepay.terminal.screen.Surroundings;
import org.facepay.terminal.session.Moved;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Times;
import org.facepay.terminal.session.View;
import org.facepay.terminal.session.charge.Charge;
import org.facepay.terminal.session.charge.HandedOver;
import org.facepay.terminal.session.charge.Ways;
import org.facepay.terminal.session.refund.Refund;
import org.facepay.terminal.session.restock.Restock;
import org.facepay.terminal.vending.Stage.Fate;
import org.facepay.terminal.vending.Stage.Piece;

/**
 * The page of a vending machine as a function of its state, in the shopper's language.
 *
 * @param offering what the machine can sell now
 */
public record Screens(Identity identity, Rules rules, Offering offering) implements Page<Stage> {
  private static final Chosen NOTHING = new Chosen(List.of(), 0, false, "");
  private static final Predicate<Fate> WAITING = Predicate.isEqual(Fate.WAITING);
  private static final Predicate<Fate> UNSEEN = Predicate.isEqual(Fate.UNCERTAIN);

  @Override
  public Times times() {
    return rules.times();
  }

  @Override
  public Screen attract(View view, Surroundings around) {
    return switch (rules.selection()) {
      case SCREEN -> shelf(view.language(), NOTHING);
      case KEYPAD -> keypad(view.language(), VendingScreen.Prompt.CHOOSE);
      case KEYPAD_IN_SESSION -> keypad(view.language(), VendingScreen.Prompt.START);
    };
  }

  @Override
  public boolean goesOn(Stage stage) {
    return !(stage instanceof Stage.Choosing
        || stage instanceof Stage.Selecting
        || stage instanceof Stage.Presenting
        || stage instanceof Stage.Meeting
        || stage instanceof Stage.Refused);
  }

  @Override
  public Screen open(State.Open<Stage> s, Surroundings around) {
    View view = s.view();
    Language language = view.language();
    Session session = s.session();
    Priced priced = session.priced();
    ChargeScreens charges = new ChargeScreens(rules.payments(), Ways.NONE, rules.members());
    return switch (s.stage()) {
      case Stage.Choosing(var pieces, boolean counting) -> {
        Chosen chosen = chosen(pieces, priced, language);
        yield counting ? new VendingScreen.Numbers(chosen) : shelf(language, chosen);
      }
      case Stage.Selecting(var shown, boolean _) ->
          keypad(
              language,
              shown.isPresent() ? VendingScreen.Prompt.CODE_READ : VendingScreen.Prompt.CHOOSE_NOW);
      case Stage.NotSold(Moved.Unsold why, long _) ->
          new VendingScreen.NotSold(VendingScreen.Unsold.valueOf(why.name()));
      case Stage.Presenting(var _, Optional<Screen.Notice> notice) ->
          new Screen.PresentCode(
              Figures.totals(priced, language),
              Displays.notice(inTray().or(() -> notice), around),
              Optional.empty(),
              Optional.empty(),
              beside(session));
      case Stage.Meeting(var _, var meeting) ->
          new MeetingScreens(rules.members(), Optional.empty()).screen(session, meeting, around);
      case Stage.Paying(var _, Charge charge) -> charges.charging(charge, session, view, around);
      case Stage.Refused(var _, Payment payment) -> charges.refused(payment, session, view);
      case Stage.WithStaff(HandedOver handed) -> charges.handed(handed, rules.times());
      case Stage.Restocking(Restock at) -> new RestockScreens(false).screen(at, language);
      case Stage.Dispensing dispensing -> dispensing(dispensing.vends(), priced, language);
      case Stage.Over over -> over(over, priced, view);
    };
  }

  private static Screen over(Stage.Over over, Priced priced, View view) {
    return switch (over) {
      case Stage.Delivered(var vends, long _) ->
          new VendingScreen.Collect(
              articles(vends, _ -> true, priced, view.language()), priced.total().figures());
      case Stage.Returning(var vends, Refund refund) ->
          notDelivered(vends, Fate::isOwed, where(refund), priced, view);
      case Stage.Review(var vends, long _) ->
          notDelivered(vends, UNSEEN, VendingScreen.Money.REVIEW, priced, view);
      case Stage.Owing(var vends, long _, long _) ->
          notDelivered(vends, Fate::isOwed, VendingScreen.Money.STAFF, priced, view);
    };
  }

  private static VendingScreen.Money where(Refund refund) {
    return switch (refund) {
      case Refund.Refunded(_, _, var settlement, _, _, _) ->
          switch (settlement) {
            case SETTLED -> VendingScreen.Money.REFUNDED;
            case PROCESSING -> VendingScreen.Money.REFUNDING;
            case IN_TROUBLE -> VendingScreen.Money.STAFF;
          };
      case Refund.Idling _, Refund.Refunding _, Refund.Left _ -> VendingScreen.Money.REFUNDING;
    };
  }

  private static Screen notDelivered(
      Vends vends, Predicate<Fate> which, VendingScreen.Money where, Priced priced, View view) {
    long minor =
        worth(
            vends.all().stream().filter(v -> which.test(v.fate())).map(Stage.Vend::piece).toList(),
            priced);
    return new VendingScreen.NotDelivered(
        articles(vends, which, priced, view.language()),
        where != VendingScreen.Money.REVIEW && vends.any(UNSEEN),
        Figures.money(minor, priced),
        priced.total().figures(),
        where,
        view.staff());
  }

  private Screen keypad(Language language, VendingScreen.Prompt prompt) {
    return new VendingScreen.ByKeypad(
        rules.slots().stream().map(s -> slot(s, language, Map.of())).toList(), prompt);
  }

  private Screen shelf(Language language, Chosen chosen) {
    Map<String, Integer> pieces =
        chosen.lines().stream()
            .collect(Collectors.toMap(VendingScreen.Pick::id, p -> p.article().pieces()));
    return new VendingScreen.Shelf(
        rules.slots().stream().map(s -> slot(s, language, pieces)).toList(),
        chosen,
        offering.trayHolds());
  }

  /** What members can do where a wallet's code is awaited. */
  private Screen.Beside beside(Session session) {
    return new Screen.Beside(
        rules.meetings().payment().byFace(session), rules.meetings().payment().byCode(session));
  }

  /** Nothing falls on top of what lies there. */
  private Optional<Screen.Notice> inTray() {
    return offering.trayHolds()
        ? Optional.of(new Screen.Notice(NoticeKind.TRAY_NOT_EMPTY, ""))
        : Optional.empty();
  }

  private VendingScreen.Slot slot(Rules.Slot slot, Language language, Map<String, Integer> pieces) {
    Product product = slot.product();
    String id = Integer.toString(slot.number());
    return new VendingScreen.Slot(
        id,
        product.picture(),
        product.text(language).name(),
        product.text(language).note(),
        new Money(product.price(), rules.currency()).figures(),
        pieces.getOrDefault(id, 0),
        offering.selling(slot.number()));
  }

  private Chosen chosen(List<Piece> pieces, Priced priced, Language language) {
    boolean full = pieces.size() >= rules.most();
    List<VendingScreen.Pick> lines = new ArrayList<>();
    for (int slot : pieces.stream().map(Piece::slot).distinct().toList()) {
      List<Piece> these = pieces.stream().filter(p -> p.slot() == slot).toList();
      long minor = worth(these, priced);
      String id = Integer.toString(slot);
      int holds = rules.slot(id).map(s -> s.most(offering.left(slot))).orElse(0);
      lines.add(
          new VendingScreen.Pick(
              id,
              article(these, priced, language),
              !full && (holds == 0 || these.size() < holds),
              Figures.money(minor, priced)));
    }
    return new Chosen(lines, pieces.size(), full, priced.total().figures());
  }

  /** What pieces come to: of each line as much as would go back for so many. */
  private static long worth(List<Piece> pieces, Priced priced) {
    return pieces.stream()
        .collect(Collectors.groupingBy(p -> line(p, priced), Collectors.counting()))
        .entrySet()
        .stream()
        .mapToLong(e -> e.getKey().part(e.getValue().intValue()))
        .sum();
  }

  private static Screen dispensing(Vends vends, Priced priced, Language language) {
    List<Fate> fates = vends.all().stream().map(Stage.Vend::fate).toList();
    return new VendingScreen.Dispensing(
        vends.slots().stream()
            .map(of -> new VendingScreen.Coming(article(pieces(of), priced, language), far(of)))
            .toList(),
        fates.indexOf(Fate.COMING) + 1,
        fates.size());
  }

  /** How far the pieces of one slot are. */
  private static VendingScreen.Progress far(Vends of) {
    boolean begun = of.any(f -> f == Fate.DELIVERED) && of.any(WAITING);
    if (begun || of.coming().isPresent()) {
      return VendingScreen.Progress.COMING;
    }
    if (of.any(WAITING)) {
      return VendingScreen.Progress.NEXT;
    }
    if (of.any(UNSEEN)) {
      return VendingScreen.Progress.UNSEEN;
    }
    return of.any(Fate::isOwed) ? VendingScreen.Progress.NOT_OUT : VendingScreen.Progress.OUT;
  }

  /** What of it had that fate, slot by slot. */
  private static List<Screen.Article> articles(
      Vends vends, Predicate<Fate> which, Priced priced, Language language) {
    return vends.slots().stream()
        .map(of -> of.all().stream().filter(v -> which.test(v.fate())).toList())
        .filter(of -> !of.isEmpty())
        .map(of -> article(pieces(new Vends(of)), priced, language))
        .toList();
  }

  private static List<Piece> pieces(Vends of) {
    return of.all().stream().map(Stage.Vend::piece).toList();
  }

  private static Screen.Article article(List<Piece> pieces, Priced priced, Language language) {
    Product product = line(pieces.getFirst(), priced).goods().product();
    return new Screen.Article(product.picture(), product.text(language).name(), pieces.size());
  }

  private static Priced.Line line(Piece piece, Priced priced) {
    return priced.lines().stream()
        .filter(l -> l.goods().number() == piece.line())
        .findFirst()
        .orElseThrow();
  }
}
