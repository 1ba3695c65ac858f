package org.facepay.terminal.sale.promotion;

import org.facepay.terminal.language.Name;

/** What offers are called that no shop has written. */
final class OfferWords {
  static final Name MEMBER_PRICE = new Name("会员价", "Member price");

  private OfferWords() {}
}
