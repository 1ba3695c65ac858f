package org.facepay.sync.carried;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facepay.sync.identity.Credentials;
import org.facepay.sync.identity.SignedFile;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.journal.Outbox;
import org.facepay.sync.journal.Outgoing;
import org.facepay.sync.journal.Waiting;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.sync.uplink.CloudEvents;
import org.facepay.sync.uplink.Gzip;

/**
 * A terminal's end of the stick. Nothing leaves its outbox because it was written to one: only the
 * collector's signed answer, brought back, says that it is stored.
 */
public final class CarriedEvents {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Bytes of data a file: what stands around them makes it larger. */
  private static final int A_FILE = CarriedFile.MOST / 2;

  private CarriedEvents() {}

  /**
   * What was written.
   *
   * @param unsendable events that are no JSON, which no collector takes
   */
  public record Written(Path folder, int events, int files, int unsendable) {}

  /**
   * Writes all that waits, also while the terminal sells.
   *
   * @param to a folder, in which a new one is made
   */
  public static Written write(Path journal, Credentials own, Path to, Instant now)
      throws StorageException, SQLException, IOException {
    int events = 0;
    int files = 0;
    int unsendable = 0;
    try (Waiting waiting = Waiting.in(journal)) {
      String moment = now.truncatedTo(ChronoUnit.MILLIS).toString().replaceAll("[^0-9TZ]", "");
      Path folder = to.resolve(own.name() + "-" + waiting.epoch() + "-" + moment);
      Files.createDirectories(folder);
      for (List<Outgoing> rows = waiting.next(A_FILE);
          !rows.isEmpty();
          rows = waiting.next(A_FILE)) {
        List<Outgoing> whole = rows.stream().filter(row -> CloudEvents.isJson(row.data())).toList();
        unsendable += rows.size() - whole.size();
        events += whole.size();
        files++;
        byte[] batch = CloudEvents.encode(source(own, waiting.epoch()), whole);
        CarriedFile.write(
            folder.resolve("%04d%s".formatted(files, CarriedFile.EVENTS)),
            SignedFile.of(own, Gzip.of(batch)));
      }
      return new Written(folder, events, files, unsendable);
    }
  }

  private static String source(Credentials own, String epoch) {
    return CloudEvents.SOURCE + own.name() + ":" + epoch;
  }

  /**
   * What the answers came to.
   *
   * @param wrong files that are no answer to this terminal, each with why; nothing of them counts
   */
  public record Settled(int files, long before, long after, long refused, List<String> wrong) {}

  /** Takes the collector's answers in; the terminal must not run. */
  public static Settled settle(Path file, Credentials own, Path folder)
      throws StorageException, IOException {
    List<String> wrong = new ArrayList<>();
    int files = 0;
    try (Journal journal = Journal.open(file);
        Outbox outbox = journal.outbox()) {
      long before = outbox.waiting();
      for (Path answer : CarriedFile.in(folder, CarriedFile.ANSWER)) {
        try {
          settle(outbox, CarriedFile.read(answer), own, journal.epoch());
          files++;
        } catch (IOException e) {
          wrong.add(answer + ": " + e.getMessage());
        }
      }
      return new Settled(files, before, outbox.waiting(), outbox.refused(), wrong);
    }
  }

  private static void settle(Outbox outbox, byte[] file, Credentials own, String epoch)
      throws IOException, StorageException {
    SignedFile signed = SignedFile.read(file, own.authority(), SignedFile.Signer.COLLECTOR);
    JsonNode answer = JSON.readTree(signed.content());
    if (answer == null || !answer.path("source").asText().equals(source(own, epoch))) {
      throw new IOException("the answer to another terminal, or to its disk of before");
    }
    Set<String> stored = new HashSet<>();
    answer.path("stored").forEach(id -> stored.add(id.asText()));
    Map<String, String> refused = new HashMap<>();
    answer
        .path("rejected")
        .forEach(r -> refused.put(r.path("id").asText(), r.path("code").asText()));
    outbox.settle(stored, refused);
  }
}
