package org.facepay.terminal.sale.gs1;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of all application identifiers. */
public final class ApplicationIdentifiers {
  private static final Map<String, ApplicationIdentifier> ALL = read();

  private ApplicationIdentifiers() {}

  /** The identifier of these digits. */
  public static Optional<ApplicationIdentifier> of(String digits) {
    return Optional.ofNullable(ALL.get(digits));
  }

  /** The identifier that a text has at a place; no identifier is the beginning of another. */
  public static Optional<ApplicationIdentifier> at(String text, int place) {
    for (int length = 2; length <= 4 && place + length <= text.length(); length++) {
      ApplicationIdentifier found = ALL.get(text.substring(place, place + length));
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** How many there are. */
  public static int count() {
    return ALL.size();
  }

  private static Map<String, ApplicationIdentifier> read() {
    Map<String, ApplicationIdentifier> all = new HashMap<>();
    for (String row : Gs1Table.ROWS.strip().split("\n", -1)) {
      String[] columns = columns(row);
      int last = Integer.parseInt(columns[1]);
      for (int ai = Integer.parseInt(columns[0]); ai <= last; ai++) {
        String digits = "0".repeat(columns[0].length() - Integer.toString(ai).length()) + ai;
        all.put(digits, identifier(digits, columns));
      }
    }
    return Map.copyOf(all);
  }

  /** Six columns; the qualifiers' column may hold the separator itself. */
  private static String[] columns(String row) {
    String[] words = row.split("\\|", -1);
    String[] columns = {words[0], words[1], words[2], words[3], words[4], words[words.length - 1]};
    for (int i = 5; i < words.length - 1; i++) {
      columns[4] += "|" + words[i];
    }
    return columns;
  }

  private static ApplicationIdentifier identifier(String digits, String[] columns) {
    Optional<List<List<String>>> qualifiers = Optional.empty();
    if (columns[4].startsWith("key")) {
      String list = columns[4].length() > 4 ? columns[4].substring(4) : "";
      qualifiers =
          Optional.of(
              list.isEmpty()
                  ? List.of()
                  : List.of(list.split("\\|", -1)).stream()
                      .map(alternative -> List.of(alternative.split(",", -1)))
                      .toList());
    }
    return new ApplicationIdentifier(
        digits,
        columns[2].contains("*"),
        columns[2].contains("?"),
        ApplicationIdentifier.parts(columns[3]),
        qualifiers,
        columns[5]);
  }
}
