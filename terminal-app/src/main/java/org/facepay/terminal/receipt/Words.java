package org.facepay.terminal.receipt;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.facepay.kiosk.screen.PaymentScreen.Settlement;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.language.Phrase;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.Quantity;

/**
 * How quantities and times are written and providers are called, the same on paper, in the record
 * and on the screen.
 */
public final class Words {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private static final Phrase WITH_STAFF = new Phrase("请找店员办理", "with our staff");
  private static final Phrase IN_BALANCE = new Phrase("已回到会员余额", "in your balance now");
  private static final Phrase IN_DAYS =
      new Phrase("1 到 3 天，原路退回", "in 1 to 3 days, to what you paid with");
  private static final Phrase CASH = new Phrase("现金", "Cash");
  private static final Phrase IN_CASH = new Phrase("现金退给你", "in cash, by our staff");
  private static final Phrase CARD = new Phrase("银行卡", "Card");
  private static final Phrase AGREEMENT = new Phrase("支付宝签约代扣", "Alipay by agreement");
  private static final Phrase BALANCE = new Phrase("会员余额", "Members' balance");
  private static final Phrase ALIPAY = new Phrase("支付宝", "Alipay");
  private static final Phrase AND = new Phrase("、\u200b", ", ");
  private static final Phrase WECHAT = new Phrase("微信", "WeChat");

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
  public static String refunded(String provider, Settlement settlement, Language language) {
    if (settlement == Settlement.IN_TROUBLE) {
      return WITH_STAFF.in(language);
    }
    return switch (provider) {
      case "balance" -> IN_BALANCE.in(language);
      case "cash" -> IN_CASH.in(language);
      default -> IN_DAYS.in(language);
    };
  }

  /** A provider in the books of the shop. */
  public static String provider(String provider, Language language) {
    return switch (provider) {
      case "card" -> CARD.in(language);
      case "cash" -> CASH.in(language);
      case "agreement" -> AGREEMENT.in(language);
      case "balance" -> BALANCE.in(language);
      default -> wallet(provider, language).isEmpty() ? provider : wallet(provider, language);
    };
  }

  /** What shoppers call those of these providers that are wallets; a line may break behind each. */
  public static String wallets(Collection<String> providers, Language language) {
    return providers.stream()
        .map(provider -> wallet(provider, language))
        .filter(name -> !name.isEmpty())
        .sorted()
        .collect(Collectors.joining(AND.in(language)));
  }

  /** What a shopper calls a provider's wallet; empty for what is no wallet. */
  public static String wallet(String provider, Language language) {
    return switch (provider) {
      case "alipay" -> ALIPAY.in(language);
      case "wechat" -> WECHAT.in(language);
      default -> "";
    };
  }
}
