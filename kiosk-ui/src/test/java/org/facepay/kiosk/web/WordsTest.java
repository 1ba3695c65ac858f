package org.facepay.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.facepay.tags.NeedsBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The page's words, read by the browser that will say them. That every word a view asks for is
 * there, down to each value of an enum, is the type check's business.
 */
@NeedsBrowser
class WordsTest {
  private static final Path HOME = Path.of("src/main/resources/org/facepay/kiosk/page");

  private static ShopperPage shopper;

  /** Feature to key to the kinds of what is said in each language. */
  private static Map<String, Map<String, String>> features;

  @BeforeAll
  static void open() throws IOException {
    shopper = new ShopperPage(800, 480);
    features = features(shopper.page);
  }

  @AfterAll
  static void close() {
    shopper.close();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, String>> features(Page page) {
    return (Map<String, Map<String, String>>)
        page.evaluate(
            """
            async () => {
              const { features } = await import('/page/words.js');
              const kind = said => `${typeof said} ${said.length > 0} ${typeof said === 'string' ? '' : said.length}`;
              const kinds = said => Object.entries(said).map(([language, text]) => `${language} ${kind(text)}`).join(', ');
              const each = words => Object.fromEntries(Object.entries(words).map(([key, said]) => [key, kinds(said)]));
              return Object.fromEntries(Object.entries(features).map(([name, words]) => [name, each(words)]));
            }
            """);
  }

  @Test
  void everythingIsSaidInBothLanguagesInTheSameKind() {
    for (var feature : features.entrySet()) {
      for (var said : feature.getValue().entrySet()) {
        assertTrue(
            said.getValue().matches("zh (\\w+ true \\d*), en \\1"), feature.getKey() + " " + said);
      }
    }
  }

  /** Every text, with something in each of its gaps, that has letters of the other language. */
  private static final String MIXED =
      """
      async () => {
        const { features } = await import('/page/words.js');
        const filled = said => {
          if (typeof said !== 'function') return [said].flat();
          for (const gap of [7, '7', ['7']]) {
            try {
              return [said(...Array(said.length).fill(gap))].flat();
            } catch (error) {
              if (!(error instanceof TypeError)) throw error;
            }
          }
          throw new Error(`cannot be filled: ${said}`);
        };
        const counted = { zh: 0, en: 0, mixed: [] };
        for (const words of Object.values(features)) {
          for (const [key, said] of Object.entries(words)) {
            for (const language of ['zh', 'en']) {
              for (const text of filled(said[language])) {
                counted[language]++;
                const plain = text.replaceAll(/\\{\\w+\\}/g, '');
                const foreign = language === 'en' ? /\\p{Script=Han}|[，。？！、：]/u : /[A-Za-z]{2,}/;
                if (key !== 'otherLanguage' && foreign.test(plain)) counted.mixed.push(`${key} ${language}: ${text}`);
              }
            }
          }
        }
        return counted;
      }
      """;

  @Test
  @SuppressWarnings("unchecked")
  void noLanguageHasWordsOfTheOther() {
    var counted = (Map<String, Object>) shopper.page.evaluate(MIXED);
    List<String> mixed = (List<String>) counted.get("mixed");
    System.out.println(
        "WORDS zh=%s en=%s mixed=%d".formatted(counted.get("zh"), counted.get("en"), mixed.size()));
    assertEquals(List.of(), mixed);
  }

  @Test
  void noFeatureSaysWhatAnotherSays() {
    Map<String, String> featureOf = new TreeMap<>();
    for (var feature : features.entrySet()) {
      for (String key : feature.getValue().keySet()) {
        assertNull(featureOf.put(key, feature.getKey()), key);
      }
    }
    assertTrue(featureOf.size() > 100);
  }

  @Test
  void everyWordIsUsedByItsFeatureAndSharedOnesByAny() throws IOException {
    for (var feature : features.entrySet()) {
      String name = feature.getKey();
      String code = code(name.equals("shared") ? HOME : HOME.resolve(name));
      List<String> unused =
          feature.getValue().keySet().stream().filter(key -> !mentioned(key, code)).toList();
      assertEquals(List.of(), unused, name);
    }
  }

  /** By its name, or by the beginning of it with the value of an enum for the rest. */
  private static boolean mentioned(String key, String code) {
    String start = key.replaceFirst("[A-Z_]{3,}$", "");
    return Pattern.compile("\\b" + key + "\\b").matcher(code).find()
        || (!start.equals(key) && code.contains("`" + start + "${"));
  }

  private static String code(Path folder) throws IOException {
    StringBuilder code = new StringBuilder();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".js")).toList()) {
        if (!file.endsWith("words.js")) {
          code.append(Files.readString(file));
        }
      }
    }
    return code.toString();
  }
}
