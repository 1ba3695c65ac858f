package org.facepay.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page's dictionaries, read by the browser that will use them. */
class WordsTest {
  private static Chromium chromium;
  private static ShopperPage shopper;
  private static Page page;

  @BeforeAll
  static void open() throws IOException {
    chromium = Chromium.start();
    shopper = new ShopperPage(chromium, 800, 480);
    page = shopper.page;
  }

  @AfterAll
  static void close() {
    shopper.close();
    chromium.close();
  }

  @Test
  void bothDictionariesHaveTheSameKeysOfTheSameKind() {
    Map<String, Object> zh = dictionary("zh");
    Map<String, Object> en = dictionary("en");
    assertTrue(zh.size() > 100);
    assertEquals(zh, en);
  }

  /** Key to kind, and for sentences with gaps the number of gaps. */
  @SuppressWarnings("unchecked")
  private Map<String, Object> dictionary(String language) {
    return new TreeMap<>(
        (Map<String, Object>)
            page.evaluate(
                """
                async language => {
                  const words = (await import(`/page/words-${language}.js`))[language];
                  return Object.fromEntries(Object.entries(words).map(([k, v]) => [k, `${typeof v} ${v.length > 0} ${typeof v === 'function' ? v.length : ''}`]));
                }
                """,
                language));
  }

  @Test
  void everyWordUsedIsInTheDictionaryAndEveryWordInItIsUsed() throws IOException {
    Map<String, Object> known = dictionary("zh");
    StringBuilder code = new StringBuilder();
    try (var files = Files.list(Path.of("src/main/resources/org/facepay/kiosk/page"))) {
      for (var file :
          files
              .filter(f -> f.toString().endsWith(".js") && !f.toString().contains("words-"))
              .toList()) {
        code.append(Files.readString(file));
      }
    }
    Matcher used = Pattern.compile("c\\.t\\.(\\w+)").matcher(code);
    while (used.find()) {
      assertTrue(known.containsKey(used.group(1)), used.group(1));
    }
    for (String key : known.keySet()) {
      boolean mentioned = Pattern.compile("(c\\.t\\.|')" + key + "\\b").matcher(code).find();
      assertTrue(
          mentioned
              || key.matches(
                  "(declined|closed|ended|guide|consentTitle|fullWhy|scale|bag|reader)[A-Z_]+(Text)?"),
          "never used: " + key);
    }
  }
}
