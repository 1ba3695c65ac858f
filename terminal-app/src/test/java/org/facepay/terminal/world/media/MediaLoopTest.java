package org.facepay.terminal.world.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.facepay.kiosk.screen.Screen;
import org.facepay.sync.journal.Outgoing;
import org.facepay.terminal.alarm.Alarm;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.catalogue.MediaFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One after the other while nobody is there; gone when taken out; told in batches. */
class MediaLoopTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration AFTER = Duration.ofSeconds(30);

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-12-01T08:00:00Z");
  private final Alarms alarms = new Alarms(() -> now);
  private final List<Outgoing> rows = new ArrayList<>();
  private long seq;
  private long painted;
  private int changes;
  private MediaLoop media;

  private final Glass glass =
      new Glass() {
        @Override
        public long painted() {
          return painted;
        }

        @Override
        public void changed() {
          changes++;
        }
      };

  @BeforeEach
  void open() throws IOException {
    put("a.png");
    put("b.png");
    list("a.png\t10\nb.png\t5\t\t2026-12-01T08:05");
    begin();
  }

  private void begin() {
    media =
        new MediaLoop(
            new MediaFolder(folder, ZoneOffset.UTC),
            AFTER,
            new PlayLog("K3", folder.resolve("plays"), rows::add),
            glass,
            alarms,
            () -> now);
    media.free(true);
  }

  @AfterEach
  void close() {
    media.close();
  }

  private void put(String name) throws IOException {
    ImageIO.write(
        new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", folder.resolve(name).toFile());
  }

  private void list(String lines) throws IOException {
    Files.writeString(folder.resolve(MediaFolder.LIST), lines);
  }

  /** So many seconds pass, and what is shown is painted. */
  private String after(int seconds) {
    now = now.plusSeconds(seconds);
    media.look();
    return shown();
  }

  private String shown() {
    Optional<Screen> screen = media.playing(++seq);
    painted = seq;
    return screen.map(s -> ((Screen.Playing) s).item()).orElse("");
  }

  private List<JsonNode> told() throws IOException {
    List<JsonNode> plays = new ArrayList<>();
    for (Outgoing row : rows) {
      assertEquals(PlayLog.TYPE, row.type());
      JSON.readTree(row.data()).path("plays").forEach(plays::add);
    }
    return plays;
  }

  @Test
  void itPlaysInTurnOnceNobodyHasTouchedAnything() {
    assertEquals("", after(29));
    assertEquals("a.png", after(1));
    assertEquals("a.png", after(9));
    assertEquals("b.png", after(1));
    assertEquals("a.png", after(5));
    assertTrue(changes >= 3);
  }

  @Test
  void aHandSendsItAwayForAsLong() {
    assertEquals("a.png", after(30));
    media.touched();
    assertEquals("", shown());
    assertEquals("", after(29));
    assertEquals("b.png", after(1), "the next in turn");
  }

  @Test
  void whoeverShopsIsNeverShownIt() {
    assertEquals("a.png", after(30));
    media.free(false);
    assertEquals("", shown());
    assertEquals("", after(100));
    media.free(true);
    assertEquals("", after(29), "it waits anew");
    assertEquals("b.png", after(1));
  }

  @Test
  void whatIsTakenOutGoesInTheMiddleAndIsServedNoMore() throws IOException {
    assertEquals("a.png", after(30));
    assertTrue(media.file("a.png").isPresent());
    Files.delete(folder.resolve("a.png"));
    assertEquals("b.png", after(1));
    assertTrue(media.file("a.png").isEmpty());
    list("");
    assertEquals("", after(1));
    assertTrue(media.file("b.png").isEmpty());
    assertEquals("", after(3_600));
  }

  @Test
  void whatHasExpiredGoesInTheMiddle() {
    assertEquals("a.png", after(30));
    assertEquals("b.png", after(10));
    now = Instant.parse("2026-12-01T08:05:00Z");
    assertTrue(media.file("b.png").isEmpty(), "not served from that very moment");
    assertEquals("a.png", after(0));
    assertEquals("a.png", after(600));
  }

  @Test
  void aFileThatIsExchangedPlaysAnew() throws IOException {
    assertEquals("a.png", after(30));
    String before = ((Screen.Playing) media.playing(seq).orElseThrow()).address();
    ImageIO.write(
        new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB),
        "png",
        folder.resolve("a.png").toFile());
    Files.setLastModifiedTime(folder.resolve("a.png"), FileTime.fromMillis(1));
    after(1);
    after(5);
    assertFalse(media.playing(seq).toString().contains(before.substring(before.indexOf('?'))));
  }

  @Test
  void whatTheBrowserCannotPlayIsLeftOutAndAnAlarm() throws IOException {
    assertEquals("a.png", after(30));
    media.unplayable("b.png");
    assertEquals("a.png", shown(), "nothing that is not on");
    media.unplayable("a.png");
    assertEquals("b.png", after(1));
    assertEquals("b.png", after(5), "alone");
    assertEquals(List.of("a.png"), alarms.standing().stream().map(Alarm::subject).toList());
    list("b.png\t5");
    after(1);
    assertEquals(List.of(), alarms.standing());
  }

  @Test
  void whatIsBrokenNeverPlaysAndIsSaidOnce() throws IOException {
    Files.writeString(folder.resolve("a.png"), "this is no picture at all");
    List<Alarm> raised = new ArrayList<>();
    alarms.onChange((alarm, up) -> raised.add(alarm));
    assertEquals("b.png", after(30));
    after(5);
    after(5);
    assertEquals(1, raised.size());
  }

  @Test
  void whatPlayedIsToldInBatchesWithHowItEnded() throws IOException {
    assertEquals("a.png", after(30));
    after(10);
    now = now.plusSeconds(2);
    media.touched();
    after(0);
    assertEquals(List.of(), rows, "not a row each");
    after(660);
    List<JsonNode> plays = told();
    assertEquals(1, rows.size());
    assertEquals("a.png", plays.get(0).path("item").asText());
    assertEquals("2026-12-01T08:00:30Z", plays.get(0).path("at").asText());
    assertEquals(10.0, plays.get(0).path("seconds").asDouble());
    assertEquals("DONE", plays.get(0).path("end").asText());
    assertEquals("b.png", plays.get(1).path("item").asText());
    assertEquals(2.0, plays.get(1).path("seconds").asDouble());
    assertEquals("GAVE_WAY", plays.get(1).path("end").asText());
  }

  @Test
  void theSameAgainAndAgainIsPlayedAsOftenAsThat() throws IOException {
    list("a.png\t10");
    after(30);
    for (int i = 0; i < 70; i++) {
      after(10);
    }
    assertTrue(told().size() >= 50, "each time counts");
  }

  @Test
  void whatNoPageHasPaintedIsNoPlay() {
    now = now.plusSeconds(30);
    media.look();
    now = now.plusSeconds(100);
    media.look();
    now = now.plusSeconds(3_600);
    media.look();
    assertEquals(List.of(), rows);
  }

  @Test
  void whatIsNotToldYetIsToldAfterARestart() throws IOException {
    after(30);
    after(10);
    media.close();
    begin();
    after(1);
    assertEquals(List.of(), rows);
    now = now.plusSeconds(600);
    media.look();
    assertEquals(2, told().size());
    assertFalse(Files.exists(folder.resolve("plays")));
  }
}
