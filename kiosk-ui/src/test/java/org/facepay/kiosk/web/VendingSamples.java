package org.facepay.kiosk.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.Screen.StaffCall;
import org.facepay.kiosk.screen.VendingScreen;
import org.facepay.kiosk.screen.VendingScreen.Article;
import org.facepay.kiosk.screen.VendingScreen.Money;
import org.facepay.kiosk.screen.VendingScreen.Slot;
import org.facepay.kiosk.web.SampleScreens.Sample;

/** A machine with eight slots. */
final class VendingSamples {
  private final Language language;

  VendingSamples(Language language) {
    this.language = language;
  }

  Map<String, Sample> all() {
    Map<String, Sample> all = new LinkedHashMap<>();
    all.put("vending", new Sample(shelf("")));
    all.put("vending-chosen", new Sample(shelf("tea")));
    all.put("vending-dispensing", new Sample(new VendingScreen.Dispensing(tea())));
    all.put("vending-collect", new Sample(new VendingScreen.Collect(tea())));
    all.put("vending-refunding", notDelivered(Money.REFUNDING, StaffCall.NOT_REACHED));
    all.put("vending-refunded", notDelivered(Money.REFUNDED, StaffCall.NOT_REACHED).inOtherWords());
    all.put("vending-review", notDelivered(Money.REVIEW, StaffCall.NOT_REACHED).inOtherWords());
    all.put("vending-staff", notDelivered(Money.STAFF, StaffCall.RECEIVED).inOtherWords());
    return all;
  }

  VendingScreen.Shelf shelf(String chosen) {
    List<Slot> slots = new ArrayList<>();
    slots.add(slot("tea", t("无糖乌龙茶", "Unsweetened oolong tea"), "500 ml", "5.00", chosen));
    slots.add(slot("water", t("矿泉水", "Mineral water"), "550 ml", "2.00", chosen));
    slots.add(slot("bun", t("奶酪夹心餐包", "Cheese-filled bun"), "90 g", "4.50", chosen));
    slots.add(slot("coffee", t("冰美式", "Iced americano"), "300 ml", "9.90", chosen));
    slots.add(slot("chips", t("海盐薯片", "Sea-salt crisps"), "75 g", "7.50", chosen));
    slots.add(slot("noodle", t("酸菜牛肉拌面", "Beef noodles"), "118 g", "6.80", chosen));
    slots.add(slot("milk", t("高钙鲜牛奶", "Fresh high-calcium milk"), "950 ml", "14.90", chosen));
    slots.add(slot("toast", t("全麦核桃吐司", "Wholewheat walnut toast"), "400 g", "12.50", chosen));
    return new VendingScreen.Shelf(slots);
  }

  private static Slot slot(String picture, String name, String note, String price, String chosen) {
    return new Slot(picture, picture, name, note, price, picture.equals(chosen));
  }

  private Article tea() {
    return new Article("tea", t("无糖乌龙茶", "Unsweetened oolong tea"));
  }

  private Sample notDelivered(Money money, StaffCall staff) {
    return new Sample(new VendingScreen.NotDelivered(tea(), "5.00", money, staff));
  }

  private String t(String chinese, String english) {
    return SampleScreens.in(language, chinese, english);
  }
}
