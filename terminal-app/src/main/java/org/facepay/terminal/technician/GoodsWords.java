package org.facepay.terminal.technician;

import org.facepay.terminal.language.Phrase;

/** What the page of the list of goods says. */
final class GoodsWords {
  static final Phrase GOODS = new Phrase("商品", "Goods");
  static final Phrase SOLD_NOW = new Phrase("现在销售的商品", "Articles sold now");
  static final Phrase LAST_LIST = new Phrase("上一份清单", "The list before");
  static final Phrase NONE_BEFORE = new Phrase("没有", "none");
  static final Phrase BRING_IN = new Phrase("换一份商品清单", "Bring in another list");
  static final Phrase HOW =
      new Phrase(
          "制表符分隔的 UTF-8 文本，不超过 2 MB。先看结果，同意后才换；有错的清单不会换上。",
          "Tab-separated text in UTF-8, at most 2 MB. You see the report first; nothing changes until you agree, and a list with a bad line is never taken.");
  static final Phrase FILE = new Phrase("商品清单文件", "The list's file");
  static final Phrase READ = new Phrase("读一遍，看结果", "Read it and report");
  static final Phrase NO_FILE = new Phrase("没有选文件。", "No file was chosen.");
  static final Phrase TOO_LARGE =
      new Phrase(
          "文件太大，最多 2 MB。现在的清单没有变。", "The file is too large: at most 2 MB. The list in use stays.");
  static final Phrase FINE = new Phrase("清单没有错，共 %s 种商品。", "The list is fine: %s articles.");
  static final Phrase BAD =
      new Phrase(
          "清单有错，不能用。现在的清单没有变。", "The list has faults and is not taken. The list in use stays.");
  static final Phrase FRESH = new Phrase("新增", "New");
  static final Phrase GONE = new Phrase("不再卖", "No longer sold");
  static final Phrase PRICED = new Phrase("价格不同", "Another price");
  static final Phrase UNREACHABLE = new Phrase("扫不到", "Cannot be scanned");
  static final Phrase KINDS = new Phrase("%s 种", "%s articles");
  static final Phrase MORE = new Phrase("还有 %s 种", "and %s more");
  static final Phrase FAULTS = new Phrase("错在哪里", "What is wrong");
  static final Phrase UNSEEN =
      new Phrase("第 %s 行：有看不见的字符 \\u%04x", "line %s: has the character \\u%04x");
  static final Phrase NO_TEXT = new Phrase("文件读不了：%s", "The file cannot be read: %s");
  static final Phrase MORE_LINES = new Phrase("还有 %s 行有错", "and %s more lines");
  static final Phrase TAKE = new Phrase("换上这份清单（%s 种）", "Sell by this list (%s articles)");
  static final Phrase KEEP = new Phrase("不换", "Keep the one in use");
  static final Phrase TAKEN =
      new Phrase(
          "清单已换好。没有人购物时终端会重新装载（几秒钟），然后按新清单销售。",
          "The list is in its place. As soon as nobody shops the terminal loads it, which takes a few seconds, and sells by it.");
  static final Phrase PENDING =
      new Phrase(
          "新清单已就位，等没有人购物时装载；在那之前仍按旧清单销售。",
          "A new list waits until nobody shops; until then the goods of the old one are sold.");
  static final Phrase GONE_STALE =
      new Phrase("这份清单已经不在了，请重新上传。", "That list is not here any more; bring it in again.");
  static final Phrase NOT_WRITTEN =
      new Phrase(
          "写不进去，现在的清单没有变。原因在日志里。",
          "It cannot be written; the list in use stays. The log says why.");

  private GoodsWords() {}
}
