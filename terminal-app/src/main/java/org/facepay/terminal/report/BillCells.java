package org.facepay.terminal.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a line of a bill apart. WeChat Pay begins every value with a backtick and quotes nothing:
 * values are separated by a comma and a backtick. Alipay writes CSV, and quotes some names that
 * have a comma, but neither doubles nor wraps quotation marks in others.
 */
final class BillCells {
  private static final String WECHAT = ",`";

  private BillCells() {}

  /** The ways a line can be read, the likeliest first; what a cell is padded with is left out. */
  static List<List<String>> of(String line) {
    if (line.startsWith("`")) {
      return List.of(stripped(List.of(line.substring(1).split(WECHAT, -1))));
    }
    List<String> plain = stripped(List.of(line.split(",", -1)));
    return line.indexOf('"') < 0 ? List.of(plain) : List.of(stripped(quoted(line)), plain);
  }

  /** A cell is quoted only if its closing mark ends it. */
  private static List<String> quoted(String line) {
    List<String> cells = new ArrayList<>();
    int from = 0;
    while (from <= line.length()) {
      int close = line.startsWith("\"", from) ? closing(line, from) : -1;
      int comma = line.indexOf(',', Math.max(from, close));
      int end = comma < 0 ? line.length() : comma;
      cells.add(
          close < 0
              ? line.substring(from, end)
              : line.substring(from + 1, close).replace("\"\"", "\""));
      from = end + 1;
    }
    return cells;
  }

  /** Where the mark is that ends a quoted cell; -1 when none does. */
  private static int closing(String line, int open) {
    int at = line.indexOf('"', open + 1);
    while (at >= 0) {
      String rest = line.substring(at + 1);
      if (rest.startsWith("\"")) {
        at = line.indexOf('"', at + 2);
      } else {
        String behind = rest.stripLeading();
        return behind.isEmpty() || behind.startsWith(",") ? at : -1;
      }
    }
    return -1;
  }

  private static List<String> stripped(List<String> cells) {
    return cells.stream().map(String::strip).toList();
  }
}
