package org.facepay.terminal.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.facepay.terminal.files.TextFile;

/**
 * A line of a table of tab-separated UTF-8 text, as people write it and as spreadsheets export it:
 * a cell may stand in quotation marks, with the ones in it doubled (RFC 4180), and blanks around it
 * mean nothing. Empty lines and those that begin with # are passed over.
 *
 * @param number in the file, from 1
 */
record TableLine(int number, List<String> cells) {
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]|\"\")*\"");

  /** One after the other: the cells of a long list are never all there at once. */
  static Iterable<TableLine> read(Path file) throws CatalogueException {
    List<String> lines;
    try {
      lines = TextFile.lines(file);
    } catch (IOException e) {
      throw CatalogueException.unreadable(file, e);
    }
    return () ->
        IntStream.range(0, lines.size())
            .mapToObj(i -> new TableLine(i + 1, cells(lines.get(i))))
            .filter(line -> !line.isPassedOver())
            .iterator();
  }

  private static List<String> cells(String line) {
    return Stream.of(line.split("\t", -1)).map(TableLine::unquoted).toList();
  }

  private boolean isPassedOver() {
    return cells.getFirst().startsWith("#") || cells.stream().allMatch(String::isEmpty);
  }

  /** The cell, or nothing where the line is shorter. */
  String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  /** Whether it has no more cells than that; a spreadsheet ends lines with empty ones. */
  boolean fits(int columns) {
    return cells.stream().skip(columns).allMatch(String::isEmpty);
  }

  private static String unquoted(String cell) {
    String text = cell.strip();
    return text.startsWith("\"") && QUOTED.matcher(text).matches()
        ? text.substring(1, text.length() - 1).replace("\"\"", "\"").strip()
        : text;
  }
}
