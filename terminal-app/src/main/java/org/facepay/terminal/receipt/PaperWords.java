package org.facepay.terminal.receipt;

import org.facepay.terminal.language.Phrase;

/** What stands on paper. */
final class PaperWords {
  static final Phrase SAVED = new Phrase("本单已为你省下", "Saved for you");
  static final Phrase TOTAL = new Phrase("合计", "TOTAL");
  static final Phrase TAX_INCLUDED = new Phrase("含增值税 %s，含税金额 %s", "VAT %s included in %s");
  static final Phrase PARTS = new Phrase("分 %s 期，每期", "%s monthly payments of");
  static final Phrase PARTS_FEE = new Phrase("分期手续费", "Instalment fee");
  static final Phrase PARTS_TOTAL = new Phrase("含手续费共付", "Total with fee");
  static final Phrase ORDER = new Phrase("订单号", "Order");
  static final Phrase PAYMENT = new Phrase("交易号", "Payment");
  static final Phrase E_RECEIPT = new Phrase("扫码查看电子小票", "Scan for your e-receipt");
  static final Phrase THANK_YOU = new Phrase("谢谢光临", "Thank you");
  static final Phrase REFUND = new Phrase("退款", "Refund");
  static final Phrase REFUND_TOTAL = new Phrase("退款合计", "REFUND");
  static final Phrase MONEY_BACK = new Phrase("退回", "Money back");
  static final Phrase AGREED_BY = new Phrase("经办", "Agreed by");
  static final Phrase REFUND_NUMBER = new Phrase("退款号", "Refund");
  static final Phrase DO_NOT_PAY_AGAIN = new Phrase("请勿重复支付", "Do not pay again");
  static final Phrase NOT_KNOWN_YET =
      new Phrase("这笔付款的结果还没有确认。", "The result of this payment is not known yet.");
  static final Phrase REFERENCE = new Phrase("参考号", "Reference");
  static final Phrase AMOUNT = new Phrase("金额", "Amount");
  static final Phrase ALL_GOES_BACK =
      new Phrase(
          "如果钱扣了、订单没成，会全额原路退回。", "If money was taken without a sale, all of it goes back to you.");
  static final Phrase DAY_REPORT = new Phrase("日结单 (Z)", "Day report (Z)");
  static final Phrase DAY_TOTAL = new Phrase("合计", "Total");
  static final Phrase DAY_TAX = new Phrase("增值税 %s，含税金额 %s", "VAT %s included in %s");
  static final Phrase DAY_SALES = new Phrase("  收款笔数 %s", "  sales %s");
  static final Phrase DAY_REFUNDS = new Phrase("  退款笔数 %s", "  refunds %s");

  static final Phrase RECEIVED = new Phrase("收到", "Received");
  static final Phrase CHANGE = new Phrase("找零", "Change");
  static final Phrase KEPT = new Phrase("清单存好了", "Your basket is kept");
  static final Phrase KEPT_UNTIL =
      new Phrase("任何一台自助收银都可以扫，留到 %s", "Scan it at any kiosk, until %s");
  static final Phrase COPY = new Phrase("补打", "Copy");
  static final Phrase MEMBER_PRICE = new Phrase("  已含会员价优惠", "  Member price included");
  static final Phrase OFFER = new Phrase("  已含 %s", "  %s included");
  static final Phrase STAFF_DISCOUNT = new Phrase("  已含店员优惠", "  Staff discount included");

  private PaperWords() {}

  /** How a sale was paid, by its provider. */
  static Phrase paidWith(String provider) {
    return switch (provider) {
      case "alipay" -> new Phrase("支付宝付款", "Paid with Alipay");
      case "wechat" -> new Phrase("微信付款", "Paid with WeChat Pay");
      case "card" -> new Phrase("银行卡付款", "Paid by card");
      case "agreement" -> new Phrase("签约代扣付款", "Paid as agreed");
      case "cash" -> new Phrase("现金付款", "Paid in cash");
      case "balance" -> new Phrase("会员余额付款", "Paid from your balance");
      default -> new Phrase("已付款", "Paid");
    };
  }
}
