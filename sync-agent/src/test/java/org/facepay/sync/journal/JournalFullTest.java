package org.facepay.sync.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.sync.sqlite.StorageException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full disk, by SQLite's own limit on the pages of the file. */
class JournalFullTest {
  private static final String BODY = "x".repeat(10_000);

  @TempDir Path folder;

  @Test
  void theReserveFinishesTheSession() throws Exception {
    Path file = folder.resolve("journal.db");
    try (Journal journal = Journal.open(file, 60)) {
      assertFalse(journal.low());
      long stamp = 0;
      while (!journal.low()) {
        stamp++;
        journal.append(Steps.event(stamp, 1, BODY)); // none fails: the one that does not fit is
        // written after the reserve was given up
      }
      assertFalse(Files.exists(folder.resolve("journal.db.ballast")));
      journal.append(Steps.sale(++stamp, 1, "A-1"));
      assertEquals(List.of(), journal.openSession());
      assertTrue(journal.sale("A-1").isPresent());
      assertTrue(journal.restore());
      assertFalse(journal.low());
      journal.verify();
    }
  }

  @Test
  void theReserveIsNotGivenUpForWhatBelongsToNoSession() throws Exception {
    Path file = folder.resolve("journal.db");
    try (Journal journal = Journal.open(file, 60)) {
      StorageException full = null;
      for (int n = 0; full == null; n++) {
        try {
          journal.send(Steps.outgoing("health-" + n, BODY));
        } catch (StorageException e) {
          full = e;
        }
      }
      assertEquals(Reason.FULL, full.reason());
      assertFalse(journal.low());
      journal.append(Steps.sale(1, 1, "A-1"));
      assertTrue(journal.sale("A-1").isPresent());
    }
  }

  @Test
  void withoutAReserveNothingOfTheStepIsInTheFileAndNothingIsLost() throws Exception {
    Path file = folder.resolve("journal.db");
    long written = 0;
    try (Journal journal = Journal.open(file, 60);
        Outbox outbox = journal.outbox()) {
      StorageException full = null;
      while (full == null) {
        try {
          journal.append(big(written + 1));
          written++;
        } catch (StorageException e) {
          full = e;
        }
      }
      assertEquals(Reason.FULL, full.reason());
      assertTrue(full.getMessage().contains("free space"), full.getMessage());
      assertTrue(journal.low());
      Append refused = big(written + 1);
      for (int again = 0; again < 3; again++) {
        assertEquals(
            Reason.FULL,
            assertThrows(StorageException.class, () -> journal.append(refused)).reason());
        assertEquals(written, journal.lastStamp());
        assertEquals(written, outbox.waiting());
        assertEquals(Optional.empty(), journal.sale("A-" + refused.stamp()));
        journal.verify();
      }
      // Acknowledged rows give space back; the very same step goes through then.
      List<String> half =
          outbox.oldest((int) written / 2, 1 << 30).stream().map(Outgoing::id).toList();
      outbox.settle(half, Map.of());
      journal.append(refused);
      assertTrue(journal.sale("A-" + refused.stamp()).isPresent());
    }
    try (Journal journal = Journal.open(file)) {
      assertEquals(written + 1, journal.lastStamp());
      journal.verify();
    }
  }

  @Test
  void aBallastThatWasCutShortIsLaidAgain() throws Exception {
    Path file = folder.resolve("journal.db");
    Journal.open(file).close();
    Path ballast = folder.resolve("journal.db.ballast");
    Files.write(ballast, new byte[10]);
    Journal.open(file).close();
    assertEquals(Ballast.BYTES, Files.size(ballast));
  }

  private static Append big(long stamp) {
    Append sale = Steps.sale(stamp, stamp, "A-" + stamp);
    return new Append(
        stamp,
        stamp,
        sale.at(),
        sale.type(),
        Steps.utf8(BODY),
        sale.sale(),
        List.of(Steps.outgoing("o-" + stamp, "\"" + BODY + "\"")),
        true);
  }
}
