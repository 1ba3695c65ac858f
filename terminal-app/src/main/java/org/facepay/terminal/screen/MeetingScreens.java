package org.facepay.terminal.screen;

import java.util.Optional;
import org.facepay.kiosk.screen.FaceScreen;
import org.facepay.kiosk.screen.FaceScreen.ConsentPurpose;
import org.facepay.kiosk.screen.FaceScreen.KeypadKind;
import org.facepay.kiosk.screen.MemberScreen;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.member.Terms;
import org.facepay.terminal.member.code.MemberCode;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.promotion.PriceModifier.Reason;
import org.facepay.terminal.sale.promotion.Priced;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.Shopper;
import org.facepay.terminal.session.member.Meeting;
import org.facepay.terminal.session.member.Members;

/**
 * The screens on which a face is asked for.
 *
 * @param promised the most that is agreed to before anything is chosen; empty where goods are paid
 */
public record MeetingScreens(Members rules, Optional<Money> promised) {

  public Screen screen(Session session, Meeting meeting, Surroundings around) {
    Priced priced = session.priced();
    Optional<String> amount =
        meeting.paying()
            ? Optional.of(promised.orElseGet(priced::total).figures())
            : Optional.empty();
    return switch (meeting) {
      case Meeting.Consenting(ConsentPurpose purpose, boolean full, boolean _) ->
          new FaceScreen.Consent(
              purpose, rules.otherwise(purpose), Terms.CURRENT_NOTICE, full, amount);
      case Meeting.Looking(ConsentPurpose purpose) ->
          new FaceScreen.Capture(purpose, around.guidance(), amount);
      case Meeting.Keying k ->
          keypad(
              kind(k.purpose()),
              k.typed(),
              k.length(),
              k.tries(),
              session.member().map(Shopper.Member::name),
              amount);
      case Meeting.Confirming _ -> confirm(session);
      case Meeting.WithoutFace(boolean unknown) ->
          new MemberScreen.MemberWays(around.scannerReady(), unknown);
      case Meeting.Naming n ->
          keypad(
              n.phone().isPresent() ? KeypadKind.CODE : KeypadKind.NUMBER,
              n.typed(),
              n.length(),
              n.tries(),
              Optional.empty(),
              Optional.empty());
      case Meeting.Inviting _ -> new FaceScreen.JoinOffer();
      case Meeting.FaceRefused r -> new FaceScreen.FaceEnded(r.purpose(), r.end(), amount);
      case Meeting.MemberPage page -> page(session, page);
      case Meeting.Following f -> new FaceScreen.FollowCamera(f.order().amount().figures());
    };
  }

  /** Who is shopping, where the shop has members. */
  public Optional<Screen.MemberTag> tag(Session session, Surroundings around) {
    if (!rules.meets()) {
      return Optional.empty();
    }
    Screen.MemberState known =
        session.member().isPresent()
            ? Screen.MemberState.KNOWN
            : session.look().on() ? Screen.MemberState.LOOKING : Screen.MemberState.NONE;
    String name = session.member().map(Shopper.Member::name).orElse("");
    return Optional.of(new Screen.MemberTag(known, name, around.guidance()));
  }

  /** What was typed is wrong once it was tried and is gone. */
  private static Screen keypad(
      KeypadKind kind,
      Digits typed,
      int length,
      int tries,
      Optional<String> name,
      Optional<String> amount) {
    boolean wrong = tries > 0 && typed.text().isEmpty();
    return new FaceScreen.Keypad(kind, typed.text(), length, name, amount, wrong);
  }

  private static KeypadKind kind(ConsentPurpose purpose) {
    return switch (purpose) {
      case PAYMENT, RECOGNITION -> KeypadKind.LAST_FOUR;
      case STORAGE -> KeypadKind.PHONE;
      case MEMBERSHIP -> KeypadKind.JOINING;
    };
  }

  private static Screen confirm(Session session) {
    Priced priced = session.priced();
    Optional<Shopper.Member> member = session.member();
    long before = member.map(Shopper.Member::account).orElse(0L);
    boolean balance = member.map(m -> m.balancePays(priced.total().minor())).orElse(true);
    return new FaceScreen.Confirm(
        member.map(Shopper.Member::name).orElse(""),
        priced.total().figures(),
        Figures.saved(priced),
        balance
            ? new FaceScreen.Account(
                FaceScreen.AccountKind.BALANCE,
                Optional.of(Figures.money(before, priced)),
                Optional.of(Figures.money(before - priced.total().minor(), priced)))
            : new FaceScreen.Account(
                FaceScreen.AccountKind.AGREEMENT, Optional.empty(), Optional.empty()));
  }

  private static Screen page(Session session, Meeting.MemberPage page) {
    Priced priced = session.priced();
    long saves = priced.saved(Reason.MEMBER_PRICE);
    return new MemberScreen.MemberCard(
        session.member().map(Shopper.Member::name).orElse(""),
        page.joined(),
        session
            .member()
            .map(Shopper.Member::account)
            .filter(minor -> minor >= 0)
            .map(minor -> Figures.money(minor, priced)),
        saves > 0 ? Optional.of(Figures.money(saves, priced)) : Optional.empty(),
        page.forgetting() == 0 ? page.kept() : MemberScreen.Kept.NOTHING,
        page.code().map(MemberCode::text).orElse(""),
        page.code().map(MemberCode::digits).orElse(""));
  }
}
