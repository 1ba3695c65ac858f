package org.facepay.terminal.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said to people stands in files of words, in both languages; a language is no boolean. */
class WordsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path HERE = ROOT.resolve("terminal-app/src/main/java");
  private static final List<String> MODULES =
      List.of("terminal-app", "kiosk-ui", "peripherals", "sync-agent", "vision");

  private static final Pattern BOOLEAN =
      Pattern.compile("\\bboolean (en|zh|(is|in)?english)\\b", Pattern.CASE_INSENSITIVE);

  /** A choice between two texts, wherever the line is broken. */
  private static final Pattern PAIR =
      Pattern.compile("\\b(en|zh|english(\\(\\))?|Language\\.[A-Z]+\\)?)\\s*\\?\\s*[\\w\"(]");

  private static final Pattern CHINESE = Pattern.compile("\"[^\"\\n]*\\p{IsHan}");

  /** Names of roles, headings of the wallets' bills, and the demo's goods and touches. */
  private static final Pattern OTHER_ROOMS = Pattern.compile("/terminal/(devices|report|lab)/");

  private static final Pattern NOT_WORDS =
      Pattern.compile("^ *(\\*|/\\*|//).*$", Pattern.MULTILINE);

  private static final Pattern PLACE = Pattern.compile("%(\\d+\\$)?s");

  @Test
  void aLanguageIsNoBooleanAnywhere() throws IOException {
    List<String> found = new ArrayList<>();
    for (String module : MODULES) {
      for (Path file : sources(ROOT.resolve(module).resolve("src"))) {
        String text = text(file);
        if (BOOLEAN.matcher(text).find() || PAIR.matcher(text).find()) {
          found.add(ROOT.relativize(file).toString());
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void whatIsSaidStandsInFilesOfWords() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : sources(HERE)) {
      boolean elsewhere =
          file.toString().endsWith("Words.java") || OTHER_ROOMS.matcher(file.toString()).find();
      if (!elsewhere && CHINESE.matcher(text(file)).find()) {
        found.add(HERE.relativize(file).toString());
      }
    }
    assertEquals(List.of(), found);
  }

  private static final Pattern HAN = Pattern.compile("[\\p{IsHan}，。？！、：]");

  /** Names of the trade that Chinese has no words for, what a file has to say, and places. */
  private static final Pattern LATIN =
      Pattern.compile(
          "\\b(?!JSON|SQLite|GPIO|PIN|QR|LED|USB|CSV|MDB|UTF|GBK|ISO|RSA|PEM|PKCS|FPA|MB|mm|kg|dB|min|piece|age)[A-Za-z]{2,}\\b");

  @Test
  void everyPhraseIsWholeInBothLanguages() throws Exception {
    int phrases = 0;
    List<String> mixed = new ArrayList<>();
    for (Path file : sources(HERE)) {
      String name = HERE.relativize(file).toString();
      if (!name.endsWith("Words.java")) {
        continue;
      }
      Class<?> words = Class.forName(name.replace(".java", "").replace('/', '.'));
      for (Field field : words.getDeclaredFields()) {
        if (field.getType() == Phrase.class && Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          Phrase phrase = (Phrase) field.get(null);
          whole(words.getSimpleName() + "." + field.getName(), phrase);
          phrases++;
          boolean otherLanguage = phrase.chinese().equals("English");
          boolean foreign =
              HAN.matcher(phrase.english()).find() || LATIN.matcher(phrase.chinese()).find();
          if (foreign && !otherLanguage) {
            mixed.add(phrase.toString());
          }
        }
      }
    }
    System.out.println("WORDS zh=%d en=%d mixed=%d".formatted(phrases, phrases, mixed.size()));
    assertEquals(List.of(), mixed);
    assertTrue(phrases > 100, phrases + " phrases");
  }

  private static void whole(String name, Phrase phrase) {
    assertTrue(!phrase.chinese().isBlank() && !phrase.english().isBlank(), name);
    assertNotEquals(phrase.chinese(), phrase.english(), name);
    if (!phrase.chinese().contains("$s") && !phrase.english().contains("$s")) {
      assertEquals(places(phrase.chinese()), places(phrase.english()), name);
    }
  }

  private static long places(String text) {
    return PLACE.matcher(text).results().count();
  }

  private static String text(Path file) throws IOException {
    return NOT_WORDS.matcher(Files.readString(file)).replaceAll("");
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
