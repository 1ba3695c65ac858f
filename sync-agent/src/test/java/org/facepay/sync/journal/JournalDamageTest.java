package org.facepay.sync.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facepay.sync.sqlite.Database;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.sync.sqlite.StorageException.Reason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with files on a till's disk: each damage is found, and nothing is deleted. */
class JournalDamageTest {
  private static final int ENTRIES = 300;

  @TempDir static Path made;
  @TempDir Path folder;
  private Path file;

  @BeforeAll
  static void write() throws Exception {
    try (Journal journal = Journal.open(made.resolve("journal.db"))) {
      for (int i = 1; i <= ENTRIES; i++) {
        journal.append(Steps.event(i, 1, "{\"secretOfEntry\":" + (10_000 + i) + "}"));
      }
    }
  }

  @BeforeEach
  void copy() throws Exception {
    file = folder.resolve("till").resolve("journal.db");
    Files.createDirectory(file.getParent());
    for (String side : List.of("", ".ballast", ".head")) {
      Files.copy(made.resolve("journal.db" + side), side(side));
    }
  }

  @Test
  void aFlippedBitInABody() throws Exception {
    byte[] all = Files.readAllBytes(file);
    int at = indexOf(all, "secretOfEntry\":10150");
    all[at + 3] ^= 4;
    Files.write(file, all);
    damaged("entry 150");
  }

  @Test
  void anEntryTakenOutOfTheMiddle() throws Exception {
    Steps.tamper(file, "DELETE FROM entry WHERE seq=120");
    damaged("entry 120");
  }

  @Test
  void theFirstEntryTakenOut() throws Exception {
    Steps.tamper(file, "DELETE FROM entry WHERE seq=1");
    damaged("entry 1");
  }

  @Test
  void theLastEntriesTakenOut() throws Exception {
    Steps.tamper(file, "DELETE FROM entry WHERE seq>290");
    damaged("entries 291 to 300 are missing");
  }

  @Test
  void aRewrittenHistoryWithARightChain() throws Exception {
    Path other = folder.resolve("other").resolve("journal.db");
    try (Journal journal = Journal.open(other)) {
      for (int i = 1; i <= ENTRIES + 5; i++) {
        journal.append(Steps.event(i, 1, "{\"another\":" + i + "}"));
      }
    }
    Files.copy(other, file, StandardCopyOption.REPLACE_EXISTING);
    damaged("entry 300 is not the one");
  }

  @Test
  void aWriteAheadLogThatIsCutOrFlippedOrGone() throws Exception {
    // A till that lost power: the file as it was at the last checkpoint, the rest in the -wal.
    Path wal = side("-wal");
    Map<String, byte[]> live;
    try (Journal journal = Journal.open(file)) {
      for (int i = 301; i <= 310; i++) {
        journal.append(Steps.event(i, 1));
      }
      live = contents();
    }
    byte[] whole = live.get(wal.getFileName().toString());
    assertTrue(whole.length > 10 * 4096, "ten commits are in the log");

    restore(live);
    Files.write(wal, java.util.Arrays.copyOf(whole, whole.length - 4096));
    damaged("are missing at its end");

    restore(live);
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 1;
    Files.write(wal, flipped);
    damaged("are missing at its end");
    assertArrayEquals(flipped, Files.readAllBytes(wal), "what lies behind the damage is kept");

    restore(live);
    Files.delete(wal);
    damaged("entries 301 to 310 are missing");

    restore(live);
    try (Journal journal = Journal.open(file)) {
      assertEquals(310, journal.lastStamp(), "a whole log is brought in");
    }
  }

  @Test
  void aLogCutTogetherWithItsMarkCannotBeFound() throws Exception {
    // The limit of what one disk can say about itself: all files put back to an earlier moment.
    Map<String, byte[]> earlier = contents();
    try (Journal journal = Journal.open(file)) {
      journal.append(Steps.event(301, 1));
    }
    restore(earlier);
    try (Journal journal = Journal.open(file)) {
      assertEquals(300, journal.lastStamp());
    }
  }

  @Test
  void aMarkThatIsBehindIsNoDamageAndOneThatIsLostIsTold() throws Exception {
    byte[] behind = Files.readAllBytes(side(".head"));
    try (Journal journal = Journal.open(file)) {
      journal.append(Steps.event(301, 1));
    }
    Files.write(side(".head"), behind);
    assertFalse(markLost());
    assertEquals(301, JournalCheck.of(file).entries());
    for (int length : new int[] {0, 1, 39}) {
      Files.write(side(".head"), java.util.Arrays.copyOf(behind, length));
      doubtful();
      assertTrue(markLost(), "of " + length + " bytes");
      assertFalse(markLost(), "it was made again, and that was told");
    }
    Files.delete(side(".head"));
    doubtful();
    assertTrue(markLost());
    assertEquals(301, JournalCheck.of(file).entries());
  }

  private boolean markLost() throws Exception {
    try (Journal journal = Journal.open(file)) {
      return journal.markLost();
    }
  }

  private void doubtful() {
    Map<String, byte[]> before = contents();
    StorageException e = assertThrows(StorageException.class, () -> JournalCheck.of(file));
    assertEquals(Reason.DOUBTFUL, e.reason(), e.getMessage());
    assertEquals(before.keySet(), contents().keySet());
  }

  /** Two sales, power cut, and the log that held all of it is gone: nothing was in the file yet. */
  @Test
  void aLogThatIsGoneBeforeItsFirstCheckpoint() throws Exception {
    Map<String, byte[]> live;
    file = folder.resolve("new").resolve("journal.db");
    try (Journal journal = Journal.open(file)) {
      journal.append(Steps.sale(1, 1, "A-1"));
      journal.append(Steps.sale(2, 2, "A-2"));
      live = contents();
    }
    restore(live);
    assertEquals(2, JournalCheck.of(file).sales(), "a whole log is read in a copy");
    restore(live);
    Files.delete(side("-wal"));
    damaged("entries 1 to 2 are missing");

    restore(live);
    Files.delete(side("-wal"));
    Files.write(file, new byte[0]);
    damaged("is empty or gone");

    restore(live);
    Files.delete(side("-wal"));
    Files.delete(side(".head"));
    doubtful();
    assertTrue(markLost());
  }

  @Test
  void aSaleThatWasChangedDeletedOrAdded() throws Exception {
    try (Journal journal = Journal.open(file)) {
      journal.append(Steps.sale(301, 301, "A-1"));
      journal.append(Steps.sale(302, 302, "A-2"));
      journal.verify();
    }
    Map<String, byte[]> sound = contents();
    for (String change :
        List.of(
            "UPDATE sale SET total_minor=total_minor-1 WHERE id='A-1'",
            "UPDATE sale SET currency='JPY' WHERE id='A-1'",
            "UPDATE sale SET at='2026-03-02T09:30:00Z' WHERE id='A-2'",
            "UPDATE sale SET at='yesterday' WHERE id='A-2'",
            "UPDATE sale SET body=CAST('{}' AS BLOB) WHERE id='A-2'",
            "DELETE FROM sale WHERE id='A-1'",
            "UPDATE sale SET id='A-3' WHERE id='A-2'",
            "UPDATE entry SET sale=NULL WHERE sale='A-2'",
            "UPDATE entry SET sale='A-1' WHERE sale='A-2'")) {
      restore(sound);
      Steps.tamper(file, change);
      damaged("", change);
    }
    restore(sound);
    Steps.tamper(file, "INSERT INTO sale VALUES('A-9','2026-03-01T09:30:00Z',5,'CNY','{}')");
    StorageException strange = assertThrows(StorageException.class, () -> JournalCheck.of(file));
    assertEquals(Reason.DAMAGED, strange.reason());
    restore(sound);
    assertEquals(2, JournalCheck.of(file).sales());
  }

  /** What is checked is left as it is, to the byte; what is not there is not made. */
  @Test
  void aCheckWritesNothing() throws Exception {
    Map<String, byte[]> before = contents();
    assertEquals(ENTRIES, JournalCheck.of(file).entries());
    assertEquals(before.keySet(), contents().keySet());
    before.forEach((name, bytes) -> assertArrayEquals(bytes, contents().get(name), name));
    assertFalse(Files.exists(side("-shm")));
    Path nowhere = folder.resolve("none");
    assertThrows(StorageException.class, () -> JournalCheck.of(nowhere));
    assertFalse(Files.exists(nowhere));
    try (Journal running = Journal.open(file)) {
      running.append(Steps.event(301, 1));
      assertEquals(
          Reason.LOCKED,
          assertThrows(StorageException.class, () -> JournalCheck.of(file)).reason());
    }
  }

  /** A journal of a program of before: its sales lay outside the chain. */
  @Test
  void aJournalOfBeforeGoesOn() throws Exception {
    Steps.tamper(
        file,
        "ALTER TABLE entry DROP COLUMN sale",
        "ALTER TABLE state DROP COLUMN unsealed_sales",
        "INSERT INTO sale VALUES('A-0','2026-03-01T09:30:00Z',5,'CNY','{}')",
        "PRAGMA user_version=1");
    assertEquals(ENTRIES, JournalCheck.of(file).entries());
    try (Journal journal = Journal.open(file)) {
      journal.verify();
      journal.append(Steps.sale(301, 301, "A-1"));
      journal.verify();
      assertTrue(journal.sale("A-0").isPresent());
    }
    assertEquals(2, JournalCheck.of(file).sales());
    Steps.tamper(file, "DELETE FROM sale WHERE id='A-1'");
    damaged("sale A-1 is missing");
  }

  @Test
  void aZeroedHeader() throws Exception {
    try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
      raw.write(new byte[100]);
    }
    damaged("not a database");
  }

  @Test
  void aFileThatIsNoDatabase() throws Exception {
    Files.writeString(file, "<html>".repeat(2_000));
    damaged("not a database");
  }

  @Test
  void aTruncatedFile() throws Exception {
    long size = Files.size(file);
    for (long keep : new long[] {size - 1, size / 2 + 17, 8192, 4096, 100, 1, 0}) {
      try (FileChannel raw = FileChannel.open(file, StandardOpenOption.WRITE)) {
        raw.truncate(keep);
      }
      damaged("", "cut to " + keep);
    }
  }

  @Test
  void aFileThatIsGoneWhileItsSideFilesAreThere() throws Exception {
    Files.delete(file);
    damaged("is empty or gone");
  }

  @Test
  void everyZeroedPage() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    for (int page = 0; page < whole.length / 4096; page++) {
      byte[] hurt = whole.clone();
      java.util.Arrays.fill(hurt, page * 4096, page * 4096 + 4096, (byte) 0);
      Files.write(file, hurt);
      assertEquals(
          Reason.DAMAGED,
          assertThrows(StorageException.class, () -> Journal.open(file), "page " + page).reason());
    }
  }

  @Test
  void quarantineKeepsEverythingAndMakesRoomForANewJournal() throws Exception {
    Steps.tamper(file, "DELETE FROM entry WHERE seq=120");
    String epoch = readEpoch();
    Map<String, byte[]> before = contents();
    Path aside = Journal.quarantine(file, Instant.parse("2026-03-01T10:00:00.5Z"));
    assertEquals("journal.db.damaged-2026-03-01T100000500Z", aside.getFileName().toString());
    before.forEach(
        (name, bytes) -> {
          String moved = name.replace("journal.db", aside.getFileName().toString());
          assertArrayEquals(bytes, contents().get(moved), moved);
        });
    assertEquals(before.size(), contents().size());
    try (Journal fresh = Journal.open(file)) {
      assertNotEquals(epoch, fresh.epoch());
      assertEquals(0, fresh.lastStamp());
    }
  }

  private String readEpoch() throws Exception {
    try (var c = Database.openReader(file);
        var s = c.createStatement();
        var row = s.executeQuery("SELECT epoch FROM state")) {
      return row.getString(1);
    }
  }

  /** Opening says that it is damaged, where, and what to do, and leaves every byte. */
  private void damaged(String where) {
    damaged(where, "opened");
  }

  private void damaged(String where, String message) {
    Map<String, byte[]> before = contents();
    StorageException e = assertThrows(StorageException.class, () -> Journal.open(file), message);
    assertEquals(Reason.DAMAGED, e.reason(), e.getMessage());
    assertTrue(e.getMessage().contains(where), e.getMessage());
    assertTrue(
        e.getMessage().contains("Nothing was deleted. Run `facepay journal quarantine " + file),
        e.getMessage());
    Map<String, byte[]> after = contents();
    before.forEach((name, bytes) -> assertArrayEquals(bytes, after.get(name), name));
  }

  private Path side(String suffix) {
    return file.resolveSibling("journal.db" + suffix);
  }

  /** All files but SQLite's scratch memory. */
  private Map<String, byte[]> contents() {
    Map<String, byte[]> out = new TreeMap<>();
    try (var files = Files.list(file.getParent())) {
      for (Path each : (Iterable<Path>) files::iterator) {
        if (!each.toString().endsWith("-shm")) {
          out.put(each.getFileName().toString(), Files.readAllBytes(each));
        }
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out;
  }

  private void restore(Map<String, byte[]> files) throws Exception {
    for (String name : contents().keySet()) {
      Files.delete(file.resolveSibling(name));
    }
    Files.deleteIfExists(side("-shm"));
    for (Map.Entry<String, byte[]> each : files.entrySet()) {
      Files.write(file.resolveSibling(each.getKey()), each.getValue());
    }
    assertFalse(Files.exists(side("-shm")));
  }

  private static int indexOf(byte[] all, String text) {
    int at = new String(all, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
    assertTrue(at > 0);
    return at;
  }
}
