package org.facepay.kiosk.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Screen.Article;
import org.facepay.kiosk.screen.Screen.Notice;
import org.facepay.kiosk.screen.Screen.StaffCall;
import org.facepay.kiosk.screen.VendingScreen;
import org.facepay.kiosk.screen.VendingScreen.Chosen;
import org.facepay.kiosk.screen.VendingScreen.Coming;
import org.facepay.kiosk.screen.VendingScreen.Money;
import org.facepay.kiosk.screen.VendingScreen.Pick;
import org.facepay.kiosk.screen.VendingScreen.Progress;
import org.facepay.kiosk.screen.VendingScreen.Selling;
import org.facepay.kiosk.screen.VendingScreen.Slot;
import org.facepay.kiosk.web.SampleScreens.Sample;

/** A machine with eight slots. */
final class VendingSamples {
  private static final Map<String, Good> GOODS = new LinkedHashMap<>();
  private static final Map<String, Integer> MANY = new LinkedHashMap<>();

  static {
    GOODS.put("tea", new Good("无糖乌龙茶", "Unsweetened oolong tea", "500 ml", 500));
    GOODS.put("water", new Good("矿泉水", "Mineral water", "550 ml", 200));
    GOODS.put("bun", new Good("奶酪夹心餐包", "Cheese-filled bun", "90 g", 450));
    GOODS.put("coffee", new Good("冰美式", "Iced americano", "300 ml", 990));
    GOODS.put("chips", new Good("海盐薯片", "Sea-salt crisps", "75 g", 750));
    GOODS.put("noodle", new Good("酸菜牛肉拌面", "Beef noodles", "118 g", 680));
    GOODS.put("milk", new Good("高钙鲜牛奶", "Fresh high-calcium milk", "950 ml", 1490));
    GOODS.put("toast", new Good("全麦核桃吐司", "Wholewheat walnut toast", "400 g", 1250));
    MANY.put("tea", 2);
    MANY.put("chips", 1);
    MANY.put("milk", 1);
  }

  private final Language language;

  VendingSamples(Language language) {
    this.language = language;
  }

  Map<String, Sample> all() {
    Map<String, Sample> all = new LinkedHashMap<>();
    all.put("vending", new Sample(shelf(Map.of(), false)));
    all.put("vending-chosen", new Sample(shelf(Map.of("tea", 1), false)));
    all.put("vending-many", new Sample(shelf(MANY, true)));
    all.put("vending-tray", new Sample(shelf(Map.of(), false, true)));
    all.put("vending-tray-chosen", new Sample(shelf(MANY, true, true)).inOtherWords());
    all.put("vending-pay", present(true, Optional.empty()));
    all.put("vending-pay-code", present(false, Optional.empty()).inOtherWords());
    all.put(
        "vending-pay-unknown",
        present(true, Optional.of(new Notice(NoticeKind.MEMBER_NOT_FOUND, ""))));
    all.put("vending-numbers", new Sample(new VendingScreen.Numbers(chosen(MANY, true))));
    for (VendingScreen.Prompt prompt : VendingScreen.Prompt.values()) {
      Sample sample = new Sample(new VendingScreen.ByKeypad(numbered(), prompt));
      all.put("vending-keypad-" + prompt, sample);
    }
    for (VendingScreen.Unsold why : VendingScreen.Unsold.values()) {
      all.put("vending-not-sold-" + why, new Sample(new VendingScreen.NotSold(why)));
    }
    all.put("vending-dispensing", new Sample(dispensing()));
    all.put(
        "vending-dispensing-trouble",
        new Sample(
                new VendingScreen.Dispensing(
                    List.of(
                        new Coming(article("tea", 1), Progress.NOT_OUT),
                        new Coming(article("chips", 1), Progress.UNSEEN),
                        new Coming(article("milk", 1), Progress.COMING)),
                    3,
                    3))
            .inOtherWords());
    all.put(
        "vending-dispensing-one",
        new Sample(
                new VendingScreen.Dispensing(
                    List.of(new Coming(article("tea", 1), Progress.COMING)), 1, 1))
            .inOtherWords());
    all.put("vending-collect", new Sample(collect("tea", "chips", "milk")));
    all.put("vending-collect-one", new Sample(collect("bun")).inOtherWords());
    all.put("vending-refunding", notDelivered(Money.REFUNDING, StaffCall.NOT_REACHED, false));
    all.put(
        "vending-refunded",
        notDelivered(Money.REFUNDED, StaffCall.NOT_REACHED, false).inOtherWords());
    all.put(
        "vending-refunded-unseen",
        notDelivered(Money.REFUNDED, StaffCall.RECEIVED, true).inOtherWords());
    all.put(
        "vending-review", notDelivered(Money.REVIEW, StaffCall.NOT_REACHED, false).inOtherWords());
    all.put("vending-staff", notDelivered(Money.STAFF, StaffCall.RECEIVED, false).inOtherWords());
    return all;
  }

  /** Members can pay here too. */
  private Sample present(boolean face, Optional<Notice> notice) {
    return new Sample(
        new Screen.PresentCode(
            new SampleScreens(language).totals(),
            notice,
            Optional.empty(),
            Optional.empty(),
            new Screen.Beside(face, true)));
  }

  private VendingScreen.Shelf shelf(Map<String, Integer> pieces, boolean full) {
    return shelf(pieces, full, false);
  }

  private VendingScreen.Shelf shelf(Map<String, Integer> pieces, boolean full, boolean tray) {
    List<Slot> slots = new ArrayList<>();
    GOODS.forEach(
        (id, good) ->
            slots.add(
                new Slot(
                    id,
                    id,
                    t(good.zh(), good.en()),
                    good.note(),
                    Good.figures(good.minor()),
                    pieces.getOrDefault(id, 0),
                    selling(id, full))));
    return new VendingScreen.Shelf(slots, chosen(pieces, full), tray);
  }

  /** As a keypad counts them. */
  private List<Slot> numbered() {
    List<Slot> slots = new ArrayList<>();
    for (Slot slot : shelf(Map.of(), true).slots()) {
      slots.add(
          new Slot(
              Integer.toString(11 + slots.size()),
              slot.picture(),
              slot.name(),
              slot.note(),
              slot.price(),
              0,
              slot.selling()));
    }
    return slots;
  }

  private static Selling selling(String id, boolean full) {
    Map<String, Selling> others = Map.of("coffee", Selling.OFF, "water", Selling.SOLD_OUT);
    return full ? others.getOrDefault(id, Selling.SOLD) : Selling.SOLD;
  }

  private Chosen chosen(Map<String, Integer> pieces, boolean full) {
    List<Pick> lines = new ArrayList<>();
    int count = 0;
    int total = 0;
    for (Map.Entry<String, Integer> each : pieces.entrySet()) {
      int amount = GOODS.get(each.getKey()).minor() * each.getValue();
      Article article = article(each.getKey(), each.getValue());
      lines.add(new Pick(each.getKey(), article, !full, Good.figures(amount)));
      count += each.getValue();
      total += amount;
    }
    return new Chosen(lines, count, full, Good.figures(total));
  }

  private VendingScreen.Dispensing dispensing() {
    return new VendingScreen.Dispensing(
        List.of(
            new Coming(article("tea", 2), Progress.OUT),
            new Coming(article("chips", 1), Progress.COMING),
            new Coming(article("milk", 1), Progress.NEXT)),
        3,
        4);
  }

  private VendingScreen.Collect collect(String... goods) {
    List<Article> articles = new ArrayList<>();
    int total = 0;
    for (String id : goods) {
      articles.add(article(id, MANY.getOrDefault(id, 1)));
      total += GOODS.get(id).minor() * MANY.getOrDefault(id, 1);
    }
    return new VendingScreen.Collect(articles, Good.figures(total));
  }

  private Article article(String id, int pieces) {
    Good good = GOODS.get(id);
    return new Article(id, t(good.zh(), good.en()), pieces);
  }

  private Sample notDelivered(Money money, StaffCall staff, boolean unseen) {
    return new Sample(
        new VendingScreen.NotDelivered(
            List.of(article("tea", 1)), unseen, "5.00", "32.40", money, staff));
  }

  private String t(String chinese, String english) {
    return SampleScreens.in(language, chinese, english);
  }

  private record Good(String zh, String en, String note, int minor) {
    static String figures(int minor) {
      return minor / 100 + "." + minor / 10 % 10 + minor % 10;
    }
  }
}
