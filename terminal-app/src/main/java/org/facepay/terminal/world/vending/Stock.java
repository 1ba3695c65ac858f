package org.facepay.terminal.world.vending;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.facepay.terminal.files.SmallFile;
import org.facepay.terminal.files.TextFile;
import org.facepay.terminal.session.Answered.StockRead.Count;
import org.facepay.terminal.session.Dated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many pieces lie in each slot, counted down by what fell and set by whoever fills it; kept
 * over restarts. A slot that nobody has counted is not in it. Thread-safe; what writes blocks.
 */
public final class Stock {
  private static final Logger LOG = LoggerFactory.getLogger(Stock.class);
  private static final String SOLD = "sold";
  private static final String USE_BY = "use-by";

  private final Path file;
  private final SortedMap<Integer, Integer> pieces = new ConcurrentSkipListMap<>();
  private final SortedMap<Integer, LocalDate> dates = new ConcurrentSkipListMap<>();
  private volatile Optional<Instant> lastSold = Optional.empty();

  /**
   * @param file slot and pieces, a line each, what was said of dates, and when something fell last
   */
  public Stock(Path file) {
    this.file = file;
    if (!Files.exists(file)) {
      return;
    }
    try {
      for (String line : TextFile.lines(file)) {
        String[] parts = line.strip().split(" ", -1);
        if (parts[0].equals(SOLD)) {
          lastSold = Optional.of(Instant.parse(parts[1]));
        } else if (parts[0].equals(USE_BY)) {
          dates.put(Integer.valueOf(parts[1]), LocalDate.parse(parts[2]));
        } else {
          pieces.put(Integer.valueOf(parts[0]), Integer.valueOf(parts[1]));
        }
      }
    } catch (IOException
        | DateTimeException
        | NumberFormatException
        | IndexOutOfBoundsException e) {
      LOG.error("the stock cannot be read, so nobody knows what lies there: {}", e.toString());
      pieces.clear();
      dates.clear();
    }
  }

  /** Pieces in a slot; empty when nobody has counted them. */
  public OptionalInt left(int slot) {
    Integer known = pieces.get(slot);
    return known == null ? OptionalInt.empty() : OptionalInt.of(known);
  }

  /** Every slot that was counted. */
  public Map<Integer, Integer> all() {
    return new TreeMap<>(pieces);
  }

  /** What whoever fills it finds. */
  List<Count> counts() {
    return pieces.entrySet().stream().map(e -> new Count(e.getKey(), e.getValue())).toList();
  }

  /** The last day on which a slot is sold: as it is given, else as whoever fills it has said. */
  Optional<LocalDate> useBy(Upkeep.Filling slot) {
    return slot.useBy()
        .or(() -> slot.asks() ? Optional.ofNullable(dates.get(slot.number())) : Optional.empty());
  }

  /** What was said of these slots. */
  List<Dated> dates(List<Integer> slots) {
    return slots.stream()
        .map(
            slot ->
                new Dated(
                    slot, Optional.ofNullable(dates.get(slot)).map(LocalDate::toString).orElse("")))
        .toList();
  }

  /** When something fell last. */
  Optional<Instant> lastSold() {
    return lastSold;
  }

  /** A piece fell; on the disk when this returns. */
  void fell(int slot, Instant at) {
    lastSold = Optional.of(at);
    pieces.computeIfPresent(slot, (_, known) -> Math.max(0, known - 1));
    write();
  }

  /** Somebody has counted, and said dates; on the disk when this returns. */
  void counted(Map<Integer, Integer> counted, List<Dated> said) {
    pieces.putAll(counted);
    said.forEach(dated -> dates.put(dated.slot(), LocalDate.parse(dated.useBy())));
    write();
  }

  private synchronized void write() {
    StringBuilder text = new StringBuilder();
    lastSold.ifPresent(at -> text.append(SOLD + " " + at + "\n"));
    dates.forEach((slot, day) -> text.append(USE_BY + " " + slot + " " + day + "\n"));
    pieces.forEach((slot, known) -> text.append(slot + " " + known + "\n"));
    try {
      SmallFile.write(file, text.toString());
    } catch (IOException e) {
      LOG.error("the stock is not kept: {}", e.toString());
    }
  }
}
