package org.facepay.terminal.provider.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.facepay.sync.sqlite.Database;
import org.facepay.terminal.member.Vault;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.MemberAccount;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.PaymentProvider;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.provider.TestVault;
import org.facepay.terminal.sale.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sales without a network: within caps, each forwarded once, never lost. */
class OfflineProviderTest {
  private static final MemberAccount ANNA = new MemberAccount("M1001");
  private static final OfflineCaps CAPS = new OfflineCaps(5_000, 12_000, 4, Duration.ofHours(8));

  /** A provider with books of its own, behind a network that may be down or lose answers. */
  private static final class Bank implements PaymentProvider, RefundProvider {
    final Map<String, Long> charged = new HashMap<>();
    final Set<String> refused = new HashSet<>();
    boolean down;
    boolean losesAnswers;
    boolean losesRequests;
    int requests;

    @Override
    public String name() {
      return "agreement";
    }

    @Override
    public boolean accepts(Credential credential) {
      return credential instanceof MemberAccount || credential instanceof PayCode;
    }

    @Override
    public Outcome authorise(Order order, Credential credential) {
      if (down) {
        return new Outcome.NotSent("no connection");
      }
      requests++;
      if (losesRequests) {
        return new Outcome.Unknown("no answer");
      }
      if (refused.contains(order.outTradeNo())) {
        return new Outcome.Declined(DeclineReason.BALANCE_TOO_LOW, "no");
      }
      Long before = charged.putIfAbsent(order.outTradeNo(), order.amount().minor());
      assertTrue(before == null || before == order.amount().minor(), "another content");
      return losesAnswers ? new Outcome.Unknown("no answer") : new Outcome.Approved("T");
    }

    @Override
    public Outcome query(Order order) {
      if (down) {
        return new Outcome.NotSent("no connection");
      }
      return losesAnswers
          ? new Outcome.Unknown("no answer")
          : charged.containsKey(order.outTradeNo())
              ? new Outcome.Approved("T")
              : new Outcome.NotFound();
    }

    @Override
    public Outcome cancel(Order order) {
      if (down) {
        return new Outcome.NotSent("no connection");
      }
      charged.remove(order.outTradeNo());
      return new Outcome.Reversed();
    }

    @Override
    public Refund refund(Order order, Money amount, String requestNo) {
      return new Refund.Accepted();
    }
  }

  @TempDir Path folder;
  private final Bank bank = new Bank();
  private Vault vault;
  private OfflineQueue queue;
  private OfflineProvider provider;
  private Instant now = Instant.parse("2026-03-01T09:00:00Z");

  @BeforeEach
  void open() throws Exception {
    vault = TestVault.in(folder);
    reopen();
  }

  private void reopen() throws Exception {
    if (queue != null) {
      queue.close();
    }
    queue = new OfflineQueue(folder.resolve("offline.db"), vault);
    provider = new OfflineProvider(new MemberSeller(bank), queue, CAPS, () -> now);
  }

  @AfterEach
  void close() throws Exception {
    queue.close();
  }

  private static Order order(String number, long minor) {
    return new Order(number, Money.of(minor, "CNY"), "店", "agreement");
  }

  private static void refused(Outcome outcome) {
    assertTrue(outcome instanceof Outcome.NotSent, outcome::toString);
  }

  private static void approved(Outcome outcome) {
    assertTrue(outcome instanceof Outcome.Approved, outcome::toString);
  }

  @Test
  void sellsWithinCapsAndForwardsOnce() throws Exception {
    bank.down = true;
    refused(provider.authorise(order("O1_1", 5_001), ANNA));
    refused(provider.authorise(order("O1_1", 100), new PayCode("280000000000000001")));
    approved(provider.authorise(order("O1_2", 5_000), ANNA));
    approved(provider.authorise(order("O1_3", 5_000), ANNA));
    refused(provider.authorise(order("O1_4", 2_001), ANNA)); // above the total
    approved(provider.authorise(order("O1_5", 1_000), ANNA));
    approved(provider.authorise(order("O1_6", 500), ANNA));
    refused(provider.authorise(order("O1_7", 1), ANNA)); // above the count
    refused(provider.authorise(order("O1_2", 5_000), ANNA)); // no number twice
    approved(provider.query(order("O1_2", 5_000)));

    assertThrows(OfflineQueue.NotEmptyException.class, queue::wipe);
    assertEquals(List.of(), provider.forward());
    assertEquals(4, queue.open().size(), "still down");
    reopen();
    bank.down = false;
    assertEquals(List.of(), provider.forward());
    assertEquals(List.of(), provider.forward());
    assertEquals(
        Map.of("O1_2", 5_000L, "O1_3", 5_000L, "O1_5", 1_000L, "O1_6", 500L), bank.charged);
    assertEquals(4, bank.requests);
    approved(provider.query(order("O1_2", 5_000)));
    queue.wipe();
    assertEquals(List.of(), queue.open());
  }

  @Test
  void nothingMoreIsSoldWhileTheOldestHasWaitedTooLong() {
    bank.down = true;
    approved(provider.authorise(order("O1_1", 100), ANNA));
    now = now.plus(CAPS.age()).plusSeconds(1);
    refused(provider.authorise(order("O1_2", 100), ANNA));
  }

  @Test
  void aRefusalWhenForwardedIsToldUntilItWasReported() throws Exception {
    bank.down = true;
    approved(provider.authorise(order("O1_1", 100), ANNA));
    bank.down = false;
    bank.refused.add("O1_1");
    List<OfflineSale> told = provider.forward();
    assertEquals(1, told.size());
    OfflineSale.Decline why = told.getFirst().decline().orElseThrow();
    assertEquals(Optional.of(DeclineReason.BALANCE_TOO_LOW), why.reason());
    assertEquals(new Payer.Member("M1001"), told.getFirst().payer());
    reopen();
    assertEquals(told, provider.forward(), "again, until it was reported");
    assertThrows(OfflineQueue.NotEmptyException.class, queue::wipe);
    queue.reported("O1_1");
    assertEquals(List.of(), provider.forward());
    queue.wipe();
  }

  @Test
  void whatWaitsIsTakenBackAndWhatWasSentIsCancelledThere() throws Exception {
    bank.down = true;
    Order waits = order("O1_1", 100);
    approved(provider.authorise(waits, ANNA));
    assertEquals(new Outcome.Reversed(), provider.cancel(waits));
    assertEquals(new Outcome.Reversed(), provider.query(waits));
    Order sent = order("O1_2", 100);
    approved(provider.authorise(sent, ANNA));
    bank.down = false;
    provider.forward();
    assertEquals(Map.of("O1_2", 100L), bank.charged);
    assertEquals(new Outcome.Reversed(), provider.cancel(sent));
    assertEquals(Map.of(), bank.charged);
    provider.forward();
    assertEquals(Map.of(), bank.charged, "a cancelled sale is never sent again");
  }

  @Test
  void aRefundWaitsForItsSale() {
    bank.down = true;
    Order order = order("O1_1", 100);
    approved(provider.authorise(order, ANNA));
    var early = provider.refund(order, Money.of(50, "CNY"), "O1_1_1");
    assertTrue(early instanceof RefundProvider.Refund.NotSent, early::toString);
  }

  @Test
  void nothingOfASaleCanBeReadInItsFile() throws Exception {
    bank.down = true;
    approved(provider.authorise(order("O1_1", 100), ANNA));
    queue.close();
    for (String name : List.of("offline.db", "offline.db-wal")) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        String raw = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(raw.contains("M1001") || raw.contains("minor"), name);
      }
    }
    reopen();
    assertEquals(Optional.of(100L), queue.find("O1_1").map(s -> s.order().amount().minor()));
  }

  @Test
  void aFileOfAnEarlierVersionIsReadAndForwarded() throws Exception {
    String old =
        """
        {"number":"O1_old","minor":700,"currency":"CNY","subject":"店","provider":"agreement",\
        "member":"M1001","accepted":1772355600000,"reason":"BALANCE_TOO_LOW","code":"no",\
        "declined":1772355600001}""";
    for (String[] row : new String[][] {{"O1_old", "DECLINED"}, {"O1_wait", "WAITING"}}) {
      String content = old.replace("O1_old", row[0]);
      String kept = row[1].equals("WAITING") ? content.replaceFirst(",\"reason.*}", "}") : content;
      try (Connection connection = Database.openWriter(folder.resolve("offline.db"));
          PreparedStatement s =
              connection.prepareStatement("INSERT INTO sale(number,state,content) VALUES(?,?,?)")) {
        s.setString(1, row[0]);
        s.setString(2, row[1]);
        byte[] plain = kept.getBytes(StandardCharsets.UTF_8);
        s.setBytes(3, vault.seal(plain, "offline sale " + row[0]));
        s.executeUpdate();
      }
    }
    List<OfflineSale> told = provider.forward();
    assertEquals(Map.of("O1_wait", 700L), bank.charged);
    OfflineSale declined = told.getFirst();
    assertEquals(1, told.size());
    assertEquals(new Payer.Member("M1001"), declined.payer());
    assertEquals(
        Optional.of(DeclineReason.BALANCE_TOO_LOW), declined.decline().orElseThrow().reason());
    assertEquals(Map.of(), declined.refunds());
  }

  /** The network comes and goes, answers are lost, the terminal is killed: each moves once. */
  @Test
  void whatWasToldPaidIsChargedExactlyOnceWhateverTheNetworkDoes() throws Exception {
    Random random = new Random(9);
    Map<String, Long> told = new HashMap<>();
    for (int i = 0; i < 400; i++) {
      bank.down = random.nextInt(3) == 0;
      bank.losesAnswers = random.nextInt(4) == 0;
      bank.losesRequests = random.nextInt(4) == 0;
      if (random.nextInt(3) > 0) {
        Order order = order("O2_" + i, 1 + random.nextInt(6_000));
        Outcome outcome = provider.authorise(order, ANNA);
        if (outcome instanceof Outcome.Approved) {
          told.put(order.outTradeNo(), order.amount().minor());
        } else if (outcome instanceof Outcome.Unknown) {
          bank.down = false;
          bank.losesAnswers = false;
          if (provider.query(order) instanceof Outcome.Approved) {
            told.put(order.outTradeNo(), order.amount().minor());
          }
        }
      } else {
        provider.forward();
      }
      if (random.nextInt(10) == 0) {
        reopen();
      }
      assertTrue(queue.open().size() <= CAPS.count());
    }
    bank.down = false;
    bank.losesAnswers = false;
    bank.losesRequests = false;
    assertEquals(List.of(), provider.forward());
    assertEquals(List.of(), queue.open());
    assertEquals(told, bank.charged);
  }
}
