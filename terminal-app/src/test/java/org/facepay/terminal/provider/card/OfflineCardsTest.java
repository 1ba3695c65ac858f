package org.facepay.terminal.provider.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.lab.sandbox.card.CardBehaviour;
import org.facepay.terminal.lab.sandbox.card.CardTerminalSimulator;
import org.facepay.terminal.member.Vault;
import org.facepay.terminal.payment.CardPresented;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.RefundProvider.Refund;
import org.facepay.terminal.provider.TestVault;
import org.facepay.terminal.provider.offline.OfflineCaps;
import org.facepay.terminal.provider.offline.OfflineProvider;
import org.facepay.terminal.provider.offline.OfflineQueue;
import org.facepay.terminal.provider.offline.OfflineSale;
import org.facepay.terminal.provider.offline.Payer;
import org.facepay.terminal.sale.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cards while the terminal is cut off its bank: real sockets, a real file, a bank with books. */
class OfflineCardsTest {
  private static final String POI = "S1F2L-000158213300585";
  private static final Optional<NexoKey> KEY = Optional.of(NexoKey.of("facepay", 1, "secret"));
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final OfflineCaps CAPS = new OfflineCaps(5_000, 12_000, 4, Duration.ofHours(8));
  private static final Outcome REFUSED =
      new Outcome.Declined(DeclineReason.NETWORK_DOWN, "UnreachableHost");
  private static final Outcome TAKEN_BACK =
      new Outcome.Declined(DeclineReason.NETWORK_DOWN, "offline");

  @TempDir Path folder;
  private CardTerminalSimulator terminal;
  private NexoProvider card;
  private Vault vault;
  private OfflineQueue queue;
  private OfflineProvider provider;
  private Instant now = Instant.parse("2026-03-01T09:00:00Z");

  @BeforeEach
  void open() throws Exception {
    terminal = new CardTerminalSimulator(POI, KEY, LIMIT);
    terminal.floor(new BigDecimal("1000.00"));
    terminal.host(false);
    vault = TestVault.in(folder);
    start(CAPS);
  }

  /** A till that was started again knows what is in its file, and nothing else. */
  private void start(OfflineCaps caps) throws Exception {
    start(caps, new TcpNexoLink(terminal.tcp(), LIMIT));
  }

  private void start(OfflineCaps caps, NexoLink link) throws Exception {
    if (queue != null) {
      queue.close();
      card.close();
    }
    card =
        new NexoProvider(
            new CardSettings("TILL-1", POI, KEY, LIMIT, LIMIT), link, _ -> {}, () -> now);
    queue = new OfflineQueue(folder.resolve("offline-card.db"), vault);
    provider = new OfflineProvider(card, queue, caps, () -> now);
  }

  private NexoLink faulty(int exchanges, boolean arrives) {
    return new FaultyLink(new TcpNexoLink(terminal.tcp(), LIMIT), exchanges, arrives);
  }

  @AfterEach
  void close() throws Exception {
    assertEquals(List.of(), terminal.violations());
    queue.close();
    card.close();
    terminal.close();
  }

  private static Order order(String number, long minor) {
    return new Order(number, Money.of(minor, "CNY"), "店", NexoProvider.NAME);
  }

  private Outcome pay(Order order) {
    return provider.authorise(order, new CardPresented());
  }

  private static void approved(Outcome outcome) {
    assertTrue(outcome instanceof Outcome.Approved, outcome::toString);
  }

  private void kept(String figures, Order order) {
    assertEquals(0, terminal.kept(order.outTradeNo()).compareTo(new BigDecimal(figures)));
  }

  @Test
  void sellsWithinCapsAndIsPaidOnceWhenTheHostIsBack() throws Exception {
    assertEquals(REFUSED, pay(order("F1_1", 5_001)), "above the cap of a sale");
    approved(pay(order("F1_2", 5_000)));
    approved(pay(order("F1_3", 5_000)));
    assertEquals(REFUSED, pay(order("F1_4", 2_001)), "above the cap of all");
    approved(pay(order("F1_5", 1_000)));
    approved(pay(order("F1_6", 500)));
    assertEquals(REFUSED, pay(order("F1_7", 1)), "enough wait");
    assertEquals(4, terminal.waiting());
    assertEquals(4, queue.open().size());
    assertTrue(queue.open().getFirst().payer() instanceof Payer.Card(String no) && !no.isEmpty());
    kept("0", order("F1_2", 5_000));

    assertEquals(List.of(), provider.forward());
    assertEquals(4, queue.open().size(), "still cut off");
    assertThrows(OfflineQueue.NotEmptyException.class, queue::wipe);
    start(CAPS);
    terminal.host(true);
    assertEquals(List.of(), provider.forward());
    assertEquals(List.of(), queue.open());
    kept("50", order("F1_2", 5_000));
    kept("5", order("F1_6", 500));
    approved(provider.query(order("F1_2", 5_000)));
    queue.wipe();
    approved(pay(order("F1_8", 9_000)));
    assertEquals(List.of(), queue.open(), "online sales are none of its business");
  }

  @Test
  void nothingMoreIsSoldWhileTheOldestHasWaitedTooLong() {
    approved(pay(order("F1_1", 100)));
    now = now.plus(CAPS.age()).plusSeconds(1);
    assertEquals(REFUSED, pay(order("F1_2", 100)));
  }

  @Test
  void withoutCapsOrAQueueTheTerminalHasToReachItsHost() throws Exception {
    assertEquals(REFUSED, card.authorise(order("F1_1", 100), new CardPresented()));
    start(OfflineCaps.NONE);
    assertEquals(REFUSED, pay(order("F1_2", 100)));
    assertEquals(0, terminal.waiting());
  }

  @Test
  void whatWasApprovedAgainstTheCapsIsReversedBeforeAnythingIsGiven() throws Exception {
    terminal.otherwise(CardBehaviour.APPROVED_OFFLINE_UNASKED);
    assertEquals(TAKEN_BACK, card.authorise(order("F1_1", 100), new CardPresented()));
    assertEquals(TAKEN_BACK, pay(order("F1_2", 5_001)));
    assertEquals(new Outcome.Reversed(), provider.query(order("F1_2", 5_001)));
    queue.close(); // nothing can be written
    assertEquals(TAKEN_BACK, pay(order("F1_3", 100)));
    assertEquals(0, terminal.waiting());
    terminal.host(true);
    for (String number : List.of("F1_1", "F1_2", "F1_3")) {
      kept("0", order(number, 1));
    }
  }

  @Test
  void aReversalThatCannotBeMadeIsNeitherPaidNorNotSent() throws Exception {
    terminal.script(CardBehaviour.APPROVED_OFFLINE_UNASKED);
    start(CAPS, faulty(1, false));
    Order order = order("F1_1", 100);
    Outcome outcome = card.authorise(order, new CardPresented());
    assertTrue(outcome instanceof Outcome.Unknown, outcome::toString);
    start(OfflineCaps.NONE);
    assertEquals(TAKEN_BACK, provider.query(order));
    assertEquals(0, terminal.waiting());
  }

  /** The caps have room again before the reversal is certain: it stays a sale that is none. */
  @Test
  void whatIsBeingTakenBackIsNeverSoldAfterAll() throws Exception {
    for (boolean arrives : new boolean[] {false, true}) {
      terminal.script(CardBehaviour.APPROVED_OFFLINE_UNASKED);
      start(OfflineCaps.NONE, faulty(3, arrives)); // the fourth exchange is the reversal
      Order order = order("F1_" + arrives, 100);
      Outcome outcome = pay(order);
      assertTrue(outcome instanceof Outcome.Unknown, outcome::toString);
      assertEquals(arrives ? 0 : 1, terminal.waiting());
      start(CAPS);
      assertThrows(OfflineQueue.NotEmptyException.class, queue::wipe);
      assertEquals(TAKEN_BACK, provider.query(order));
      assertEquals(new Outcome.Reversed(), provider.query(order));
      assertEquals(0, terminal.waiting());
      queue.wipe();
    }
  }

  @Test
  void whatIsBeingTakenBackIsTakenBackByItselfAndNeverLostSilently() throws Exception {
    terminal.script(CardBehaviour.APPROVED_OFFLINE_UNASKED, CardBehaviour.APPROVED_OFFLINE_UNASKED);
    start(OfflineCaps.NONE, faulty(1, false));
    assertTrue(pay(order("F1_1", 100)) instanceof Outcome.Unknown);
    start(OfflineCaps.NONE, faulty(1, false));
    assertTrue(pay(order("F1_2", 100)) instanceof Outcome.Unknown);
    assertEquals(List.of(), provider.forward());
    assertEquals(List.of("F1_1", "F1_2"), waiting());
    start(CAPS);
    terminal.host(true);
    terminal.forget("F1_2");
    List<OfflineSale> told = provider.forward();
    assertEquals(List.of(), waiting());
    kept("0", order("F1_1", 100));
    assertEquals(1, told.size());
    assertEquals(OfflineProvider.FORGOTTEN_UNSOLD, told.getFirst().decline().orElseThrow().code());
    Outcome nobodyKnows = provider.query(order("F1_2", 100));
    assertTrue(nobodyKnows instanceof Outcome.Unknown, nobodyKnows::toString);
  }

  @Test
  void aRestartBetweenApprovalAndWritingWritesItOnce() throws Exception {
    terminal.script(CardBehaviour.APPROVED_BUT_HANGS_UP);
    Order order = order("F1_1", 100);
    Outcome lost = pay(order);
    assertTrue(lost instanceof Outcome.Unknown, lost::toString);
    assertEquals(List.of(), queue.open());
    start(CAPS);
    approved(provider.query(order));
    assertEquals(1, queue.open().size());
    start(CAPS);
    approved(provider.query(order));
    assertEquals(1, queue.open().size());
    terminal.host(true);
    assertEquals(List.of(), provider.forward());
    kept("1", order);
  }

  @Test
  void aRestartWithoutCapsTakesItBack() throws Exception {
    terminal.script(CardBehaviour.APPROVED_BUT_HANGS_UP);
    Order order = order("F1_1", 100);
    pay(order);
    start(OfflineCaps.NONE);
    assertEquals(TAKEN_BACK, provider.query(order));
    terminal.host(true);
    kept("0", order);
  }

  @Test
  void aRefusalWhenForwardedIsToldUntilItWasReported() throws Exception {
    Order order = order("F1_1", 100);
    approved(pay(order));
    terminal.refuseWhenForwarded("F1_1");
    terminal.host(true);
    List<OfflineSale> told = provider.forward();
    OfflineSale.Decline why = told.getFirst().decline().orElseThrow();
    assertEquals(
        new OfflineSale.Decline(Optional.of(DeclineReason.BANK_REFUSED), "Refusal", now), why);
    start(CAPS);
    assertEquals(told, provider.forward(), "again, until it was reported");
    assertThrows(OfflineQueue.NotEmptyException.class, queue::wipe);
    approved(provider.query(order));
    assertEquals(
        new Refund.Refused("not paid"), provider.refund(order, Money.of(1, "CNY"), "F1_1_r"));
    provider.reported(told.getFirst());
    assertEquals(List.of(), provider.forward());
    queue.wipe();
    kept("0", order);
  }

  @Test
  void whatTheTerminalHasForgottenIsForAPersonToLookAt() throws Exception {
    Order order = order("F1_1", 100);
    approved(pay(order));
    terminal.host(true); // the money has moved, but who says so?
    terminal.forget("F1_1");
    List<OfflineSale> told = provider.forward();
    assertEquals(
        new OfflineSale.Decline(Optional.empty(), OfflineProvider.FORGOTTEN, now),
        told.getFirst().decline().orElseThrow());
    start(CAPS);
    assertEquals(told, provider.forward());
    assertThrows(OfflineQueue.NotEmptyException.class, queue::wipe);
    Outcome cancelled = provider.cancel(order);
    assertTrue(cancelled instanceof Outcome.Unknown, "nobody can say: " + cancelled);
    Refund refund = provider.refund(order, Money.of(1, "CNY"), "F1_1_r");
    assertTrue(refund instanceof Refund.Refused, refund::toString);
  }

  @Test
  void whatWaitsIsReversedAndNeverForwarded() throws Exception {
    Order order = order("F1_1", 100);
    approved(pay(order));
    assertEquals(new Outcome.Reversed(), provider.cancel(order));
    assertEquals(new Outcome.Reversed(), provider.cancel(order));
    assertEquals(new Outcome.Reversed(), provider.query(order));
    assertEquals(0, terminal.waiting());
    terminal.host(true);
    assertEquals(List.of(), provider.forward());
    assertEquals(List.of(), queue.open());
    kept("0", order);
  }

  @Test
  void aCancellationWithoutAnAnswerIsCarriedThrough() throws Exception {
    Order order = order("F1_1", 100);
    approved(pay(order));
    start(CAPS, faulty(2, true)); // the third exchange is the reversal
    Outcome lost = provider.cancel(order);
    assertTrue(lost instanceof Outcome.Unknown, lost::toString);
    start(CAPS);
    assertEquals(List.of(), provider.forward());
    assertEquals(new Outcome.Reversed(), provider.query(order));
    queue.wipe();
    assertEquals(0, terminal.waiting());
  }

  @Test
  void aReversalByHandAtTheCardTerminalIsTold() throws Exception {
    Order order = order("F1_1", 100);
    approved(pay(order));
    assertEquals(new Outcome.Reversed(), card.cancel(order));
    List<OfflineSale> told = provider.forward();
    assertEquals("closed", told.getFirst().decline().orElseThrow().code());
  }

  @Test
  void refundsOfWhatWaitsAreForwardedWithIt() throws Exception {
    Order whole = order("F1_1", 1_000);
    Order part = order("F1_2", 1_000);
    approved(pay(whole));
    approved(pay(part));
    for (String no : List.of("r1", "r1", "r2")) {
      assertEquals(new Refund.Accepted(), provider.refund(whole, Money.of(500, "CNY"), no));
    }
    assertEquals(new Refund.Accepted(), provider.refund(part, Money.of(300, "CNY"), "r3"));
    assertEquals(new Refund.Accepted(), provider.refund(part, Money.of(300, "CNY"), "r3"));
    assertEquals(List.of("F1_2"), waiting(), "nothing is left of the other");
    assertEquals(300, queue.open().getFirst().refundedMinor());
    start(CAPS);
    terminal.host(true);
    assertEquals(List.of(), provider.forward());
    assertEquals(List.of(), waiting());
    kept("0", whole);
    kept("7", part);
    assertEquals(new Refund.Accepted(), provider.refund(part, Money.of(700, "CNY"), "r4"));
    kept("0", part);
  }

  private List<String> waiting() throws Exception {
    return queue.open().stream().map(s -> s.order().outTradeNo()).toList();
  }

  @Test
  void aTerminalThatIsOffChangesNothing() throws Exception {
    approved(pay(order("F1_1", 100)));
    byte[] before = Files.readAllBytes(folder.resolve("offline-card.db-wal"));
    terminal.online(false);
    assertEquals(List.of(), provider.forward());
    assertEquals(List.of("F1_1"), waiting());
    assertTrue(pay(order("F1_2", 100)) instanceof Outcome.NotSent);
    terminal.online(true);
    assertEquals(List.of(), provider.forward());
    byte[] after = Files.readAllBytes(folder.resolve("offline-card.db-wal"));
    assertEquals(before.length, after.length, "asking wears no flash");
    terminal.host(true);
    assertEquals(List.of(), provider.forward());
    assertEquals(List.of(), waiting());
  }

  @Test
  void nothingOfASaleCanBeReadInItsFile() throws Exception {
    approved(pay(order("F1_1", 100)));
    queue.close();
    for (String name : List.of("offline-card.db", "offline-card.db-wal")) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        String raw = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(raw.contains("minor") || raw.contains("transaction"), name);
      }
    }
  }
}
