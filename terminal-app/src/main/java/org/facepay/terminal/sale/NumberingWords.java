package org.facepay.terminal.sale;

import org.facepay.terminal.language.Phrase;

/** Why an article cannot be scanned. */
final class NumberingWords {
  static final Phrase NO_CHECK =
      new Phrase(
          "校验码不对；电子表格会把长数字四舍五入、去掉开头的零，请把那一列设成文本",
          "its check digit is wrong; a spreadsheet rounds long numbers and drops zeros, make the"
              + " column text there");
  static final Phrase WEIGHED_PIECE =
      new Phrase("它的标签是按重量的，却按件卖", "its label says a weight, but it is sold by the piece");
  static final Phrase NO_LAYOUT =
      new Phrase("没有规则（%s）这样给商品编号", "no layout in %s names articles so");
  static final Phrase OTHER_LAYOUT = new Phrase("按规则 %s，它读出来是 %s", "the layout %s reads %s in it");

  private NumberingWords() {}
}
