package org.facepay.sync.attendants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What the attendants' page says: the same in both languages, and neither has words of the other.
 */
class WordsTest {
  /** A text of the script; before a colon it is a name. */
  private static final Pattern TEXT = Pattern.compile("('[^'\\n]*'|`[^`]*`|\"[^\"\\n]*\")(:?)");

  private static final Pattern GAP = Pattern.compile("\\$\\{[^}]*}");
  private static final Pattern NAME = Pattern.compile("(?:'([\\w-]+)'|\\b(\\w+)): ");
  private static final Pattern HAN = Pattern.compile("[\\p{IsHan}，。？！、：]");
  private static final Pattern LATIN = Pattern.compile("[A-Za-z]{2,}");

  @Test
  void bothLanguagesSayTheSameThingsUnmixed() throws IOException {
    String script;
    try (var in = StaffDesk.class.getResourceAsStream("staff.js")) {
      script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    int end = script.indexOf("\n};");
    int middle = script.indexOf("\n  en: {");
    String chinese = script.substring(script.indexOf("\n  zh: {") + "\n  zh: {".length(), middle);
    String english = script.substring(middle + "\n  en: {".length(), end);
    assertEquals(names(chinese), names(english));
    List<String> zh = texts(chinese);
    List<String> en = texts(english);
    List<String> mixed = new ArrayList<>();
    zh.stream().filter(t -> LATIN.matcher(t).find() && !t.equals("English")).forEach(mixed::add);
    en.stream().filter(t -> HAN.matcher(t).find() && !t.equals("中文")).forEach(mixed::add);
    int words = names(chinese).size();
    System.out.println("WORDS zh=%1$d en=%1$d mixed=%2$d".formatted(words, mixed.size()));
    assertEquals(List.of(), mixed);
    assertTrue(zh.size() > 40, zh.size() + " texts");
  }

  private static List<String> texts(String script) {
    return TEXT.matcher(script)
        .results()
        .filter(found -> found.group(2).isEmpty())
        .map(found -> GAP.matcher(found.group(1)).replaceAll(""))
        .map(text -> text.substring(1, text.length() - 1))
        .toList();
  }

  private static Set<String> names(String script) {
    Set<String> names = new TreeSet<>();
    String without =
        TEXT.matcher(script)
            .replaceAll(
                found -> found.group(2).isEmpty() ? "" : Matcher.quoteReplacement(found.group()));
    Matcher name = NAME.matcher(without);
    while (name.find()) {
      names.add(name.group(1) == null ? name.group(2) : name.group(1));
    }
    return names;
  }
}
