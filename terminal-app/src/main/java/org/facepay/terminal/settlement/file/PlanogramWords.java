package org.facepay.terminal.settlement.file;

import org.facepay.terminal.language.Phrase;

/** What can be wrong with a planogram. */
final class PlanogramWords {
  static final Phrase AT = new Phrase("%s：%s", "%s: %s");
  static final Phrase FILE = new Phrase("整个文件", "the file");
  static final Phrase PROBLEM = new Phrase("%s：有 %s 处不对\n  %s", "%s: %s problem\n  %s");
  static final Phrase PROBLEMS = new Phrase("%s：共 %s 处不对\n  %s", "%s: %s problems\n  %s");
  static final Phrase NOTHING = new Phrase("空的", "nothing");
  static final Phrase TOO_LARGE = new Phrase("大于 %s 字节", "larger than %s bytes");
  static final Phrase NO_JSON = new Phrase("不是 JSON，位置 %2$s", "no JSON: %1$s");
  static final Phrase OBJECT = new Phrase("要是一个对象，这里是 %s", "expected an object, found %s");
  static final Phrase TEXT =
      new Phrase("要是 1 到 %s 个字的文字，这里是 %s", "expected a text of 1 to %s characters, found %s");
  static final Phrase NUMBER =
      new Phrase("要是 %s 到 %s 的数，这里是 %s", "expected a number from %s to %s, found %s");
  static final Phrase WHOLE =
      new Phrase("要是 %s 到 %s 的整数，这里是 %s", "expected a whole number from %s to %s, found %s");
  static final Phrase LIST =
      new Phrase("要是 1 到 %s 项的列表，这里是 %s", "expected a list of 1 to %s, found %s");
  static final Phrase USED_ABOVE = new Phrase("%s 上面已经用过了", "%s is already in use above");
  static final Phrase USED = new Phrase("%s 已经用过了", "%s is already in use");
  static final Phrase CURRENCY =
      new Phrase(
          "要是 ISO 4217 的货币代码，例如 %s，这里是 %s", "expected a code of ISO 4217 such as %s, found %s");
  static final Phrase GTIN =
      new Phrase("要是 13 位的商品条码，这里是 %s", "expected the 13 digits of a GTIN, found %s");
  static final Phrase CHECK_DIGIT = new Phrase("%s 的校验码不对", "the check digit of %s is wrong");
  static final Phrase EXPECTED = new Phrase("要写 %s", "expected %s");
  static final Phrase OVERLAPS =
      new Phrase("从 %s mm 开始的货位和前一个重叠", "the lane from %s mm overlaps the one before");
  static final Phrase NO_SKU = new Phrase("商品 %s 不在商品列表里", "%s is none of skus");
  static final Phrase SHELVES =
      new Phrase("这台柜有 %s 层货架，模板里有 %s 层", "the cabinet has %s shelves, the template %s");
  static final Phrase LENGTH =
      new Phrase("这台柜的货架长 %s mm，模板里是 %s mm", "the cabinet's shelf has %s mm, the template's %s mm");
  static final Phrase MORE_THAN =
      new Phrase("要大于起点 %s，这里是 %s", "expected more than fromMm %s, found %s");

  private PlanogramWords() {}
}
