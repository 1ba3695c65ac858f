package org.facepay.kiosk.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.facepay.kiosk.screen.ContainerScreen;
import org.facepay.kiosk.screen.ContainerScreen.BillLine;
import org.facepay.kiosk.screen.ContainerScreen.Choice;
import org.facepay.kiosk.screen.ContainerScreen.Complaint;
import org.facepay.kiosk.screen.ContainerScreen.DebtReason;
import org.facepay.kiosk.screen.ContainerScreen.MoneyState;
import org.facepay.kiosk.screen.ContainerScreen.Objection;
import org.facepay.kiosk.screen.ContainerScreen.Reason;
import org.facepay.kiosk.screen.ContainerScreen.Seen;
import org.facepay.kiosk.screen.ContainerScreen.Taken;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen.Article;
import org.facepay.kiosk.screen.Screen.Method;
import org.facepay.kiosk.screen.Screen.Notice;
import org.facepay.kiosk.screen.Screen.StaffCall;
import org.facepay.kiosk.web.SampleScreens.Sample;

/** One visit to a smart container: 10.00 + 8.90 + 6.50 = 25.40; without the rice ball 18.90. */
final class ContainerSamples {
  private static final String RECEIPT = "https://qingli.example/r/7F3K20419ZQ8M4";

  private final Language language;

  ContainerSamples(Language language) {
    this.language = language;
  }

  Map<String, Sample> all() {
    Map<String, Sample> all = new LinkedHashMap<>();
    before(all);
    open(all);
    settled(all);
    objected(all);
    return all;
  }

  private void before(Map<String, Sample> all) {
    all.put("container", welcome(true, Optional.empty(), Method.FACE, Method.ALIPAY_QR));
    all.put("container-code-only", welcome(true, Optional.empty()).inOtherWords());
    all.put(
        "container-wrong-code",
        welcome(true, Optional.of(new Notice(NoticeKind.NOT_A_PAY_CODE, "")), Method.WALLET_QR));
    all.put("container-no-scanner", welcome(false, Optional.empty(), Method.FACE).inOtherWords());
    all.put("container-no-way", welcome(false, Optional.empty()).inOtherWords());
    all.put("door-opening", new Sample(new ContainerScreen.Opening(false, 0)));
    all.put("door-pull", new Sample(new ContainerScreen.Opening(true, 18)));
    for (DebtReason why : DebtReason.values()) {
      Sample sample = debt(why);
      boolean first = why == DebtReason.BALANCE_TOO_LOW;
      all.put(first ? "debt" : name("debt", why), first ? sample : sample.inOtherWords());
    }
    for (Reason reason : Reason.values()) {
      Sample sample =
          new Sample(new ContainerScreen.NotOpened(reason, reason == ContainerScreen.Reason.PAID));
      all.put(
          name("not-opened", reason), reason == Reason.NO_PROMISE ? sample : sample.inOtherWords());
    }
  }

  private void open(Map<String, Sample> all) {
    all.put("taking", new Sample(taking(taken())));
    all.put("taking-nothing", new Sample(new ContainerScreen.Taking(List.of(), "0.00", "100.00")));
    List<Taken> many =
        Stream.concat(
                taken().stream(),
                Stream.of(
                    taken("chips", t("海盐薯片", "Sea-salt crisps"), 0, "75 g", 3, "0.00"),
                    taken("water", t("天然矿泉水", "Mineral water"), 0, "550 ml", 3, "0.00"),
                    taken("milk", t("高钙鲜牛奶", "Fresh high-calcium milk"), 0, "950 ml", 3, "0.00")))
            .toList();
    all.put("taking-many", new Sample(taking(many)));
    all.put("wrong-place", new Sample(wrongPlace(1, 2, 3)));
    all.put("wrong-place-many", new Sample(wrongPlace(8, 3, 8)));
    all.put("door-open", new Sample(doorOpen(24, StaffCall.NOT_REACHED)));
    all.put("door-open-called", new Sample(doorOpen(0, StaffCall.RECEIVED)).inOtherWords());
    all.put("door-open-coming", new Sample(doorOpen(0, StaffCall.COMING)).inOtherWords());
    all.put("door-open-not", new Sample(doorOpen(0, StaffCall.NOT_REACHED)).inOtherWords());
    all.put("counting", new Sample(new ContainerScreen.Counting()));
  }

  private void settled(Map<String, Sample> all) {
    Article bun = new Article("bun", t("奶酪夹心餐包", "Cheese-filled bun"), 1);
    all.put(
        "ask",
        new Sample(
            new ContainerScreen.Ask(
                List.of(
                    new Choice("a", List.of(riceBall(1)), "6.50"),
                    new Choice("b", List.of(bun), "6.80")))));
    all.put(
        "ask-three",
        new Sample(
            new ContainerScreen.Ask(
                List.of(
                    new Choice("a", List.of(riceBall(2)), "13.00"),
                    new Choice("b", List.of(riceBall(1), bun, coffee(1)), "22.20"),
                    new Choice("c", List.of(tea(1), bun), "11.80")))));
    all.put(
        "ask-any",
        new Sample(
            new ContainerScreen.Ask(
                List.of(
                    new Choice("a", List.of(), "0.00"),
                    new Choice("b", List.of(riceBall(1)), "6.50")))));
    all.put("bill", new Sample(bill(billed(), "25.40", MoneyState.CHARGED, RECEIPT)));
    all.put(
        "bill-clear",
        new Sample(bill(billed().subList(0, 3), "25.40", MoneyState.CHARGED, RECEIPT))
            .inOtherWords());
    all.put(
        "bill-charging",
        new Sample(bill(billed(), "25.40", MoneyState.CHARGING, "")).inOtherWords());
    BillLine likely = new BillLine("tea", tea(2), "10.00", Seen.LIKELY);
    all.put("bill-owed", new Sample(bill(billed(), "25.40", MoneyState.OWED, RECEIPT)));
    all.put("bill-likely", new Sample(bill(List.of(likely), "10.00", MoneyState.CHARGED, RECEIPT)));
    all.put("bill-unclear", new Sample(bill(List.of(), "0.00", MoneyState.UNCLEAR, "")));
    all.put("bill-nothing", new Sample(bill(List.of(), "0.00", MoneyState.NOTHING, "")));
    all.put(
        "bill-not-clear",
        new Sample(bill(billed().subList(3, 4), "0.00", MoneyState.NOTHING, "")).inOtherWords());
  }

  private void objected(Map<String, Sample> all) {
    all.put("dispute", dispute(Optional.empty(), Optional.empty(), Optional.empty()));
    all.put(
        "dispute-refund",
        dispute(Optional.of("coffee"), Optional.of(Complaint.NOT_TAKEN), Optional.of("8.90")));
    all.put(
        "dispute-line",
        dispute(Optional.of("coffee"), Optional.empty(), Optional.empty()).inOtherWords());
    all.put(
        "dispute-staff",
        dispute(Optional.of("tea"), Optional.of(Complaint.WRONG_NUMBER), Optional.empty()));
    for (Objection objection : Objection.values()) {
      Sample sample = objected(objection, StaffCall.RECEIVED);
      boolean first = objection == Objection.REFUNDING;
      all.put(name("objected", objection), first ? sample : sample.inOtherWords());
    }
    all.put("objected-staff-not", objected(Objection.STAFF, StaffCall.NOT_REACHED));
  }

  private static Sample welcome(boolean scanner, Optional<Notice> notice, Method... methods) {
    return new Sample(new ContainerScreen.Welcome("100.00", List.of(methods), scanner, notice));
  }

  private static ContainerScreen.Taking taking(List<Taken> lines) {
    return new ContainerScreen.Taking(lines, "25.40", "100.00");
  }

  private List<Taken> taken() {
    return List.of(
        new Taken(tea(2), "500 ml", 1, "10.00", true),
        new Taken(coffee(1), "300 ml", 2, "8.90", false),
        new Taken(riceBall(1), "110 g", 2, "6.50", false),
        new Taken(yogurt(0), "120 g", 3, "0.00", false));
  }

  private static Taken taken(
      String picture, String name, int pieces, String note, int shelf, String amount) {
    return new Taken(new Article(picture, name, pieces), note, shelf, amount, false);
  }

  private ContainerScreen.WrongPlace wrongPlace(int shelf, int belongs, int shelves) {
    return new ContainerScreen.WrongPlace(riceBall(1), shelf, belongs, shelves, "25.40", "18.90");
  }

  private static ContainerScreen.DoorOpen doorOpen(int seconds, StaffCall staff) {
    return new ContainerScreen.DoorOpen("25.40", seconds, staff);
  }

  private static ContainerScreen.Bill bill(
      List<BillLine> lines, String charged, MoneyState state, String receiptUrl) {
    return new ContainerScreen.Bill(lines, charged, state, receiptUrl, "14:36", 7, 20, 1);
  }

  private List<BillLine> billed() {
    return List.of(
        new BillLine("tea", tea(2), "10.00", Seen.CLEARLY),
        new BillLine("coffee", coffee(1), "8.90", Seen.CLEARLY),
        new BillLine("riceball", riceBall(1), "6.50", Seen.TOLD),
        new BillLine("yogurt", yogurt(1), "0.00", Seen.NOT_CLEAR));
  }

  private Sample dispute(
      Optional<String> chosen, Optional<Complaint> complaint, Optional<String> refund) {
    List<BillLine> charged = billed().subList(0, 3);
    return new Sample(new ContainerScreen.Dispute(charged, chosen, complaint, refund));
  }

  private Sample objected(Objection objection, StaffCall staff) {
    return new Sample(new ContainerScreen.Objected(coffee(1), "8.90", objection, staff));
  }

  private Sample debt(DebtReason why) {
    return new Sample(
        new ContainerScreen.Debt(
            List.of(coffee(1)), t("11 月 26 日 18:04", "26 Nov, 18:04"), "8.90", why));
  }

  private Article tea(int pieces) {
    return new Article("tea", t("无糖乌龙茶", "Unsweetened oolong tea"), pieces);
  }

  private Article coffee(int pieces) {
    return new Article("coffee", t("冰美式咖啡", "Iced americano"), pieces);
  }

  private Article riceBall(int pieces) {
    return new Article("riceball", t("金枪鱼饭团", "Tuna rice ball"), pieces);
  }

  private Article yogurt(int pieces) {
    return new Article("yogurt", t("草莓酸奶", "Strawberry yoghurt"), pieces);
  }

  private static String name(String start, Enum<?> value) {
    return start + "-" + value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private String t(String chinese, String english) {
    return SampleScreens.in(language, chinese, english);
  }
}
