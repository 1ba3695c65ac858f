package org.facepay.terminal.checkout;

import java.nio.charset.Charset;
import java.util.Locale;

/**
 * By which letters goods are looked up: the first letters of the pinyin, or the letters of the
 * English name. Level 1 of GB 2312-80 (3,755 characters) is in the order of the pinyin, so a
 * character's place tells its initial; rarer characters have none and are passed over.
 */
final class Initials {
  private static final Charset GB2312 = Charset.forName("GB2312");
  private static final String LETTERS = "ABCDEFGHJKLMNOPQRSTWXYZ";

  /** Where each letter's characters begin, and after the last where level 1 ends. */
  private static final int[] FROM = {
    0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8,
    0xC4C3, 0xC5B6, 0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1, 0xD7FA
  };

  private Initials() {}

  /** In capitals, e.g. HFSPG for 红富士苹果, FUJIAPPLES for Fuji apples. */
  static String of(String name) {
    StringBuilder initials = new StringBuilder();
    for (int n = 0; n < name.length(); n++) {
      char c = name.charAt(n);
      if (c < 128) {
        if (Character.isLetter(c)) {
          initials.append(c);
        }
      } else {
        letter(c, initials);
      }
    }
    return initials.toString().toUpperCase(Locale.ROOT);
  }

  private static void letter(char c, StringBuilder to) {
    byte[] bytes = String.valueOf(c).getBytes(GB2312);
    if (bytes.length != 2) {
      return;
    }
    int code = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    for (int n = 0; n < LETTERS.length(); n++) {
      if (code >= FROM[n] && code < FROM[n + 1]) {
        to.append(LETTERS.charAt(n));
        return;
      }
    }
  }
}
