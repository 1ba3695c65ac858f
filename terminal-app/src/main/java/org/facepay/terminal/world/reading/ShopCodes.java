package org.facepay.terminal.world.reading;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.facepay.sync.journal.Sales;
import org.facepay.terminal.receipt.BasketCodes;
import org.facepay.terminal.receipt.PastSales;
import org.facepay.terminal.receipt.ReceiptLinks;
import org.facepay.terminal.sale.PriceBook;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.Return;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shop's own codes, receipts and badges, where it gives money back at the terminal.
 *
 * @param badges whose a badge is; empty when nobody's
 */
public record ShopCodes(
    Optional<PastSales> sales, UnaryOperator<String> badges, Optional<Kept> kept) {
  private static final Logger LOG = LoggerFactory.getLogger(ShopCodes.class);

  /**
   * A shop with badges: of its own sales, and its suspended baskets where it has a key for them.
   *
   * @param onTheWay what of a sale goes back already and is not recorded yet
   */
  public static ShopCodes of(
      Sales sales,
      ReceiptLinks links,
      PriceBook prices,
      BadgeBook badges,
      Optional<BasketCodes> codes,
      Function<String, List<Return>> onTheWay) {
    Function<String, String> pictures =
        code -> prices.product(code).map(Product::picture).orElse("");
    return new ShopCodes(
        Optional.of(new PastSales(sales, links, pictures, onTheWay)),
        badges::owner,
        codes.map(c -> new Kept(c, prices::product)));
  }

  /** A shop that gives no money back here: nothing of it is known. */
  public static ShopCodes none() {
    return new ShopCodes(Optional.empty(), _ -> "", Optional.empty());
  }

  /** Baskets that were suspended, and the goods that can be in one. */
  public record Kept(BasketCodes codes, Function<String, Optional<Product>> goods) {
    private Event event(String code) {
      return codes
          .read(code, goods)
          .<Event>map(read -> new Read.BasketScanned(read.basket(), read.until().getEpochSecond()))
          .orElseGet(Read.UnreadableScanned::new);
    }
  }

  /** What one of them means; empty when it is none. */
  Optional<Event> event(String code) {
    if (sales.isEmpty()) {
      return Optional.empty();
    }
    if (BasketCodes.looksLikeOne(code)) {
      return Optional.of(kept.map(k -> k.event(code)).orElseGet(Read.UnreadableScanned::new));
    }
    if (Badges.looksLikeOne(code)) {
      return Optional.of(new Read.BadgeScanned(badges.apply(code)));
    }
    if (!sales.get().isReceipt(code)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          sales
              .get()
              .find(code)
              .<Event>map(Read.ReceiptScanned::new)
              .orElseGet(Read.ReceiptNotFound::new));
    } catch (IOException e) {
      LOG.error("a receipt cannot be looked up: {}", e.getMessage());
      return Optional.of(new Read.ReceiptNotFound());
    }
  }
}
