package org.facepay.terminal.receipt;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.facepay.kiosk.screen.PaymentScreen.Settlement;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.Quantity;

/** How quantities and times are written, the same on paper, in the record and on the screen. */
public final class Words {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private Words() {}

  /** "×2", "0.486 kg", or "×1" for a priced pack. */
  public static String quantity(Basket.Line line) {
    return switch (line.quantity()) {
      case Quantity.Pieces(int count) -> "×" + count;
      case Quantity.Grams(int grams) ->
          String.format(Locale.ROOT, "%d.%03d kg", grams / 1000, grams % 1000);
      case Quantity.Pack _ -> "×1";
    };
  }

  public static String time(Instant at, ZoneId zone) {
    return TIME.format(at.atZone(zone));
  }

  /** When the money is back. */
  public static String refunded(String provider, Settlement settlement, boolean en) {
    if (settlement == Settlement.IN_TROUBLE) {
      return en ? "with our staff" : "请找店员办理";
    }
    return provider.equals("balance")
        ? en ? "in your balance now" : "已回到会员余额"
        : en ? "in 1 to 3 days, to what you paid with" : "1 到 3 天，原路退回";
  }

  /** A provider in the books of the shop. */
  public static String provider(String provider, boolean en) {
    return switch (provider) {
      case "card" -> en ? "Card" : "银行卡";
      case "agreement" -> en ? "Agreement" : "签约代扣";
      case "balance" -> en ? "Members' balance" : "会员余额";
      default -> wallet(provider, en).isEmpty() ? provider : wallet(provider, en);
    };
  }

  /** What a shopper calls a provider's wallet; empty for what is no wallet. */
  public static String wallet(String provider, boolean en) {
    return switch (provider) {
      case "alipay" -> en ? "Alipay" : "支付宝";
      case "wechat" -> en ? "WeChat" : "微信";
      default -> "";
    };
  }
}
