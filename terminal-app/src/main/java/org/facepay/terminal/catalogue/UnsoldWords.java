package org.facepay.terminal.catalogue;

import org.facepay.terminal.language.Phrase;

/** Why a machine or a cabinet cannot sell what it is filled with. */
public final class UnsoldWords {
  public static final Phrase SLOT =
      new Phrase("货道 %s 里的 %s：%s", "slot %s of the vending machine: %s %s");
  public static final Phrase LANE = new Phrase("%s：%s（%s）%s", "%s: %s (%s) %s");
  public static final Phrase NO_ARTICLE =
      new Phrase("商品清单里没有", "is no article of the list of goods");
  public static final Phrase NOT_BY_PIECE =
      new Phrase("在商品清单里不是按件定价卖的", "is not sold by the piece for a price of the list of goods");
  public static final Phrase NOT_FOR_ALL_BUYERS =
      new Phrase(
          "在商品清单里有年龄限制，这里没人核对",
          "is not for everybody by the list of goods, and nobody looks at who buys it");
  public static final Phrase NOT_FOR_ALL_TAKERS =
      new Phrase(
          "在商品清单里有年龄限制，这里没人核对谁拿走",
          "is not for everybody by the list of goods, and nobody looks at who takes it");
  public static final Phrase SHELVES =
      new Phrase("%s 里有 %s 层货架，配置了 %s 层", "%s has %s shelves, and %s are configured");

  private UnsoldWords() {}
}
