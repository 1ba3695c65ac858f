package org.facepay.terminal.session.refund;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.promotion.Priced;
import org.facepay.terminal.session.PastSale;
import org.facepay.terminal.session.Return;
import org.facepay.terminal.session.Session;

/** What of a sale that was just made goes back. */
public final class Returns {
  private Returns() {}

  /**
   * Of a session whose basket was paid.
   *
   * @param order it was paid by
   * @param lines numbers of the basket's lines, each once for every piece that goes back
   */
  public static Return of(Session session, Order order, List<Integer> lines) {
    List<PastSale.PastLine> sold = new ArrayList<>();
    List<Integer> back = new ArrayList<>();
    for (Priced.Line line : session.priced().lines().reversed()) { // as on the receipt
      int number = sold.size() + 1;
      Product product = line.goods().product();
      int count = line.goods().articles();
      sold.add(
          new PastSale.PastLine(
              number,
              product.code(),
              product.zh().name(),
              product.en().name(),
              product.picture(),
              "×" + count,
              line.amount(),
              false,
              new PastSale.Pieces(count, 0)));
      int gone = Collections.frequency(lines, line.goods().number());
      back.addAll(Collections.nCopies(gone, number));
    }
    String currency = order.amount().currency().getCurrencyCode();
    long total = order.amount().minor();
    PastSale sale = new PastSale(order.outTradeNo(), order.provider(), currency, total, 0, sold);
    return new Return(sale, back, "");
  }
}
