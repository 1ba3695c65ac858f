package org.facepay.terminal.checkout;

import org.facepay.terminal.language.Phrase;

/** What the screens of a self-checkout say. */
final class CheckoutWords {
  static final Phrase EACH = new Phrase("个", "each");
  static final Phrase DOT = new Phrase("·", " · ");
  static final Phrase OFFER = new Phrase("%s，省 ¥%s", "%s, −¥%s");
  static final Phrase REDUCED_TODAY = new Phrase("今日特价，省 ¥%2$s", "%1$s off today");

  static final Phrase WRONG_SCAN = new Phrase("扫错了", "Scanned wrongly");
  static final Phrase NOT_WANTED = new Phrase("不要了", "Not wanted");
  static final Phrase DAMAGED = new Phrase("有破损", "Damaged");
  static final Phrase NEAR_DATE = new Phrase("快到期", "Near its date");
  static final Phrase SHELF_PRICE = new Phrase("标价不对", "Shelf price");
  static final Phrase GOODWILL = new Phrase("补偿顾客", "Goodwill");
  static final Phrase NOT_PRINTED = new Phrase("没有打印出来", "Not printed");
  static final Phrase COPY_WANTED = new Phrase("顾客再要一张", "A copy is wanted");
  static final Phrase CLEANING = new Phrase("打扫", "Cleaning");
  static final Phrase OUT_OF_ORDER = new Phrase("有故障", "Out of order");
  static final Phrase NOBODY_THERE = new Phrase("没人照看", "Nobody attends");
  static final Phrase PERCENT_OFF = new Phrase("减 %s%%", "%s%% off");

  private CheckoutWords() {}
}
