package org.facepay.terminal.lab.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import org.facepay.sync.journal.Journal;
import org.facepay.tags.NeedsNatives;
import org.facepay.tags.Slow;
import org.junit.jupiter.api.Test;

/**
 * What is wrong with a terminal's files when it is started or while it sells: its page stands, says
 * the true reason, and the terminal sells as soon as it can.
 */
@NeedsNatives
@Slow("starts a terminal over damaged files again and again")
class StartTest extends OpenShop {
  private Path data() {
    return folder.resolve("shop").resolve("data");
  }

  private void stop() throws Exception {
    page.close();
    terminal.close();
  }

  private String alarms() throws Exception {
    return new ConsoleClient(terminal.terminal().consoleUrl().orElseThrow()).page("/");
  }

  private void closedBecause(String reason) throws Exception {
    assertEquals(reason, screen("closed").path("reason").asText());
  }

  private void sql(Path file, String... statements) throws Exception {
    try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement s = c.createStatement()) {
      for (String each : statements) {
        s.execute(each);
      }
    }
  }

  @Test
  void aTokenThatWasCutShortIsMadeAgain() throws Exception {
    Path token = data().resolve("page.token");
    for (String cut : new String[] {"", "abc", "not a token\u0000"}) {
      stop();
      Files.writeString(token, cut);
      start();
      screen("attract");
      assertTrue(Files.readString(token).matches("[A-Za-z0-9_-]{32}"));
      assertEquals(
          "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(token)));
    }
  }

  @Test
  void theLastGoodListIsSoldAndTheTechnicianIsTold() throws Exception {
    screen("attract");
    assertFalse(alarms().contains("role=alert"));
    stop();
    Path list = folder.resolve("shop").resolve("goods.tsv");
    byte[] good = Files.readAllBytes(list);
    Files.writeString(list, "this is no list\n");
    start();
    buy("6900123400074");
    assertTrue(alarms().contains("goods of the last good list"), alarms());
    stop();
    Files.delete(list);
    start();
    buy("6900123400074");
    stop();
    Files.write(list, good);
    start();
    screen("attract");
    assertFalse(alarms().contains("role=alert"));
  }

  @Test
  void withoutAnyGoodsThePageSaysSoUntilThereAreSome() throws Exception {
    stop();
    Path list = folder.resolve("shop").resolve("goods.tsv");
    byte[] good = Files.readAllBytes(list);
    Files.writeString(list, "this is no list\n");
    for (String side : new String[] {"", "-wal", "-shm"}) {
      Files.deleteIfExists(data().resolve("pricebook.db" + side));
    }
    start();
    closedBecause("NO_GOODS");
    assertTrue(alarms().contains("does not sell"), alarms());
    Files.write(list, good);
    screen("attract");
    page.touch("start");
    screen("basket");
  }

  @Test
  void aDamagedJournalClosesThePageUntilItIsPutAside() throws Exception {
    buy("6900123400074");
    stop();
    sql(data().resolve("journal.db"), "UPDATE sale SET total_minor=1");
    start();
    closedBecause("STORAGE_DAMAGED");
    assertTrue(alarms().contains("journal quarantine"), alarms());
    Journal.quarantine(data().resolve("journal.db"), Instant.now());
    screen("attract");
    page.touch("start");
    screen("basket");
  }

  @Test
  void aLostMarkIsToldToTheTechnician() throws Exception {
    buy("6900123400074");
    stop();
    Files.delete(data().resolve("journal.db.head"));
    start();
    screen("attract");
    assertTrue(alarms().contains("mark beside the journal"), alarms());
  }

  /** The touch is not lost: the session opens when the journal can be written again. */
  @Test
  void aJournalThatIsHeldWhileItSellsClosesThePage() throws Exception {
    screen("attract");
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + data().resolve("journal.db"));
        Statement s = other.createStatement()) {
      s.execute("BEGIN IMMEDIATE");
      page.touch("start");
      closedBecause("STORAGE_LOCKED");
      assertTrue(alarms().contains("held by another program"), alarms());
      s.execute("ROLLBACK");
    }
    screen("basket");
    assertFalse(alarms().contains("role=alert"));
  }

  @Test
  void aJournalInUseKeepsASecondTerminalClosed() throws Exception {
    stop();
    try (Journal other = Journal.open(data().resolve("journal.db"))) {
      start();
      closedBecause("STORAGE_LOCKED");
      assertFalse(other.markLost());
    }
    screen("attract");
  }
}
