package org.facepay.terminal.sale.promotion;

/**
 * When, for whom and with what an offer counts (ARTS: eligibility).
 *
 * @param audience who it is for
 * @param coupon the code that has to be shown, or empty
 * @param group of offers of which one at most is used in a basket, or empty
 * @param spend what the basket has to be worth
 */
public record Terms(Window window, Eligibility audience, String coupon, String group, Spend spend) {
  public static final Terms ALWAYS =
      new Terms(Window.ALWAYS, Eligibility.EVERYBODY, "", "", Spend.NOTHING);

  /**
   * What these articles have to be worth at least, at their prices before any offer: no offer takes
   * away another's ground.
   *
   * @param from minor units
   */
  public record Spend(Selection of, long from) {
    public static final Spend NOTHING = new Spend(Selection.EVERYTHING, 0);

    public Spend {
      if (from < 0) {
        throw new IllegalArgumentException("from " + from + "; expected 0 or more");
      }
    }
  }

  public Terms in(Window when) {
    return new Terms(when, audience, coupon, group, spend);
  }

  public Terms forMembers() {
    return new Terms(window, Eligibility.MEMBERS, coupon, group, spend);
  }

  public Terms with(String code) {
    return new Terms(window, audience, code, group, spend);
  }

  public Terms inGroup(String name) {
    return new Terms(window, audience, coupon, name, spend);
  }

  public Terms from(Spend least) {
    return new Terms(window, audience, coupon, group, least);
  }
}
