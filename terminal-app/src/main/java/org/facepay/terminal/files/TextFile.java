package org.facepay.terminal.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facepay.terminal.language.Sentence;

/**
 * A text that people write or another program exports, for a terminal to read: UTF-8, with or
 * without a byte order mark. What is none, or has already lost characters, is refused with its
 * line, so that no name comes out wrong on a receipt.
 */
public final class TextFile {
  /** What to do when a name is damaged before the program gets it. */
  public static final String LOCALE = "set LC_ALL=C.UTF-8, or another UTF-8 locale, and try again";

  private static final String MARK = "\uFEFF";
  private static final char LOST = '\uFFFD';
  private static final int MOST_BYTES = 16 << 20;

  private TextFile() {}

  /**
   * Reads the whole file, without its byte order mark.
   *
   * @throws IOException saying the line and what to do; the file's name is not in it
   */
  public static String read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new ExplainedException(Sentence.of(FileWords.TOO_LARGE));
      }
      return decode(bytes);
    }
  }

  /** As {@link #read}, line by line; they end as on any system. */
  public static List<String> lines(Path file) throws IOException {
    return read(file).lines().toList();
  }

  /** Whether characters of it were lost in a place that is not UTF-8, such as the locale C. */
  public static boolean isDamaged(String text) {
    return text.indexOf(LOST) >= 0;
  }

  /** A text in a message, with what cannot be seen written as \\uXXXX. */
  public static String visible(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean seen = c == ' ' || !(Character.isSpaceChar(c) || isInvisible(c));
      out.append(seen ? String.valueOf(c) : "\\u%04x".formatted((int) c));
    }
    return out.toString();
  }

  private static boolean isInvisible(char c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
  }

  private static String decode(byte[] bytes) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
      throw new ExplainedException(
          Sentence.of(FileWords.LINE, line(in), Sentence.of(FileWords.NO_TEXT)));
    }
    String text = out.flip().toString();
    int lost = text.indexOf(LOST);
    if (lost >= 0) {
      long line = text.substring(0, lost).lines().count() + 1 - ending(text, lost);
      throw new ExplainedException(
          Sentence.of(FileWords.LINE, line, Sentence.of(FileWords.LOST, "U+FFFD")));
    }
    return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
  }

  /** A line that has begun before the place is already counted. */
  private static int ending(String text, int place) {
    return place == 0 || text.charAt(place - 1) == '\n' ? 0 : 1;
  }

  private static int line(ByteBuffer in) {
    int line = 1;
    for (int i = 0; i < in.position(); i++) {
      line += in.get(i) == '\n' ? 1 : 0;
    }
    return line;
  }
}
