package org.facepay.kiosk.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.facepay.kiosk.screen.Display;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.OpensAgain;
import org.facepay.kiosk.screen.PaymentScreen;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Screen.DeclineReason;
import org.facepay.kiosk.screen.Screen.Line;
import org.facepay.kiosk.screen.Screen.Method;
import org.facepay.kiosk.screen.Screen.Notice;
import org.facepay.kiosk.screen.Screen.Paper;
import org.facepay.kiosk.screen.Screen.Totals;
import org.facepay.kiosk.screen.Snapshot.Overlay;

/**
 * Realistic content for every screen: thirteen articles in ten lines, 97.58 - 2.90 - 2.50 = 92.18.
 */
final class SampleScreens {
  private final Language language;

  SampleScreens(Language language) {
    this.language = language;
  }

  /**
   * A screen with the dialog above it, if any.
   *
   * @param otherWords laid out like another sample, so that larger text and contrast need not be
   *     looked at again
   */
  record Sample(Screen screen, Optional<Overlay> overlay, boolean otherWords) {
    Sample(Screen screen, Optional<Overlay> overlay) {
      this(screen, overlay, false);
    }

    Sample(Screen screen) {
      this(screen, Optional.empty());
    }

    Sample inOtherWords() {
      return new Sample(screen, overlay, true);
    }
  }

  static Display display(Language language, boolean larger, boolean contrast) {
    String shop = in(language, "晴里便利", "Qingli Market");
    String terminal = in(language, "自助收银 3 号", "Self-checkout 3");
    return new Display(language, larger, contrast, shop, terminal, "14:32", true);
  }

  /** Every screen and every state of one that looks different, by the name of its picture. */
  Map<String, Sample> all() {
    Map<String, Sample> all = new LinkedHashMap<>();
    all.put("boot", new Sample(new Screen.Boot()));
    all.put("attract", new Sample(attract()));
    all.put("basket", new Sample(basket()));
    all.put("basket-one", new Sample(basket(lines().subList(0, 1), Optional.empty(), false)));
    all.put("basket-empty", new Sample(basket(List.of(), Optional.empty(), false)));
    all.put("basket-weighed", new Sample(weighed()));
    for (NoticeKind kind :
        List.of(
            NoticeKind.ITEM_NOT_FOUND,
            NoticeKind.PAY_CODE_TOO_EARLY,
            NoticeKind.LINE_REMOVED,
            NoticeKind.COUPON_TAKEN)) {
      String detail =
          switch (kind) {
            case ITEM_NOT_FOUND -> "6901234567892";
            case LINE_REMOVED -> lines().get(2).name();
            default -> "";
          };
      all.put(
          "basket-" + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
          new Sample(basket(lines(), Optional.of(new Notice(kind, detail)), false)));
    }
    all.put("line", new Sample(basket(lines(), Optional.empty(), true)));
    all.put("paychoice", new Sample(payChoice(Method.PAY_CODE, Method.STAFF)));
    all.put(
        "paychoice-offline",
        new Sample(
            new Screen.PayChoice(
                lines(),
                totals(),
                List.of(Method.PAY_CODE, Method.WALLET_QR, Method.CARD, Method.STAFF),
                List.of(Method.PAY_CODE, Method.WALLET_QR),
                wallets())));
    all.put("paychoice-three", new Sample(payChoice(Method.PAY_CODE, Method.FACE, Method.STAFF)));
    all.put(
        "paychoice-four",
        new Sample(payChoice(Method.PAY_CODE, Method.FACE, Method.WALLET_FACE, Method.STAFF)));
    all.put(
        "paycode-parts",
        new Sample(
            new Screen.PresentCode(
                totals(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(
                    new PaymentScreen.Parts(
                        t("支付宝", "Alipay"),
                        12,
                        "107.50",
                        t("手续费 ¥90.00，共 ¥1290.00", "Fee ¥90.00, ¥1290.00 in all"))),
                Screen.Beside.NOTHING)));
    all.put(
        "paycode-offer",
        new Sample(
            new Screen.PresentCode(
                totals(),
                Optional.empty(),
                Optional.of(t("支付宝", "Alipay")),
                Optional.empty(),
                Screen.Beside.NOTHING)));
    all.put("paycode", new Sample(new Screen.PresentCode(totals(), Optional.empty())));
    all.put(
        "paycode-wrong",
        new Sample(
            new Screen.PresentCode(
                totals(), Optional.of(new Notice(NoticeKind.NOT_A_PAY_CODE, "")))));
    all.put(
        "paycode-tray",
        new Sample(
                new Screen.PresentCode(
                    totals(), Optional.of(new Notice(NoticeKind.TRAY_NOT_EMPTY, ""))))
            .inOtherWords());
    all.put("processing", new Sample(new Screen.Processing("92.18", false)));
    all.put("processing-phone", new Sample(new Screen.Processing("92.18", true)).inOtherWords());
    all.put("declined", new Sample(new Screen.Declined("92.18", 13, DeclineReason.BANK_REFUSED)));
    all.put(
        "declined-network",
        new Sample(new Screen.Declined("92.18", 13, DeclineReason.NETWORK_DOWN)).inOtherWords());
    all.put(
        "unknown",
        new Sample(new Screen.Unknown("7F3K 20419", "92.18", Screen.StaffCall.RECEIVED, false)));
    all.put(
        "unknown-alone",
        new Sample(new Screen.Unknown("7F3K 20419", "92.18", Screen.StaffCall.NOT_REACHED, true)));
    for (Paper paper : Paper.values()) {
      String suffix =
          paper == Paper.NONE
              ? ""
              : "-" + paper.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      all.put("success" + suffix, new Sample(success(paper)));
    }
    all.put("closed", new Sample(new Screen.Closed(Screen.ClosedReason.STORAGE_FULL)));
    all.put("closed-locked", new Sample(new Screen.Closed(Screen.ClosedReason.STORAGE_LOCKED)));
    all.put("closed-set-up", new Sample(new Screen.Closed(Screen.ClosedReason.SET_UP)));
    all.put("closed-door", new Sample(new Screen.Closed(Screen.ClosedReason.DOOR_OPEN)));
    all.put("closed-serviced", new Sample(new Screen.Closed(Screen.ClosedReason.NOT_SERVICED)));
    all.put("closed-dispenser", new Sample(new Screen.Closed(Screen.ClosedReason.DISPENSER_AWAY)));
    all.put(
        "closed-hours",
        new Sample(new Screen.Closed(Screen.ClosedReason.OPENING_HOURS)).inOtherWords());
    all.put("closed-tomorrow", closed(true));
    all.put("closed-today", closed(false).inOtherWords());
    all.put("closed-staff", new Sample(new Screen.Closed(Screen.ClosedReason.STAFF)));
    all.put("playing", new Sample(SampleMedia.poster()));
    all.put("idle", new Sample(basket(), Optional.of(new Overlay.IdleWarning(16))));
    all.put("called", called(Screen.StaffCall.RECEIVED));
    all.put("called-coming", called(Screen.StaffCall.COMING));
    all.put("called-not", called(Screen.StaffCall.NOT_REACHED));
    all.put(
        "cancel", new Sample(basket(), Optional.of(new Overlay.ConfirmCancel(13))).inOtherWords());
    all.putAll(new FaceSamples(language).all());
    all.putAll(new WeighSamples(language).all());
    all.putAll(new PaymentSamples(language).all());
    all.putAll(new StaffSamples(language).all());
    all.putAll(new VendingSamples(language).all());
    all.putAll(new ContainerSamples(language).all());
    all.putAll(new LongestSamples(language).all());
    return all;
  }

  PaymentScreen.Wallets wallets() {
    String both = t("微信、\u200b支付宝", "Alipay, WeChat");
    return new PaymentScreen.Wallets(both, both);
  }

  private static Sample closed(boolean tomorrow) {
    return new Sample(
        new Screen.Closed(
            Screen.ClosedReason.OPENING_HOURS,
            Optional.of(new OpensAgain(tomorrow, "7:00", "22:00"))));
  }

  private Screen.PayChoice payChoice(Method... methods) {
    return new Screen.PayChoice(lines(), totals(), List.of(methods), List.of(), wallets());
  }

  Screen.Basket basket() {
    return basket(lines(), Optional.empty(), false);
  }

  Screen.Basket basket(List<Line> lines, Optional<Notice> notice, boolean editing) {
    Totals totals =
        lines.size() == 10
            ? totals()
            : lines.isEmpty()
                ? new Totals(0, "0.00", "0.00", Optional.empty(), List.of(), List.of())
                : new Totals(
                    2,
                    "10.00",
                    "7.50",
                    Optional.of("2.50"),
                    totals().reductions().subList(1, 2),
                    List.of(new Screen.Tax("13%", "0.86")));
    return new Screen.Basket(lines, totals, notice, Optional.empty(), editing);
  }

  private Sample called(Screen.StaffCall staff) {
    return new Sample(basket(), Optional.of(new Overlay.AttendantCalled(staff)));
  }

  Screen.Success success(Paper paper) {
    return new Screen.Success(
        "92.18", Optional.of("5.40"), "https://qingli.example/r/7F3K20419ZQ8M4", paper, 20, 1);
  }

  private Screen.Attract attract() {
    return new Screen.Attract(
        List.of(
            new Screen.Offer("milk", t("鲜牛奶", "Fresh milk"), t("会员价", "Member price"), "14.90"),
            new Screen.Offer("tea", t("乌龙茶", "Oolong tea"), t("第二件半价", "2nd half price"), "5.00")),
        true,
        List.of());
  }

  private Screen.Basket weighed() {
    List<Line> lines = lines();
    Line open = lines.get(3);
    List<Line> changed =
        IntStream.range(0, lines.size())
            .mapToObj(n -> with(lines.get(n), lines.get(n) == open))
            .toList();
    return new Screen.Basket(changed, totals(), Optional.empty(), Optional.empty(), true);
  }

  static Line with(Line line, boolean open) {
    return new Line(
        line.id(),
        line.picture(),
        line.name(),
        line.note(),
        line.quantity(),
        line.count(),
        line.price(),
        line.was(),
        line.offer(),
        open,
        false);
  }

  Totals totals() {
    return new Totals(
        13,
        "97.58",
        "92.18",
        Optional.of("5.40"),
        List.of(
            new Screen.Reduction(t("会员价", "Member price"), "2.90"),
            new Screen.Reduction(t("第二件半价", "2nd half price"), "2.50")),
        List.of(new Screen.Tax("13%", "7.87"), new Screen.Tax("9%", "1.97")));
  }

  List<Line> lines() {
    return List.of(
        line(
            "tea",
            t("无糖乌龙茶", "Unsweetened oolong tea"),
            "500 ml",
            2,
            "7.50",
            "10.00",
            t("第二件半价，省 ¥2.50", "2nd half price, −¥2.50")),
        line(
            "milk",
            t("高钙鲜牛奶", "Fresh high-calcium milk"),
            "950 ml",
            1,
            "14.90",
            "16.80",
            t("会员价", "Member price")),
        line(
            "noodle",
            t("老坛风味酸菜牛肉拌面家庭分享装（五连包）", "Pickled-cabbage beef noodles, family sharing pack of five"),
            "5 × 118 g",
            1,
            "24.90"),
        weighed("banana", t("香蕉", "Bananas"), "¥7.96/kg", "0.486 kg", "3.87"),
        line(
            "chips",
            t("海盐薯片", "Sea-salt crisps"),
            "75 g",
            1,
            "6.50",
            "7.50",
            t("会员价", "Member price")),
        line("toast", t("全麦核桃吐司", "Wholewheat walnut toast"), "400 g", 1, "12.50"),
        weighed("apple", t("红富士苹果", "Fuji apples"), "¥11.90/kg", "0.732 kg", "8.71"),
        line("water", t("天然矿泉水", "Mineral water"), t("550 ml·¥2.00", "550 ml · ¥2.00"), 3, "6.00"),
        line("bun", t("奶酪夹心餐包", "Cheese-filled bun"), "90 g", 1, "6.80"),
        line("bag", t("购物袋（大）", "Carrier bag, large"), t("可降解", "Compostable"), 1, "0.50"));
  }

  private static Line line(String picture, String name, String note, int count, String price) {
    return new Line(
        picture,
        picture,
        name,
        note,
        "×" + count,
        count,
        price,
        Optional.empty(),
        Optional.empty(),
        false,
        false);
  }

  private static Line line(
      String picture, String name, String note, int count, String price, String was, String offer) {
    boolean first = picture.equals("tea");
    return new Line(
        picture,
        picture,
        name,
        note,
        "×" + count,
        count,
        price,
        Optional.of(was),
        Optional.of(offer),
        first,
        first);
  }

  private static Line weighed(
      String picture, String name, String note, String quantity, String price) {
    return new Line(
        picture,
        picture,
        name,
        note,
        quantity,
        0,
        price,
        Optional.empty(),
        Optional.empty(),
        false,
        false);
  }

  private String t(String chinese, String english) {
    return in(language, chinese, english);
  }

  /** Whichever is in this language. */
  static String in(Language language, String chinese, String english) {
    return switch (language) {
      case ZH -> chinese;
      case EN -> english;
    };
  }
}
