package org.facepay.terminal.member;

/**
 * What is agreed to here and now.
 *
 * @param notice version of the text members are shown, a year and a month
 * @param terminal whose screen shows it
 */
public record Terms(String notice, String terminal) {
  /** The version of the text that ships with this program. */
  public static final String CURRENT_NOTICE = "2026-11";

  public Terms {
    if (!notice.matches("\\d{4}-\\d{2}")) {
      throw new IllegalArgumentException(
          "expected the notice's version, such as 2026-11, found " + notice);
    }
  }
}
