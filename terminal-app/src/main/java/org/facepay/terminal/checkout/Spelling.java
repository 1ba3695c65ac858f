package org.facepay.terminal.checkout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;

/**
 * By which letters a good is looked up. Each Chinese character can be typed as its pinyin or only
 * the beginning of it, in any of its readings; a word of other letters as itself or its beginning.
 * What is typed may begin at any of them: PG, PINGGUO and HONGFUSHI all find 红富士苹果.
 *
 * @param words for each character or word its readings, in capitals A to Z; ü is V, as keyboards
 *     have it
 */
record Spelling(List<List<String>> words) {
  private static final HanyuPinyinOutputFormat PLAIN = plain();

  Spelling {
    words = List.copyOf(words);
  }

  static Spelling of(String name) {
    List<List<String>> words = new ArrayList<>();
    StringBuilder latin = new StringBuilder();
    for (int n = 0; n < name.length(); n++) {
      char c = name.charAt(n);
      if (c < 128 && Character.isLetter(c)) {
        latin.append(c);
        continue;
      }
      close(latin, words);
      List<String> readings = readings(c);
      if (!readings.isEmpty()) {
        words.add(readings);
      }
    }
    close(latin, words);
    return new Spelling(words);
  }

  /** Whether these letters find it; no letters find everything. */
  boolean has(String query) {
    return query.isEmpty() || first(query) < words.size();
  }

  /**
   * The first word at which these letters can begin; the number of words when there is none.
   *
   * @param query capitals, at least one
   */
  int first(String query) {
    int word = 0;
    while (word < words.size() && !spells(word, query)) {
      word++;
    }
    return word;
  }

  /** Whether the letters can be shared out to this word and those after it, none left over. */
  private boolean spells(int word, String query) {
    if (query.isEmpty()) {
      return true;
    }
    if (word == words.size()) {
      return false;
    }
    for (String reading : words.get(word)) {
      int most = Math.min(reading.length(), query.length());
      for (int taken = 1; taken <= most && reading.startsWith(query.substring(0, taken)); taken++) {
        if (spells(word + 1, query.substring(taken))) {
          return true;
        }
      }
    }
    return false;
  }

  private static void close(StringBuilder latin, List<List<String>> words) {
    if (!latin.isEmpty()) {
      words.add(List.of(latin.toString().toUpperCase(Locale.ROOT)));
      latin.setLength(0);
    }
  }

  private static List<String> readings(char c) {
    try {
      String[] readings = PinyinHelper.toHanyuPinyinStringArray(c, PLAIN);
      return readings == null
          ? List.of()
          : Arrays.stream(readings).map(r -> r.toUpperCase(Locale.ROOT)).distinct().toList();
    } catch (BadHanyuPinyinOutputFormatCombination e) {
      throw new IllegalStateException("tone marks were not asked for", e);
    }
  }

  private static HanyuPinyinOutputFormat plain() {
    HanyuPinyinOutputFormat format = new HanyuPinyinOutputFormat();
    format.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
    format.setVCharType(HanyuPinyinVCharType.WITH_V);
    return format;
  }
}
