package org.facepay.kiosk.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Screen.Notice;
import org.facepay.kiosk.screen.Snapshot.Overlay;
import org.facepay.kiosk.screen.WeighScreen;
import org.facepay.kiosk.screen.WeighScreen.Good;
import org.facepay.kiosk.screen.WeighScreen.ScaleState;
import org.facepay.kiosk.web.SampleScreens.Sample;

/** Produce in a shop with fourteen kinds of it; 0.732 kg of apples at 11.90 are 8.71. */
final class WeighSamples {
  private final SampleScreens shop;
  private final Language language;

  WeighSamples(Language language) {
    this.shop = new SampleScreens(language);
    this.language = language;
  }

  Map<String, Sample> all() {
    Map<String, Sample> all = new LinkedHashMap<>();
    all.put("produce", new Sample(produce("", false, true)));
    all.put("produce-found", new Sample(produce(t("H", "C"), true, true)));
    all.put("produce-no-scale", new Sample(produce("", false, false)).inOtherWords());
    all.put("weighing-below-zero", new Sample(weighing(ScaleState.BELOW_ZERO)).inOtherWords());
    all.put("weighing", new Sample(stable(Optional.of("0.008 kg"))));
    all.put("weighing-bag-first", new Sample(stable(Optional.empty())));
    all.put("weighing-pieces", new Sample(pieces(3)).inOtherWords());
    all.put("basket-produce", new Sample(basket(Optional.empty(), Optional.empty())));
    Sample expired = new Sample(told(NoticeKind.EXPIRED_GOODS, shop.lines().get(1)));
    all.put("basket-expired", expired.inOtherWords());
    all.put("basket-bag", new Sample(told(NoticeKind.BAG_MISSING_ITEM, first())).inOtherWords());
    all.put(
        "bagcheck",
        bagCheck(Overlay.BagCheckKind.MISSING_ITEM, Screen.StaffCall.NOT_REACHED).inOtherWords());
    return all;
  }

  private Screen.Line first() {
    return shop.lines().getFirst();
  }

  WeighScreen.Produce produce(String query, boolean searching, boolean scaleReady) {
    List<Good> goods = query.isEmpty() ? goods() : starting(query);
    String letters = query.isEmpty() ? t("BFHJLMPQTXY", "ABCEFGLOPSTUW") : t("L", "AOU");
    return new WeighScreen.Produce(goods, query, letters, searching, scaleReady, shop.totals());
  }

  /** Letters that lead nowhere. */
  WeighScreen.Produce nothing() {
    return new WeighScreen.Produce(List.of(), "Q", "", true, true, shop.totals());
  }

  private List<Good> starting(String query) {
    return goods().stream()
        .filter(good -> t(good.id(), good.name()).startsWith(t("carrot", query)))
        .toList();
  }

  WeighScreen.Weighing weighing(ScaleState state) {
    boolean shown = state == ScaleState.STABLE || state == ScaleState.MOVING;
    return new WeighScreen.Weighing(
        goods().getFirst(),
        state,
        shown ? Optional.of("0.732 kg") : Optional.empty(),
        Optional.empty(),
        state == ScaleState.STABLE ? Optional.of("8.71") : Optional.empty(),
        0,
        false,
        state == ScaleState.STABLE);
  }

  private WeighScreen.Weighing stable(Optional<String> tare) {
    return new WeighScreen.Weighing(
        goods().get(3),
        ScaleState.STABLE,
        Optional.of("1.264 kg"),
        tare,
        Optional.of("10.06"),
        0,
        tare.isEmpty(),
        true);
  }

  WeighScreen.Weighing pieces(int count) {
    return new WeighScreen.Weighing(
        goods().get(4),
        ScaleState.NO_SCALE,
        Optional.empty(),
        Optional.empty(),
        Optional.of("%d.00".formatted(3 * count)),
        count,
        false,
        true);
  }

  Screen.Basket basket(Optional<Notice> notice, Optional<Screen.MemberTag> member) {
    return new Screen.Basket(shop.lines(), shop.totals(), notice, member, false, true);
  }

  private static Optional<Screen.MemberTag> member() {
    return Optional.of(
        new Screen.MemberTag(Screen.MemberState.KNOWN, "王**", Screen.Guidance.LOOKING));
  }

  private Screen.Basket told(NoticeKind kind, Screen.Line about) {
    return basket(Optional.of(new Notice(kind, about.name())), member());
  }

  Sample bagCheck(Overlay.BagCheckKind kind, Screen.StaffCall staff) {
    return new Sample(
        basket(Optional.empty(), Optional.empty()), Optional.of(new Overlay.BagCheck(kind, staff)));
  }

  List<Good> goods() {
    return List.of(
        kilo("apple", t("红富士苹果", "Fuji apples"), "11.90"),
        kilo("banana", t("香蕉", "Bananas"), "7.96"),
        kilo("tomato", t("普罗旺斯番茄", "Tomatoes on the vine"), "13.80"),
        kilo("pear", t("雪花梨", "Pears"), "7.96"),
        piece("corn", t("甜玉米", "Sweetcorn"), "3.00"),
        kilo("cucumber", t("黄瓜", "Cucumbers"), "6.90"),
        kilo("carrot", t("胡萝卜", "Carrots"), "4.50"),
        kilo("potato", t("黄心土豆", "Potatoes"), "5.80"),
        kilo("greens", t("上海青", "Shanghai greens"), "8.00"),
        kilo("orange", t("赣南脐橙", "Navel oranges"), "12.60"),
        kilo("grape", t("巨峰葡萄", "Kyoho grapes"), "19.90"),
        kilo("eggplant", t("紫茄子", "Aubergines"), "7.20"),
        kilo("onion", t("洋葱", "Onions"), "3.90"),
        piece("egg", t("散养鸡蛋", "Free-range eggs"), "1.50"));
  }

  private static Good kilo(String id, String name, String price) {
    return new Good(id, id, name, price, "kg", true);
  }

  private Good piece(String id, String name, String price) {
    return new Good(id, id, name, price, t("个", "each"), false);
  }

  private String t(String chinese, String english) {
    return SampleScreens.in(language, chinese, english);
  }
}
