package org.facepay.terminal.technician;

import org.facepay.terminal.language.Phrase;

/** What the page of a cabinet's visits says. */
final class VisitsWords {
  static final Phrase VISITS = new Phrase("开门记录", "Visits");
  static final Phrase NONE =
      new Phrase(
          "还没有人开过门，或者记录已经过了 30 天。", "Nobody has opened the door, or it was more than 30 days ago.");
  static final Phrase ALL_WELL = new Phrase("没有要你看的记录。", "No visit waits for you.");
  static final Phrase WAIT = new Phrase("有 %d 条记录要你看。", "Visits that wait for you: %d");
  static final Phrase NO_SUCH = new Phrase("没有这条记录。", "There is no such visit.");
  static final Phrase UNREADABLE =
      new Phrase("这条记录读不出来：%s", "This visit's evidence cannot be read: %s");
  static final Phrase NOTHING = new Phrase("自动结账", "Settled by itself");
  static final Phrase NOT_CLEAR = new Phrase("看不清拿了什么", "Not clear what left");
  static final Phrase DISPUTED = new Phrase("顾客说没拿", "The shopper objects");
  static final Phrase RETURNED = new Phrase("已按顾客说的退款", "Money back at once");
  static final Phrase FORCED = new Phrase("没有放行，门被打开", "Opened without leave");
  static final Phrase OVER_LIMIT = new Phrase("超过预授权的上限", "More than was promised");
  static final Phrase RIGHT = new Phrase("看过：账单是对的", "Seen: the bill is right");
  static final Phrase WRONG = new Phrase("看过：账单不对", "Seen: the bill is wrong");
  static final Phrase LOOK = new Phrase("看记录", "Look at it");
  static final Phrase TOOK = new Phrase("最可能拿走的", "What most probably left");
  static final Phrase TOOK_NOTHING = new Phrase("什么都没拿。", "Nothing left.");
  static final Phrase SURE = new Phrase("把握 %.1f%%", "%.1f %% sure");
  static final Phrase WHOLE = new Phrase("整单都对的把握：%.1f%%", "The whole bill: %.1f %% sure");
  static final Phrase WHEN = new Phrase("时间", "When");
  static final Phrase CHARGED = new Phrase("已收", "Charged");
  static final Phrase SAID = new Phrase("顾客说没拿", "Not taken, says the shopper");
  static final Phrase SCALE = new Phrase("称重记录", "What the shelves weighed");
  static final Phrase PLOT =
      new Phrase("层架 %s：从 %.0f 克到 %.0f 克，%.1f 秒", "Shelf %s: from %.0f g to %.0f g in %.1f s");
  static final Phrase DOOR =
      new Phrase(
          "竖线：开门、关门。往下走是拿走，往上走是放回。",
          "Upright lines: the door opens and closes. Down is taken, up is put back.");
  static final Phrase ANSWER = new Phrase("账单对不对？", "Is the bill right?");
  static final Phrase IS_RIGHT = new Phrase("对，保留收款", "Right, keep the charge");
  static final Phrase IS_WRONG = new Phrase("不对，退选中的", "Wrong, give back what is chosen");
  static final Phrase IS_WRONG_ONLY = new Phrase("不对", "Wrong");
  static final Phrase CHOOSE =
      new Phrase("先选要退哪几件，再按“不对”。", "Choose what goes back first, then say that it is wrong.");
  static final Phrase PIECES_BACK = new Phrase("退 %d 件，%s", "%d back, %s");
  static final Phrase HOW_BACK =
      new Phrase(
          "选中的会按原支付方式退回，没人购物时进行；顾客的电子小票上能看到。",
          "What is chosen goes back the way it was paid, while nobody shops; the shopper's e-receipt says so.");
  static final Phrase KEPT = new Phrase("记下了。", "Written down.");
  static final Phrase NOT_KEPT =
      new Phrase("记不下来，原因在日志里。", "It cannot be written down; the log says why.");
  static final Phrase BACK = new Phrase("全部记录", "All visits");

  private VisitsWords() {}

  static Phrase of(VisitDesk.Why why) {
    return switch (why) {
      case NOTHING -> NOTHING;
      case NOT_CLEAR -> NOT_CLEAR;
      case DISPUTED -> DISPUTED;
      case RETURNED -> RETURNED;
      case FORCED -> FORCED;
      case OVER_LIMIT -> OVER_LIMIT;
    };
  }

  static Phrase of(VisitDesk.Verdict verdict) {
    return switch (verdict) {
      case RIGHT -> RIGHT;
      case WRONG -> WRONG;
    };
  }
}
