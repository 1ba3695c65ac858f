package org.facepay.sync.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.facepay.tags.Slow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL in the middle of appending: every append that returned is in the file. */
class JournalKillTest {
  private static final int RUNS = 4;

  @TempDir Path folder;

  /** The till that is killed: appends sales for ever and prints each stamp once it is durable. */
  static final class Till {
    private Till() {}

    public static void main(String[] args) throws Exception {
      try (Journal journal = Journal.open(Path.of(args[0]))) {
        for (long stamp = journal.lastStamp() + 1; ; stamp++) {
          journal.append(Steps.sale(stamp, stamp, "A-" + stamp));
          System.out.println(stamp);
        }
      }
    }
  }

  @Test
  @Slow("starts and kills a process with a journal, several times")
  void everyAcknowledgedAppendIsInTheFile() throws Exception {
    Path file = folder.resolve("journal.db");
    Random random = new Random(20260301);
    for (int run = 0; run < RUNS; run++) {
      long acknowledged = appendUntilKilled(file, 5 + random.nextInt(300));
      try (Journal journal = Journal.open(file);
          Outbox outbox = journal.outbox()) {
        journal.verify();
        long last = journal.lastStamp();
        assertTrue(last >= acknowledged, acknowledged + " was printed, the file ends at " + last);
        for (long stamp = 1; stamp <= last; stamp++) {
          assertTrue(journal.sale("A-" + stamp).isPresent());
        }
        assertEquals(last, outbox.waiting(), "each sale with its row");
      }
    }
  }

  private static long appendUntilKilled(Path file, int lines) throws Exception {
    Process till =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xshare:auto",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Till.class.getName(),
                    file.toString()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long last = 0;
    try (BufferedReader out = till.inputReader()) {
      for (int i = 0; i < lines; i++) {
        last = Long.parseLong(String.valueOf(out.readLine()));
      }
      till.toHandle().destroyForcibly(); // its last lines can still be read
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        last = line.matches("\\d+") ? Math.max(last, Long.parseLong(line)) : last;
      }
    } finally {
      till.destroyForcibly();
    }
    assertTrue(till.waitFor(20, TimeUnit.SECONDS));
    return last;
  }
}
