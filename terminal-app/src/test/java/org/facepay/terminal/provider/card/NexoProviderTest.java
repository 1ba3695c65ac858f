package org.facepay.terminal.provider.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.facepay.terminal.lab.sandbox.card.CardBehaviour;
import org.facepay.terminal.lab.sandbox.card.CardTerminalSimulator;
import org.facepay.terminal.payment.CardPresented;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.payment.Payment.End;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.payment.PaymentFlow;
import org.facepay.terminal.payment.RefundProvider.Refund;
import org.facepay.terminal.provider.Asked;
import org.facepay.terminal.provider.offline.OfflineSeller.Answer;
import org.facepay.terminal.provider.wire.Route;
import org.facepay.terminal.provider.wire.Wire;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.step.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The card terminal's client on real sockets to the simulator, with and without encryption. */
class NexoProviderTest {
  private static final String POI = "S1F2L-000158213300585";
  private static final NexoKey KEY = NexoKey.of("facepay", 1, "mysupersecretpassphrase");
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final PaymentFlow FLOW =
      new PaymentFlow(
          new PaymentFlow.Times(
              Duration.ofSeconds(5),
              Duration.ofSeconds(4),
              Duration.ofSeconds(60),
              Duration.ofSeconds(60),
              Duration.ofSeconds(2),
              Duration.ofSeconds(20)));

  /** How till and terminal talk. */
  enum Way {
    TCP,
    TCP_SEALED,
    HTTP,
    HTTP_SEALED;

    Optional<NexoKey> key() {
      return this == TCP_SEALED || this == HTTP_SEALED ? Optional.of(KEY) : Optional.empty();
    }

    boolean tcp() {
      return this == TCP || this == TCP_SEALED;
    }
  }

  /** A terminal and a till beside it. */
  private static final class Bench implements AutoCloseable {
    final CardTerminalSimulator terminal;
    final NexoProvider provider;
    final List<ReaderStep> steps = new CopyOnWriteArrayList<>();
    final CompletableFuture<ReaderStep> first = new CompletableFuture<>();

    Bench(Way way) throws IOException {
      this(way, LIMIT);
    }

    Bench(Way way, Duration dialogue) throws IOException {
      terminal = new CardTerminalSimulator(POI, way.key(), LIMIT);
      NexoLink link = way.tcp() ? new TcpNexoLink(terminal.tcp(), LIMIT) : http();
      provider =
          new NexoProvider(
              new CardSettings("TILL-1", POI, way.key(), dialogue, LIMIT),
              link,
              step -> {
                steps.add(step);
                first.complete(step);
              },
              InstantSource.system());
    }

    private NexoLink http() throws IOException {
      InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpNexoLink link =
          new HttpNexoLink(
              terminal.http(), new Wire(new Route(LIMIT, LIMIT)), LIMIT, Optional.of(any));
      int port = link.notices().orElseThrow().getPort();
      terminal.displayAt(URI.create("http://127.0.0.1:" + port + "/"));
      return link;
    }

    @Override
    public void close() {
      provider.close();
      terminal.close();
    }
  }

  private Instant now = Instant.parse("2026-03-01T09:00:00Z");
  private long stamp;

  private static Order order(String number) {
    return new Order(number, Money.of(1_290, "CNY"), "店", NexoProvider.NAME);
  }

  private static Outcome pay(Bench bench, Order order) {
    return bench.provider.authorise(order, new CardPresented());
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aCardPaysIsAskedAboutAndGetsMoneyBack(Way way) throws Exception {
    try (Bench bench = new Bench(way)) {
      Order order = order("C1_1");
      assertEquals(new Outcome.NotFound(), bench.provider.query(order));
      Outcome paid = pay(bench, order);
      assertTrue(paid instanceof Outcome.Approved, paid::toString);
      assertEquals(paid, bench.provider.query(order));
      assertEquals(
          List.of(
              ReaderStep.INSERT_OR_TAP,
              ReaderStep.PROCESSING,
              ReaderStep.ENTER_PIN,
              ReaderStep.PROCESSING,
              ReaderStep.REMOVE_CARD),
          bench.steps);
      assertEquals(0, bench.terminal.kept("C1_1").compareTo(new BigDecimal("12.90")));

      assertEquals(
          new Refund.Accepted(), bench.provider.refund(order, Money.of(290, "CNY"), "C1_1_r1"));
      assertEquals(
          new Refund.Accepted(), bench.provider.refund(order, Money.of(290, "CNY"), "C1_1_r1"));
      assertEquals(0, bench.terminal.kept("C1_1").compareTo(BigDecimal.TEN));
      Refund more = bench.provider.refund(order, Money.of(1_001, "CNY"), "C1_1_r2");
      assertTrue(more instanceof Refund.Refused, more::toString);
      Refund none = bench.provider.refund(order("C1_none"), Money.of(1, "CNY"), "C1_none_r");
      assertTrue(none instanceof Refund.Refused, none::toString);
      assertEquals(List.of(), bench.terminal.violations());
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aPaymentThatWasMadeAllTheSameIsReversedOnce(Way way) throws Exception {
    try (Bench bench = new Bench(way)) {
      Order order = order("C1_2");
      bench.terminal.script(CardBehaviour.APPROVED_BUT_HANGS_UP);
      Outcome lost = pay(bench, order);
      assertTrue(lost instanceof Outcome.Unknown, lost::toString);
      assertTrue(bench.provider.query(order) instanceof Outcome.Approved);
      assertEquals(new Outcome.Reversed(), bench.provider.cancel(order));
      assertEquals(new Outcome.Reversed(), bench.provider.cancel(order));
      assertEquals(new Outcome.Reversed(), bench.provider.query(order), "it is told paid for ever");
      assertEquals(0, bench.terminal.kept("C1_2").signum());
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void anAbortPassesADialogueThatIsUnderWay(Way way) throws Exception {
    try (Bench bench = new Bench(way)) {
      Order order = order("C1_3");
      bench.terminal.script(CardBehaviour.NO_CARD);
      CompletableFuture<Outcome> dialogue = CompletableFuture.supplyAsync(() -> pay(bench, order));
      assertEquals(ReaderStep.INSERT_OR_TAP, bench.first.get(10, TimeUnit.SECONDS));
      assertEquals(new Outcome.Pending(), bench.provider.query(order));
      bench.provider.cancel(order);
      assertEquals(
          new Outcome.Declined(DeclineReason.CANCELLED_BY_SHOPPER, "Aborted"),
          dialogue.get(10, TimeUnit.SECONDS));
      assertEquals(
          new Outcome.Declined(DeclineReason.CANCELLED_BY_SHOPPER, "Aborted"),
          bench.provider.query(order));
      assertEquals(new Outcome.Reversed(), bench.provider.cancel(order));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Way.class,
      names = {"TCP_SEALED", "HTTP"})
  void anAnswerThatComesTooLateIsAskedForAndItsMoneyGoesBack(Way way) throws Exception {
    try (Bench bench = new Bench(way, Duration.ofMillis(1_200))) {
      Order order = order("C1_4");
      bench.terminal.script(CardBehaviour.APPROVED_BUT_SLOW);
      Outcome late = pay(bench, order);
      assertTrue(late instanceof Outcome.Unknown, late::toString);
      Outcome again = pay(bench, order);
      assertTrue(again instanceof Outcome.Unknown, "a number it has seen: " + again);
      assertEquals(1, bench.terminal.violations().size(), "the terminal complains of that");
      assertTrue(bench.provider.query(order) instanceof Outcome.Approved);
      assertEquals(new Outcome.Reversed(), bench.provider.cancel(order));
      assertEquals(0, bench.terminal.kept("C1_4").signum());
    }
  }

  @ParameterizedTest
  @EnumSource(CardBehaviour.class)
  void everyBehaviourComesToTheRightEnd(CardBehaviour behaviour) throws Exception {
    for (Way way : List.of(Way.TCP_SEALED, Way.HTTP)) {
      if (behaviour == CardBehaviour.NO_CARD || behaviour == CardBehaviour.APPROVED_BUT_SLOW) {
        continue; // they wait for their abort, in tests of their own
      }
      if (behaviour == CardBehaviour.APPROVED_BUT_WRONGLY_SEALED && way == Way.HTTP) {
        continue; // nothing is sealed in the clear
      }
      try (Bench bench = new Bench(way)) {
        bench.terminal.script(behaviour);
        Order order = order("C1_" + behaviour);
        End end = drive(bench.provider, FLOW.begin(order, new CardPresented(), ++stamp, now));
        BigDecimal kept = bench.terminal.kept(order.outTradeNo());
        switch (behaviour) {
          case APPROVE,
              APPROVED_BUT_HANGS_UP,
              APPROVED_BUT_TRUNCATED,
              APPROVED_BUT_WRONGLY_SEALED -> {
            assertTrue(end instanceof End.Paid, end::toString);
            assertEquals(0, kept.compareTo(new BigDecimal("12.90")));
          }
          case WRONG_PIN, WRONG_PIN_BUT_HANGS_UP ->
              assertEquals(new End.NotPaid(DeclineReason.WRONG_PIN), end);
          case CARD_NOT_ACCEPTED ->
              assertEquals(new End.NotPaid(DeclineReason.CARD_NOT_ACCEPTED), end);
          case REFUSED -> assertEquals(new End.NotPaid(DeclineReason.BANK_REFUSED), end);
          case SHOPPER_CANCELS ->
              assertEquals(new End.NotPaid(DeclineReason.CANCELLED_BY_SHOPPER), end);
          default -> assertTrue(end instanceof End.NotPaid, end::toString);
        }
        if (end instanceof End.NotPaid) {
          assertEquals(0, kept.signum(), () -> behaviour + " keeps " + kept);
        }
        assertEquals(List.of(), bench.terminal.violations());
      }
    }
  }

  @Test
  void aTerminalThatIsOffWasNotAsked() throws Exception {
    for (Way way : List.of(Way.TCP, Way.HTTP)) {
      try (Bench bench = new Bench(way)) {
        bench.terminal.online(false);
        Outcome outcome = pay(bench, order("C1_off"));
        assertTrue(outcome instanceof Outcome.NotSent, outcome::toString);
        bench.terminal.online(true);
        assertTrue(pay(bench, order("C1_on")) instanceof Outcome.Approved);
      }
    }
  }

  @Test
  void aTerminalWithAnotherKeyIsNotBelieved() throws Exception {
    try (Bench sealed = new Bench(Way.TCP_SEALED)) {
      CardSettings settings =
          new CardSettings(
              "TILL-1",
              POI,
              Optional.of(NexoKey.of("facepay", 1, "another")),
              Duration.ofSeconds(2),
              Duration.ofSeconds(2));
      try (NexoProvider other =
          new NexoProvider(
              settings,
              new TcpNexoLink(sealed.terminal.tcp(), LIMIT),
              _ -> {},
              InstantSource.system())) {
        Outcome outcome = other.authorise(order("C1_key"), new CardPresented());
        assertTrue(outcome instanceof Outcome.Unknown, outcome::toString);
        assertEquals(0, sealed.terminal.kept("C1_key").signum());
      }
    }
  }

  @Test
  void thePassphraseIsAFileOfItsOwnersAndIsNeverPrinted(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("card.key");
    Files.writeString(file, "mysupersecretpassphrase\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    IOException open = assertThrows(IOException.class, () -> NexoKey.read("facepay", 1, file));
    assertTrue(open.getMessage().contains("chmod 600"), open::getMessage);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    NexoKey key = NexoKey.read("facepay", 1, file);
    assertEquals(KEY.hmac(), key.hmac());
    CardSettings settings = new CardSettings("TILL-1", POI, Optional.of(key), LIMIT, LIMIT);
    assertTrue(settings.toString().contains("[REDACTED]"), settings::toString);
    Files.writeString(file, " ");
    assertThrows(IOException.class, () -> NexoKey.read("facepay", 1, file));
  }

  /** Carries out what the flow asks for until it ends; waits pass on the fake clock only. */
  private End drive(NexoProvider provider, Step<Payment, PaymentEffect> first) {
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
    }
    return step.next().end().orElseThrow();
  }

  /** A router that boots slower than the till: the name is looked up for each connection. */
  @Test
  void aTerminalThatHadNoAddressAtTheStartIsFoundLater() throws Exception {
    try (CardTerminalSimulator terminal = new CardTerminalSimulator(POI, Optional.empty(), LIMIT);
        NexoProvider provider =
            new NexoProvider(
                new CardSettings("TILL-1", POI, Optional.empty(), LIMIT, LIMIT),
                new TcpNexoLink(
                    InetSocketAddress.createUnresolved("localhost", terminal.tcp().getPort()),
                    LIMIT),
                _ -> {},
                InstantSource.system())) {
      Order order = new Order("K1_9_1", Money.of(1_290, "CNY"), "店");
      Outcome outcome = provider.authorise(order, new CardPresented());
      assertTrue(outcome instanceof Outcome.Approved, outcome::toString);
    }
  }

  /** Asked about, "not sent" would be no end: such an order would be asked about for ever. */
  @Test
  void aBusyTerminalThatRemembersHavingSaidSoHasRefused() {
    var busy = NexoCodec.object();
    busy.putObject("Response").put("Result", "Failure").put("ErrorCondition", "Busy");
    assertEquals(
        new Answer.Told(new Outcome.Declined(DeclineReason.NETWORK_DOWN, "Busy")),
        NexoResult.paid(busy, new Order("K1_9_2", Money.of(1_290, "CNY"), "店")));
  }
}
