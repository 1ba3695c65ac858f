package org.facepay.peripherals.printer;

import static java.util.Map.entry;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Map;

/**
 * Text in the characters that a printer has: what its font lacks is written with what it has (ä as
 * a, ™ as TM), kept for {@link LineDrawing} where this machine can draw it, and else becomes a
 * question mark. Nothing that comes out is a command.
 */
final class Transliteration {
  /** Letters and signs that Unicode does not take apart (UAX #15); each is one shorter thing. */
  private static final Map<Integer, String> ALIKE =
      Map.ofEntries(
          entry((int) '¥', "￥"),
          entry((int) '￥', "¥"),
          entry((int) '€', "EUR"),
          entry((int) '£', "GBP"),
          entry((int) '¢', "c"),
          entry((int) '₽', "RUB"),
          entry((int) '₩', "KRW"),
          entry((int) '₹', "INR"),
          entry((int) 'ß', "ss"),
          entry((int) 'ẞ', "SS"),
          entry((int) 'æ', "ae"),
          entry((int) 'Æ', "AE"),
          entry((int) 'œ', "oe"),
          entry((int) 'Œ', "OE"),
          entry((int) 'ø', "o"),
          entry((int) 'Ø', "O"),
          entry((int) 'ł', "l"),
          entry((int) 'Ł', "L"),
          entry((int) 'đ', "d"),
          entry((int) 'Đ', "D"),
          entry((int) 'ð', "d"),
          entry((int) 'Ð', "D"),
          entry((int) 'þ', "th"),
          entry((int) 'Þ', "Th"),
          entry((int) 'ħ', "h"),
          entry((int) 'ı', "i"),
          entry((int) 'ŋ', "n"),
          entry((int) '®', "(R)"),
          entry((int) '©', "(C)"),
          entry((int) '•', "·"),
          entry((int) '·', "."),
          entry((int) '¿', "?"),
          entry((int) '¡', "!"),
          entry((int) '・', "·"),
          entry((int) '〜', "~"),
          entry((int) '⁄', "/"),
          entry((int) '−', "-"),
          entry((int) '‐', "-"),
          entry((int) '‑', "-"),
          entry((int) '–', "-"),
          entry((int) '—', "-"),
          entry((int) '‘', "'"),
          entry((int) '’', "'"),
          entry((int) '‚', ","),
          entry((int) '‛', "'"),
          entry((int) '“', "\""),
          entry((int) '”', "\""),
          entry((int) '„', "\""),
          entry((int) '‹', "<"),
          entry((int) '›', ">"),
          entry((int) '«', "<<"),
          entry((int) '»', ">>"),
          entry(0xFFFD, "?"));

  private Transliteration() {}

  /** The text for a printer of those characters; most text is returned as it is. */
  static String of(String text, Characters font) {
    int known = 0;
    while (known < text.length() && font.columns(text.charAt(known)) > 0) {
      known++;
    }
    if (known == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 8);
    Normalizer.normalize(text, Form.NFC).codePoints().forEach(c -> out.append(one(c, font)));
    return out.toString();
  }

  /**
   * Whether a character only shapes those beside it: accents, joiners, marks of direction. A
   * printer that lacks it is sent the others without it.
   */
  static boolean shapesOthers(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
      default -> false;
    };
  }

  private static String one(int c, Characters font) {
    if (font.columns(c) > 0 || shapesOthers(c)) {
      return Character.toString(c);
    }
    String known = alike(c, font);
    if (!known.isEmpty()) {
      return known;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> " ";
      case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> "?";
      default -> LineDrawing.canDraw(c) ? Character.toString(c) : "?";
    };
  }

  /** The character taken apart, without its accents; empty if the font lacks a part. */
  private static String alike(int c, Characters font) {
    StringBuilder out = new StringBuilder();
    String parts =
        ALIKE.containsKey(c) ? "" : Normalizer.normalize(Character.toString(c), Form.NFKD);
    for (int part : (parts.isEmpty() ? Character.toString(c) : parts).codePoints().toArray()) {
      String written =
          font.columns(part) > 0 ? Character.toString(part) : ALIKE.getOrDefault(part, "");
      if (written.isEmpty() && !shapesOthers(part)) {
        return "";
      }
      if (!written.codePoints().allMatch(w -> font.columns(w) > 0)) {
        return "";
      }
      out.append(written);
    }
    return out.toString();
  }
}
