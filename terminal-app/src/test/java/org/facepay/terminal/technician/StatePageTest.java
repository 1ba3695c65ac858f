package org.facepay.terminal.technician;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.facepay.sync.uplink.Trouble;
import org.facepay.terminal.language.Sentence;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the console tells of the terminal beside its devices, and does to it. */
class StatePageTest extends ConsoleFixture {
  private static final String STATE = "/state";

  private String form = "";

  @Test
  void networkWalletsClockAndLogAreInPlainWordsInTheShopsTime() throws Exception {
    assertTrue(get(STATE).body().contains("name=pin"), "nothing without the PIN");
    logIn();
    Optional<Trouble> trouble = Optional.of(new Trouble(Trouble.Kind.HTTP_STATUS, "502"));
    collector = new StateDesk.Collector(false, trouble, 41, 2);
    String page = get(STATE + "?lang=en").body();
    for (String shown :
        List.of(
            "HTTP 502",
            "41 rows",
            "send them again",
            "reached",
            "not asked yet",
            "90 s ahead",
            "2026-11-25 16:00:00 Asia/Shanghai",
            "3072 MiB",
            "192.168.1.33",
            "0.1.0",
            "&lt;script&gt;")) {
      assertTrue(page.contains(shown), shown);
    }
    assertFalse(page.contains("<script>"));
    assertTrue(get(STATE + "?lang=zh").body().contains("连不上"));
  }

  @Test
  void whatIsDoneIsDoneByAFormOfTheSessionAlone() throws Exception {
    form = logIn();
    assertEquals(403, postTo(STATE, "do", "restart", "form", "guess").statusCode());
    assertEquals(List.of(), asked);
    assertTrue(act("check-goods").contains("40"));
    goodsProblems = List.of(Sentence.verbatim("line 2: expected a <name>"));
    assertTrue(act("check-goods").contains("line 2: expected a &lt;name&gt;"));
    assertTrue(act("zero-scale").contains("role=status"));
    assertTrue(act("slots-serviced").contains("role=status"));
    assertTrue(act("restart").contains("role=alert"), "nobody starts it again");
    assertEquals(List.of("goods", "goods", "zero", "slots", "restart"), asked);
  }

  @Test
  void whatTheCollectorRefusedIsSentAgainFromThePageThatSaysSo() throws Exception {
    form = logIn();
    collector = new StateDesk.Collector(true, Optional.empty(), 0, 0);
    assertFalse(get(STATE).body().contains("value=bring-back"), "there is nothing to send");
    collector = new StateDesk.Collector(true, Optional.empty(), 0, 7);
    assertTrue(get(STATE).body().contains("value=bring-back"));
    String said = act("bring-back");
    assertTrue(said.contains("role=status") && said.contains("7"), said);
    assertEquals(List.of("bring-back"), asked);
  }

  private String act(String what) throws Exception {
    return postTo(STATE, "do", what, "form", form).body();
  }

  @Test
  void thePinIsChangedByWhoKnowsItAndKeptForTheNextStart() throws Exception {
    form = logIn();
    Path file = folder.resolve("pin");
    for (String[] wrong :
        new String[][] {
          {"111111", "998877", "998877"},
          {PIN, "998877", "998878"},
          {PIN, "9988", "9988"},
          {PIN, "99887a", "99887a"},
          {PIN, "", ""}
        }) {
      assertTrue(newPin(wrong).contains("role=alert"), wrong[1]);
    }
    assertEquals(PIN, Files.readString(file).strip());
    assertTrue(newPin(PIN, "998877", "998877").contains("role=status"));
    assertEquals("998877", Files.readString(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    cookie = "";
    assertEquals(403, post("pin", PIN).statusCode());
    assertEquals(303, post("pin", "998877").statusCode());
    assertTrue(Pin.read(file).accepts("998877", now));
  }

  private String newPin(String... digits) throws Exception {
    return postTo(
            STATE, "do", "new-pin", "form", form, "old", digits[0], "fresh", digits[1], "again",
            digits[2])
        .body();
  }

  @Test
  void theLogIsTheLastLinesAndNoMore() {
    try (RecentLog recent = RecentLog.listening(ZoneId.of("UTC"))) {
      Logger log = (Logger) LoggerFactory.getLogger("org.facepay.Somebody");
      log.setLevel(Level.WARN);
      log.info("nobody asked for that");
      for (int n = 0; n < 300; n++) {
        log.warn("line {} {}", n, "x".repeat(400));
      }
      List<String> ours = recent.lines().stream().filter(l -> l.contains("Somebody")).toList();
      assertTrue(recent.lines().size() <= 120);
      assertTrue(ours.getLast().contains("line 299"), ours.getLast());
      assertTrue(ours.getLast().length() <= 300);
      log.setLevel(Level.OFF);
    }
    int before = RecentLog.listening(ZoneId.of("UTC")).lines().size();
    assertEquals(0, before);
  }
}
