package org.facepay.terminal.world.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.sync.journal.Outgoing;
import org.facepay.terminal.technician.BadgeDesk.Added;
import org.facepay.terminal.technician.BadgeDesk.Badge;
import org.facepay.terminal.technician.Deeds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Badges that are given and taken back while the terminal runs. */
class BadgeBookTest {
  @TempDir Path folder;
  private final List<Outgoing> rows = new ArrayList<>();
  private final String first = Badges.code();
  private Instant now = Instant.parse("2026-11-25T08:00:00Z");
  private Path file;
  private BadgeBook book;

  @BeforeEach
  void open() throws IOException {
    file = folder.resolve("badges.txt");
    Files.writeString(file, "# the shop's\n");
    Badges.add(file, "小李", first);
    book = read();
  }

  private BadgeBook read() throws IOException {
    return BadgeBook.read(file, new Deeds("K3", rows::add, () -> now), () -> now);
  }

  @Test
  void oneThatIsGivenWorksAtOnceAndAfterARestart() throws IOException {
    String code = Badges.code();
    assertEquals(Added.ADDED, book.add("Ana", code, "Bo"));
    assertEquals("Ana", book.owner(code));
    assertEquals("Ana", read().owner(code));
    assertEquals(Added.TAKEN, book.add("Bo", code, "Bo"));
    assertTrue(Files.readString(file).startsWith("# the shop's\n"), "the rest stays");
    assertFalse(Files.readString(file).contains(code));
    assertEquals(1, rows.size());
  }

  @Test
  void whatIsNoNameOrNoBadgeIsRefused() throws IOException {
    String before = Files.readString(file);
    for (String name :
        new String[] {"", " ", "a\nb 12", "#x", "x".repeat(41), "a\0b", "\uFFFD", " a", "a "}) {
      assertEquals(Added.NO_NAME, book.add(name, Badges.code(), "Bo"), name);
      assertEquals(Added.NO_NAME, book.await(name, "Bo"), name);
    }
    for (String code : new String[] {"", "FPA-", first + "A", "6900123400074", first + "\0"}) {
      assertEquals(Added.NO_BADGE, book.add("Ana", code, "Bo"));
    }
    assertEquals(before, Files.readString(file));
    assertTrue(rows.isEmpty());
  }

  @Test
  void oneThatIsTakenBackWorksNoMoreAtOnceAndAfterARestart() throws IOException {
    Badge badge = book.badges().getFirst();
    assertEquals(Optional.of("小李"), book.revoke(badge.id(), "Bo"));
    assertEquals("", book.owner(first));
    assertEquals("", read().owner(first));
    assertEquals(Optional.empty(), book.revoke(badge.id(), "Bo"));
    assertEquals(1, rows.size());
    assertEquals("# the shop's\n", Files.readString(file));
  }

  @Test
  void oneThatCannotBeTakenOutOfTheFileWorksNoMoreAllTheSame() throws IOException {
    Badge badge = book.badges().getFirst();
    Files.delete(file);
    assertThrows(IOException.class, () -> book.revoke(badge.id(), "Bo"));
    assertEquals("", book.owner(first));
  }

  @Test
  void theNextUnknownOneIsWhosItIsAwaitedForTwoMinutes() throws IOException {
    String code = Badges.code();
    assertEquals("", book.owner(code), "nobody awaits it");
    assertEquals(Added.AWAITED, book.await("Ana", "Bo"));
    assertEquals("小李", book.owner(first), "somebody's stays theirs");
    assertEquals(Optional.of("Ana"), book.awaited());
    assertEquals("Ana", book.owner(code));
    assertEquals(Optional.empty(), book.awaited());
    assertEquals("", book.owner(Badges.code()), "one alone");
    assertEquals(Added.AWAITED, book.await("Bo", "Cy"));
    now = now.plus(Duration.ofMinutes(2));
    assertEquals(Optional.empty(), book.awaited());
    assertEquals("", book.owner(Badges.code()));
  }
}
