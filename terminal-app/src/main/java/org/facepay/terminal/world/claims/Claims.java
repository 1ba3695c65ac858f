package org.facepay.terminal.world.claims;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.facepay.sync.retry.Backoff;
import org.facepay.terminal.alarm.Alarm.Kind;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.loop.EventCodec;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.loop.SideThread;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.MemberAccount;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.payment.PaymentFlow;
import org.facepay.terminal.payment.PaymentFlows;
import org.facepay.terminal.payment.PaymentProvider;
import org.facepay.terminal.payment.hold.Hold;
import org.facepay.terminal.payment.hold.HoldEffect;
import org.facepay.terminal.payment.hold.HoldFlow;
import org.facepay.terminal.payment.hold.HoldProviders;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Answered.ClaimEnd;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.visit.Admission;
import org.facepay.terminal.session.visit.Debt;
import org.facepay.terminal.step.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees through what was promised or agreed before a door opened, whatever the session does: takes
 * what was settled, once, or lets it go. What cannot be taken becomes a debt that is asked for at
 * the next visit. A thread of its own; what is on the disk goes on after a restart.
 */
public final class Claims implements AutoCloseable {
  /** Its file in the terminal's data. */
  public static final String FILE = "claims.db";

  private static final Logger LOG = LoggerFactory.getLogger(Claims.class);
  private static final Duration LATE = Duration.ofDays(1);

  /** Between two tries to charge an account that could not be reached. */
  public static final Backoff UNSENT = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(10));

  /**
   * Who is asked.
   *
   * @param flows of the providers that promise
   * @param unsent between two tries to charge an account whose provider could not be reached
   */
  public record Wallets(
      HoldProviders holds,
      Map<String, HoldFlow> flows,
      PaymentProvider accounts,
      PaymentFlows charges,
      Backoff unsent) {}

  /**
   * What one visitor may have.
   *
   * @param claims open at once
   * @param visits within a day
   */
  public record Caps(int claims, int visits) {}

  /** Told of a debt; again until it is true: that it was told is on the disk. */
  public interface Told {
    boolean of(String visitor, Debt debt);
  }

  private final ClaimBook book;
  private final Wallets wallets;
  private final Caps caps;
  private final Told told;
  private final Inbox<Event> inbox;
  private final Alarms alarms;
  private final InstantSource clock;
  private final SideThread thread = new SideThread("claims");
  private long stamp;

  /** Opens or creates the file and goes on with what is in it. */
  public Claims(
      Path file,
      EventCodec<Event> codec,
      Wallets wallets,
      Caps caps,
      Told told,
      Inbox<Event> inbox,
      Alarms alarms,
      InstantSource clock)
      throws IOException {
    this.book = new ClaimBook(file, codec);
    this.wallets = wallets;
    this.caps = caps;
    this.told = told;
    this.inbox = inbox;
    this.alarms = alarms;
    this.clock = clock;
    try {
      List<Claim> open = book.open();
      // Each by itself: one that cannot go on keeps no other from it.
      open.forEach(claim -> thread.execute(() -> begin(claim, true)));
    } catch (SQLException e) {
      throw new IOException("the claims cannot be read: " + e.getMessage(), e);
    }
  }

  /** Carries it out; never blocks. */
  public void run(Effect.AtClaims effect) {
    switch (effect) {
      case Effect.ReleaseHeld(Hold hold) ->
          take(new Claim(new Claim.OfHold(apart(hold, 0)), Optional.empty()));
      case Effect.TakeHeld(Hold hold, String visitor, Debt debt) ->
          take(
              new Claim(
                  new Claim.OfHold(apart(hold, debt.minor())),
                  Optional.of(new Claim.Due(visitor, debt))));
      case Effect.ChargeAccount(Order order, String member, Debt debt) ->
          take(
              new Claim(
                  new Claim.OfAccount(order, new MemberAccount(member)),
                  Optional.of(new Claim.Due("member:" + member, debt))));
      case Effect.CheckVisitor(long attempt, String visitor) ->
          thread.insist(
              "who owes cannot be read yet",
              () -> {
                inbox.deliver(new Answered.VisitorChecked(attempt, admission(visitor)));
                return true;
              });
      case Effect.ForgetDebt(long attempt, String visitor, String order) ->
          thread.insist(
              "that " + order + " is paid is not written down yet",
              () -> {
                book.forget(order);
                inbox.deliver(new Answered.VisitorChecked(attempt, admission(visitor)));
                return true;
              });
    }
  }

  private static Hold apart(Hold hold, long minor) {
    return Hold.apart(hold.order(), hold.asking(), hold.promise(), minor);
  }

  private Admission admission(String visitor) throws SQLException {
    Optional<Debt> debt = book.debt(visitor);
    if (debt.isPresent()) {
      return new Admission.Owes(debt.get());
    }
    if (book.claims(visitor) >= caps.claims()
        || book.visits(visitor, clock.instant()) >= caps.visits()) {
      return new Admission.Exceeded();
    }
    book.came(visitor, clock.instant());
    return new Admission.Admitted();
  }

  private void take(Claim claim) {
    thread.insist(
        "claim " + claim.number() + " is not written down yet",
        () -> {
          Optional<ClaimEnd> before = book.ended(claim.number());
          boolean fresh = before.isEmpty() && book.keep(claim);
          inbox.deliver(new Answered.ClaimKept(claim.number()));
          before.ifPresent(end -> inbox.deliver(new Answered.ClaimEnded(claim.number(), end)));
          if (fresh) {
            begin(claim, false);
          }
          return true;
        });
  }

  private void begin(Claim claim, boolean again) {
    switch (claim.means()) {
      case Claim.OfHold(Hold hold) -> go(claim, flow(hold).apart(hold, ++stamp, clock.instant()));
      case Claim.OfAccount(Order order, MemberAccount account) -> {
        PaymentFlow charge = wallets.charges().of(order);
        Step<Payment, PaymentEffect> begun = charge.begin(order, account, ++stamp, clock.instant());
        charged(claim, again ? charge.restarted(begun.next(), ++stamp, clock.instant()) : begun, 0);
      }
    }
  }

  private HoldFlow flow(Hold hold) {
    return Objects.requireNonNull(wallets.flows().get(hold.order().provider()));
  }

  private void go(Claim claim, Step<Hold, HoldEffect> step) {
    Hold hold = step.next();
    if (hold.held()) {
      // It was asked for in vain, and stands all the same.
      go(claim, flow(hold).release(hold, ++stamp));
      return;
    }
    hold.end().ifPresent(end -> ended(claim, fate(end, hold)));
    for (HoldEffect effect : step.effects()) {
      if (effect instanceof HoldEffect.Wait(long attempt, var delay)) {
        late(claim);
        thread.later(
            () -> go(claim, flow(hold).waited(hold, attempt, ++stamp, clock.instant())), delay);
      } else {
        var outcome = wallets.holds().ask(effect);
        LOG.info("{} {}: {}", claim.number(), effect.getClass().getSimpleName(), outcome);
        go(claim, flow(hold).answered(hold, hold.attempt(), outcome, ++stamp, clock.instant()));
      }
    }
  }

  private static Ended fate(Hold.End end, Hold hold) {
    return switch (end) {
      case Hold.End.Captured _ -> new Ended(ClaimEnd.TAKEN, Debt.Why.REFUSED);
      case Hold.End.Released _, Hold.End.NotHeld _ ->
          new Ended(ClaimEnd.LET_GO, Debt.Why.HOLD_EXPIRED);
      case Hold.End.NotCaptured _ ->
          hold.claim().refusals() > 0
              ? new Ended(ClaimEnd.REFUSED, Debt.Why.REFUSED)
              : new Ended(ClaimEnd.EXPIRED, Debt.Why.HOLD_EXPIRED);
    };
  }

  /** How it ended, and why it is owed if it is. */
  private record Ended(ClaimEnd end, Debt.Why why) {}

  private void charged(Claim claim, Step<Payment, PaymentEffect> step, int unsent) {
    Payment payment = step.next();
    PaymentFlow flow = wallets.charges().of(payment.order());
    if (payment.end().isPresent()) {
      paid(claim, payment.end().get(), unsent);
      return;
    }
    for (PaymentEffect effect : step.effects()) {
      switch (effect) {
        case PaymentEffect.Wait(long attempt, var delay) -> {
          late(claim);
          thread.later(() -> charged(claim, flow.waited(payment, attempt, ++stamp), unsent), delay);
        }
        case PaymentEffect.Authorise(long attempt, Order order, var account) ->
            answered(claim, payment, attempt, wallets.accounts().authorise(order, account), unsent);
        case PaymentEffect.Query(long attempt, Order order) ->
            answered(claim, payment, attempt, wallets.accounts().query(order), unsent);
        case PaymentEffect.Cancel(long attempt, Order order) ->
            answered(claim, payment, attempt, wallets.accounts().cancel(order), unsent);
      }
    }
  }

  private void answered(
      Claim claim,
      Payment payment,
      long attempt,
      org.facepay.terminal.payment.Outcome outcome,
      int unsent) {
    LOG.info("{} account: {}", claim.number(), outcome);
    PaymentFlow flow = wallets.charges().of(payment.order());
    charged(claim, flow.answered(payment, attempt, outcome, ++stamp, clock.instant()), unsent);
  }

  /** What never left this terminal is sent again; anything else that was not paid is owed. */
  private void paid(Claim claim, Payment.End end, int unsent) {
    switch (end) {
      case Payment.End.Paid _ -> ended(claim, new Ended(ClaimEnd.TAKEN, Debt.Why.REFUSED));
      case Payment.End.NotPaid(DeclineReason reason) when reason == DeclineReason.NETWORK_DOWN -> {
        late(claim);
        thread.later(
            () -> {
              PaymentFlow flow = wallets.charges().of(claim.means().order());
              if (claim.means() instanceof Claim.OfAccount(Order order, var account)) {
                charged(claim, flow.begin(order, account, ++stamp, clock.instant()), unsent + 1);
              }
            },
            wallets.unsent().after(unsent));
      }
      case Payment.End.NotPaid(DeclineReason reason) ->
          ended(
              claim,
              new Ended(
                  ClaimEnd.REFUSED,
                  reason == DeclineReason.BALANCE_TOO_LOW
                      ? Debt.Why.BALANCE_TOO_LOW
                      : Debt.Why.REFUSED));
    }
  }

  private void late(Claim claim) {
    claim
        .due()
        .filter(due -> clock.instant().isAfter(due.debt().since().plus(LATE)))
        .ifPresent(due -> alarms.raise(Kind.CLAIM_LATE, claim.number(), sum(claim)));
  }

  private static String sum(Claim claim) {
    Order order = claim.means().order();
    return order.provider() + " " + new Money(claim.minor(), order.amount().currency()).figures();
  }

  private void ended(Claim claim, Ended ended) {
    LOG.info("claim {}: {}", claim.number(), ended.end());
    Optional<Claim.Due> owed =
        claim
            .due()
            .filter(_ -> ended.end() != ClaimEnd.TAKEN)
            .map(due -> new Claim.Due(due.visitor(), because(due.debt(), ended.why())));
    thread.insist(
        "the end of claim " + claim.number() + " is not written down yet",
        () -> {
          if (owed.isEmpty()) {
            book.end(claim.number(), ended.end(), clock.instant());
          } else if (told.of(owed.get().visitor(), owed.get().debt())) {
            book.owed(owed.get(), ended.end(), clock.instant());
          } else {
            return false;
          }
          alarms.clear(Kind.CLAIM_LATE, claim.number());
          inbox.deliver(new Answered.ClaimEnded(claim.number(), ended.end()));
          return true;
        });
  }

  private static Debt because(Debt debt, Debt.Why why) {
    return new Debt(debt.order(), debt.minor(), debt.sinceSecond(), debt.goods(), why);
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      boolean ignored = thread.awaitTermination(2, TimeUnit.SECONDS);
      book.close();
    } catch (SQLException e) {
      LOG.warn("closing the claims: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
