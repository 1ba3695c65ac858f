package org.facepay.terminal.screen;

import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.PaymentScreen;
import org.facepay.kiosk.screen.Screen;
import org.facepay.terminal.checkout.RefundState;
import org.facepay.terminal.checkout.State;
import org.facepay.terminal.receipt.Words;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.session.PastSale;
import org.facepay.terminal.session.PastSale.PastLine;
import org.facepay.terminal.session.Return;
import org.facepay.terminal.session.View;

/** The screens of money that goes back. */
final class RefundScreens {
  private RefundScreens() {}

  static Screen screen(RefundState state) {
    boolean en = state.view().english();
    return switch (state) {
      case RefundState.Asking a -> new PaymentScreen.RefundScan(notice(a.notice()));
      case RefundState.Ticking t -> lines(t.goods(), en);
      case RefundState.Waiting w ->
          new PaymentScreen.RefundAttendant(amount(w.goods()), called(w.view()));
      case RefundState.Refunding r ->
          new PaymentScreen.Refunding(amount(r.goods()), called(r.view()));
      case RefundState.Refunded r ->
          new PaymentScreen.Refunded(
              amount(r.goods()),
              Words.refunded(r.goods().sale().provider(), r.settlement(), en),
              PaymentScreen.Settlement.valueOf(r.settlement().name()),
              Screen.Paper.valueOf(r.paper().name()));
    };
  }

  private static Optional<Screen.Notice> notice(State.Notice notice) {
    return notice.kind() == State.Notice.Kind.NONE
        ? Optional.empty()
        : Optional.of(
            new Screen.Notice(Screen.NoticeKind.valueOf(notice.kind().name()), notice.detail()));
  }

  private static Screen lines(Return goods, boolean en) {
    PastSale sale = goods.sale();
    List<PaymentScreen.RefundLine> lines =
        sale.lines().stream().map(line -> line(sale, line, goods.lines(), en)).toList();
    Money amount = sale.amount(goods.lines());
    return new PaymentScreen.RefundLines(lines, amount.figures(), amount.minor() > 0);
  }

  private static PaymentScreen.RefundLine line(
      PastSale sale, PastLine line, List<Integer> ticked, boolean en) {
    return new PaymentScreen.RefundLine(
        Integer.toString(line.number()),
        line.picture(),
        en ? line.nameEn() : line.name(),
        line.quantity(),
        Money.of(line.amountMinor(), sale.currency()).figures(),
        ticked.contains(line.number()),
        line.refunded() ? Optional.of(en ? "refunded before" : "已经退过") : Optional.empty());
  }

  private static String amount(Return goods) {
    return goods.sale().amount(goods.lines()).figures();
  }

  private static boolean called(View view) {
    return view.delivered();
  }
}
