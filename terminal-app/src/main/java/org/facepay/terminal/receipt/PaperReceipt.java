package org.facepay.terminal.receipt;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.facepay.peripherals.printer.Raster;
import org.facepay.peripherals.printer.ReceiptDocument;
import org.facepay.peripherals.printer.ReceiptDocument.Columns;
import org.facepay.peripherals.printer.ReceiptDocument.Cut;
import org.facepay.peripherals.printer.ReceiptDocument.Element;
import org.facepay.peripherals.printer.ReceiptDocument.Feed;
import org.facepay.peripherals.printer.ReceiptDocument.Logo;
import org.facepay.peripherals.printer.ReceiptDocument.QrCode;
import org.facepay.peripherals.printer.ReceiptDocument.Rule;
import org.facepay.peripherals.printer.ReceiptDocument.Style;
import org.facepay.peripherals.printer.ReceiptDocument.Text;
import org.facepay.terminal.config.TerminalConfig.Identity;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.report.ZReport;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.sale.TaxRate;
import org.facepay.terminal.sale.promotion.Priced;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.PastSale;

/**
 * A sale, its refund, the reference of a payment in doubt, or the shop's day, as a document for any
 * printer in the reader's language.
 */
public final class PaperReceipt {
  private final Identity identity;
  private final ReceiptLinks links;
  private final Raster logo = sun();

  public PaperReceipt(Identity identity, ReceiptLinks links) {
    this.identity = identity;
    this.links = links;
  }

  /** The receipt of a sale. */
  public ReceiptDocument sale(Effect.PrintReceipt effect, Instant at) {
    boolean en = effect.english();
    Priced priced = effect.session().priced();
    List<Element> paper = head(en, at);
    for (Priced.Line line : priced.lines().reversed()) {
      paper.add(
          new Columns(line.goods().product().text(en).name(), figures(line.amount(), priced)));
      boolean weighed = line.goods().quantity() instanceof Quantity.Grams;
      if (line.goods().articles() > 1 || weighed) {
        String unit = weighed ? "/kg" : "";
        paper.add(
            new Text(
                "  "
                    + Words.quantity(line.goods())
                    + "  @ "
                    + figures(line.unitPrice(), priced)
                    + unit));
      }
    }
    paper.add(new Rule());
    long saved = priced.saved();
    if (saved > 0) {
      paper.add(new Columns(en ? "You saved" : "已省", figures(saved, priced)));
    }
    paper.add(new Columns(en ? "TOTAL" : "合计", "¥" + priced.total().figures(), true, 2));
    paper.add(
        new Columns(paidWith(effect.payment().order().provider(), en), priced.total().figures()));
    for (Priced.TaxLine tax : priced.taxes()) {
      String label =
          en
              ? "VAT " + tax.rate().label() + " included in "
              : "含增值税 " + tax.rate().label() + "，计税金额 ";
      paper.add(new Columns(label + figures(tax.gross(), priced), figures(tax.tax(), priced)));
    }
    foot(paper, en, SaleRecord.id(effect.payment()), tradeNo(effect.payment()));
    return new ReceiptDocument(paper);
  }

  /** The slip of a refund. */
  public ReceiptDocument refund(Effect.PrintRefund effect, Instant at) {
    boolean en = effect.english();
    PastSale sale = effect.goods().sale();
    List<Element> paper = head(en, at);
    paper.add(new Text(en ? "Refund" : "退款", Style.centered().inBold().doubled()));
    paper.add(new Feed(1));
    for (PastSale.PastLine line : sale.lines()) {
      if (effect.goods().lines().contains(line.number())) {
        String name = (en ? line.nameEn() : line.name()) + " " + line.quantity();
        paper.add(new Columns(name, "-" + Money.of(line.amountMinor(), sale.currency()).figures()));
      }
    }
    paper.add(new Rule());
    String amount = sale.amount(effect.goods().lines()).figures();
    paper.add(new Columns(en ? "REFUND" : "退款合计", "¥" + amount, true, 2));
    paper.add(
        new Columns(
            en ? "Money back" : "退回", Words.refunded(sale.provider(), effect.settlement(), en)));
    paper.add(new Columns(en ? "Agreed by" : "经办", effect.goods().attendant()));
    paper.add(new Columns(en ? "Order" : "订单号", sale.id()));
    paper.add(new Columns(en ? "Refund" : "退款号", effect.requestNo()));
    paper.add(new Cut());
    return new ReceiptDocument(paper);
  }

  /** What a shopper takes to staff when nobody knows whether the money moved. */
  public ReceiptDocument reference(Effect.PrintReference effect, Instant at) {
    boolean en = effect.english();
    List<Element> paper = head(en, at);
    paper.add(new Text(en ? "Do not pay again" : "请勿重复支付", Style.centered().inBold().doubled()));
    paper.add(new Feed(1));
    paper.add(
        new Text(
            en ? "The result of this payment is not known yet." : "这笔付款的结果还没有确认。",
            Style.centered()));
    paper.add(new Feed(1));
    paper.add(new Columns(en ? "Reference" : "参考号", effect.reference(), true));
    paper.add(new Columns(en ? "Amount" : "金额", "¥" + effect.order().amount().figures(), true));
    paper.add(new Columns(en ? "Order" : "订单号", effect.order().outTradeNo()));
    paper.add(new Feed(1));
    paper.add(
        new Text(
            en
                ? "If money was taken without a sale, all of it goes back to you."
                : "如果钱扣了、订单没成，会全额原路退回。"));
    paper.add(new Cut());
    return new ReceiptDocument(paper);
  }

  /** The end of a day, for the shop. */
  public ReceiptDocument day(ZReport report, LocalDate day, Instant at, boolean en) {
    List<Element> paper = head(en, at);
    paper.add(new Text(en ? "Day report (Z)" : "日结单 (Z)", Style.centered().inBold().doubled()));
    paper.add(new Text(day.toString(), Style.centered()));
    paper.add(new Feed(1));
    report
        .providers()
        .forEach((name, sums) -> sums(paper, Words.provider(name, en), sums, report, en));
    paper.add(new Rule());
    sums(paper, en ? "Total" : "合计", report.total(), report, en);
    paper.add(new Rule());
    report
        .taxes()
        .forEach(
            (rate, sum) ->
                paper.add(
                    new Columns(
                        (en ? "VAT " : "增值税 ")
                            + new TaxRate(rate).label()
                            + (en ? " included in " : "，计税金额 ")
                            + figures(sum.grossMinor(), report),
                        figures(sum.taxMinor(), report))));
    paper.add(new Cut());
    return new ReceiptDocument(paper);
  }

  private static void sums(
      List<Element> paper, String name, ZReport.Sums sums, ZReport report, boolean en) {
    paper.add(new Columns(name, figures(sums.netMinor(), report), true));
    paper.add(
        new Columns(
            (en ? "  sales " : "  收款笔数 ") + sums.sales(), figures(sums.salesMinor(), report)));
    if (sums.refunds() > 0) {
      paper.add(
          new Columns(
              (en ? "  refunds " : "  退款笔数 ") + sums.refunds(),
              figures(-sums.refundsMinor(), report)));
    }
  }

  private static String figures(long minor, ZReport report) {
    return new Money(minor, report.currency()).figures();
  }

  private List<Element> head(boolean en, Instant at) {
    List<Element> paper = new ArrayList<>();
    paper.add(new Logo(logo));
    paper.add(new Text(identity.shop().in(en), Style.centered().inBold().doubled()));
    paper.add(
        new Text(
            identity.terminal().in(en) + "  " + Words.time(at, identity.zone()), Style.centered()));
    paper.add(new Rule());
    return paper;
  }

  private void foot(List<Element> paper, boolean en, String sale, String tradeNo) {
    paper.add(new Rule());
    paper.add(new Columns(en ? "Order" : "订单号", sale));
    if (!tradeNo.isEmpty()) {
      paper.add(new Columns(en ? "Payment" : "交易号", tradeNo));
    }
    paper.add(new Feed(1));
    paper.add(new QrCode(links.link(sale).toString(), 6));
    paper.add(new Text(en ? "Scan for your e-receipt" : "扫码查看电子小票", Style.centered()));
    paper.add(new Feed(1));
    paper.add(new Text(en ? "Thank you" : "谢谢光临", Style.centered().inBold()));
    paper.add(new Cut());
  }

  private static String paidWith(String provider, boolean en) {
    return switch (provider) {
      case "alipay" -> en ? "Paid with Alipay" : "支付宝付款";
      case "wechat" -> en ? "Paid with WeChat Pay" : "微信付款";
      case "card" -> en ? "Paid by card" : "银行卡付款";
      case "agreement" -> en ? "Paid as agreed" : "签约代扣付款";
      case "balance" -> en ? "Paid from your balance" : "会员余额付款";
      default -> en ? "Paid" : "已付款";
    };
  }

  private static String tradeNo(Payment payment) {
    return payment.end().orElseThrow() instanceof Payment.End.Paid(String tradeNo) ? tradeNo : "";
  }

  private static String figures(long minor, Priced priced) {
    return new Money(minor, priced.basket().currency()).figures();
  }

  /** The shop's mark: a sun over a shelf. */
  private static Raster sun() {
    BufferedImage image = new BufferedImage(192, 104, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(Color.BLACK);
    g.fill(new Arc2D.Double(32, 8, 128, 128, 0, 180, Arc2D.PIE));
    g.setStroke(new BasicStroke(12, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(new Line2D.Double(14, 92, 178, 92));
    g.dispose();
    return Raster.from(image);
  }
}
