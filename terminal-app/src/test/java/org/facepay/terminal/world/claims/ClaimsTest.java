package org.facepay.terminal.world.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import org.facepay.sync.retry.Backoff;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.checkout.Fixture;
import org.facepay.terminal.loop.Arrivals;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.payment.PaymentFlow;
import org.facepay.terminal.payment.PaymentFlows;
import org.facepay.terminal.payment.PaymentProvider;
import org.facepay.terminal.payment.hold.Hold;
import org.facepay.terminal.payment.hold.HoldFlow;
import org.facepay.terminal.payment.hold.HoldOutcome;
import org.facepay.terminal.payment.hold.HoldProvider;
import org.facepay.terminal.payment.hold.HoldProviders;
import org.facepay.terminal.receipt.Books;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Answered.ClaimEnd;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.visit.Admission;
import org.facepay.terminal.session.visit.Debt;
import org.facepay.terminal.session.visit.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was promised is taken once, or owed; whatever the wallet, the power and the disk do. */
class ClaimsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration QUICK = Duration.ofMillis(5);
  private static final PaymentFlow.Times TIMES =
      new PaymentFlow.Times(QUICK, QUICK, QUICK, QUICK, QUICK, Duration.ofMillis(20));
  private static final PaymentFlow CHARGE = new PaymentFlow(TIMES);
  private static final Order ORDER =
      new Order("K3_7F3K_1_1", Money.of(10_000, "CNY"), "店", "wallet");
  private static final Order CHARGED =
      new Order("K3_7F3K_2_1", Money.of(500, "CNY"), "店", "balance");
  private static final String ANNA = "wallet:anna";

  @TempDir Path folder;
  private final Inbox<Event> inbox = new Inbox<>(100);
  private final Wallet wallet = new Wallet();
  private final Accounts accounts = new Accounts();
  private final List<Debt> told = new CopyOnWriteArrayList<>();

  /** A wallet with one promise, which answers what is scripted first. */
  private static final class Wallet implements HoldProvider {
    private final BlockingQueue<HoldOutcome> script = new LinkedBlockingQueue<>();
    private final List<Long> captures = new CopyOnWriteArrayList<>();
    private volatile HoldOutcome truth = new HoldOutcome.Held("H1", "anna");
    private volatile boolean refuses;

    @Override
    public String name() {
      return "wallet";
    }

    private HoldOutcome answer() {
      HoldOutcome scripted = script.poll();
      return scripted == null ? truth : scripted;
    }

    @Override
    public HoldOutcome hold(Order order, Credential credential) {
      throw new IllegalStateException("nothing is promised here");
    }

    @Override
    public HoldOutcome query(Order order) {
      return answer();
    }

    @Override
    public HoldOutcome capture(Order order, Part part, Rest rest) {
      if (refuses) {
        return new HoldOutcome.Declined(DeclineReason.BANK_REFUSED, "no");
      }
      captures.add(part.amount().minor());
      truth = new HoldOutcome.Captured("T1", part.amount().minor(), 0);
      return answer();
    }

    @Override
    public HoldOutcome release(Order order, Part rest) {
      truth = new HoldOutcome.Released();
      return answer();
    }
  }

  /** Members' accounts that answer what is scripted first. */
  private static final class Accounts implements PaymentProvider {
    private final BlockingQueue<Outcome> script = new LinkedBlockingQueue<>();
    private final List<String> charges = new CopyOnWriteArrayList<>();
    private volatile Outcome truth = new Outcome.NotFound();

    @Override
    public String name() {
      return "balance";
    }

    @Override
    public boolean accepts(Credential credential) {
      return true;
    }

    @Override
    public Outcome authorise(Order order, Credential credential) {
      charges.add(order.outTradeNo());
      Outcome scripted = script.poll();
      Outcome outcome = scripted == null ? new Outcome.Approved("T2") : scripted;
      truth = outcome instanceof Outcome.Approved ? outcome : truth;
      return outcome;
    }

    @Override
    public Outcome query(Order order) {
      return truth;
    }

    @Override
    public Outcome cancel(Order order) {
      return new Outcome.Reversed();
    }
  }

  private Claims open() throws Exception {
    return open(new Claims.Caps(2, 3));
  }

  private Claims open(Claims.Caps caps) throws Exception {
    HoldFlow flow = new HoldFlow(TIMES, Duration.ofHours(2), HoldProvider.Rest.RELEASED);
    return new Claims(
        folder.resolve("claims.db"),
        Books.events(),
        new Claims.Wallets(
            new HoldProviders(List.of(wallet)),
            Map.of("wallet", flow),
            accounts,
            new PaymentFlows(Map.of("balance", CHARGE)),
            new Backoff(QUICK, QUICK)),
        caps,
        (_, debt) -> told.add(debt),
        inbox,
        new Alarms(InstantSource.system()),
        InstantSource.system());
  }

  private static Hold held() {
    Instant now = Instant.now();
    return Hold.apart(
        ORDER, Payment.paid(ORDER, "H1", now), new Hold.Promise("H1", "anna", now), 0);
  }

  private static Debt debt(Order order) {
    Piece tea = new Piece(Fixture.TEA, 1, 1, true);
    long now = Instant.now().getEpochSecond();
    return new Debt(order.outTradeNo(), 500, now, List.of(tea), Debt.Why.REFUSED);
  }

  private static Effect.AtClaims take() {
    return new Effect.TakeHeld(held(), ANNA, debt(ORDER));
  }

  private static Effect.AtClaims charge() {
    return new Effect.ChargeAccount(CHARGED, "m1", debt(CHARGED));
  }

  private <T extends Event> T told(Class<T> type, Predicate<T> wanted) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      Event event = Arrivals.next(inbox, Duration.ofMillis(100)).orElse(null);
      if (type.isInstance(event) && wanted.test(type.cast(event))) {
        return type.cast(event);
      }
    }
    throw new AssertionError("nobody told of " + type.getSimpleName());
  }

  private void keeps(Order order) throws Exception {
    told(Answered.ClaimKept.class, kept -> kept.order().equals(order.outTradeNo()));
  }

  private ClaimEnd end(Order order) throws Exception {
    return told(Answered.ClaimEnded.class, e -> e.order().equals(order.outTradeNo())).claim();
  }

  private Admission admission(Claims claims, String visitor, long attempt) throws Exception {
    claims.run(new Effect.CheckVisitor(attempt, visitor));
    return told(Answered.VisitorChecked.class, a -> a.attempt() == attempt).admission();
  }

  private void sql(String statement) throws Exception {
    try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("claims.db"));
        Statement s = c.createStatement()) {
      s.execute(statement);
    }
  }

  @Test
  void whatIsClaimedIsTakenOnceHoweverOftenItIsSaid() throws Exception {
    try (Claims claims = open()) {
      claims.run(take());
      claims.run(take());
      keeps(ORDER);
      assertEquals(ClaimEnd.TAKEN, end(ORDER));
      claims.run(take());
      assertEquals(ClaimEnd.TAKEN, end(ORDER), "it is told again how it ended");
    }
    try (Claims again = open()) {
      again.run(take());
      assertEquals(ClaimEnd.TAKEN, end(ORDER));
    }
    assertEquals(List.of(500L), wallet.captures);
    assertEquals(List.of(), told);
  }

  @Test
  void whatIsLetGoOwesNothing() throws Exception {
    try (Claims claims = open()) {
      claims.run(new Effect.ReleaseHeld(held()));
      keeps(ORDER);
      assertEquals(ClaimEnd.LET_GO, end(ORDER));
      assertInstanceOf(Admission.Admitted.class, admission(claims, ANNA, 1));
    }
    assertInstanceOf(HoldOutcome.Released.class, wallet.truth);
  }

  @Test
  void aPromiseThatHasExpiredIsOwed() throws Exception {
    wallet.truth = new HoldOutcome.Released();
    try (Claims claims = open()) {
      claims.run(take());
      assertEquals(ClaimEnd.EXPIRED, end(ORDER));
    }
    assertEquals(Debt.Why.HOLD_EXPIRED, told.getFirst().why());
    try (Claims again = open()) {
      var owes = assertInstanceOf(Admission.Owes.class, admission(again, ANNA, 1));
      assertEquals(ORDER.outTradeNo(), owes.debt().order());
      assertEquals(500, owes.debt().minor());
      again.run(new Effect.ForgetDebt(2, ANNA, ORDER.outTradeNo()));
      var paid = told(Answered.VisitorChecked.class, a -> a.attempt() == 2).admission();
      assertInstanceOf(Admission.Admitted.class, paid);
    }
  }

  @Test
  void aCaptureThatIsRefusedIsOwed() throws Exception {
    wallet.refuses = true;
    try (Claims claims = open()) {
      claims.run(take());
      assertEquals(ClaimEnd.REFUSED, end(ORDER));
      assertInstanceOf(Admission.Owes.class, admission(claims, ANNA, 1));
    }
    assertInstanceOf(HoldOutcome.Released.class, wallet.truth, "and nothing stays promised");
  }

  @Test
  void aClaimGoesOnAfterARestart() throws Exception {
    wallet.truth = new HoldOutcome.Unknown("no answer");
    try (Claims claims = open()) {
      claims.run(take());
      keeps(ORDER);
    }
    wallet.truth = new HoldOutcome.Held("H1", "anna");
    try (Claims _ = open()) {
      assertEquals(ClaimEnd.TAKEN, end(ORDER));
    }
    assertEquals(List.of(500L), wallet.captures);
  }

  @Test
  void anAccountIsChargedOnceItCanBeReached() throws Exception {
    accounts.script.add(new Outcome.NotSent("no connection"));
    accounts.script.add(new Outcome.NotSent("no connection"));
    try (Claims claims = open()) {
      claims.run(charge());
      keeps(CHARGED);
      assertEquals(ClaimEnd.TAKEN, end(CHARGED));
    }
    assertEquals(3, accounts.charges.size());
  }

  @Test
  void anAccountThatIsTooLowIsOwed() throws Exception {
    accounts.script.add(new Outcome.Declined(DeclineReason.BALANCE_TOO_LOW, "low"));
    try (Claims claims = open()) {
      claims.run(charge());
      assertEquals(ClaimEnd.REFUSED, end(CHARGED));
      var owes = assertInstanceOf(Admission.Owes.class, admission(claims, "member:m1", 1));
      assertEquals(Debt.Why.BALANCE_TOO_LOW, owes.debt().why());
    }
  }

  @Test
  void anAccountIsAskedAfterARestartBeforeItIsChargedAgain() throws Exception {
    accounts.script.add(new Outcome.Unknown("the power is gone"));
    accounts.truth = new Outcome.Unknown("no answer");
    try (Claims claims = open()) {
      claims.run(charge());
      keeps(CHARGED);
      assertInstanceOf(Admission.Admitted.class, admission(claims, "wallet:ben", 1));
    }
    accounts.truth = new Outcome.Approved("T2");
    try (Claims _ = open()) {
      assertEquals(ClaimEnd.TAKEN, end(CHARGED));
    }
    assertEquals(1, accounts.charges.size());
  }

  @Test
  void oneMayHaveSoMuchOnTheWayAndComeSoOften() throws Exception {
    wallet.truth = new HoldOutcome.Unknown("no answer");
    try (Claims claims = open(new Claims.Caps(1, 9))) {
      assertInstanceOf(Admission.Admitted.class, admission(claims, ANNA, 1));
      claims.run(take());
      assertInstanceOf(Admission.Exceeded.class, admission(claims, ANNA, 2));
      assertInstanceOf(Admission.Admitted.class, admission(claims, "wallet:ben", 3));
    }
    try (Claims claims = open(new Claims.Caps(9, 2))) {
      assertInstanceOf(Admission.Admitted.class, admission(claims, ANNA, 4));
      assertInstanceOf(Admission.Exceeded.class, admission(claims, ANNA, 5));
    }
  }

  @Test
  void aDiskThatTakesNothingIsTriedAgain() throws Exception {
    try (Claims claims = open()) {
      sql("ALTER TABLE claim RENAME TO away");
      claims.run(take());
      assertTrue(Arrivals.next(inbox, Duration.ofMillis(300)).isEmpty(), "nothing is kept yet");
      assertEquals(List.of(), wallet.captures, "and nothing is taken");
      sql("ALTER TABLE away RENAME TO claim");
      keeps(ORDER);
      assertEquals(ClaimEnd.TAKEN, end(ORDER));
    }
  }
}
