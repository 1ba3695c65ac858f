package org.facepay.peripherals.printer;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays text out in the fixed columns of a receipt printer: ASCII takes one column, everything else
 * two, since the printers draw all of GB18030's multi-byte characters at full width.
 */
final class Typesetting {
  private Typesetting() {}

  /** Columns a character takes. */
  static int width(int codePoint) {
    return codePoint < 0x80 ? 1 : 2;
  }

  /** Columns a printable text takes; a pair of surrogates counts at its first. */
  static int width(String text) {
    int columns = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      columns += Character.isLowSurrogate(c) ? 0 : width(c);
    }
    return columns;
  }

  /**
   * Text as a printer can take it: control characters become spaces, so that no product name can be
   * a command; the narrow yen sign becomes the full-width one, which the printers' fonts have.
   */
  static String printable(String text) {
    int plain = 0;
    while (plain < text.length() && isPlain(text.charAt(plain))) {
      plain++;
    }
    return plain == text.length() ? text : replaced(text);
  }

  /** Printable as it is, judged by itself; most text is all of this. */
  private static boolean isPlain(char c) {
    return (c >= ' ' && c < 0x7F) || (c >= 0x2E80 && !Character.isSurrogate(c));
  }

  private static String replaced(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int next;
    for (int i = 0; i < text.length(); i = next) {
      int c = text.codePointAt(i);
      next = i + Character.charCount(c);
      if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
        out.append(' ');
      } else if (c == 0xA5) {
        out.append('\uFFE5');
      } else if (c >= 0xD800 && c <= 0xDFFF) {
        out.append('?');
      } else {
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }

  /**
   * Breaks text into lines of at most {@code columns}: at spaces, between wide characters, or hard.
   */
  static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>(2);
    int from = 0;
    while (from <= text.length()) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end;
      String paragraph = printable(text.substring(from, to)).stripTrailing(); // with its CR
      wrapParagraph(paragraph, Math.max(2, columns), lines);
      from = to + 1;
    }
    return lines;
  }

  private static void wrapParagraph(String text, int columns, List<String> lines) {
    String rest = text;
    while (width(rest) > columns) {
      int end = fitting(rest, columns);
      int cut = breakBefore(rest, end);
      lines.add(rest.substring(0, cut).stripTrailing());
      rest = rest.substring(cut).stripLeading();
    }
    lines.add(rest);
  }

  /** Index after the last character that fits. */
  private static int fitting(String text, int columns) {
    int used = 0;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (used + width(c) > columns) {
        break;
      }
      used += width(c);
      i += Character.charCount(c);
    }
    return i;
  }

  /** The last place at or before {@code end} that does not split a word, or {@code end} itself. */
  private static int breakBefore(String text, int end) {
    for (int i = end; i > 0; i = text.offsetByCodePoints(i, -1)) {
      int before = text.codePointBefore(i);
      int after = text.codePointAt(i);
      boolean between = width(before) == 2 || width(after) == 2 || before == ' ' || after == ' ';
      if (between && "，。、；：）》！？,.".indexOf(after) < 0) {
        return i;
      }
    }
    return end;
  }

  /** The lines of a name and an amount; the amount is whole, on the first line where possible. */
  static List<String> columns(String left, String right, int columns) {
    String amount = printable(right).strip();
    int room = columns - width(amount) - 1;
    List<String> lines = new ArrayList<>();
    if (amount.isEmpty()) {
      return wrap(left, columns);
    }
    if (room < Math.min(8, width(printable(left)))) {
      lines.addAll(wrap(left, columns));
      wrap(amount, columns).forEach(part -> lines.add(pad(columns - width(part)) + part));
      return lines;
    }
    for (String part : wrap(left, room)) {
      lines.add(
          lines.isEmpty() ? part + pad(columns - width(part) - width(amount)) + amount : part);
    }
    return lines;
  }

  private static String pad(int columns) {
    return " ".repeat(Math.max(0, columns));
  }
}
