package org.facepay.terminal.settlement.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.facepay.terminal.settlement.engine.Trace;
import org.facepay.terminal.settlement.planogram.Planogram;

/** The readings of one session as CSV: {@code t_ms,source,a,b}. */
public final class SessionFile {
  static final String HEADER = "t_ms,source,a,b";
  private static final String DOOR = "door";
  private static final long LARGEST_BYTES = 32_000_000;
  private static final long LONGEST_MS = 24L * 3600 * 1000;
  private static final double HEAVIEST_GRAMS = 1e6;

  /** Rows that are late by less are put in order: a bus does not keep the order of its shelves. */
  private static final long SAMPLING_MS = 100;

  private SessionFile() {}

  /** What became of reading a file. */
  public sealed interface Reading {}

  /** A session. */
  public record Recorded(Trace trace) implements Reading {}

  /** No session; why, with the line. */
  public record Unreadable(String reason) implements Reading {}

  /** Reads a file; whatever is wrong with it is an answer. */
  public static Reading read(Path file, Planogram planogram) {
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        return new Unreadable("larger than " + LARGEST_BYTES + " bytes");
      }
      try (BufferedReader lines = Files.newBufferedReader(file)) {
        return read(lines, planogram);
      }
    } catch (IOException e) {
      return new Unreadable("cannot be read as UTF-8 text: " + e);
    }
  }

  /** Reads text to its end. */
  static Reading read(BufferedReader lines, Planogram planogram) throws IOException {
    var rows = new Rows(planogram);
    int n = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      n++;
      try {
        if (n == 1) {
          check(line.strip().equals(HEADER), "expected the heading " + HEADER);
        } else if (!line.isBlank()) {
          rows.add(line.strip().split(",", -1));
        }
      } catch (IllegalArgumentException e) {
        return new Unreadable("line " + n + ": " + e.getMessage());
      }
    }
    try {
      return new Recorded(rows.trace());
    } catch (IllegalArgumentException e) {
      return new Unreadable(String.valueOf(e.getMessage()));
    }
  }

  /** Writes what {@link #read} reads. */
  public static void write(Path file, Trace trace, Planogram planogram) throws IOException {
    record Row(long ms, int order, String text) {}
    List<Row> rows = new java.util.ArrayList<>();
    for (int s = 0; s < trace.shelves().size(); s++) {
      Trace.Readings r = trace.shelves().get(s);
      String id = planogram.shelves().get(s).id();
      for (int i = 0; i < r.atMs().length; i++) {
        String grams = String.format(Locale.ROOT, "%.1f,%.1f", r.a()[i], r.b()[i]);
        rows.add(new Row(r.atMs()[i], 1, r.atMs()[i] + "," + id + "," + grams));
      }
    }
    rows.add(new Row(trace.openMs(), 0, trace.openMs() + ",door,open,"));
    rows.add(new Row(trace.closedMs(), 0, trace.closedMs() + ",door,closed,"));
    rows.sort(java.util.Comparator.comparingLong(Row::ms).thenComparingInt(Row::order));
    Files.write(file, Stream.concat(Stream.of(HEADER), rows.stream().map(Row::text)).toList());
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** The rows so far. */
  private static final class Rows {
    private final Map<String, Samples> shelves = new HashMap<>();
    private final List<Samples> inOrder;
    private long lastMs;
    private long openMs = -1;
    private long closedMs = -1;

    Rows(Planogram planogram) {
      inOrder =
          IntStream.range(0, planogram.shelves().size()).mapToObj(i -> new Samples()).toList();
      for (int i = 0; i < inOrder.size(); i++) {
        shelves.put(planogram.shelves().get(i).id(), inOrder.get(i));
      }
    }

    void add(String[] row) {
      check(row.length == 4, "expected 4 columns, found " + row.length);
      check(row[0].matches("\\d{1,9}"), "expected milliseconds, found " + shown(row[0]));
      long ms = Long.parseLong(row[0]);
      boolean late = ms > lastMs - SAMPLING_MS;
      check(late && ms <= LONGEST_MS, "the time " + ms + " goes back or is out of bounds");
      lastMs = Math.max(lastMs, ms);
      if (row[1].equals(DOOR)) {
        door(ms, row[2]);
        check(row[3].isEmpty(), "expected nothing in the last column of the door");
        return;
      }
      Samples samples = shelves.get(row[1]);
      check(samples != null, "the planogram has no shelf " + shown(row[1]));
      java.util.Objects.requireNonNull(samples).add(ms, grams(row[2]), grams(row[3]));
    }

    private void door(long ms, String what) {
      switch (what) {
        case "open" -> {
          check(openMs < 0, "the door opens a second time");
          openMs = ms;
        }
        case "closed" -> {
          check(openMs >= 0 && closedMs < 0, "the door closes without having opened, or twice");
          closedMs = ms;
        }
        default ->
            throw new IllegalArgumentException("expected open or closed, found " + shown(what));
      }
    }

    private static double grams(String text) {
      check(
          text.matches("[-+]?\\d{1,7}(\\.\\d{1,6})?"),
          "expected grams such as 11763.0, found " + shown(text));
      double grams = Double.parseDouble(text);
      check(Math.abs(grams) <= HEAVIEST_GRAMS, "no cell weighs " + grams + " g");
      return grams;
    }

    private static String shown(String text) {
      return text.length() > 30 ? text.substring(0, 30) + "…" : text;
    }

    Trace trace() {
      check(openMs >= 0, "the door never opens");
      check(closedMs >= 0, "the door is never closed");
      return new Trace(openMs, closedMs, inOrder.stream().map(Samples::readings).toList());
    }
  }

  /** A growing list of samples, in order of time. */
  private static final class Samples {
    private long[] ms = new long[512];
    private double[] a = new double[512];
    private double[] b = new double[512];
    private int n;

    void add(long atMs, double gramsA, double gramsB) {
      if (n == ms.length) {
        ms = Arrays.copyOf(ms, 2 * n);
        a = Arrays.copyOf(a, 2 * n);
        b = Arrays.copyOf(b, 2 * n);
      }
      int place = n++;
      while (place > 0 && ms[place - 1] > atMs) {
        ms[place] = ms[place - 1];
        a[place] = a[place - 1];
        b[place] = b[place - 1];
        place--;
      }
      ms[place] = atMs;
      a[place] = gramsA;
      b[place] = gramsB;
    }

    Trace.Readings readings() {
      return new Trace.Readings(Arrays.copyOf(ms, n), Arrays.copyOf(a, n), Arrays.copyOf(b, n));
    }
  }
}
