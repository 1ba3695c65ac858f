package org.facepay.terminal.provider.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.facepay.tags.Slow;
import org.facepay.terminal.lab.sandbox.card.CardBehaviour;
import org.facepay.terminal.lab.sandbox.card.CardTerminalSimulator;
import org.facepay.terminal.member.Vault;
import org.facepay.terminal.payment.CardPresented;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.payment.Payment.End;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.payment.PaymentFlow;
import org.facepay.terminal.payment.RefundProvider.Refund;
import org.facepay.terminal.provider.Asked;
import org.facepay.terminal.provider.TestVault;
import org.facepay.terminal.provider.offline.OfflineCaps;
import org.facepay.terminal.provider.offline.OfflineProvider;
import org.facepay.terminal.provider.offline.OfflineQueue;
import org.facepay.terminal.provider.offline.OfflineSale;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.step.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A seeded walk of sales by card over real sockets: the bank comes and goes and refuses, answers
 * are lost, the terminal disobeys, the till is killed, money goes back. In the end the bank's books
 * say what the till has told, or the shop was told of it.
 */
class OfflineCardsWalkTest {
  private static final String POI = "V400m-324688179";
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final OfflineCaps CAPS = new OfflineCaps(5_000, 12_000, 4, Duration.ofHours(8));
  private static final PaymentFlow FLOW =
      new PaymentFlow(
          new PaymentFlow.Times(
              Duration.ofSeconds(5),
              Duration.ofSeconds(4),
              Duration.ofSeconds(60),
              Duration.ofSeconds(60),
              Duration.ofSeconds(2),
              Duration.ofSeconds(20)));
  private static final List<CardBehaviour> BEHAVIOURS =
      List.of(
          CardBehaviour.APPROVE,
          CardBehaviour.APPROVE,
          CardBehaviour.APPROVED_BUT_HANGS_UP,
          CardBehaviour.APPROVED_BUT_TRUNCATED,
          CardBehaviour.APPROVED_OFFLINE_UNASKED,
          CardBehaviour.PARTIAL,
          CardBehaviour.REFUSED,
          CardBehaviour.WRONG_PIN_BUT_HANGS_UP,
          CardBehaviour.HANGS_UP);

  @TempDir Path folder;
  private final Random random = new Random(7);
  private final Map<String, Long> owed = new HashMap<>();
  private final Set<String> reported = new HashSet<>();
  private final Set<String> paidOffline = new HashSet<>();
  private Vault vault;
  private CardTerminalSimulator terminal;
  private NexoProvider card;
  private OfflineQueue queue;
  private OfflineProvider provider;
  private Instant now = Instant.parse("2026-03-01T09:00:00Z");
  private long stamp;

  private void restart() throws Exception {
    if (queue != null) {
      queue.close();
      card.close();
    }
    card =
        new NexoProvider(
            new CardSettings("TILL-1", POI, Optional.empty(), LIMIT, LIMIT),
            new TcpNexoLink(terminal.tcp(), LIMIT),
            _ -> {},
            () -> now);
    queue = new OfflineQueue(folder.resolve("offline-card.db"), vault);
    provider = new OfflineProvider(card, queue, CAPS, () -> now);
  }

  @Test
  @Slow("eight hundred sales over a socket, with restarts")
  void theBanksBooksSayWhatTheTillHasTold() throws Exception {
    vault = TestVault.in(folder);
    terminal = new CardTerminalSimulator(POI, Optional.empty(), LIMIT);
    terminal.floor(new BigDecimal("40.00"));
    restart();
    for (int i = 0; i < 800; i++) {
      now = now.plusSeconds(random.nextInt(600));
      switch (random.nextInt(8)) {
        case 0 -> terminal.host(random.nextBoolean());
        case 1 -> forward();
        case 2 -> restart();
        case 3 -> giveBack(i);
        default -> sell(i);
      }
      assertTrue(queue.open().size() <= CAPS.count());
    }
    terminal.host(true);
    forward();
    assertEquals(List.of(), queue.open());
    queue.wipe();
    assertEquals(0, terminal.waiting(), "nothing is left that nobody knows of");
    owed.forEach(
        (number, minor) ->
            assertEquals(
                reported.contains(number) ? 0 : minor,
                terminal.kept(number).movePointRight(2).longValueExact(),
                number));
    assertEquals(List.of(), terminal.violations());
    assertTrue(reported.size() > 5, "refused when forwarded: " + reported.size());
    assertTrue(paidOffline.size() > 30, "sold offline: " + paidOffline.size());
    queue.close();
    card.close();
    terminal.close();
  }

  private void forward() throws Exception {
    for (OfflineSale sale : provider.forward()) {
      assertTrue(owed.get(sale.order().outTradeNo()) > 0, "told of what was not sold");
      reported.add(sale.order().outTradeNo());
      provider.reported(sale);
    }
  }

  private void sell(int i) throws Exception {
    Order order =
        new Order("V1_" + i, Money.of(1 + random.nextInt(6_000), "CNY"), "店", NexoProvider.NAME);
    if (random.nextInt(3) == 0) {
      terminal.refuseWhenForwarded(order.outTradeNo());
    }
    terminal.script(BEHAVIOURS.get(random.nextInt(BEHAVIOURS.size())));
    End end = drive(FLOW.begin(order, new CardPresented(), ++stamp, now));
    owed.put(order.outTradeNo(), end instanceof End.Paid ? order.amount().minor() : 0L);
    if (end instanceof End.Paid(String no) && no.startsWith("offline-")) {
      paidOffline.add(order.outTradeNo());
    }
  }

  private void giveBack(int i) {
    List<String> paid = owed.keySet().stream().filter(n -> owed.get(n) > 1).sorted().toList();
    if (paid.isEmpty()) {
      return;
    }
    String number = paid.get(random.nextInt(paid.size()));
    long part = random.nextBoolean() ? owed.get(number) : 1 + random.nextInt(100);
    long minor = Math.min(part, owed.get(number));
    Order order = orders(number);
    for (int tries = 0; tries <= random.nextInt(2); tries++) {
      Refund refund = provider.refund(order, Money.of(minor, "CNY"), "V1_r" + i);
      if (refund instanceof Refund.Accepted && tries == 0) {
        owed.merge(number, -minor, Long::sum);
      }
    }
  }

  private final Map<String, Order> orders = new HashMap<>();

  private Order orders(String number) {
    return orders.get(number);
  }

  /** Carries out what the flow asks for until it ends; now and then the till is killed instead. */
  private End drive(Step<Payment, PaymentEffect> first) throws Exception {
    orders.put(first.next().order().outTradeNo(), first.next().order());
    Step<Payment, PaymentEffect> step = first;
    for (int i = 0; i < 200 && step.next().open(); i++) {
      Payment p = step.next();
      PaymentEffect effect = step.effects().getFirst();
      if (effect instanceof PaymentEffect.Wait(long a, Duration delay)) {
        now = now.plus(delay);
        step = FLOW.waited(p, a, ++stamp);
      } else {
        Outcome outcome = Asked.of(provider, effect).orElseThrow();
        step = FLOW.answered(p, p.attempt(), outcome, ++stamp, now);
      }
      if (step.next().open() && random.nextInt(6) == 0) {
        restart();
        if (random.nextBoolean()) {
          provider.query(p.order()); // written down, and killed before it was told
        }
        step = FLOW.restarted(step.next(), ++stamp, now);
      }
    }
    return step.next().end().orElseThrow();
  }
}
