package org.facepay.terminal.checkout;

import org.facepay.terminal.language.Phrase;

/** What the screens of a self-checkout say. */
final class CheckoutWords {
  static final Phrase EACH = new Phrase("个", "each");
  static final Phrase DOT = new Phrase("·", " · ");
  static final Phrase SPECIAL_OFFER = new Phrase("特价", "Special offer");
  static final Phrase REDUCED_TODAY = new Phrase("今日特价，省 ¥%2$s", "%1$s off today");

  private CheckoutWords() {}
}
