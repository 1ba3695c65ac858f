package org.facepay.terminal.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.PaymentScreen.ReaderStep;
import org.facepay.kiosk.screen.Screen;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.terminal.checkout.Fixture;
import org.facepay.terminal.checkout.Screens;
import org.facepay.terminal.checkout.Stage;
import org.facepay.terminal.language.Name;
import org.facepay.terminal.payment.Reach;
import org.facepay.terminal.receipt.ReceiptLinks;
import org.facepay.terminal.sale.Identity;
import org.facepay.terminal.screen.Surroundings;
import org.facepay.terminal.screen.Weight;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Told;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Journals that an earlier version of the program was killed in the middle of. Whatever has been
 * renamed since, they replay to the screen the shopper had before, and ask what they asked then.
 */
class EarlierJournalTest {
  private static final Instant NOW = Instant.parse("2026-11-22T06:33:00Z");
  private static final Surroundings FINE =
      new Surroundings(
          Instant.EPOCH,
          "14:33",
          true,
          Reach.FINE,
          true,
          Screen.Guidance.LOOKING,
          Weight.NONE,
          ReaderStep.INSERT_OR_TAP,
          Optional.empty());

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"shopping", "paying", "refunding"})
  void replaysToTheSameScreen(String name) throws Exception {
    Path file = folder.resolve("journal.db");
    Files.write(file, resource(name + ".db"));
    List<Effect> asked = new ArrayList<>();
    Inbox<Event> inbox = new Inbox<>(8);
    try (Journal journal = Journal.open(file)) {
      var loop =
          new TerminalLoop<>(
              TerminalLoopTest.machine(), journal, inbox, new Listening(asked), () -> NOW);
      assertTrue(loop.replay());
      assertTrue(asked.isEmpty(), "a replay has no effects");
      String replayed = screens().snapshot(1, loop.state(), FINE).toString();
      assertTrue(inbox.offer(new Told.Restarted()));
      assertTrue(loop.runOnce(Duration.ZERO));
      String restarted = screens().snapshot(2, loop.state(), FINE).toString();
      String expected = new String(resource(name + ".txt"), StandardCharsets.UTF_8);
      assertEquals(
          expected, replayed + "\n" + restarted + "\n" + asked(asked, journal.lastStamp()) + "\n");
    }
  }

  /** The stamp of the restart is drawn anew by each start. */
  private static String asked(List<Effect> asked, long restart) {
    return asked.toString().replace(Long.toString(restart), "RESTART");
  }

  private static Screens screens() {
    var identity =
        new Identity(
            "K3",
            new Name("晴里便利", "Qingli Market"),
            new Name("自助收银 3 号", "Self-checkout 3"),
            ZoneId.of("Asia/Shanghai"),
            Currency.getInstance("CNY"));
    return new Screens(
        identity,
        Fixture.RULES,
        new ReceiptLinks(URI.create("https://example.com/r/"), new byte[32]),
        List.of(Fixture.TEA, Fixture.MILK, Fixture.APPLES));
  }

  private static byte[] resource(String name) throws IOException {
    try (var in = EarlierJournalTest.class.getResourceAsStream("journals/" + name)) {
      if (in == null) {
        throw new IOException("no journals/" + name);
      }
      return in.readAllBytes();
    }
  }

  /** Keeps what was asked of the world. */
  private record Listening(List<Effect> asked) implements TerminalLoop.World<State<Stage>, Effect> {
    @Override
    public void show(State<Stage> state) {}

    @Override
    public void run(Effect effect) {
      asked.add(effect);
    }

    @Override
    public void idle(State<Stage> state) {}

    @Override
    public void storage(@Nullable StorageException failure) {}
  }
}
