package org.facepay.terminal.world.cashier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.journal.Outbox;
import org.facepay.sync.journal.Outgoing;
import org.facepay.terminal.lab.sandbox.card.CardTerminalSimulator;
import org.facepay.terminal.payment.CardPresented;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.provider.TestVault;
import org.facepay.terminal.provider.card.CardSettings;
import org.facepay.terminal.provider.card.NexoProvider;
import org.facepay.terminal.provider.card.TcpNexoLink;
import org.facepay.terminal.provider.offline.OfflineCaps;
import org.facepay.terminal.provider.offline.OfflineProvider;
import org.facepay.terminal.provider.offline.OfflineQueue;
import org.facepay.terminal.sale.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What came to nothing is told to the collector, once, before it leaves the terminal. */
class ForwarderTest {
  private static final String POI = "V400m-324688179";
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final OfflineCaps CAPS = new OfflineCaps(5_000, 12_000, 9, Duration.ofHours(8));

  @TempDir Path folder;

  private static void sell(OfflineProvider provider, String number) {
    Order order = new Order(number, Money.of(1_290, "CNY"), "店", NexoProvider.NAME);
    Outcome outcome = provider.authorise(order, new CardPresented());
    assertTrue(outcome instanceof Outcome.Approved, outcome::toString);
  }

  @Test
  void refusedAndForgottenSalesAreToldAndGoodOnesAreNot() throws Exception {
    try (CardTerminalSimulator terminal = new CardTerminalSimulator(POI, Optional.empty(), LIMIT);
        NexoProvider card =
            new NexoProvider(
                new CardSettings("TILL-1", POI, Optional.empty(), LIMIT, LIMIT),
                new TcpNexoLink(terminal.tcp(), LIMIT),
                _ -> {},
                InstantSource.system());
        OfflineQueue queue =
            new OfflineQueue(folder.resolve("offline-card.db"), TestVault.in(folder));
        Journal journal = Journal.open(folder.resolve("journal.db"));
        Outbox outbox = journal.outbox()) {
      OfflineProvider provider = new OfflineProvider(card, queue, CAPS, InstantSource.system());
      terminal.floor(new BigDecimal("50.00"));
      terminal.host(false);
      for (String number : List.of("F2_good", "F2_bad", "F2_gone")) {
        sell(provider, number);
      }
      provider.refund(
          new Order("F2_bad", Money.of(1_290, "CNY"), "店", NexoProvider.NAME),
          Money.of(90, "CNY"),
          "F2_bad_r");
      terminal.refuseWhenForwarded("F2_bad");
      terminal.host(true);
      terminal.forget("F2_gone");
      try (Forwarder _ = new Forwarder(List.of(provider), journal, "K3", LIMIT)) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (queue.open().size() + queue.declined().size() > 0) {
          assertTrue(System.nanoTime() < end, "not all are forwarded and told");
        }
      }
      assertEquals(List.of(), provider.forward(), "told once");
      queue.wipe();
      List<Outgoing> rows = outbox.oldest(10, 100_000);
      assertEquals(
          List.of("offline-declined-F2_bad", "offline-declined-F2_gone"),
          rows.stream().map(Outgoing::id).toList());
      JsonNode bad = new ObjectMapper().readTree(rows.getFirst().data());
      assertEquals("BANK_REFUSED Refusal", why(bad));
      assertEquals(1_290, bad.path("amountMinor").asLong());
      assertEquals(90, bad.path("refundedMinor").asLong());
      assertTrue(bad.path("transaction").asText().startsWith("C"), bad::toString);
      assertEquals("UNKNOWN forgotten", why(new ObjectMapper().readTree(rows.getLast().data())));
    }
  }

  private static String why(JsonNode event) {
    return event.path("reason").asText() + " " + event.path("code").asText();
  }
}
