package org.facepay.kiosk.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facepay.kiosk.screen.ContainerScreen;
import org.facepay.kiosk.screen.Display;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.FaceScreen;
import org.facepay.kiosk.screen.PaymentScreen;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Screen.Method;
import org.facepay.kiosk.screen.Screen.Paper;
import org.facepay.kiosk.screen.VendingScreen;
import org.facepay.kiosk.web.SampleScreens.Sample;

/** Screens with the longest names and amounts a shop can have, while the network is down. */
record LongestSamples(Language language) {
  static final String PREFIX = "longest-";

  static Display display(Language language, boolean larger, boolean contrast) {
    String shop =
        SampleScreens.in(
            language, "晴里便利（浦东国际机场二号航站楼店）", "Qingli Market, Pudong Airport Terminal 2");
    String terminal = SampleScreens.in(language, "自助收银 12 号（东区）", "Self-checkout 12, east wing");
    return new Display(language, larger, contrast, shop, terminal, "14:32", false);
  }

  Map<String, Sample> all() {
    Map<String, Sample> all = new LinkedHashMap<>();
    SampleScreens shop = new SampleScreens(language);
    List<Screen.Offer> offers =
        List.of(
            new Screen.Offer(
                "noodle",
                t("老坛风味酸菜牛肉拌面家庭分享装（五连包）", "Pickled-cabbage beef noodles, family pack"),
                t("今日直降 45%，省 ¥1045.60", "45% off today, ¥1045.60 less"),
                "1204.90"));
    put(
        all,
        "attract",
        new Screen.Attract(offers, true, List.of(Method.FACE, Method.CARD, Method.STAFF)));
    put(all, "attract-no-scanner", new Screen.Attract(offers, false, List.of(Method.STAFF)));
    put(
        all,
        "basket",
        new Screen.Basket(shop.lines(), totals(), Optional.empty(), Optional.empty(), false));
    Method[] ways =
        Arrays.stream(Method.values())
            .filter(m -> m != Method.ALIPAY_QR && m != Method.WECHAT_QR)
            .toArray(Method[]::new);
    put(
        all,
        "paychoice",
        new Screen.PayChoice(shop.lines(), totals(), List.of(ways), List.of(), shop.wallets()));
    put(all, "paycode", new Screen.PresentCode(totals(), Optional.empty()));
    put(all, "processing", new Screen.Processing("4045.60", true));
    put(all, "declined", new Screen.Declined("4045.60", 100, Screen.DeclineReason.NOT_COMPLETED));
    put(
        all,
        "unknown",
        new Screen.Unknown("7F3K 94XQ 1C0B", "4045.60", Screen.StaffCall.RECEIVED, true));
    put(
        all,
        "success",
        new Screen.Success(
            "4045.60",
            Optional.of("1045.60"),
            "https://qingli.example/r/7F3K20419ZQ8M4",
            Paper.NONE,
            20,
            1));
    put(
        all,
        "confirm",
        new FaceScreen.Confirm(
            "欧阳**",
            "4045.60",
            Optional.of("1045.60"),
            new FaceScreen.Account(
                FaceScreen.AccountKind.BALANCE, Optional.of("9999.99"), Optional.of("5954.39"))));
    put(
        all,
        "payqr",
        new PaymentScreen.PayQr(
            totals(), "https://qr.example/bax0123456789", t("支付宝", "Alipay"), 119, false));
    put(
        all,
        "vending-staff",
        new VendingScreen.NotDelivered(
            List.of(
                new Screen.Article(
                    "noodle", t("老坛风味酸菜牛肉拌面", "Pickled-cabbage beef noodles, family pack"), 1)),
            true,
            "104.90",
            "419.60",
            VendingScreen.Money.STAFF,
            Screen.StaffCall.RECEIVED));
    put(all, "taking", new ContainerScreen.Taking(longTaken(), "1204.90", "2000.00"));
    put(
        all,
        "wrong-place",
        new ContainerScreen.WrongPlace(noodles(1), 5, 4, 5, "1204.90", "1100.00"));
    put(
        all,
        "ask",
        new ContainerScreen.Ask(
            List.of(
                new ContainerScreen.Choice("a", List.of(noodles(1)), "104.90"),
                new ContainerScreen.Choice("b", List.of(noodles(2)), "209.80"))));
    put(
        all,
        "bill",
        new ContainerScreen.Bill(
            longBill(),
            "1204.90",
            ContainerScreen.MoneyState.OWED,
            "https://qingli.example/r/7F3K20419ZQ8M4",
            "14:36",
            7,
            20,
            1));
    put(
        all,
        "dispute",
        new ContainerScreen.Dispute(
            longBill(),
            Optional.of("a"),
            Optional.of(ContainerScreen.Complaint.NOT_TAKEN),
            Optional.of("1204.90")));
    put(
        all,
        "objected",
        new ContainerScreen.Objected(
            noodles(11), "1153.90", ContainerScreen.Objection.STAFF, Screen.StaffCall.RECEIVED));
    put(
        all,
        "debt",
        new ContainerScreen.Debt(
            List.of(noodles(11), noodles(1)),
            t("11 月 26 日 18:04", "26 November, 18:04"),
            "1204.90",
            ContainerScreen.DebtReason.HOLD_EXPIRED));
    return all;
  }

  private Screen.Article noodles(int pieces) {
    return new Screen.Article(
        "noodle", t("老坛风味酸菜牛肉拌面", "Pickled-cabbage beef noodles, family pack"), pieces);
  }

  private List<ContainerScreen.Taken> longTaken() {
    return List.of(
        new ContainerScreen.Taken(noodles(11), "5 × 118 g", 5, "1153.90", true),
        new ContainerScreen.Taken(noodles(1), "5 × 118 g", 4, "51.00", false));
  }

  private List<ContainerScreen.BillLine> longBill() {
    return List.of(
        new ContainerScreen.BillLine("a", noodles(11), "1153.90", ContainerScreen.Seen.CLEARLY),
        new ContainerScreen.BillLine("b", noodles(1), "51.00", ContainerScreen.Seen.TOLD));
  }

  private Screen.Totals totals() {
    return new Screen.Totals(
        100,
        "5091.20",
        "4045.60",
        Optional.of("1045.60"),
        List.of(
            new Screen.Reduction(t("会员价", "Member price"), "1002.90"),
            new Screen.Reduction(t("特价优惠", "Special offers"), "42.70")),
        List.of(new Screen.Tax("13%", "337.87"), new Screen.Tax("9%", "121.97")));
  }

  private static void put(Map<String, Sample> all, String name, Screen screen) {
    all.put(PREFIX + name, new Sample(screen));
  }

  private String t(String chinese, String english) {
    return SampleScreens.in(language, chinese, english);
  }
}
