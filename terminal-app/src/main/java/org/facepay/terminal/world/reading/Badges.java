package org.facepay.terminal.world.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.facepay.sync.digest.Sha256;
import org.facepay.terminal.files.ExplainedException;
import org.facepay.terminal.files.TextFile;
import org.facepay.terminal.language.Sentence;

/**
 * The badges of the staff: a QR code each, held to the scanner to agree to a refund. A badge is
 * "FPA-" and 26 random characters (128 bits, RFC 4648 base 32); the file has, a line each, a name
 * and the code's SHA-256, so that it gives nobody a badge. Removing the line takes the badge back.
 */
public final class Badges {
  private static final Pattern CODE = Pattern.compile("FPA-[A-Z2-7]{26}");
  private static final Pattern LINE = Pattern.compile("(\\S.{0,39}?)\\s+([0-9a-f]{64})");
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final Map<String, String> names;

  private Badges(Map<String, String> names) {
    this.names = Collections.unmodifiableMap(names);
  }

  /** Nobody has one. */
  public static Badges none() {
    return new Badges(Map.of());
  }

  /**
   * Reads the file.
   *
   * @throws IOException naming the line that is no badge
   */
  public static Badges read(Path file) throws IOException {
    Map<String, String> names = new LinkedHashMap<>();
    List<String> lines = lines(file);
    for (int n = 0; n < lines.size(); n++) {
      String line = lines.get(n).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      var matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        throw new ExplainedException(Sentence.of(BadgeFileWords.LINE, file, n + 1));
      }
      names.put(matcher.group(2), matcher.group(1));
    }
    return new Badges(names);
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      return TextFile.lines(file);
    } catch (IOException e) {
      throw ExplainedException.of(file, e);
    }
  }

  /** How many badges there are. */
  public int size() {
    return names.size();
  }

  /** A new badge's code; it is kept nowhere. */
  public static String code() {
    SecureRandom random = new SecureRandom();
    StringBuilder code = new StringBuilder("FPA-");
    random.ints(26, 0, LETTERS.length()).forEach(i -> code.append(LETTERS.charAt(i)));
    return code.toString();
  }

  /** Adds somebody to the file, which is made if it is not there. */
  public static void add(Path file, String name, String code) throws IOException {
    if (!isShort(name)) {
      throw new IOException("expected a name of 1 to 40 characters");
    }
    if (TextFile.isDamaged(name)) {
      throw new IOException("expected a name, but its characters were lost; " + TextFile.LOCALE);
    }
    Files.writeString(
        file, line(name, code) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Whether somebody can be called so, on paper and in the file. */
  static boolean isName(String name) {
    return isShort(name)
        && !name.startsWith("#")
        && !TextFile.isDamaged(name)
        && name.chars().noneMatch(Character::isISOControl);
  }

  private static boolean isShort(String name) {
    return name.matches("\\S(.{0,38}\\S)?");
  }

  /** A line of the file. */
  static String line(String name, String code) {
    return name + " " + Sha256.hex(code);
  }

  /** All of them, by the hash of their code and the name. */
  void each(BiConsumer<String, String> told) {
    names.forEach(told);
  }

  /** Whose badge has this hash. */
  Optional<String> name(String hash) {
    return Optional.ofNullable(names.get(hash));
  }

  Badges without(String hash) {
    Map<String, String> fewer = new LinkedHashMap<>(names);
    fewer.remove(hash);
    return new Badges(fewer);
  }

  /** Whether a scan can only be a badge, ours or not. */
  public static boolean looksLikeOne(String code) {
    return CODE.matcher(code).matches();
  }

  /** Whose badge it is, empty when nobody's. */
  public String owner(String code) {
    return names.getOrDefault(Sha256.hex(code), "");
  }
}
