package org.facepay.kiosk.screen;

/**
 * How the page looks, whatever it shows.
 *
 * @param language the shopper's language; the page's own words and the formatted texts in the
 *     screens follow it
 * @param shop the shop's name in that language
 * @param terminal the terminal's name in that language, e.g. 自助收银 3 号
 * @param clock local time as HH:mm
 * @param online whether the network is there; wallets cannot be used without it
 */
public record Display(
    Language language,
    boolean largerText,
    boolean highContrast,
    String shop,
    String terminal,
    String clock,
    boolean online) {

  /** The languages the page speaks; the tag is what goes into the page's {@code lang}. */
  public enum Language {
    ZH("zh-CN"),
    EN("en");

    private final String tag;

    Language(String tag) {
      this.tag = tag;
    }

    /** BCP 47 tag. */
    public String tag() {
      return tag;
    }
  }
}
