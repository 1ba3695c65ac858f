package org.facepay.peripherals.printer;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays text out in the fixed columns of a receipt printer, whose {@link Characters} say how wide
 * its own are; what will be drawn takes about as much as it does in a newspaper.
 */
final class Typesetting {
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private final Characters font;

  /** For a printer with those characters. */
  Typesetting(Characters font) {
    this.font = font;
  }

  /**
   * A line, of one end or with two ends at the margins.
   *
   * @param gap columns between them
   * @param rightColumns columns of the right end
   */
  record Line(String left, int gap, String right, int rightColumns) {
    /** As the printer's own characters. */
    String text() {
      return left + " ".repeat(Math.max(0, gap)) + right;
    }
  }

  /** Columns a character takes. */
  private int width(int codePoint) {
    int known = font.columns(codePoint);
    if (known > 0) {
      return known;
    }
    if (Transliteration.shapesOthers(codePoint)) {
      return 0;
    }
    boolean presented = codePoint >= 0xFB00 && codePoint <= 0xFEFF; // Hebrew's and Arabic's forms
    return codePoint >= 0x1100 && !presented ? 2 : 1;
  }

  /** Columns a printable text takes. */
  int width(String text) {
    int columns = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      columns +=
          Character.isHighSurrogate(c)
              ? width(text.codePointAt(i))
              : Character.isLowSurrogate(c) ? 0 : width(c);
    }
    return columns;
  }

  /**
   * Breaks text into lines of at most {@code columns}: at spaces, between wide characters, or hard.
   */
  List<Line> wrap(String text, int columns) {
    List<Line> lines = new ArrayList<>(2);
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

  private String printable(String text) {
    return Transliteration.of(text, font);
  }

  private void wrapParagraph(String text, int columns, List<Line> lines) {
    String rest = text;
    while (width(rest) > columns) {
      int end = fitting(rest, columns);
      int cut = breakBefore(rest, end);
      lines.add(left(rest.substring(0, cut).stripTrailing()));
      rest = rest.substring(cut).stripLeading();
    }
    lines.add(left(rest));
  }

  private static Line left(String text) {
    return new Line(text, 0, "", 0);
  }

  /** Index after the last character that fits. */
  private int fitting(String text, int columns) {
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
  private int breakBefore(String text, int end) {
    for (int i = end; i > 0; i = text.offsetByCodePoints(i, -1)) {
      int before = text.codePointBefore(i);
      int after = text.codePointAt(i);
      boolean between = width(before) == 2 || width(after) == 2 || before == ' ' || after == ' ';
      boolean together = width(after) == 0 || before == ZERO_WIDTH_JOINER;
      if (between && !together && "，。、；：）》！？,.".indexOf(after) < 0) {
        return i;
      }
    }
    return end;
  }

  /** The lines of a name and an amount; the amount is whole, on the first line where possible. */
  List<Line> columns(String left, String right, int columns) {
    String amount = printable(right).strip();
    int room = columns - width(amount) - 1;
    List<Line> lines = new ArrayList<>();
    if (amount.isEmpty()) {
      return wrap(left, columns);
    }
    if (room < Math.min(8, width(printable(left)))) {
      lines.addAll(wrap(left, columns));
      wrap(amount, columns).forEach(part -> lines.add(atBoth("", part.left(), columns)));
      return lines;
    }
    for (Line part : wrap(left, room)) {
      lines.add(lines.isEmpty() ? atBoth(part.left(), amount, columns) : part);
    }
    return lines;
  }

  private Line atBoth(String left, String right, int columns) {
    return new Line(left, columns - width(left) - width(right), right, width(right));
  }
}
