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
import org.facepay.terminal.language.Language;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.report.ZReport;
import org.facepay.terminal.sale.Identity;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.sale.TaxRate;
import org.facepay.terminal.sale.promotion.PriceModifier;
import org.facepay.terminal.sale.promotion.Priced;
import org.facepay.terminal.session.Act;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.PastSale;
import org.facepay.terminal.session.charge.Ways;

/**
 * A sale, its refund, the reference of a payment in doubt, or the shop's day, as a document for any
 * printer in the reader's language.
 */
public final class PaperReceipt {
  private final Identity identity;
  private final ReceiptLinks links;
  private final Ways ways;

  /**
   * @param ways what paying in parts costs
   */
  public PaperReceipt(Identity identity, ReceiptLinks links, Ways ways) {
    this.identity = identity;
    this.links = links;
    this.ways = ways;
  }

  /** The receipt of a sale. */
  public ReceiptDocument sale(Effect.PrintReceipt effect, Instant at) {
    Language language = effect.language();
    Priced priced = effect.session().priced();
    List<Element> paper = head(language, at);
    priced.lines().reversed().forEach(line -> line(paper, line, priced, language));
    paper.add(new Rule());
    paper.add(new Columns(PaperWords.TOTAL.in(language), "¥" + priced.total().figures(), true, 2));
    paper.add(
        new Columns(
            PaperWords.paidWith(effect.payment().order().provider()).in(language),
            priced.total().figures()));
    Act.last(effect.session().staff().acts(), Act.Deed.CASH_TAKEN)
        .ifPresent(cash -> cash(paper, cash.minor(), priced, language));
    ways.parts(effect.payment().order()).ifPresent(parts -> parts(paper, parts, priced, language));
    for (Priced.TaxLine tax : priced.taxes()) {
      String gross = figures(tax.gross(), priced);
      String label = PaperWords.TAX_INCLUDED.in(language, tax.rate().label(), gross);
      paper.add(new Columns(label, figures(tax.tax(), priced)));
    }
    long saved = priced.saved();
    if (saved > 0) {
      paper.add(new Columns(PaperWords.SAVED.in(language), figures(saved, priced)));
    }
    foot(paper, language, SaleRecord.id(effect.payment()), tradeNo(effect.payment()));
    return new ReceiptDocument(paper);
  }

  private static void line(
      List<Element> paper, Priced.Line line, Priced priced, Language language) {
    paper.add(
        new Columns(line.goods().product().text(language).name(), figures(line.amount(), priced)));
    for (PriceModifier modifier : line.modifiers()) {
      if (modifier.reason() != PriceModifier.Reason.REDUCED_PRICE) {
        paper.add(new Columns(why(modifier, language), figures(modifier.minor(), priced)));
      }
    }
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

  /** Why a line costs less than the shelf says: what was taken off is in its amount already. */
  private static String why(PriceModifier modifier, Language language) {
    return switch (modifier.reason()) {
      case STAFF_DISCOUNT -> PaperWords.STAFF_DISCOUNT.in(language);
      case MEMBER_PRICE -> PaperWords.MEMBER_PRICE.in(language);
      case OFFER ->
          PaperWords.OFFER.in(language, modifier.offer().orElseThrow().name().in(language));
      case REDUCED_PRICE -> throw new IllegalArgumentException("the shelf says so");
    };
  }

  /** The slip of a refund. */
  public ReceiptDocument refund(Effect.PrintRefund effect, Instant at) {
    Language language = effect.language();
    PastSale sale = effect.goods().sale();
    List<Element> paper = head(language, at);
    paper.add(new Text(PaperWords.REFUND.in(language), Style.centered().inBold().doubled()));
    paper.add(new Feed(1));
    for (PastSale.PastLine line : sale.lines()) {
      int pieces = effect.goods().pieces(line);
      if (pieces > 0) {
        String quantity = line.pieces().count() > 1 ? "×" + pieces : line.quantity();
        String amount = Money.of(line.share(pieces), sale.currency()).figures();
        paper.add(new Columns(line.name(language) + " " + quantity, "-" + amount));
      }
    }
    paper.add(new Rule());
    String amount = sale.amount(effect.goods().lines()).figures();
    paper.add(new Columns(PaperWords.REFUND_TOTAL.in(language), "¥" + amount, true, 2));
    paper.add(
        new Columns(
            PaperWords.MONEY_BACK.in(language),
            Words.refunded(sale.provider(), effect.settlement(), language)));
    paper.add(new Columns(PaperWords.AGREED_BY.in(language), effect.goods().attendant()));
    paper.add(new Columns(PaperWords.ORDER.in(language), sale.id()));
    paper.add(new Columns(PaperWords.REFUND_NUMBER.in(language), effect.requestNo()));
    paper.add(new Cut());
    return new ReceiptDocument(paper);
  }

  /** What a shopper takes to staff when nobody knows whether the money moved. */
  public ReceiptDocument reference(Effect.PrintReference effect, Instant at) {
    Language language = effect.language();
    List<Element> paper = head(language, at);
    paper.add(
        new Text(PaperWords.DO_NOT_PAY_AGAIN.in(language), Style.centered().inBold().doubled()));
    paper.add(new Feed(1));
    paper.add(new Text(PaperWords.NOT_KNOWN_YET.in(language), Style.centered()));
    paper.add(new Feed(1));
    paper.add(new Columns(PaperWords.REFERENCE.in(language), effect.reference(), true));
    paper.add(
        new Columns(PaperWords.AMOUNT.in(language), "¥" + effect.order().amount().figures(), true));
    paper.add(new Columns(PaperWords.ORDER.in(language), effect.order().outTradeNo()));
    paper.add(new Feed(1));
    paper.add(new Text(PaperWords.ALL_GOES_BACK.in(language)));
    paper.add(new Cut());
    return new ReceiptDocument(paper);
  }

  /** The end of a day, for the shop. */
  public ReceiptDocument day(ZReport report, LocalDate day, Instant at, Language language) {
    List<Element> paper = head(language, at);
    paper.add(new Text(PaperWords.DAY_REPORT.in(language), Style.centered().inBold().doubled()));
    paper.add(new Text(day.toString(), Style.centered()));
    paper.add(new Feed(1));
    report
        .providers()
        .forEach(
            (name, sums) -> sums(paper, Words.provider(name, language), sums, report, language));
    paper.add(new Rule());
    sums(paper, PaperWords.DAY_TOTAL.in(language), report.total(), report, language);
    paper.add(new Rule());
    report
        .taxes()
        .forEach(
            (rate, sum) ->
                paper.add(
                    new Columns(
                        PaperWords.DAY_TAX.in(
                            language, new TaxRate(rate).label(), figures(sum.grossMinor(), report)),
                        figures(sum.taxMinor(), report))));
    paper.add(new Cut());
    return new ReceiptDocument(paper);
  }

  private static void sums(
      List<Element> paper, String name, ZReport.Sums sums, ZReport report, Language language) {
    paper.add(new Columns(name, figures(sums.netMinor(), report), true));
    paper.add(
        new Columns(
            PaperWords.DAY_SALES.in(language, sums.sales()), figures(sums.salesMinor(), report)));
    if (sums.refunds() > 0) {
      paper.add(
          new Columns(
              PaperWords.DAY_REFUNDS.in(language, sums.refunds()),
              figures(-sums.refundsMinor(), report)));
    }
  }

  private static String figures(long minor, ZReport report) {
    return new Money(minor, report.currency()).figures();
  }

  List<Element> head(Language language, Instant at) {
    List<Element> paper = new ArrayList<>();
    paper.add(new Logo(Mark.SUN));
    paper.add(new Text(identity.shop().in(language), Style.centered().inBold().doubled()));
    paper.add(
        new Text(
            identity.terminal().in(language) + "  " + Words.time(at, identity.zone()),
            Style.centered()));
    paper.add(new Rule());
    return paper;
  }

  void foot(List<Element> paper, Language language, String sale, String tradeNo) {
    paper.add(new Rule());
    paper.add(new Columns(PaperWords.ORDER.in(language), sale));
    if (!tradeNo.isEmpty()) {
      paper.add(new Columns(PaperWords.PAYMENT.in(language), tradeNo));
    }
    paper.add(new Feed(1));
    paper.add(new QrCode(links.link(sale).toString(), 6));
    paper.add(new Text(PaperWords.E_RECEIPT.in(language), Style.centered()));
    paper.add(new Feed(1));
    paper.add(new Text(PaperWords.THANK_YOU.in(language), Style.centered().inBold()));
    paper.add(new Cut());
  }

  private static void cash(List<Element> paper, long received, Priced priced, Language language) {
    paper.add(new Columns(PaperWords.RECEIVED.in(language), figures(received, priced)));
    paper.add(
        new Columns(
            PaperWords.CHANGE.in(language), figures(received - priced.total().minor(), priced)));
  }

  private static void parts(
      List<Element> paper, Ways.Parts parts, Priced priced, Language language) {
    Ways.Cost cost = parts.cost();
    paper.add(
        new Columns(PaperWords.PARTS.in(language, parts.months()), figures(cost.each(), priced)));
    paper.add(new Columns(PaperWords.PARTS_FEE.in(language), figures(cost.fee(), priced)));
    paper.add(
        new Columns(
            PaperWords.PARTS_TOTAL.in(language),
            figures(priced.total().minor() + cost.fee(), priced)));
  }

  private static String tradeNo(Payment payment) {
    return payment.end().orElseThrow() instanceof Payment.End.Paid(String tradeNo) ? tradeNo : "";
  }

  private static String figures(long minor, Priced priced) {
    return new Money(minor, priced.basket().currency()).figures();
  }

  /** The shop's mark, drawn with the first receipt: a sun over a shelf. */
  private static final class Mark {
    static final Raster SUN = sun();
  }

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
