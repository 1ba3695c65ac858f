package org.facepay.kiosk.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.facepay.kiosk.screen.Display.Language;
import org.facepay.kiosk.screen.NoticeKind;
import org.facepay.kiosk.screen.PaymentScreen;
import org.facepay.kiosk.screen.PaymentScreen.HoldKind;
import org.facepay.kiosk.screen.PaymentScreen.Plan;
import org.facepay.kiosk.screen.PaymentScreen.ReaderStep;
import org.facepay.kiosk.screen.PaymentScreen.RefundLine;
import org.facepay.kiosk.screen.PaymentScreen.Settlement;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Screen.Line;
import org.facepay.kiosk.screen.Screen.Method;
import org.facepay.kiosk.screen.Screen.Notice;
import org.facepay.kiosk.screen.Screen.Paper;
import org.facepay.kiosk.web.SampleScreens.Sample;

/**
 * Paying by card, by a code on the screen, in parts, by a hold; and 14.90 + 12.50 = 27.40 going
 * back.
 */
final class PaymentSamples {
  /** As many ways as a till can have. */
  static final Method[] ALL = {
    Method.PAY_CODE, Method.FACE, Method.WALLET_FACE, Method.CARD, Method.WALLET_QR, Method.STAFF
  };

  private static final String URL = "https://qr.wallet.example/bax03281f4ce2fkqvbs5002a?s=1";
  private final SampleScreens shop;
  private final Language language;

  PaymentSamples(Language language) {
    this.shop = new SampleScreens(language);
    this.language = language;
  }

  Map<String, Sample> all() {
    Map<String, Sample> all = new LinkedHashMap<>();
    all.put("paychoice-six", new Sample(six()));
    all.put("paychoice-wallet", new Sample(choice(Method.ALIPAY_QR, Method.WECHAT_QR)));
    all.put("payqr", new Sample(payQr(102, false)));
    all.put("payqr-expired", new Sample(payQr(0, true)).inOtherWords());
    all.put("payqr-closing", new Sample(new PaymentScreen.CodeClosing("92.18", 58, true)));
    for (Paper paper : List.of(Paper.PRINTING, Paper.PRINTED, Paper.SENT, Paper.NOT_PRINTED)) {
      Sample handed = new Sample(new PaymentScreen.HandedOver("7F3K-2041", "92.18", paper, 20, 1));
      all.put(
          "handed-" + paper.name().toLowerCase(Locale.ROOT),
          paper == Paper.PRINTED ? handed : handed.inOtherWords());
    }
    all.put("reader", new Sample(reader(ReaderStep.INSERT_OR_TAP)).inOtherWords());
    all.put("instalments", new Sample(instalments(3)));
    all.put("instalments-not", new Sample(notInParts()).inOtherWords());
    all.put("hold", new Sample(hold(HoldKind.FROZEN)));
    all.put("refund-scan", new Sample(refundScan(Optional.empty())).inOtherWords());
    all.put(
        "refund-offline",
        new Sample(refundScan(Optional.of(NoticeKind.REFUND_OFFLINE))).inOtherWords());
    all.put("refund-lines", new Sample(refundLines()));
    all.put("refund-pieces", new Sample(pieces()));
    all.put(
        "refund-staff", new Sample(refundAttendant(Screen.StaffCall.NOT_REACHED)).inOtherWords());
    all.put(
        "refunding",
        new Sample(new PaymentScreen.Refunding("27.40", Screen.StaffCall.NOT_REACHED)));
    all.put("refunded", new Sample(refunded(Paper.NONE)).inOtherWords());
    all.put("refund-processing", new Sample(refunded(Paper.PRINTED, Settlement.PROCESSING)));
    all.put("refund-in-trouble", new Sample(refunded(Paper.NOT_PRINTED, Settlement.IN_TROUBLE)));
    return all;
  }

  private Screen.PayChoice six() {
    return choice(ALL);
  }

  Screen.PayChoice choice(Method... methods) {
    return new Screen.PayChoice(
        shop.lines(), shop.totals(), List.of(methods), List.of(), shop.wallets());
  }

  PaymentScreen.PayQr payQr(int seconds, boolean expired) {
    return payQr(URL, seconds, expired);
  }

  PaymentScreen.PayQr payQr(String url, int seconds, boolean expired) {
    return new PaymentScreen.PayQr(shop.totals(), url, t("支付宝", "Alipay"), seconds, expired);
  }

  static PaymentScreen.FollowReader reader(ReaderStep step) {
    return new PaymentScreen.FollowReader("92.18", step);
  }

  /** 3 × 400.00, 6 × 209.00 = 1254.00, 12 × 107.50 = 1290.00. */
  PaymentScreen.Instalments instalments(int plans) {
    List<Plan> all =
        List.of(
            new Plan("hb3", 3, "400.00", t("不加钱", "no fee")),
            new Plan("hb6", 6, "209.00", t("手续费 ¥54.00", "fee ¥54.00")),
            new Plan("hb12", 12, "107.50", t("手续费 ¥90.00", "fee ¥90.00")));
    return new PaymentScreen.Instalments("1200.00", all.subList(0, plans));
  }

  static PaymentScreen.HoldExplained hold(HoldKind kind) {
    return new PaymentScreen.HoldExplained("100.00", kind);
  }

  static PaymentScreen.RefundScan refundScan(Optional<NoticeKind> kind) {
    return new PaymentScreen.RefundScan(kind.map(k -> new Notice(k, "")));
  }

  Screen.PresentCode notInParts() {
    return new Screen.PresentCode(
        shop.totals(),
        Optional.of(new Notice(NoticeKind.NOT_FOR_INSTALMENTS, "")),
        Optional.empty(),
        Optional.of(
            new PaymentScreen.Parts(
                t("支付宝", "Alipay"),
                12,
                "107.50",
                t("手续费 ¥90.00，共 ¥1290.00", "Fee ¥90.00, ¥1290.00 in all"))),
        Screen.Beside.NOTHING);
  }

  PaymentScreen.RefundLines refundLines() {
    List<Line> lines = shop.lines();
    return new PaymentScreen.RefundLines(
        IntStream.range(0, lines.size())
            .mapToObj(n -> refundLine(lines.get(n), n == 1 || n == 5, n == 3))
            .toList(),
        "27.40",
        true);
  }

  /** One of two bottles of tea, at half of their price. */
  PaymentScreen.RefundLines pieces() {
    List<RefundLine> lines = new ArrayList<>(untouched().lines());
    RefundLine tea = lines.getFirst();
    lines.set(
        0,
        new RefundLine(
            tea.id(), tea.picture(), tea.name(), tea.quantity(), "3.75", 1, 2, Optional.empty()));
    return new PaymentScreen.RefundLines(lines, "3.75", true);
  }

  private RefundLine refundLine(Line line, boolean ticked, boolean gone) {
    return new RefundLine(
        line.id(),
        line.picture(),
        line.name(),
        line.quantity(),
        line.price(),
        ticked ? Math.max(1, line.count()) : 0,
        Math.max(1, line.count()),
        gone ? Optional.of(t("已经退过", "refunded before")) : Optional.empty());
  }

  /** Nothing ticked yet. */
  PaymentScreen.RefundLines untouched() {
    return new PaymentScreen.RefundLines(
        shop.lines().stream().map(line -> refundLine(line, false, false)).toList(), "0.00", false);
  }

  static PaymentScreen.RefundAttendant refundAttendant(Screen.StaffCall staff) {
    return new PaymentScreen.RefundAttendant("27.40", staff);
  }

  PaymentScreen.Refunded refunded(Paper paper) {
    return refunded(paper, Settlement.SETTLED);
  }

  PaymentScreen.Refunded refunded(Paper paper, Settlement settlement) {
    String when =
        settlement == Settlement.IN_TROUBLE
            ? t("请找店员办理", "with our staff")
            : t("1 到 3 天，原路退回", "in 1 to 3 days");
    return new PaymentScreen.Refunded("27.40", when, settlement, paper);
  }

  private String t(String chinese, String english) {
    return SampleScreens.in(language, chinese, english);
  }
}
