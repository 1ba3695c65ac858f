package org.facepay.terminal.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Pictures and films of the shop's own in the folder {@code media} beside the list of goods, and
 * the list that says when each plays: a table of tab-separated text, one file a line, with its
 * seconds, and the first and last day or minute if it has any. What is not in the list does not
 * play. It is read again and again, so that whatever is taken out is out; a file is looked into
 * only when it has changed. Not thread-safe.
 */
public final class MediaFolder {
  /** The list's name in the folder. */
  public static final String LIST = "list.tsv";

  private static final String NAME =
      "[A-Za-z0-9_-][A-Za-z0-9._-]{0,55}\\.(png|jpe?g|webp|mp4|webm)";
  private static final int MOST_ITEMS = 200;
  private static final int COLUMNS = 4;
  private static final int USUAL_SECONDS = 10;
  private static final int LONGEST_SECONDS = 600;

  private final Path folder;
  private final ZoneId zone;
  private final Map<String, Looked> looked = new HashMap<>();

  /** What a file was found to be, while it is of this version. */
  private record Looked(String version, Optional<String> problem) {}

  /**
   * What there is.
   *
   * @param problems by the file or line they are about
   */
  public record Contents(List<MediaItem> items, SortedMap<String, String> problems) {
    static final Contents NONE = new Contents(List.of(), new TreeMap<>());
  }

  /**
   * @param zone of the days in the list
   */
  public MediaFolder(Path folder, ZoneId zone) {
    this.folder = folder;
    this.zone = zone;
  }

  /** What the list names and can play, whatever the time; never fails. */
  public Contents read() {
    Path list = folder.resolve(LIST);
    if (!Files.exists(list)) {
      return Contents.NONE;
    }
    SortedMap<String, String> problems = new TreeMap<>();
    List<MediaItem> items = new ArrayList<>();
    try {
      for (TableLine line : TableLine.read(list)) {
        if (items.size() == MOST_ITEMS) {
          problems.put(LIST, "more than " + MOST_ITEMS + " files");
          break;
        }
        item(line, problems).ifPresent(items::add);
      }
    } catch (CatalogueException e) {
      problems.put(LIST, String.valueOf(e.getMessage()));
    }
    return new Contents(List.copyOf(items), problems);
  }

  /** The file of that name. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  private Optional<MediaItem> item(TableLine line, SortedMap<String, String> problems) {
    String name = line.cell(0);
    String where = name.matches(NAME) ? name : LIST + " line " + line.number();
    try {
      if (!name.matches(NAME)) {
        throw new IllegalArgumentException(
            "expected a name of letters, digits, dots and dashes that ends with png, jpg, webp, mp4"
                + " or webm");
      }
      if (!line.fits(COLUMNS)) {
        throw new IllegalArgumentException("expected file, seconds, from, until between tabs");
      }
      BasicFileAttributes is =
          Files.readAttributes(file(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      String version = is.lastModifiedTime().toMillis() + "-" + is.size();
      MediaItem item =
          new MediaItem(
              name,
              version,
              Duration.ofSeconds(seconds(line.cell(1))),
              moment(line.cell(2), 0),
              moment(line.cell(3), 1));
      Optional<String> problem = problem(name, version, is);
      problem.ifPresent(why -> problems.put(where, why));
      return problem.isPresent() ? Optional.empty() : Optional.of(item);
    } catch (IllegalArgumentException | DateTimeException e) {
      problems.put(where, String.valueOf(e.getMessage()));
    } catch (IOException _) {
      problems.put(where, "in the list and not in the folder");
    }
    return Optional.empty();
  }

  private Optional<String> problem(String name, String version, BasicFileAttributes is) {
    Looked known = looked.get(name);
    if (known == null || !known.version().equals(version)) {
      known =
          new Looked(
              version,
              is.isRegularFile() ? MediaFile.problem(file(name)) : Optional.of("no plain file"));
      looked.put(name, known);
    }
    return known.problem();
  }

  private static int seconds(String cell) {
    boolean right = cell.matches("[0-9]{1,3}");
    int seconds = cell.isEmpty() ? USUAL_SECONDS : right ? Integer.parseInt(cell) : 0;
    if (seconds < 1 || seconds > LONGEST_SECONDS) {
      throw new IllegalArgumentException("expected 1 to 600 seconds, found " + cell);
    }
    return seconds;
  }

  /**
   * The moment of a cell such as 2026-12-24 or 2026-12-24T18:00.
   *
   * @param days later that a day without a time of its own counts
   */
  private Optional<Instant> moment(String cell, int days) {
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        cell.contains("T")
            ? LocalDateTime.parse(cell).atZone(zone).toInstant()
            : LocalDate.parse(cell).plusDays(days).atStartOfDay(zone).toInstant());
  }
}
