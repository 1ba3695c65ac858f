package org.facepay.terminal.technician;

import org.facepay.terminal.language.Phrase;

/** What the page of a day's books says. */
final class BooksWords {
  static final Phrase UNREADABLE =
      new Phrase("无法读取账本，请查看终端日志。", "The journal cannot be read; see the terminal's log.");
  static final Phrase NOTHING_SOLD = new Phrase("这一天没有交易。", "Nothing was sold on this day.");
  static final Phrase PRINT = new Phrase("打印日结单", "Print the day");
  static final Phrase PRINTED = new Phrase("已打印。", "Printed.");
  static final Phrase NOT_PRINTED =
      new Phrase(
          "未确认打印：请先看有没有出纸，并查看“设备”页，再重新打印。",
          "Not printed for certain: look at the paper and at the page Devices before printing again.");
  static final Phrase DAY = new Phrase("日期（门店当地）", "Day, by the shop's calendar");
  static final Phrase DAY_BEFORE = new Phrase("前一天", "Day before");
  static final Phrase NEXT_DAY = new Phrase("后一天", "Next day");
  static final Phrase TOTAL = new Phrase("合计", "Total");
  static final Phrase SALES = new Phrase("收款 %s 笔", "Sales: %s");
  static final Phrase REFUNDS = new Phrase("退款 %s 笔", "Refunds: %s");
  static final Phrase NET = new Phrase("净额", "Net");
  static final Phrase VAT = new Phrase("增值税", "VAT");
  static final Phrase TAX_INCLUDED = new Phrase("税率 %s，含税金额 %s", "%s included in %s");

  private BooksWords() {}
}
