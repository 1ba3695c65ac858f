package org.facepay.kiosk.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.FaceScreen;
import org.facepay.kiosk.screen.FaceScreen.ConsentPurpose;
import org.facepay.kiosk.screen.FaceScreen.FaceEnd;
import org.facepay.kiosk.screen.FaceScreen.KeypadKind;
import org.facepay.kiosk.screen.MemberScreen;
import org.facepay.kiosk.screen.MemberScreen.Kept;
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
    for (ConsentPurpose purpose : ConsentPurpose.values()) {
      Sample sample = new Sample(consent(purpose, false));
      all.put("consent-" + name(purpose), sample);
      all.put("notice-" + name(purpose), only(purpose, new Sample(consent(purpose, true))));
    }
    all.put(
        "consent-otherwise",
        new Sample(
            new FaceScreen.Consent(
                ConsentPurpose.RECOGNITION, true, VERSION, false, Optional.empty())));
    captures(all);
    keypads(all);
    ends(all);
    members(all);
    return all;
  }

  /** The full notice is laid out alike for every purpose. */
  private static Sample only(ConsentPurpose purpose, Sample sample) {
    return purpose == ConsentPurpose.PAYMENT ? sample : sample.inOtherWords();
  }

  private static FaceScreen.Consent consent(ConsentPurpose purpose, boolean full) {
    return new FaceScreen.Consent(purpose, false, VERSION, full, amount(purpose));
  }

  private static Optional<String> amount(ConsentPurpose purpose) {
    return purpose == ConsentPurpose.PAYMENT ? AMOUNT : Optional.empty();
  }

  private static void captures(Map<String, Sample> all) {
    for (Guidance guidance :
        List.of(
            Guidance.STARTING,
            Guidance.LOOKING,
            Guidance.COME_CLOSER,
            Guidance.ONE_FACE_ONLY,
            Guidance.TURN_RIGHT)) {
      var paying = new Sample(new FaceScreen.Capture(ConsentPurpose.PAYMENT, guidance, AMOUNT));
      boolean asked = guidance == Guidance.COME_CLOSER || guidance == Guidance.TURN_RIGHT;
      all.put("capture-" + name(guidance), asked ? paying : paying.inOtherWords());
    }
    all.put(
        "capture-member",
        new Sample(
            new FaceScreen.Capture(ConsentPurpose.RECOGNITION, Guidance.BLINK, Optional.empty())));
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
    all.put("keypad-phone", new Sample(phone("13800138000", false)));
    all.put("keypad-phone-begun", new Sample(phone("1380013", false)).inOtherWords());
    all.put("keypad-phone-wrong", new Sample(phone("", true)).inOtherWords());
    all.put("keypad-number", new Sample(typed(KeypadKind.NUMBER, "13800138000", 11, false)));
    all.put(
        "keypad-joining",
        new Sample(typed(KeypadKind.JOINING, "13800138000", 11, false)).inOtherWords());
    all.put("keypad-code", new Sample(typed(KeypadKind.CODE, "204117", 6, false)));
    all.put("keypad-code-wrong", new Sample(typed(KeypadKind.CODE, "", 6, true)).inOtherWords());
  }

  private static FaceScreen.Keypad lastFour(
      String digits, Optional<String> name, Optional<String> amount, boolean wrong) {
    return new FaceScreen.Keypad(KeypadKind.LAST_FOUR, digits, 4, name, amount, wrong);
  }

  private static FaceScreen.Keypad phone(String digits, boolean wrong) {
    return typed(KeypadKind.PHONE, digits, 11, wrong);
  }

  private static FaceScreen.Keypad typed(
      KeypadKind kind, String digits, int length, boolean wrong) {
    return new FaceScreen.Keypad(kind, digits, length, Optional.empty(), Optional.empty(), wrong);
  }

  private static void ends(Map<String, Sample> all) {
    for (FaceEnd end : FaceEnd.values()) {
      if (end != FaceEnd.ALREADY_MEMBER) {
        Sample paying = new Sample(new FaceScreen.FaceEnded(ConsentPurpose.PAYMENT, end, AMOUNT));
        boolean first = end == FaceEnd.NOT_RECOGNISED;
        all.put("ended-" + name(end), first ? paying : paying.inOtherWords());
      }
    }
    all.put("join-offer", new Sample(new FaceScreen.JoinOffer()));
    all.put("ended-already-member", new Sample(joining(FaceEnd.ALREADY_MEMBER)));
    all.put("ended-join", new Sample(joining(FaceEnd.NOT_RECOGNISED)).inOtherWords());
  }

  private static FaceScreen.FaceEnded joining(FaceEnd end) {
    return new FaceScreen.FaceEnded(ConsentPurpose.STORAGE, end, Optional.empty());
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
    Optional<String> balance = Optional.of("156.40");
    MemberScreen.MemberCard card = card(false, balance, Kept.FACE);
    all.put("member", new Sample(card));
    all.put("member-joined", new Sample(card(true, Optional.empty(), Kept.FACE)).inOtherWords());
    all.put("member-code", new Sample(card(false, Optional.empty(), Kept.MEMBERSHIP)));
    all.put("member-welcome", new Sample(card(true, Optional.empty(), Kept.MEMBERSHIP)));
    all.put("member-account", new Sample(card(false, balance, Kept.ACCOUNT)).inOtherWords());
    all.put("member-leaving", new Sample(card(false, balance, Kept.NOTHING)).inOtherWords());
    all.put("withdraw", new Sample(card, Optional.of(new Overlay.ConfirmWithdraw())));
    all.put(
        "leave",
        new Sample(
            card(false, Optional.empty(), Kept.MEMBERSHIP),
            Optional.of(new Overlay.ConfirmLeave())));
    all.put("member-ways", new Sample(new MemberScreen.MemberWays(true, false)));
    all.put("member-unknown", new Sample(new MemberScreen.MemberWays(true, true)).inOtherWords());
    all.put("member-typed", new Sample(new MemberScreen.MemberWays(false, false)).inOtherWords());
    told(all, NoticeKind.MEMBER_NOT_FOUND);
    told(all, NoticeKind.MEMBERS_UNAVAILABLE);
    told(all, NoticeKind.MEMBERSHIP_ENDED);
  }

  private void told(Map<String, Sample> all, NoticeKind kind) {
    MemberTag nobody = tag(MemberState.NONE, Guidance.LOOKING);
    all.put(
        "basket-" + name(kind), new Sample(basket(nobody, new Notice(kind, ""))).inOtherWords());
  }

  private static MemberScreen.MemberCard card(boolean joined, Optional<String> balance, Kept kept) {
    return new MemberScreen.MemberCard(
        joined && kept == Kept.MEMBERSHIP ? "" : NAME,
        joined,
        balance,
        joined ? Optional.empty() : SAVED,
        kept,
        "FPM-M0123456789ABCDEF-0123456789ABCDEF0123",
        "204117");
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
