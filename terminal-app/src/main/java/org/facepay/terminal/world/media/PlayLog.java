package org.facepay.terminal.world.media;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.facepay.sync.journal.Outgoing;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.terminal.devices.HealthReports;
import org.facepay.terminal.files.TextFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has played, when, and how long, told to the collector in batches ({@code
 * org.facepay.media.v1}): a row each would be thousands a day. What is not told yet is in a file.
 * Not thread-safe; what writes blocks.
 */
final class PlayLog {
  static final String TYPE = "org.facepay.media.v1";

  private static final Logger LOG = LoggerFactory.getLogger(PlayLog.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BATCH = 50;
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** While the disk takes nothing: the oldest are forgotten. */
  private static final int MOST = 2_000;

  private final String terminal;
  private final Path file;
  private final HealthReports.Sink sink;
  private final List<Play> waiting = new ArrayList<>();

  /** How a play ended. */
  enum End {
    /** Its time was over. */
    DONE,
    /** A hand on the glass, or somebody who began to shop. */
    GAVE_WAY,
    /** It was taken out of the folder or the list, or its last day was over. */
    WITHDRAWN,
    /** The page could not show it. */
    UNPLAYABLE
  }

  /** One time that something was on the glass. */
  record Play(String item, Instant at, long millis, End end) {
    private String line() {
      return String.join("\t", item, at.toString(), Long.toString(millis), end.name()) + "\n";
    }

    private static Play of(String line) {
      String[] parts = line.split("\t", -1);
      return new Play(
          parts[0], Instant.parse(parts[1]), Long.parseLong(parts[2]), End.valueOf(parts[3]));
    }
  }

  /**
   * @param file keeps what is not told yet
   */
  PlayLog(String terminal, Path file, HealthReports.Sink sink) {
    this.terminal = terminal;
    this.file = file;
    this.sink = sink;
    if (Files.exists(file)) {
      try {
        TextFile.lines(file).stream().map(Play::of).forEach(waiting::add);
      } catch (IOException
          | DateTimeException
          | IllegalArgumentException
          | IndexOutOfBoundsException e) {
        LOG.warn("what played last cannot be read and is not told: {}", e.toString());
      }
    }
  }

  /** Something has played. */
  void add(Play play) {
    if (waiting.size() == MOST) {
      waiting.removeFirst();
    }
    waiting.add(play);
    try {
      Files.writeString(file, play.line(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      LOG.warn("what played is not kept over a restart: {}", e.toString());
    }
  }

  /** Tells what has waited long enough, or is enough. */
  void look(Instant now) {
    boolean due =
        waiting.size() >= BATCH
            || (!waiting.isEmpty()
                && Duration.between(waiting.getFirst().at(), now).abs().compareTo(LONGEST) >= 0);
    if (due) {
      tell(now);
    }
  }

  private void tell(Instant now) {
    ObjectNode body = JSON.createObjectNode().put("terminal", terminal);
    ArrayNode plays = body.putArray("plays");
    for (Play play : waiting) {
      plays
          .addObject()
          .put("item", play.item())
          .put("at", play.at().toString())
          .put("seconds", seconds(play.millis()))
          .put("end", play.end().name());
    }
    Play first = waiting.getFirst();
    String id = "media-%d-%d".formatted(first.at().toEpochMilli(), waiting.size());
    try {
      sink.send(new Outgoing(id, TYPE, now, body.toString().getBytes(StandardCharsets.UTF_8)));
      waiting.clear();
      Files.deleteIfExists(file);
    } catch (StorageException e) {
      LOG.warn("the collector is not told yet of what played: {}", e.getMessage());
    } catch (IOException e) {
      LOG.warn("what was told of plays is told again after a restart: {}", e.toString());
    }
  }

  private static double seconds(long millis) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.1f", millis / 1e3));
  }
}
