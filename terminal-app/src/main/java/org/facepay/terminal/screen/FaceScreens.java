package org.facepay.terminal.screen;

import java.util.Optional;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.checkout.FaceState;
import org.facepay.terminal.checkout.Rules;
import org.facepay.terminal.checkout.State;
import org.facepay.terminal.member.Terms;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.session.Face;
import org.facepay.terminal.session.FacePurpose;
import org.facepay.terminal.session.KnownMember;
import org.facepay.terminal.session.Session;

/** The screens on which a face is asked for. */
record FaceScreens(Rules.Faces rules) {

  Screen screen(FaceState state, Surroundings around) {
    Basket basket = state.session().basket();
    Optional<String> amount =
        state.paying() ? Optional.of(basket.total().figures()) : Optional.empty();
    return switch (state) {
      case FaceState.Consenting c ->
          new Screen.Consent(purpose(c.purpose()), Terms.CURRENT_NOTICE, c.full(), amount);
      case FaceState.Looking l ->
          new Screen.Capture(purpose(l.purpose()), around.guidance(), amount);
      case FaceState.Keying k ->
          new Screen.Keypad(
              k.purpose() == FacePurpose.STORAGE
                  ? Screen.KeypadKind.PHONE
                  : Screen.KeypadKind.LAST_FOUR,
              k.typed().text(),
              k.length(),
              member(k.session()).map(KnownMember::name),
              amount,
              k.tries() > 0 && k.typed().text().isEmpty());
      case FaceState.Confirming c -> confirm(c, basket);
      case FaceState.FaceRefused r ->
          new Screen.FaceEnded(
              purpose(r.purpose()), Screen.FaceEnd.valueOf(r.end().name()), amount);
      case FaceState.MemberPage m -> page(m, basket);
      case FaceState.Following f -> new Screen.FollowCamera(f.order().amount().figures());
    };
  }

  /** Who is shopping, where the shop has members. */
  Optional<Screen.MemberTag> tag(State.Shopping state, Surroundings around) {
    if (!rules.members()) {
      return Optional.empty();
    }
    Face face = state.session().face();
    Screen.MemberState known =
        face.member().isPresent()
            ? Screen.MemberState.KNOWN
            : face.look() != 0 ? Screen.MemberState.LOOKING : Screen.MemberState.NONE;
    String name = face.member().map(KnownMember::name).orElse("");
    return Optional.of(new Screen.MemberTag(known, name, around.guidance()));
  }

  private static Screen confirm(FaceState.Confirming state, Basket basket) {
    Optional<KnownMember> member = member(state.session());
    long before = member.map(KnownMember::account).orElse(0L);
    boolean balance = member.map(m -> m.balancePays(basket.total().minor())).orElse(true);
    return new Screen.Confirm(
        member.map(KnownMember::name).orElse(""),
        basket.total().figures(),
        ScreenOf.saved(basket),
        balance
            ? new Screen.Account(
                Screen.AccountKind.BALANCE,
                Optional.of(ScreenOf.money(before, basket)),
                Optional.of(ScreenOf.money(before - basket.total().minor(), basket)))
            : new Screen.Account(Screen.AccountKind.AGREEMENT, Optional.empty(), Optional.empty()));
  }

  private static Screen page(FaceState.MemberPage state, Basket basket) {
    Optional<KnownMember> member = member(state.session());
    long saves = basket.memberSavesMinor();
    return new Screen.MemberCard(
        member.map(KnownMember::name).orElse(""),
        state.joined(),
        member
            .map(KnownMember::account)
            .filter(minor -> minor >= 0)
            .map(minor -> ScreenOf.money(minor, basket)),
        saves > 0 ? Optional.of(ScreenOf.money(saves, basket)) : Optional.empty(),
        state.kept() && state.forgetting() == 0);
  }

  private static Optional<KnownMember> member(Session session) {
    return session.face().member();
  }

  private static Screen.FacePurpose purpose(FacePurpose purpose) {
    return Screen.FacePurpose.valueOf(purpose.name());
  }
}
