package org.facepay.kiosk.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Screen.AgeWait;
import org.facepay.kiosk.screen.Screen.Line;
import org.facepay.kiosk.screen.Screen.StaffCall;
import org.facepay.kiosk.screen.Screen.Totals;
import org.facepay.kiosk.screen.StaffScreen;
import org.facepay.kiosk.screen.StaffScreen.Badge;
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
    return all;
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
