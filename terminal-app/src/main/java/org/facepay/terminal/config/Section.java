package org.facepay.terminal.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facepay.peripherals.link.Binding;

/**
 * One mapping of the file. Every read names its key and its default; whatever is wrong is added to
 * the list of problems and the default is returned, so that one pass finds every mistake. {@link
 * #end} reports the keys nobody read.
 */
final class Section {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|min|h)");

  private static final Duration LONGEST = Duration.ofDays(7);

  private final JsonNode node;
  private final String path;
  private final Path folder;
  private final List<String> problems;
  private final Set<String> read = new HashSet<>();
  private final Set<String> gone = new HashSet<>();

  /**
   * @param folder what relative file names are relative to
   */
  Section(JsonNode node, String path, Path folder, List<String> problems) {
    this.node = node.isObject() ? node : MissingNode.getInstance();
    this.path = path;
    this.folder = folder;
    this.problems = problems;
    if (!node.isObject() && !node.isMissingNode()) {
      problems.add(
          (path.isEmpty() ? "the file" : path)
              + ": expected a mapping of keys, found "
              + shown(node));
    }
  }

  Section section(String key) {
    JsonNode child = take(key);
    if (child.isMissingNode()) {
      problems.add(path(key) + ": missing; expected a mapping of keys");
    }
    return new Section(child, path(key), folder, problems);
  }

  /** A mapping that may be left out. */
  Optional<Section> optionalSection(String key) {
    read.add(key);
    return node.has(key) ? Optional.of(section(key)) : Optional.empty();
  }

  /** A text that has to match; the expectation is what the message says. */
  String text(String key, String pattern, String expected) {
    return value(key, expected, "", raw -> raw.matches(pattern) ? raw : null);
  }

  int number(String key, int least, int most, int otherwise) {
    String expected = "a whole number from " + least + " to " + most;
    return optional(key, expected, otherwise, raw -> whole(raw, least, most));
  }

  /** Decimal digits; null when they are none, or out of bounds. */
  private static @org.jspecify.annotations.Nullable Integer whole(String raw, int least, int most) {
    int n = raw.matches("\\d{1,9}") ? Integer.parseInt(raw) : -1;
    return n >= least && n <= most ? n : null;
  }

  /** An amount with a point and the currency's decimals, as minor units. */
  long amount(String key, Currency currency, long otherwise) {
    int decimals = currency.getDefaultFractionDigits();
    return optional(
        key,
        "an amount such as " + BigDecimal.valueOf(500_000, decimals) + " in " + currency,
        otherwise,
        raw ->
            raw.matches("\\d{1,9}" + (decimals == 0 ? "" : "(\\.\\d{1," + decimals + "})?"))
                ? new BigDecimal(raw).movePointRight(decimals).longValueExact()
                : null);
  }

  /** A time of at least so much; nothing may be waited for without end, or not at all. */
  Duration duration(String key, Duration least, Duration otherwise) {
    String expected =
        "a time with its unit, such as 40 s (ms, s, min, h), from %d ms to %d h"
            .formatted(least.toMillis(), LONGEST.toHours());
    return optional(
        key,
        expected,
        otherwise,
        raw -> {
          Duration time = parse(raw);
          boolean usable =
              time != null && time.compareTo(least) >= 0 && time.compareTo(LONGEST) <= 0;
          return usable ? time : null;
        });
  }

  boolean flag(String key, boolean otherwise) {
    return optional(
        key,
        "true or false",
        otherwise,
        raw -> raw.matches("true|false") ? Boolean.valueOf(raw) : null);
  }

  URI uri(String key) {
    String expected = "an address such as https://example.com/path";
    return value(key, expected, URI.create("https://invalid.example/"), Section::web);
  }

  /** An address on a way that nobody else can read or change: over TLS, or on this machine. */
  URI safeUri(String key) {
    String expected =
        "an address such as https://example.com/path; http only of this machine, such as"
            + " http://127.0.0.1:8490/v1/events";
    return value(
        key,
        expected,
        URI.create("https://invalid.example/"),
        raw -> {
          URI uri = web(raw);
          return uri == null || "https".equals(uri.getScheme()) || isHere(uri.getHost())
              ? uri
              : null;
        });
  }

  private static boolean isHere(String host) {
    return host.matches("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
  }

  /** An address that can be connected to; null when it is none. */
  static @org.jspecify.annotations.Nullable URI web(String raw) {
    try {
      URI uri = URI.create(raw);
      boolean usable =
          uri.getHost() != null
              && uri.getPort() <= 65_535
              && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
      return usable ? uri : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** A file that has to be there. */
  Path file(String key) {
    Path file = path(key, "the name of a file");
    if (!file.toString().isEmpty() && !Files.isReadable(file)) {
      problems.add(path(key) + ": expected a readable file, found none at " + file);
    }
    return file;
  }

  /** A path that need not be there yet. */
  Path path(String key, String expected) {
    return value(
        key, expected, Path.of(""), raw -> raw.isBlank() ? null : folder.resolve(raw).normalize());
  }

  /** Where a device is found. */
  Binding binding(String key) {
    return value(
        key,
        "a stable path such as /dev/serial/by-id/usb-…, usb:VID:PID[:SERIAL] or tcp:HOST:PORT",
        nowhere(),
        raw ->
            raw.isBlank()
                ? null
                : Binding.parse(
                    raw.matches("(usb|tcp):.*")
                        ? raw
                        : folder.resolve(raw).normalize().toString()));
  }

  /** Stands for a port that is not known. */
  Binding nowhere() {
    return new Binding.At("");
  }

  /** A file that has to be there when it is named. */
  Optional<Path> optionalFile(String key) {
    read.add(key);
    return node.has(key) ? Optional.of(file(key)) : Optional.empty();
  }

  Path optionalPath(String key, Path otherwise) {
    read.add(key);
    return node.has(key) ? path(key, "the name of a file") : otherwise;
  }

  /**
   * A value of any other kind; the parser returns null or throws IllegalArgumentException for what
   * it cannot read.
   */
  <T> T value(
      String key,
      String expected,
      T otherwise,
      Function<String, @org.jspecify.annotations.Nullable T> parser) {
    if (!node.has(key)) {
      read.add(key);
      problems.add(path(key) + ": missing; expected " + expected);
      return otherwise;
    }
    return optional(key, expected, otherwise, parser);
  }

  /** As {@link #value}, for a key that may be left out. */
  <T> T optional(
      String key,
      String expected,
      T otherwise,
      Function<String, @org.jspecify.annotations.Nullable T> parser) {
    JsonNode child = take(key);
    if (child.isMissingNode()) {
      return otherwise;
    }
    T parsed = null;
    if (child.isValueNode() && !child.isNull()) {
      try {
        parsed = parser.apply(child.asText());
      } catch (IllegalArgumentException e) {
        problems.add(path(key) + ": expected " + expected + "; " + e.getMessage());
        return otherwise;
      }
    }
    if (parsed == null) {
      problems.add(path(key) + ": expected " + expected + ", found " + shown(child));
      return otherwise;
    }
    return parsed;
  }

  List<Section> sections(String key) {
    JsonNode array = take(key);
    List<Section> out = new ArrayList<>();
    if (!array.isArray() && !array.isMissingNode()) {
      problems.add(path(key) + ": expected a list, found " + shown(array));
    }
    for (int i = 0; i < array.size(); i++) {
      out.add(new Section(array.get(i), path(key) + "[" + i + "]", folder, problems));
    }
    return out;
  }

  /** Whole numbers without repetition; at least one if the key is there at all. */
  List<Integer> numbers(String key, int least, int most) {
    return list(
        key,
        "a list of different whole numbers from " + least + " to " + most,
        item -> Optional.ofNullable(whole(item.asText(), least, most)));
  }

  /** Words that match, without repetition; at least one if the key is there at all. */
  List<String> words(String key, String pattern, String expected) {
    return list(
        key,
        "a list of " + expected,
        item -> Optional.of(item.asText()).filter(word -> word.matches(pattern)));
  }

  private <T> List<T> list(String key, String expected, Function<JsonNode, Optional<T>> reading) {
    JsonNode array = take(key);
    Set<T> out = new LinkedHashSet<>();
    boolean good = array.isMissingNode() || (array.isArray() && !array.isEmpty());
    for (JsonNode item : array) {
      good &= reading.apply(item).filter(out::add).isPresent();
    }
    if (!good) {
      problems.add(path(key) + ": expected " + expected + ", found " + shown(array));
    }
    return List.copyOf(out);
  }

  List<String> keys() {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  boolean has(String key) {
    return node.has(key);
  }

  /** Refuses a key of before; the message says where it stands now. */
  void moved(String key, String where) {
    gone.add(key);
    if (node.has(key)) {
      refuse(key, where);
    }
  }

  /** Adds a problem that only the reader can see. */
  void refuse(String key, String what) {
    problems.add(path(key) + ": " + what);
  }

  /** Reports the keys that nothing has read. */
  void end() {
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!read.contains(key) && !gone.contains(key)) {
                problems.add(
                    path(key)
                        + ": unknown key; known here are "
                        + String.join(", ", read.stream().sorted().toList()));
              }
            });
  }

  private JsonNode take(String key) {
    read.add(key);
    return node.path(key);
  }

  private String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static @org.jspecify.annotations.Nullable Duration parse(String raw) {
    Matcher m = DURATION.matcher(raw.strip().toLowerCase(Locale.ROOT));
    if (!m.matches()) {
      return null;
    }
    long n = Long.parseLong(m.group(1));
    return switch (m.group(2)) {
      case "ms" -> Duration.ofMillis(n);
      case "s" -> Duration.ofSeconds(n);
      case "min" -> Duration.ofMinutes(n);
      default -> Duration.ofHours(n);
    };
  }

  private static String shown(JsonNode node) {
    String text = node.toString();
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
