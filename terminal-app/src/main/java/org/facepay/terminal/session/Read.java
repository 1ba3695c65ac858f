package org.facepay.terminal.session;

import java.util.Objects;
import org.facepay.terminal.member.code.MemberCode;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.sale.KeptBasket;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;

/** What the scanner read, looked up at that moment. */
public sealed interface Read extends Event {

  /**
   * An article was scanned; the price is the one of that moment.
   *
   * @param supplement two or five digits beside its code, such as a magazine's issue, or empty;
   *     journals of before have none
   * @param until the last day it may be kept, as 2026-12-01, or empty; nor have they this
   */
  record ItemScanned(Product product, Quantity quantity, String supplement, String until)
      implements Read {
    public ItemScanned {
      supplement = Objects.requireNonNullElse(supplement, "");
      until = Objects.requireNonNullElse(until, "");
    }

    public ItemScanned(Product product, Quantity quantity, String supplement) {
      this(product, quantity, supplement, "");
    }

    public ItemScanned(Product product, Quantity quantity) {
      this(product, quantity, "");
    }
  }

  /** A retail barcode that is not in the price book. */
  record UnknownItemScanned(String code) implements Read {}

  /** Goods that must not be sold were scanned. */
  record GoodsRefused(Product product, Refusal why) implements Read {}

  /** Why goods are not sold. */
  enum Refusal {
    /** Past its use-by or sell-by date. */
    EXPIRED,
    /** Called back by its maker. */
    RECALLED,
    /** Its weight or price is none, or cannot be right. */
    NOT_WEIGHED
  }

  /**
   * A coupon or a voucher.
   *
   * @param code as it is printed; journals of before have none
   */
  record CouponScanned(String code) implements Read {
    public CouponScanned {
      code = Objects.requireNonNullElse(code, "");
    }
  }

  /** The scanner sent something that is no barcode. */
  record UnreadableScanned() implements Read {}

  /**
   * A wallet's pay code was scanned.
   *
   * @param provider name of the configured provider that can use it, empty when none can
   */
  record PayCodePresented(PayCode code, String provider) implements Read {}

  /** A member's own code was scanned. */
  record MemberCodeScanned(MemberCode code) implements Read {}

  /** Somebody would have paid, by a code or a touch, while nothing can fall: nothing is charged. */
  record PayCodeHeldOff() implements Read {}

  /** The code of a receipt of this terminal. */
  record ReceiptScanned(PastSale sale) implements Read {}

  /** The code of a receipt, of no sale that is known here. */
  record ReceiptNotFound() implements Read {}

  /**
   * The code of a basket that was suspended at a terminal of this shop, with the prices of now.
   *
   * @param untilSecond when it counts no more, seconds since 1970
   */
  record BasketScanned(KeptBasket basket, long untilSecond) implements Read {}

  /**
   * A badge of the staff.
   *
   * @param attendant name, empty when nobody has this badge
   */
  record BadgeScanned(String attendant) implements Read {}
}
