package org.facepay.terminal.screen;

import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.PaymentScreen;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.receipt.Words;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.session.PastSale;
import org.facepay.terminal.session.PastSale.PastLine;
import org.facepay.terminal.session.Return;
import org.facepay.terminal.session.View;
import org.facepay.terminal.session.refund.Refund;

/** The screens of money that goes back. */
public final class RefundScreens {
  private RefundScreens() {}

  public static Screen screen(Refund refund, View view) {
    Language language = view.language();
    return switch (refund) {
      case Refund.Asking a -> new PaymentScreen.RefundScan(a.notice());
      case Refund.Ticking t -> lines(t.goods(), language);
      case Refund.Waiting w -> new PaymentScreen.RefundAttendant(amount(w.goods()), view.staff());
      case Refund.Refunding r -> new PaymentScreen.Refunding(amount(r.goods()), view.staff());
      case Refund.Refunded r ->
          new PaymentScreen.Refunded(
              amount(r.goods()),
              Words.refunded(r.goods().sale().provider(), r.settlement(), language),
              r.settlement(),
              r.paper());
      case Refund.Left _ -> throw new IllegalStateException("nothing is left of it");
    };
  }

  private static Screen lines(Return goods, Language language) {
    PastSale sale = goods.sale();
    List<PaymentScreen.RefundLine> lines =
        sale.lines().stream().map(line -> line(goods, line, language)).toList();
    Money amount = sale.amount(goods.lines());
    return new PaymentScreen.RefundLines(lines, amount.figures(), amount.minor() > 0);
  }

  private static PaymentScreen.RefundLine line(Return goods, PastLine line, Language language) {
    int ticked = goods.pieces(line);
    long minor =
        line.refunded() ? line.amountMinor() : line.share(ticked > 0 ? ticked : line.left());
    return new PaymentScreen.RefundLine(
        Integer.toString(line.number()),
        line.picture(),
        line.name(language),
        line.pieces().gone() > 0 && !line.refunded() ? "×" + line.left() : line.quantity(),
        Money.of(minor, goods.sale().currency()).figures(),
        ticked,
        line.left(),
        line.refunded() ? Optional.of(ScreenWords.REFUNDED_BEFORE.in(language)) : Optional.empty());
  }

  private static String amount(Return goods) {
    return goods.sale().amount(goods.lines()).figures();
  }
}
