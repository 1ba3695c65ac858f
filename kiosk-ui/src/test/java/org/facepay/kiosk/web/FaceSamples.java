package org.facepay.kiosk.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.FaceScreen;
import org.facepay.kiosk.screen.FaceScreen.FaceEnd;
import org.facepay.kiosk.screen.FaceScreen.FacePurpose;
import org.facepay.kiosk.screen.FaceScreen.KeypadKind;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Screen.Guidance;
import org.facepay.kiosk.screen.Screen.MemberState;
import org.facepay.kiosk.screen.Screen.MemberTag;
import org.facepay.kiosk.screen.Screen.Notice;
import org.facepay.kiosk.screen.Snapshot.Overlay;
import org.facepay.kiosk.web.SampleScreens.Sample;
import org.jspecify.annotations.Nullable;

/** The screens of the face flows, for a member 王** with 156.40 before and 64.22 after 92.18. */
final class FaceSamples {
  static final String NAME = "王**";
  private static final String VERSION = "2026-11";
  private static final Optional<String> AMOUNT = Optional.of("92.18");
  private static final Optional<String> SAVED = Optional.of("5.40");
  private final SampleScreens shop;

  FaceSamples(Language language) {
    this.shop = new SampleScreens(language);
  }

  Map<String, Sample> all() {
    Map<String, Sample> all = new LinkedHashMap<>();
    for (FacePurpose purpose : FacePurpose.values()) {
      Sample sample = new Sample(consent(purpose, false));
      all.put("consent-" + name(purpose), sample);
      all.put("notice-" + name(purpose), only(purpose, new Sample(consent(purpose, true))));
    }
    captures(all);
    keypads(all);
    ends(all);
    members(all);
    return all;
  }

  /** The full notice is laid out alike for every purpose. */
  private static Sample only(FacePurpose purpose, Sample sample) {
    return purpose == FacePurpose.PAYMENT ? sample : sample.inOtherWords();
  }

  private static FaceScreen.Consent consent(FacePurpose purpose, boolean full) {
    return new FaceScreen.Consent(purpose, VERSION, full, amount(purpose));
  }

  private static Optional<String> amount(FacePurpose purpose) {
    return purpose == FacePurpose.PAYMENT ? AMOUNT : Optional.empty();
  }

  private static void captures(Map<String, Sample> all) {
    for (Guidance guidance :
        List.of(
            Guidance.STARTING,
            Guidance.LOOKING,
            Guidance.COME_CLOSER,
            Guidance.ONE_FACE_ONLY,
            Guidance.TURN_RIGHT)) {
      var paying = new Sample(new FaceScreen.Capture(FacePurpose.PAYMENT, guidance, AMOUNT));
      boolean asked = guidance == Guidance.COME_CLOSER || guidance == Guidance.TURN_RIGHT;
      all.put("capture-" + name(guidance), asked ? paying : paying.inOtherWords());
    }
    all.put(
        "capture-member",
        new Sample(
            new FaceScreen.Capture(FacePurpose.RECOGNITION, Guidance.BLINK, Optional.empty())));
    all.put("confirm", new Sample(confirm(true)));
    all.put("confirm-agreement", new Sample(confirm(false)).inOtherWords());
    all.put("follow-camera", new Sample(new FaceScreen.FollowCamera("92.18")));
  }

  static FaceScreen.Confirm confirm(boolean balance) {
    return new FaceScreen.Confirm(
        NAME,
        "92.18",
        SAVED,
        balance
            ? new FaceScreen.Account(
                FaceScreen.AccountKind.BALANCE, Optional.of("156.40"), Optional.of("64.22"))
            : new FaceScreen.Account(
                FaceScreen.AccountKind.AGREEMENT, Optional.empty(), Optional.empty()));
  }

  private static void keypads(Map<String, Sample> all) {
    Optional<String> name = Optional.of(NAME);
    Optional<String> none = Optional.empty();
    all.put("keypad", new Sample(lastFour("20", name, AMOUNT, false)));
    all.put("keypad-wrong", new Sample(lastFour("", name, AMOUNT, true)));
    all.put("keypad-member", new Sample(lastFour("2041", name, none, false)).inOtherWords());
    all.put("keypad-phone", new Sample(phone("1380013", false)));
    all.put("keypad-phone-wrong", new Sample(phone("", true)).inOtherWords());
  }

  private static FaceScreen.Keypad lastFour(
      String digits, Optional<String> name, Optional<String> amount, boolean wrong) {
    return new FaceScreen.Keypad(KeypadKind.LAST_FOUR, digits, 4, name, amount, wrong);
  }

  private static FaceScreen.Keypad phone(String digits, boolean wrong) {
    return new FaceScreen.Keypad(
        KeypadKind.PHONE, digits, 11, Optional.empty(), Optional.empty(), wrong);
  }

  private static void ends(Map<String, Sample> all) {
    for (FaceEnd end : FaceEnd.values()) {
      if (end != FaceEnd.ALREADY_MEMBER) {
        Sample paying = new Sample(new FaceScreen.FaceEnded(FacePurpose.PAYMENT, end, AMOUNT));
        boolean first = end == FaceEnd.NOT_RECOGNISED;
        all.put("ended-" + name(end), first ? paying : paying.inOtherWords());
      }
    }
    all.put("join-offer", new Sample(new FaceScreen.JoinOffer()));
    all.put("ended-already-member", new Sample(joining(FaceEnd.ALREADY_MEMBER)));
    all.put("ended-join", new Sample(joining(FaceEnd.NOT_RECOGNISED)).inOtherWords());
  }

  private static FaceScreen.FaceEnded joining(FaceEnd end) {
    return new FaceScreen.FaceEnded(FacePurpose.STORAGE, end, Optional.empty());
  }

  private void members(Map<String, Sample> all) {
    all.put("basket-member", new Sample(basket(tag(MemberState.NONE, Guidance.LOOKING), null)));
    all.put(
        "basket-looking",
        new Sample(basket(tag(MemberState.LOOKING, Guidance.MOVE_TO_CENTRE), null)));
    all.put(
        "basket-camera-on",
        new Sample(basket(tag(MemberState.LOOKING, Guidance.LOOKING), null)).inOtherWords());
    MemberTag known = new MemberTag(MemberState.KNOWN, NAME, Guidance.LOOKING);
    Notice hello = new Notice(NoticeKind.MEMBER_RECOGNISED, NAME);
    all.put("basket-known", new Sample(basket(known, hello)));
    FaceScreen.MemberCard card =
        new FaceScreen.MemberCard(NAME, false, Optional.of("156.40"), SAVED, true);
    all.put("member", new Sample(card));
    all.put(
        "member-joined",
        new Sample(new FaceScreen.MemberCard(NAME, true, Optional.empty(), Optional.empty(), true))
            .inOtherWords());
    all.put(
        "member-no-face",
        new Sample(new FaceScreen.MemberCard(NAME, false, Optional.of("156.40"), SAVED, false))
            .inOtherWords());
    all.put("withdraw", new Sample(card, Optional.of(new Overlay.ConfirmWithdraw())));
  }

  private static MemberTag tag(MemberState state, Guidance guidance) {
    return new MemberTag(state, "", guidance);
  }

  private Screen.Basket basket(MemberTag tag, @Nullable Notice notice) {
    return new Screen.Basket(
        shop.lines(), shop.totals(), Optional.ofNullable(notice), Optional.of(tag), false);
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
