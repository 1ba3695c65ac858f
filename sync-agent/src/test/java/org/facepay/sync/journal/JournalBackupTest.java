package org.facepay.sync.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.facepay.sync.sqlite.StorageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of a journal, beside a till that goes on selling. */
class JournalBackupTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("journal.db");
  }

  private Path copy() {
    return folder.resolve("copies").resolve("monday.db");
  }

  private List<String> files(Path in) throws Exception {
    try (Stream<Path> all = Files.list(in)) {
      return all.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aCopyIsWholeAndOfOneMomentWhileTheTillSells() throws Exception {
    Files.createDirectory(copy().getParent());
    AtomicBoolean stop = new AtomicBoolean();
    AtomicLong sold = new AtomicLong();
    CountDownLatch busy = new CountDownLatch(1);
    try (Journal journal = Journal.open(file())) {
      CompletableFuture<Void> till =
          CompletableFuture.runAsync(
              () -> {
                try {
                  for (long stamp = 1; !stop.get(); stamp++) {
                    journal.append(Steps.sale(stamp, stamp, "A-" + stamp));
                    sold.set(stamp);
                    busy.countDown();
                  }
                } catch (StorageException e) {
                  throw new IllegalStateException(e);
                }
              });
      busy.await();
      long before = sold.get();
      JournalBackup made = JournalBackup.of(file(), copy());
      long after = sold.get() + 1;
      stop.set(true);
      till.join();
      assertTrue(made.sales() >= before && made.sales() <= after, made + ", sold " + after);
      assertEquals(made.sales(), made.entries());
      assertEquals(made.sales(), made.waiting(), "nothing was uploaded");
      journal.verify();
    }
    assertEquals(List.of("monday.db"), files(copy().getParent()), "nothing is left beside it");
    // A terminal on the copy knows that it may not know the newest.
    try (Journal journal = Journal.open(copy())) {
      assertTrue(journal.markLost());
      journal.verify();
    }
  }

  @Test
  void aStoppedTillsJournalIsCopiedWithWhatAKillLeftInItsLog() throws Exception {
    Files.createDirectory(copy().getParent());
    try (Journal journal = Journal.open(file())) {
      journal.append(Steps.sale(1, 1, "A-1"));
      journal.append(Steps.event(2, 2));
    }
    List<String> there = files(folder);
    assertEquals(new JournalBackup(2, 1, 1), JournalBackup.of(file(), copy()));
    assertEquals(there, files(folder), "looking leaves no trace");
  }

  @Test
  void nothingIsReplacedAndNoDamagedJournalIsTakenForACopy() throws Exception {
    Files.createDirectory(copy().getParent());
    assertThrows(StorageException.class, () -> JournalBackup.of(file(), copy()));
    try (Journal journal = Journal.open(file())) {
      journal.append(Steps.sale(1, 1, "A-1"));
    }
    Files.writeString(copy(), "mine");
    StorageException there =
        assertThrows(StorageException.class, () -> JournalBackup.of(file(), copy()));
    assertTrue(there.getMessage().contains("name a new file"), there.getMessage());
    assertEquals("mine", Files.readString(copy()));
    Files.delete(copy());
    Steps.tamper(file(), "UPDATE sale SET total_minor=1");
    assertThrows(StorageException.class, () -> JournalBackup.of(file(), copy()));
    assertFalse(Files.exists(copy()));
    assertEquals(List.of(), files(copy().getParent()), "and no half of one");
    Path nowhere = folder.resolve("none").resolve("x.db");
    assertThrows(StorageException.class, () -> JournalBackup.of(file(), nowhere));
  }
}
