package org.facepay.terminal.catalogue;

import org.facepay.terminal.language.Phrase;

/** What can be wrong with a list of goods. */
final class CatalogueWords {
  static final Phrase LINE = new Phrase("第 %s 行：%s", "line %s: %s");
  static final Phrase EMPTY = new Phrase("清单里没有商品", "it names no goods");
  static final Phrase TWICE =
      new Phrase("商品 %s 在第 %s 行已经有了", "the article %s is already in line %s");
  static final Phrase COLUMNS =
      new Phrase("要有 %s 列，用制表符分开，这里有 %s 列", "expected %s columns separated by tabs, found %s");
  static final Phrase CODE =
      new Phrase("编码要是 3 到 13 位数字，这里是 %s", "expected a code of 3 to 13 digits, found %s");
  static final Phrase CASE =
      new Phrase(
          "编码要是 3 到 13 位数字，这里是 %s，这是整箱的编码，请写单件的",
          "expected a code of 3 to 13 digits, found %s, the number of a case; write its article's");
  static final Phrase UNIT =
      new Phrase("单位要是 piece 或 kg，这里是 %s", "expected the unit piece or kg, found %s");
  static final Phrase FREE =
      new Phrase("按重量卖的商品价格要大于 0", "expected a price above 0 for goods sold by weight");
  static final Phrase PRICES =
      new Phrase(
          "%s：原价 %s 不能低于售价 %s，售价不能低于会员价 %s",
          "%s: expected regular price %s >= price %s >= member price %s >= 0");
  static final Phrase AGE =
      new Phrase("年龄要写成 age=18 这样，这里是 %s", "expected an age such as age=18, found %s");
  static final Phrase NAME = new Phrase("缺少名称", "expected a name");
  static final Phrase WORDS =
      new Phrase("文字最多 %s 个字，这里有 %s 个", "expected a text of at most %s characters, found %s");
  static final Phrase PRICE =
      new Phrase("价格要写成 %s 这样（%s），这里是 %s", "expected a price such as %s in %s, found %s");
  static final Phrase TAX =
      new Phrase("税率要写成 13 这样，这里是 %s", "expected a tax rate such as 13, found %s");

  static final Phrase FILE = new Phrase("%s：%s", "%s: %s");
  static final Phrase FILE_LINES = new Phrase("%s：\n  %s", "%s:\n  %s");
  static final Phrase UNREADABLE = new Phrase("%s 读不了：%s", "%s cannot be read: %s");
  static final Phrase BAD_LINES = new Phrase("%s 行有错", "%s bad lines");
  static final Phrase CANNOT_BE_SCANNED =
      new Phrase("%s 行里的商品扫不到", "%s lines that cannot be scanned");
  static final Phrase NOT_SCANNED = new Phrase("%s 扫不到：%s", "%s cannot be scanned: %s");
  static final Phrase FILES = new Phrase("%s 个文件", "%s files");
  static final Phrase RECALL =
      new Phrase(
          "要有编码、批号、序列号，用制表符分开，这里是 %s",
          "expected number, batch, serial separated by tabs, found %s");
  static final Phrase RECALLS_NOTHING =
      new Phrase(
          "%s 的校验码不对，什么也召回不了", "%s has a wrong check digit, so nothing would be called back");
  static final Phrase NOT_KEPT = new Phrase("商品存不进 %s：%s", "the goods cannot be kept in %s: %s");
  static final Phrase KEPT_UNREADABLE =
      new Phrase("%s 里存的商品读不了：%s", "the goods kept in %s cannot be read: %s");

  private CatalogueWords() {}
}
