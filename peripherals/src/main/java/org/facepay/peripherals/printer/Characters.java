package org.facepay.peripherals.printer;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/**
 * The characters that a printer's own font has, and how they are sent: what goes out beyond them
 * prints as something else. Unchangeable.
 */
public final class Characters {
  /** {@code ESC t} is not sent; Chinese goes between {@code FS &} and {@code FS .}. */
  private static final int MULTI_BYTE = -1;

  private static final Characters GBK = new Characters("GBK", MULTI_BYTE);
  private static final Characters WESTERN = new Characters("IBM00858", 19);

  private final Charset charset;
  private final int codePage;

  /** Columns each character takes, by its code; 0 where the font lacks it. */
  private final byte[] columns = new byte[0x10000];

  private Characters(String charset, int codePage) {
    this.charset = Charset.forName(charset);
    this.codePage = codePage;
    CharsetEncoder encoder = this.charset.newEncoder();
    for (char c = ' '; c < 0xFFFF; c++) {
      if (isCommon(c) && encoder.canEncode(c)) {
        columns[c] = (byte) Character.toString(c).getBytes(this.charset).length;
      }
    }
    if (multiByte()) {
      columns['€'] = 0; // came with GB 18030; in GBK its place is empty
    }
  }

  /**
   * Chinese of two bytes, by GBK 1.0 (1995): what the fonts of receipt printers hold, also of those
   * sold as GB 18030. Four-byte characters are in few, so they are never sent.
   */
  public static Characters gbk() {
    return GBK;
  }

  /** Western European with the euro sign: code page 858, table 19. */
  public static Characters western() {
    return WESTERN;
  }

  /** Columns a character takes, 1 or 2; 0 if the printer's font lacks it. */
  int columns(int codePoint) {
    return codePoint < columns.length ? columns[codePoint] : 0;
  }

  /** Whether Chinese is sent between {@code FS &} and {@code FS .}; else {@link #codePage}. */
  boolean multiByte() {
    return codePage == MULTI_BYTE;
  }

  /** The number for {@code ESC t}. */
  int codePage() {
    return codePage;
  }

  /** The text as the printer takes it; what its font lacks is left out. */
  byte[] bytes(String text) {
    if (text.chars().allMatch(c -> columns(c) > 0)) {
      return text.getBytes(charset);
    }
    StringBuilder known = new StringBuilder(text.length());
    text.codePoints().filter(c -> columns(c) > 0).forEach(known::appendCodePoint);
    return known.toString().getBytes(charset);
  }

  /** No control character, and none whose meaning is private to somebody. */
  private static boolean isCommon(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE -> false;
      default -> true;
    };
  }
}
