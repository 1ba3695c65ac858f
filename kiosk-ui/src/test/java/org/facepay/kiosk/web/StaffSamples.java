package org.facepay.kiosk.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Screen.Line;
import org.facepay.kiosk.screen.Screen.StaffCall;
import org.facepay.kiosk.screen.Screen.Totals;
import org.facepay.kiosk.screen.StaffScreen;
import org.facepay.kiosk.screen.StaffScreen.AgeWait;
import org.facepay.kiosk.screen.StaffScreen.Asks;
import org.facepay.kiosk.screen.StaffScreen.Badge;
import org.facepay.kiosk.screen.StaffScreen.Done;
import org.facepay.kiosk.screen.StaffScreen.Filling;
import org.facepay.kiosk.screen.StaffScreen.Found;
import org.facepay.kiosk.screen.StaffScreen.Job;
import org.facepay.kiosk.screen.StaffScreen.Lane;
import org.facepay.kiosk.screen.StaffScreen.Misplaced;
import org.facepay.kiosk.screen.StaffScreen.NotPlaced;
import org.facepay.kiosk.screen.StaffScreen.Option;
import org.facepay.kiosk.screen.StaffScreen.Shopper;
import org.facepay.kiosk.screen.StaffScreen.Tile;
import org.facepay.kiosk.screen.StaffScreen.Trouble;
import org.facepay.kiosk.web.SampleScreens.Sample;

/** What waits for staff, and what they see behind their badge; 92.18 + 2 x 8.50 = 109.18. */
record StaffSamples(Language language) {
  static final Badge BADGE = new Badge("李**", 60);

  Map<String, Sample> all() {
    Map<String, Sample> all = new LinkedHashMap<>();
    all.put("age-pending", new Sample(pending(StaffCall.RECEIVED, true)));
    all.put("age-pending-not-reached", new Sample(pending(StaffCall.NOT_REACHED, false)));
    all.put("age-pending-coming", new Sample(pending(StaffCall.COMING, true)).inOtherWords());
    all.put("age-check", new Sample(new StaffScreen.AgeCheck(BADGE, 18, List.of(beer()), "17.00")));
    all.put("staff-menu", new Sample(menu(true, Done.NOTHING)));
    all.put("staff-menu-nobody", new Sample(menu(false, Done.PRINTED)));
    all.put("staff-void", new Sample(task(Job.VOID, Asks.REASON)));
    all.put("staff-discount", new Sample(task(Job.DISCOUNT, Asks.PERCENT)));
    all.put("staff-discount-line", new Sample(task(Job.DISCOUNT, Asks.LINE)).inOtherWords());
    all.put("staff-discount-why", new Sample(task(Job.DISCOUNT, Asks.REASON)));
    all.put("staff-undo", new Sample(menu(true, Done.VOIDED)));
    all.put("staff-pause-why", new Sample(pause()));
    all.put("staff-cash", new Sample(cash("100.00", Optional.of("7.82"))));
    all.put("staff-cash-less", new Sample(cash("9.00", Optional.empty())).inOtherWords());
    all.put(
        "staff-phone",
        new Sample(
            new StaffScreen.Phone(
                BADGE,
                "https://192.168.1.20:8443/staff/pair?code=s9doh6OmOR6iUuUKx5RJv37h",
                "",
                true)));
    all.put(
        "staff-phone-own",
        new Sample(
            new StaffScreen.Phone(
                BADGE,
                "https://192.168.1.33:8443/staff/pair?code=s9doh6OmOR6iUuUKx5RJv37h",
                "9F86 D081 884C 7D65 9A2F EAA0 C55A D015 A3BF 4F1B 2B0B 822C D15D 6C15 B0F0 0A08",
                true)));
    all.put(
        "suspended",
        new Sample(
            new StaffScreen.Suspended(
                BADGE,
                new Shopper(10, "92.18"),
                "FPB1|K3_7F3K_94XQ1C0B_17|1764500000|18|"
                    + "6900123400074,p2,,0;".repeat(9)
                    + "2100001,g486,,20|AbCdEfGhIjKlMnOpQrStUv",
                "16:32",
                Done.PRINTED)));
    all.put("restock", new Sample(restock(true, 3)));
    all.put(
        "restock-locked",
        new Sample(restock(true, 8, Trouble.TOO_WARM, Trouble.SLOT_OFF)).inOtherWords());
    all.put("restock-unknown", new Sample(restock(true, 3, Trouble.COLD_UNKNOWN)).inOtherWords());
    all.put("restock-expired", new Sample(restock(true, 3, Trouble.EXPIRED)).inOtherWords());
    all.put("use-by", new Sample(useBy("2612", false)));
    all.put("use-by-whole", new Sample(useBy("261224", false)).inOtherWords());
    all.put("use-by-wrong", new Sample(useBy("", true)));
    all.put("restock-reading", new Sample(restock(false, 0)));
    placings(all);
    all.put("staff-phone-none", new Sample(new StaffScreen.Phone(BADGE, "", "", true)));
    all.put("staff-phone-asking", new Sample(new StaffScreen.Phone(BADGE, "", "", false)));
    return all;
  }

  /** An article is put into a lane of a cabinet that learns what stands where. */
  private void placings(Map<String, Sample> all) {
    StaffScreen.Restock lanes = restock(true, 3);
    all.put("restock-refused", new Sample(refused(NotPlaced.INTERRUPTED)));
    all.put(
        "restock-learns",
        new Sample(
            new StaffScreen.Restock(BADGE, lanes.lanes(), List.of(), true, Optional.empty())));
    all.put("placing", new Sample(placing(false, Optional.empty(), Optional.empty())));
    all.put("placing-weighing", new Sample(placing(true, Optional.empty(), Optional.empty())));
    all.put(
        "placing-found",
        new Sample(placing(false, Optional.of(new Found("302", "338.2")), Optional.empty())));
    all.put(
        "placing-fits",
        new Sample(placing(false, Optional.of(new Found("302", "")), Optional.empty())));
    for (Misplaced wrong : Misplaced.values()) {
      all.put(
          "placing-" + wrong.name().toLowerCase(Locale.ROOT).replace('_', '-'),
          new Sample(placing(false, Optional.empty(), Optional.of(wrong))).inOtherWords());
    }
  }

  /** What was scanned is not put into any lane. */
  StaffScreen.Restock refused(NotPlaced why) {
    return new StaffScreen.Restock(
        BADGE, restock(true, 3).lanes(), List.of(), true, Optional.of(why));
  }

  private StaffScreen.Placing placing(
      boolean weighing, Optional<Found> found, Optional<Misplaced> wrong) {
    String name = t("无糖乌龙茶", "Unsweetened oolong tea");
    return new StaffScreen.Placing(
        BADGE, new Screen.Article("tea", name, 6), weighing, found, wrong);
  }

  private StaffScreen.UseBy useBy(String digits, boolean wrong) {
    String article = t("高钙鲜牛奶", "Fresh high-calcium milk");
    return new StaffScreen.UseBy(BADGE, "12", article, digits, wrong);
  }

  StaffScreen.Restock restock(boolean read, int now, Trouble... troubles) {
    List<Lane> lanes =
        List.of(
            lane("1", "tea", t("无糖乌龙茶", "Unsweetened oolong tea"), now, Filling.HERE),
            lane("2", "water", t("天然矿泉水", "Mineral water"), 4, Filling.TO_DO),
            lane("3", "coffee", t("冰美式咖啡", "Iced americano"), 8, Filling.DONE),
            lane("4", "chips", t("海盐薯片", "Sea-salt crisps"), 7, Filling.SKIPPED),
            new Lane(
                "5",
                new Screen.Article("toast", t("全麦核桃吐司", "Wholewheat walnut toast"), 0),
                Optional.empty(),
                0,
                Filling.TO_DO,
                "2026-12-24"));
    return new StaffScreen.Restock(
        BADGE, read ? lanes : List.of(), List.of(troubles), false, Optional.empty());
  }

  private static Lane lane(String id, String picture, String name, int now, Filling filling) {
    return new Lane(id, new Screen.Article(picture, name, now), Optional.of("3"), 8, filling, "");
  }

  StaffScreen.Menu menu(boolean shopping, Done done) {
    List<Tile> tiles =
        Stream.of(Job.values())
            .map(
                job ->
                    new Tile(
                        job,
                        shopping
                            ? job != Job.CASH && job != Job.WEIGHT
                            : job == Job.REPRINT
                                || job == Job.PAUSE
                                || job == Job.DAY_END
                                || job == Job.PHONE,
                        shopping && job == Job.AGE))
            .toList();
    return new StaffScreen.Menu(
        BADGE,
        tiles,
        shopping ? Optional.of(new Shopper(15, "109.18")) : Optional.empty(),
        shopping ? List.of(beer()) : List.of(),
        done);
  }

  private StaffScreen.LineTask task(Job job, Asks asks) {
    List<Line> lines = new ArrayList<>(new SampleScreens(language).lines());
    lines.set(0, SampleScreens.with(lines.getFirst(), asks != Asks.LINE));
    List<Option> options =
        switch (asks) {
          case LINE -> List.of();
          case PERCENT ->
              Stream.of("10", "20", "30", "50")
                  .map(p -> new Option(p, t("减 " + p + "%", p + "% off")))
                  .toList();
          case REASON ->
              job == Job.VOID
                  ? List.of(
                      new Option("WRONG_SCAN", t("扫错了", "Scanned wrongly")),
                      new Option("NOT_WANTED", t("不要了", "Not wanted")),
                      new Option("DAMAGED", t("有破损", "Damaged")))
                  : List.of(
                      new Option("DAMAGED", t("有破损", "Damaged")),
                      new Option("NEAR_DATE", t("快到期", "Near its date")),
                      new Option("SHELF_PRICE", t("标价不对", "Shelf price")),
                      new Option("GOODWILL", t("补偿顾客", "Goodwill")));
        };
    return new StaffScreen.LineTask(BADGE, job, lines, asks, options);
  }

  private StaffScreen.LineTask pause() {
    return new StaffScreen.LineTask(
        BADGE,
        Job.PAUSE,
        List.of(),
        Asks.REASON,
        List.of(
            new Option("CLEANING", t("打扫", "Cleaning")),
            new Option("OUT_OF_ORDER", t("有故障", "Out of order")),
            new Option("NOBODY_THERE", t("没人照看", "Nobody attends"))));
  }

  private StaffScreen.Cash cash(String received, Optional<String> change) {
    return new StaffScreen.Cash(
        BADGE,
        new Shopper(13, "92.18"),
        received,
        change,
        Stream.of("92.18", "95.00", "100.00", "150.00").map(f -> new Option(f, "¥" + f)).toList());
  }

  Screen.Basket pending(StaffCall staff, boolean produce) {
    SampleScreens shop = new SampleScreens(language);
    List<Line> lines = new ArrayList<>(shop.lines());
    Line first = SampleScreens.with(lines.getFirst(), false);
    lines.set(0, first);
    lines.addFirst(beer());
    Totals sum = shop.totals();
    Totals totals = new Totals(15, "114.58", "109.18", sum.saved(), sum.reductions(), sum.taxes());
    return new Screen.Basket(
        lines,
        totals,
        Optional.empty(),
        Optional.empty(),
        false,
        produce,
        Optional.of(new AgeWait(t("精酿啤酒", "craft beer"), 18, staff)));
  }

  Line beer() {
    return new Line(
        "beer",
        "beer",
        t("晴里精酿啤酒", "Qingli craft beer"),
        t("330 ml·¥8.50", "330 ml · ¥8.50"),
        "×2",
        2,
        "17.00",
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        18);
  }

  private String t(String chinese, String english) {
    return SampleScreens.in(language, chinese, english);
  }
}
