package org.facepay.vision.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * LFW's pairs file (Huang et al. 2007): a line with the number of folds and of pairs per kind, then
 * per fold the pairs of one person ({@code name n m}) and those of two ({@code name n name m}).
 *
 * @param folds how many
 * @param pairs of all folds
 */
record LfwPairs(int folds, List<Pair> pairs) {

  /**
   * Two pictures.
   *
   * @param first path below the picture folder
   * @param second likewise
   * @param same whether they show one person
   * @param fold 0-based
   */
  record Pair(String first, String second, boolean same, int fold) {}

  static LfwPairs read(Path file) throws EvaluationException {
    try {
      return parse(Files.readAllLines(file), file.toString());
    } catch (IOException e) {
      throw new EvaluationException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  static LfwPairs parse(List<String> lines, String file) throws EvaluationException {
    int[] head = numbers(lines.isEmpty() ? "" : lines.getFirst(), file);
    int folds = head[0];
    int each = head[1];
    if (lines.size() < 1 + 2L * folds * each) {
      throw new EvaluationException(
          file + ": expected " + 2 * folds * each + " pairs, got " + (lines.size() - 1));
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 2 * folds * each; i++) {
      boolean same = i / each % 2 == 0;
      pairs.add(pair(lines.get(i + 1), same, i / (2 * each), file + ":" + (i + 2)));
    }
    return new LfwPairs(folds, List.copyOf(pairs));
  }

  private static int[] numbers(String line, String file) throws EvaluationException {
    String[] words = line.strip().split("\\s+", -1);
    try {
      int folds = Integer.parseInt(words[0]);
      int each = words.length == 2 ? Integer.parseInt(words[1]) : 0;
      if (folds >= 2 && folds <= 100 && each >= 1 && each <= 1_000_000 / folds) {
        return new int[] {folds, each};
      }
    } catch (NumberFormatException e) {
      throw new EvaluationException(file + ":1: expected folds and pairs, got " + line, e);
    }
    throw new EvaluationException(file + ":1: expected 2 to 100 folds, got " + line);
  }

  private static Pair pair(String line, boolean same, int fold, String where)
      throws EvaluationException {
    String[] w = line.strip().split("\\s+", -1);
    if (w.length != (same ? 3 : 4)) {
      throw new EvaluationException(
          where + ": expected a pair of " + (same ? "one person" : "two"));
    }
    return same
        ? new Pair(picture(w[0], w[1], where), picture(w[0], w[2], where), true, fold)
        : new Pair(picture(w[0], w[1], where), picture(w[2], w[3], where), false, fold);
  }

  private static String picture(String name, String number, String where)
      throws EvaluationException {
    try {
      return "%s/%s_%04d.jpg".formatted(name, name, Integer.parseInt(number));
    } catch (NumberFormatException e) {
      throw new EvaluationException(where + ": not a number: " + number, e);
    }
  }
}
