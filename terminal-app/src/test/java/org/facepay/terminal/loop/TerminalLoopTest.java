package org.facepay.terminal.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Screen.Method;
import org.facepay.sync.journal.Entry;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.journal.Outbox;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.terminal.checkout.Fixture;
import org.facepay.terminal.checkout.Stage;
import org.facepay.terminal.language.Name;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.receipt.Books;
import org.facepay.terminal.receipt.ReceiptLinks;
import org.facepay.terminal.receipt.SaleRecord;
import org.facepay.terminal.sale.Identity;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Timed;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched;
import org.facepay.terminal.session.Touched.Touch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The loop on a real journal: durable before visible, replay without effects, nothing dropped on a
 * full disk.
 */
class TerminalLoopTest {
  private static final Instant NOW = Instant.parse("2026-11-22T06:32:00Z");
  private static final PayCode CODE = new PayCode("280000000000440343");

  @TempDir Path folder;
  private final Inbox<Event> inbox = new Inbox<>(64);
  private final World world = new World();

  /** Remembers what it was told. */
  private static final class World implements TerminalLoop.World<State<Stage>, Effect> {
    final List<State<Stage>> shown = new ArrayList<>();
    final List<Effect> run = new ArrayList<>();
    @Nullable StorageException failure;

    @Override
    public void show(State<Stage> state) {
      shown.add(state);
    }

    @Override
    public void run(Effect effect) {
      run.add(effect);
    }

    @Override
    public void idle(State<Stage> state) {}

    @Override
    public void storage(@Nullable StorageException now) {
      failure = now;
    }
  }

  static Books<Stage> machine() {
    Identity identity =
        new Identity(
            "K3",
            new Name("晴里便利", "Qingli Market"),
            new Name("自助收银 3 号", "Self-checkout 3"),
            ZoneId.of("Asia/Shanghai"),
            Currency.getInstance("CNY"));
    ReceiptLinks links = new ReceiptLinks(URI.create("https://example.com/r/"), new byte[32]);
    return new Books<>(
        Fixture.RULES.frame(), new SaleRecord(identity, links, Fixture.RULES.ways()));
  }

  private TerminalLoop<State<Stage>, Event, Effect> loop(Journal journal) {
    return new TerminalLoop<>(machine(), journal, inbox, world, () -> NOW);
  }

  private void drain(TerminalLoop<State<Stage>, Event, Effect> loop, Event... events)
      throws InterruptedException {
    for (Event event : events) {
      assertTrue(inbox.offer(event));
      assertTrue(loop.runOnce(Duration.ZERO), () -> event + " was not taken");
    }
  }

  private static Event scan() {
    return new Read.ItemScanned(Fixture.TEA, new Quantity.Pieces(1));
  }

  private static final Event[] TO_PAYING = {
    scan(),
    new Touch(new Intent.Pay()),
    new Touch(new Intent.ChooseMethod(Method.PAY_CODE)),
    new Read.PayCodePresented(CODE, "alipay")
  };

  private Journal journal() throws StorageException {
    return Journal.open(folder.resolve("journal.db"));
  }

  private static Payment payment(TerminalLoop<State<Stage>, Event, Effect> loop) {
    State.Open<Stage> open = (State.Open<Stage>) loop.state();
    return ((Stage.Paying) open.stage()).charge().payment();
  }

  private static Event approve(TerminalLoop<State<Stage>, Event, Effect> loop) {
    long attempt = payment(loop).attempt();
    return new Answered.PaymentAnswered(attempt, new Outcome.Approved("2026"));
  }

  @Test
  void aJournalOfBeforeHasNoSupplements() throws Exception {
    EventCodec<Event> codec = machine().codec();
    Read.ItemScanned issue = new Read.ItemScanned(Fixture.TEA, new Quantity.Pieces(1), "54499");
    String body = new String(codec.encode(issue), StandardCharsets.UTF_8);
    assertEquals(issue, codec.decode("ItemScanned", body.getBytes(StandardCharsets.UTF_8)));
    String before = body.replace(",\"supplement\":\"54499\"", "");
    assertFalse(before.contains("supplement"), before);
    assertEquals(scan(), codec.decode("ItemScanned", before.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aRestartFindsTheSessionWhereItWasAndAsksNothingByItself() throws Exception {
    State<Stage> before;
    try (Journal journal = journal()) {
      TerminalLoop<State<Stage>, Event, Effect> loop = loop(journal);
      drain(loop, TO_PAYING);
      before = loop.state();
    }
    world.run.clear();
    try (Journal journal = journal()) {
      TerminalLoop<State<Stage>, Event, Effect> loop = loop(journal);
      assertTrue(loop.replay());
      assertEquals(before, loop.state());
      assertTrue(world.run.isEmpty(), "a replay has no effects");
      drain(loop, new Told.Restarted());
      assertInstanceOf(Effect.Pay.class, world.run.getFirst());
    }
  }

  @Test
  void theSaleAndItsUploadAreCommittedWithTheAnswer() throws Exception {
    try (Journal journal = journal();
        Outbox outbox = journal.outbox()) {
      TerminalLoop<State<Stage>, Event, Effect> loop = loop(journal);
      drain(loop, TO_PAYING);
      assertEquals(0, outbox.waiting());
      String order = payment(loop).order().outTradeNo();
      assertTrue(order.matches("K3_7F3K_[0-9A-Z]{1,9}_1"), order);
      drain(loop, approve(loop));
      assertEquals(1, outbox.waiting());
      String sale = new String(journal.sale(order).orElseThrow(), StandardCharsets.UTF_8);
      assertTrue(sale.contains("\"totalMinor\":500"), sale);
      assertEquals("sale-" + order, outbox.oldest(10, 10_000).getFirst().id());
    }
  }

  @Test
  void aClosedSessionIsNotReplayed() throws Exception {
    try (Journal journal = journal()) {
      TerminalLoop<State<Stage>, Event, Effect> loop = loop(journal);
      drain(loop, TO_PAYING);
      drain(loop, approve(loop), new Touch(new Intent.NoPaper()));
      assertInstanceOf(State.Attract.class, loop.state());
    }
    try (Journal journal = journal()) {
      assertFalse(loop(journal).replay());
    }
  }

  @Test
  void stampsGoOnAfterARestart() throws Exception {
    long last;
    try (Journal journal = journal()) {
      drain(
          loop(journal),
          scan(),
          new Touch(new Intent.Cancel()),
          new Touch(new Intent.ConfirmCancel()));
      last = journal.lastStamp();
    }
    try (Journal journal = journal()) {
      TerminalLoop<State<Stage>, Event, Effect> loop = loop(journal);
      loop.replay();
      drain(loop, scan());
      long session = loop.state().openSession().orElseThrow().id();
      assertTrue(session > last, session + " after " + last);
      assertEquals(journal.firstStamp() + 1, session);
    }
  }

  @Test
  void whatChangesNothingIsNotKept() throws Exception {
    try (Journal journal = journal()) {
      TerminalLoop<State<Stage>, Event, Effect> loop = loop(journal);
      drain(
          loop,
          scan(),
          new Answered.PrintEnded(99, true, ""),
          new Answered.PaymentAnswered(99, new Outcome.NotFound()));
      assertEquals(1, journal.openSession().size());
    }
  }

  @Test
  void anEventIsHeldWhileTheDiskIsFullAndTakenWhenThereIsSpace() throws Exception {
    Path file = folder.resolve("full.db");
    try (Journal journal = Journal.open(file, 40)) {
      TerminalLoop<State<Stage>, Event, Effect> loop = loop(journal);
      boolean held = false;
      for (int i = 0; i < 20_000 && !held; i++) {
        inbox.offer(
            i % 2 == 0 ? scan() : new Touch(new Intent.RemoveLine(String.valueOf(1 + i / 2))));
        held = !loop.runOnce(Duration.ZERO);
      }
      assertTrue(held, "the file never filled up");
      assertTrue(journal.low());
      assertNotNull(world.failure);
      assertEquals(StorageException.Reason.FULL, world.failure.reason());
      State<Stage> before = loop.state();
      assertFalse(loop.runOnce(Duration.ofMillis(1)));
      assertEquals(before, loop.state(), "what is not on the disk has not happened");
    }
    try (Journal journal = Journal.open(file)) {
      TerminalLoop<State<Stage>, Event, Effect> loop = loop(journal);
      assertTrue(loop.replay());
      drain(loop, scan());
      assertNull(new World().failure);
    }
  }

  @Test
  void everyEventComesBackFromTheJournalAsItWas() throws IOException {
    EventCodec<Event> codec = machine().codec();
    List<Event> events =
        List.of(
            scan(),
            new Read.ItemScanned(Fixture.APPLES, new Quantity.Grams(732)),
            new Read.ItemScanned(Fixture.APPLES, new Quantity.Pack(1990)),
            new Read.UnknownItemScanned("4006381333931"),
            new Touch(new Intent.OneLess(String.valueOf(3))),
            new Touched.BagAdded(Fixture.MILK),
            new Timed.TimerFired(Timer.IDLE, 7),
            new Answered.PaymentAnswered(1, new Outcome.Approved("2026")),
            new Answered.PaymentAnswered(
                1, new Outcome.Declined(DeclineReason.CODE_EXPIRED, "ACQ.X")),
            new Answered.PaymentAnswered(1, new Outcome.Unknown("中文 \"why\"")),
            new Answered.PaymentAnswered(1, new Outcome.Pending()),
            new Answered.PrintEnded(5, false, "no paper"),
            new Told.SellingStopped(Screen.ClosedReason.STAFF),
            new Told.Restarted());
    for (Event event : events) {
      assertEquals(event, codec.decode(codec.type(event), codec.encode(event)));
    }
    for (Map.Entry<String, Class<? extends Event>> type : codec.names().entrySet()) {
      if (type.getValue().getRecordComponents().length == 0) {
        Event decoded = codec.decode(type.getKey(), "{}".getBytes(StandardCharsets.UTF_8));
        assertEquals(type.getValue(), decoded.getClass());
      }
    }
    assertThrows(IOException.class, () -> codec.decode("FutureEvent", new byte[0]));
    assertThrows(
        IOException.class,
        () -> codec.decode("ItemScanned", "{\"product\":".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void payCodesAreNotWrittenToTheJournal() throws Exception {
    try (Journal journal = journal()) {
      drain(loop(journal), TO_PAYING);
      for (Entry entry : journal.openSession()) {
        assertFalse(new String(entry.body(), StandardCharsets.UTF_8).contains(CODE.digits()));
      }
    }
  }

  @Test
  void aFullInboxDropsTouchesAndSaysSo() {
    Inbox<Event> small = new Inbox<>(1);
    assertTrue(small.offer(scan()));
    assertFalse(small.offer(scan()));
  }
}
