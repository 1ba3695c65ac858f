package org.facepay.terminal.screen;

import org.facepay.terminal.language.Phrase;

/** What the screens say that kinds of session share. */
final class ScreenWords {
  static final Phrase MEMBER_PRICE = new Phrase("会员价", "Member price");
  static final Phrase SPECIAL_OFFERS = new Phrase("特价优惠", "Special offers");
  static final Phrase SPECIAL_OFFER = new Phrase("特价", "Special offer");
  static final Phrase STAFF_DISCOUNT = new Phrase("店员优惠", "Staff discount");
  static final Phrase NO_FEE = new Phrase("不加钱", "No extra cost");
  static final Phrase FEE = new Phrase("手续费 ¥%s，共 ¥%s", "Fee ¥%s, ¥%s in all");
  static final Phrase REFUNDED_BEFORE = new Phrase("已经退过", "refunded before");

  private ScreenWords() {}
}
