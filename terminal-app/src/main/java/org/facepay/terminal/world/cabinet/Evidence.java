package org.facepay.terminal.world.cabinet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.StampName;
import org.facepay.terminal.settlement.engine.Settlement;
import org.facepay.terminal.settlement.engine.Trace;
import org.facepay.terminal.settlement.file.AnswerFile;
import org.facepay.terminal.settlement.file.PlanogramFile;
import org.facepay.terminal.settlement.file.SessionFile;
import org.facepay.terminal.settlement.planogram.Planogram;
import org.facepay.terminal.world.cabinet.Recording.Sample;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The traces of visits, each with the planogram of its time, so that every decision can be settled
 * again by {@code container settle}: kept for so long, and no more than so many. While a visit
 * lasts its rows are written as they come, so that a power cut leaves what was weighed before. A
 * disk that takes nothing costs the evidence, not the sale.
 */
final class Evidence implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Evidence.class);
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int MOST = 3_000;

  /** What the engine said, beside the trace. */
  static final String ANSWER = ".answer";

  private final Path folder;
  private final Planogram planogram;
  private Optional<BufferedWriter> writer = Optional.empty();
  private long startedMs;
  private boolean failed;

  Evidence(Path folder, Planogram planogram) {
    this.folder = folder;
    this.planogram = planogram;
  }

  /** Where it lies. */
  static Path folder(Path cabinet) {
    return cabinet.resolve("visits");
  }

  /** What a visit's evidence is called. */
  static String name(long visit) {
    return StampName.of(visit);
  }

  private Path rows(long visit) {
    return folder.resolve(name(visit) + ".rows");
  }

  /** Whether a visit was being recorded when the program ended. */
  boolean has(long visit) {
    return Files.exists(rows(visit));
  }

  /** Writes what comes from now on. */
  void begin(long visit, long beganMs) {
    startedMs = beganMs;
    failed = false;
    try {
      Files.createDirectories(folder);
      boolean more = has(visit);
      writer =
          Optional.of(
              Files.newBufferedWriter(
                  rows(visit), StandardOpenOption.CREATE, StandardOpenOption.APPEND));
      if (more) {
        write(",,"); // a last row without an end makes no sense with it
      }
    } catch (IOException e) {
      failed(e);
    }
  }

  /** A row of one shelf. */
  void add(int shelf, Sample sample) {
    write(
        String.format(
            Locale.ROOT,
            "%d,%d,%.1f,%.1f",
            sample.atMs() - startedMs,
            shelf,
            sample.a(),
            sample.b()));
  }

  /** The door opens. */
  void opened(long nowMs) {
    write((nowMs - startedMs) + ",door");
    flush();
  }

  private void write(String row) {
    if (writer.isPresent() && !failed) {
      try {
        writer.get().write(row + "\n");
      } catch (IOException e) {
        failed(e);
      }
    }
  }

  /** To the kernel; what a power cut takes with it is a second or two. */
  void flush() {
    if (writer.isPresent() && !failed) {
      try {
        writer.get().flush();
      } catch (IOException e) {
        failed(e);
      }
    }
  }

  private void failed(IOException e) {
    failed = true;
    LOG.error("a visit is not kept: {}", e.toString());
  }

  /** What was recorded before the program ended, and when its last row was written. */
  record Kept(List<List<Sample>> samples, long openMs, Instant last) {
    /** The same at times of the clock, from when the recording began. */
    List<List<Sample>> shifted(long beganMs) {
      return samples.stream()
          .map(
              shelf ->
                  shelf.stream().map(s -> new Sample(beganMs + s.atMs(), s.a(), s.b())).toList())
          .toList();
    }
  }

  /** Reads back an unfinished visit; rows that make no sense are left out. */
  Kept read(long visit) throws IOException {
    List<List<Sample>> samples = new ArrayList<>();
    planogram.shelves().forEach(_ -> samples.add(new ArrayList<>()));
    long open = -1;
    String text = Files.readString(rows(visit), StandardCharsets.ISO_8859_1);
    for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
      String[] parts = line.split(",", -1);
      try {
        if (parts.length == 2) {
          open = open < 0 ? time(parts[0]) : open;
        } else if (parts.length == 4) {
          Sample sample = new Sample(time(parts[0]), grams(parts[2]), grams(parts[3]));
          samples.get(Integer.parseInt(parts[1])).add(sample);
        }
      } catch (NumberFormatException | IndexOutOfBoundsException e) {
        LOG.warn("a row of {} cannot be read: {}", name(visit), e.toString());
      }
    }
    return new Kept(samples, open, Files.getLastModifiedTime(rows(visit)).toInstant());
  }

  private static long time(String text) {
    long millis = Long.parseLong(text);
    if (millis < 0 || millis > KEPT.toMillis()) {
      throw new NumberFormatException("no visit lasts " + text + " ms");
    }
    return millis;
  }

  private static double grams(String text) {
    double grams = Double.parseDouble(text);
    if (!Double.isFinite(grams)) {
      throw new NumberFormatException("nothing weighs " + text);
    }
    return grams;
  }

  /** The visit is settled: its whole trace, the planogram it was settled with, and the answer. */
  String keep(long visit, Trace trace, Planogram settledWith, Optional<Settlement> said) {
    close();
    String name = name(visit);
    try {
      Files.createDirectories(folder);
      PlanogramFile.write(folder.resolve(name + ".json"), settledWith);
      SessionFile.write(folder.resolve(name + ".csv"), trace, settledWith);
      Path answer = folder.resolve(name + ANSWER);
      if (said.isPresent()) {
        AnswerFile.write(answer, said.get(), settledWith);
      } else {
        AnswerFile.writeUnread(answer, "the cells say nothing");
      }
      return name;
    } catch (IOException e) {
      LOG.error("the evidence of visit {} is not kept: {}", name, e.toString());
      return "";
    }
  }

  /** Nothing more comes of it. */
  void end(long visit) {
    close();
    try {
      Files.deleteIfExists(rows(visit));
    } catch (IOException e) {
      LOG.warn("{}", e.toString());
    }
  }

  /** What came of a visit, for whoever looks at it. */
  void note(Effect.RecordVisit visit, Instant now) {
    KeptVisits.note(folder, visit, now);
  }

  /** Deletes what is too old, and the oldest of too many. */
  void prune(Instant now) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      Map<String, List<Path>> visits =
          files.collect(
              Collectors.groupingBy(f -> f.getFileName().toString().replaceFirst("\\..*", "")));
      List<Old> oldest =
          visits.values().stream().map(Old::of).sorted(Comparator.comparing(Old::written)).toList();
      int tooMany = oldest.size() - MOST;
      for (int i = 0; i < oldest.size(); i++) {
        if (i < tooMany || oldest.get(i).written().isBefore(now.minus(KEPT))) {
          for (Path file : oldest.get(i).files()) {
            Files.deleteIfExists(file);
          }
        }
      }
    } catch (IOException e) {
      LOG.warn("old evidence is not deleted: {}", e.toString());
    }
  }

  /**
   * The files of a visit; one that somebody objects to is kept whole.
   *
   * @param written when the last of them was
   */
  private record Old(List<Path> files, Instant written) {
    static Old of(List<Path> files) {
      return new Old(
          files,
          files.stream().map(Evidence::written).max(Comparator.naturalOrder()).orElseThrow());
    }
  }

  private static Instant written(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return Instant.EPOCH;
    }
  }

  @Override
  public void close() {
    if (writer.isPresent()) {
      try {
        writer.get().close();
      } catch (IOException e) {
        failed(e);
      }
      writer = Optional.empty();
    }
  }
}
