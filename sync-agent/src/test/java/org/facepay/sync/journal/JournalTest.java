package org.facepay.sync.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.facepay.sync.sqlite.Database;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.sync.sqlite.StorageException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("journal.db");
  }

  @Test
  void whatHappensWhileNobodyShopsIsNoOpenSession() throws Exception {
    try (Journal journal = Journal.open(file())) {
      journal.append(Steps.event(3, 0));
      assertEquals(List.of(), journal.openSession());
      journal.append(Steps.event(4, 4));
      journal.append(Steps.sale(5, 4, "A-1"));
      journal.append(Steps.event(6, 0));
    }
    try (Journal journal = Journal.open(file())) {
      assertEquals(List.of(), journal.openSession());
    }
  }

  @Test
  void keepsTheOpenSessionOverARestart() throws Exception {
    String epoch;
    byte[] key;
    try (Journal journal = Journal.open(file())) {
      epoch = journal.epoch();
      key = journal.receiptKey();
      assertEquals(0, journal.lastStamp());
      assertEquals(List.of(), journal.openSession());
      journal.append(Steps.event(3, 3));
      journal.append(Steps.event(7, 3));
    }
    try (Journal journal = Journal.open(file())) {
      assertEquals(epoch, journal.epoch());
      assertArrayEquals(key, journal.receiptKey());
      assertEquals(7, journal.lastStamp());
      List<Entry> open = journal.openSession();
      assertEquals(List.of(1L, 2L), open.stream().map(Entry::seq).toList());
      assertEquals(List.of(3L, 7L), open.stream().map(Entry::stamp).toList());
      assertEquals(Steps.AT, open.get(1).at());
      assertArrayEquals(Steps.utf8("{\"n\":7}"), open.get(1).body());
      journal.append(Steps.sale(8, 3, "A-1"));
      assertEquals(List.of(), journal.openSession());
      journal.append(Steps.event(20, 20));
    }
    try (Journal journal = Journal.open(file())) {
      assertEquals(
          List.of(4L), journal.openSession().stream().map(Entry::seq).toList(), "no gap in seq");
      assertArrayEquals(Steps.utf8("{\"id\":\"A-1\"}"), journal.sale("A-1").orElseThrow());
      assertEquals(Optional.empty(), journal.sale("A-2"));
      journal.verify();
    }
  }

  @Test
  void whatBelongsToNoSessionGoesOutWithoutAnEntry() throws Exception {
    AtomicInteger told = new AtomicInteger();
    try (Journal journal = Journal.open(file())) {
      journal.onOutgoing(told::incrementAndGet);
      journal.append(Steps.event(3, 3));
      journal.send(Steps.outgoing("health-1"));
      journal.append(Steps.event(4, 3));
      assertEquals(1, told.get());
      journal.send(Steps.outgoing("health-1")); // waits already
      journal.send(Steps.outgoing("health-2"));
    }
    try (Journal journal = Journal.open(file());
        Outbox outbox = journal.outbox()) {
      assertEquals(2, journal.openSession().size());
      assertEquals(
          List.of("health-1", "health-2"),
          outbox.oldest(10, 1 << 20).stream().map(Outgoing::id).toList());
      journal.verify();
    }
  }

  @Test
  void everyJournalHasAnEpochOfItsOwn() throws Exception {
    try (Journal one = Journal.open(folder.resolve("one.db"));
        Journal two = Journal.open(folder.resolve("two.db"))) {
      assertTrue(one.epoch().matches("[2-9A-HJ-NP-Z]{4}"), one.epoch());
      assertFalse(one.epoch().equals(two.epoch()) && one.receiptKey()[0] == two.receiptKey()[0]);
      assertNotEquals(List.of(one.receiptKey()), List.of(two.receiptKey()));
    }
  }

  @Test
  void aStepIsWrittenWholeOrNotAtAll() throws Exception {
    try (Journal journal = Journal.open(file());
        Outbox outbox = journal.outbox()) {
      AtomicInteger told = new AtomicInteger();
      journal.onOutgoing(told::incrementAndGet);
      journal.append(Steps.sale(1, 1, "A-1"));
      Append twice = Steps.sale(2, 2, "A-1"); // the sale's id is taken
      assertEquals(
          Reason.IO, assertThrows(StorageException.class, () -> journal.append(twice)).reason());
      assertEquals(1, journal.lastStamp());
      assertEquals(List.of("sale-A-1"), ids(outbox));
      Append twiceOut =
          new Append(
              2,
              2,
              Steps.AT,
              "PaymentAnswered",
              Steps.utf8("{}"),
              Optional.of(new Append.Sale("A-2", Steps.AT, 1, "CNY", Steps.utf8("{}"))),
              List.of(Steps.outgoing("new"), Steps.outgoing("sale-A-1")),
              true);
      assertThrows(StorageException.class, () -> journal.append(twiceOut));
      assertEquals(Optional.empty(), journal.sale("A-2"));
      assertEquals(List.of("sale-A-1"), ids(outbox));
      assertEquals(1, told.get());
      journal.append(Steps.sale(2, 2, "A-2"));
      assertEquals(List.of("sale-A-1", "sale-A-2"), ids(outbox));
      journal.verify();
    }
  }

  @Test
  void isInTheFileWhenAppendReturns() throws Exception {
    try (Journal journal = Journal.open(file());
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + file())) {
      for (int stamp = 1; stamp <= 50; stamp++) {
        journal.append(Steps.event(stamp, 1));
        assertEquals(stamp, Database.number(other, "SELECT max(seq) FROM entry"));
      }
      assertEquals("wal", text(other, "PRAGMA journal_mode"));
    }
    try (Connection writer = Database.openWriter(file())) {
      assertEquals(2, Database.number(writer, "PRAGMA synchronous"), "FULL");
    }
  }

  @Test
  void aCommitThatFailedButReachedTheFileIsNotWrittenTwice() throws Exception {
    try (Journal journal = Journal.open(file(), 12)) {
      Append big = Steps.event(1, 1, "x".repeat(3 << 20));
      assertThrows(StorageException.class, () -> journal.append(big));
      // As if the disk had taken the commit and failed to say so.
      byte[] body = Steps.utf8("{}");
      byte[] hash =
          Chain.hash(
              new byte[32], 1, 1, 1, Steps.AT.toString(), "ItemScanned", body, Optional.empty());
      StringBuilder hex = new StringBuilder();
      for (byte b : hash) {
        hex.append("%02x".formatted(b));
      }
      Steps.tamper(
          file(),
          "INSERT INTO entry VALUES(1,1,1,'%s','ItemScanned',x'7b7d',x'%s',NULL)"
              .formatted(Steps.AT, hex));
      journal.append(Steps.event(1, 1, "{}"));
      journal.append(Steps.event(2, 1, "{}"));
      journal.verify();
      assertEquals(2, journal.lastStamp());
    }
  }

  @Test
  void oneProgramAtATime() throws Exception {
    try (Journal journal = Journal.open(file())) {
      StorageException second = assertThrows(StorageException.class, () -> Journal.open(file()));
      assertEquals(Reason.LOCKED, second.reason());
      assertTrue(second.getMessage().contains("in use"), second.getMessage());
      journal.append(Steps.event(1, 1));
    }
    Journal.open(file()).close();
  }

  @Test
  void refusesTheFileOfANewerProgram() throws Exception {
    Journal.open(file()).close();
    Steps.tamper(file(), "PRAGMA user_version=3");
    StorageException e = assertThrows(StorageException.class, () -> Journal.open(file()));
    assertEquals(Reason.NEWER, e.reason());
    assertTrue(e.getMessage().contains("install that version"), e.getMessage());
    Steps.tamper(file(), "PRAGMA user_version=2");
    Journal.open(file()).close();
  }

  @Test
  void aFolderThatCannotBeUsedIsSaidSo() throws Exception {
    Path blocked = folder.resolve("blocked");
    java.nio.file.Files.writeString(blocked, "a file where the folder should be");
    StorageException e =
        assertThrows(StorageException.class, () -> Journal.open(blocked.resolve("journal.db")));
    assertEquals(Reason.IO, e.reason());
  }

  @Test
  void closingTwiceIsHarmlessAndAppendingLaterIsNot() throws Exception {
    Journal journal = Journal.open(file());
    journal.append(Steps.event(1, 1));
    journal.close();
    journal.close();
    assertThrows(StorageException.class, () -> journal.append(Steps.event(2, 1)));
  }

  @Test
  void theOutboxIsReadInOrderAndSettledByName() throws Exception {
    try (Journal journal = Journal.open(file());
        Outbox outbox = journal.outbox()) {
      journal.append(
          Steps.rows(
              1,
              List.of(
                  Steps.outgoing("c"), Steps.outgoing("a"), Steps.outgoing("b"), big("d", 5_000))));
      assertEquals(List.of("c", "a"), ids(outbox.oldest(2, 1 << 20)));
      assertEquals(List.of("c"), ids(outbox.oldest(10, 15)));
      assertEquals(List.of("c"), ids(outbox.oldest(10, 1)), "the first row goes however large");
      assertEquals(List.of("c", "a", "b"), ids(outbox.oldest(10, 100)));
      outbox.settle(List.of("c"), Map.of("a", "too-large", "unheard-of", "x"));
      assertEquals(List.of("b", "d"), ids(outbox));
      assertEquals(2, outbox.waiting());
      assertEquals(1, outbox.refused());
    }
  }

  private static Outgoing big(String id, int bytes) {
    return Steps.outgoing(id, "\"" + "x".repeat(bytes) + "\"");
  }

  private static List<String> ids(Outbox outbox) throws StorageException {
    return ids(outbox.oldest(1_000, 1 << 24));
  }

  private static List<String> ids(List<Outgoing> rows) {
    return rows.stream().map(Outgoing::id).toList();
  }

  private static String text(Connection c, String sql) throws SQLException {
    try (var s = c.createStatement();
        var row = s.executeQuery(sql)) {
      return row.getString(1);
    }
  }

  /** A disk that was put back to an earlier day, or copied, never gives a number twice. */
  @Test
  void theStampsOfTwoStartsOfOneDiskAreFarApart(@TempDir Path other) throws Exception {
    Path file = folder.resolve("journal.db");
    try (Journal journal = Journal.open(file)) {
      journal.append(Steps.event(7, 7));
    }
    Path copy = other.resolve("journal.db");
    for (String name : List.of("journal.db", "journal.db.head")) {
      Files.copy(folder.resolve(name), other.resolve(name));
    }
    long first;
    long again;
    long copied;
    try (Journal journal = Journal.open(file)) {
      first = journal.firstStamp();
      assertTrue(first > 7);
    }
    try (Journal journal = Journal.open(file)) {
      again = journal.firstStamp();
    }
    try (Journal journal = Journal.open(copy)) {
      copied = journal.firstStamp();
    }
    long events = 10_000;
    assertTrue(Math.abs(first - again) > events, first + " and " + again);
    assertTrue(Math.abs(first - copied) > events, first + " and " + copied);
    assertTrue(Math.abs(again - copied) > events, again + " and " + copied);
  }
}
