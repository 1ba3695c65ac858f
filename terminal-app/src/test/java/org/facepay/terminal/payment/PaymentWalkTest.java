package org.facepay.terminal.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.facepay.terminal.payment.Payment.End;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.step.Step;
import org.junit.jupiter.api.Test;

/**
 * Seeded random walks of {@link PaymentFlow} against a provider with a ledger of its own: requests
 * are lost, executed late, answered wrongly or not at all, the terminal is restarted in between,
 * and old answers come back. In every third walk the terminal shows a code that may be scanned as
 * long as it is valid, whoever has turned away meanwhile. Afterwards the ledger decides who was
 * right.
 */
class PaymentWalkTest {
  private static final int STEPS = 150_000;
  private static final PaymentFlow FLOW = new PaymentFlow(LossyWalk.TIMES);
  private static final Duration VALID = Duration.ofMinutes(2);

  private enum Status {
    NONE,
    /** There is a code that nobody has scanned: no order yet. */
    SHOWN,
    WAITING,
    PAID,
    /** Refused, by a provider that remembers it. */
    DECLINED,
    CLOSED,
    REFUNDED
  }

  private enum Kind {
    AUTHORISE,
    QUERY,
    CANCEL
  }

  /** One charge from its beginning to certainty. */
  private static final class Walk extends LossyWalk<Kind, Outcome> {
    Status status = Status.NONE;
    boolean refuses;
    boolean remembersRefusals;
    boolean heardOfRefusal;
    boolean confirms;
    boolean shows;
    boolean closesUnscanned;
    Instant codeEnds = Instant.MIN;
    int moneyTaken;
    long stamp = 1;
    int steps;
    int chaos;
    Payment payment;
    List<PaymentEffect> effects;

    Walk(long seed) {
      super(seed);
      refuses = random.nextInt(10) == 0;
      confirms = random.nextInt(3) > 0;
      chaos = random.nextInt(40);
      Order order = new Order("W1_" + seed, Money.of(1290, "CNY"), "shop");
      shows = seed % 3 == 0;
      closesUnscanned = random.nextBoolean();
      remembersRefusals = refuses && random.nextBoolean();
      Credential credential = shows ? new ShownCode(VALID) : new PayCode("280000000000000000");
      took(FLOW.begin(order, credential, stamp, now), "begin");
    }

    void took(Step<Payment, PaymentEffect> step, String what) {
      steps++;
      payment = step.next();
      effects = step.effects();
      assertTrue(effects.size() <= 1, () -> "one thing at a time\n" + told());
      assertEquals(payment.open(), effects.size() == 1 || what.startsWith("stale"), this::told);
      trace.add(now + " " + what + " -> " + payment.doing() + " " + payment.end().orElse(null));
    }

    @Override
    protected String told() {
      return payment.order().outTradeNo() + "\n" + String.join("\n", trace);
    }

    void run() {
      while (payment.open()) {
        assertTrue(steps < 2_000, () -> "it never ends\n" + told());
        boolean wild = steps < chaos;
        if (wild && random.nextInt(12) == 0) {
          restart();
          continue;
        }
        if (onScreen() && random.nextInt(25) == 0) {
          took(FLOW.left(payment, ++stamp, now), "left");
          assertTrue(!onScreen(), this::told);
          continue;
        }
        if (PaymentFlow.mayReturn(payment, now) && random.nextInt(4) == 0) {
          took(FLOW.returned(payment, ++stamp, now), "returned");
          assertTrue(onScreen(), this::told);
          continue;
        }
        Payment before = payment;
        switch (effects.getFirst()) {
          case PaymentEffect.Wait(long attempt, Duration delay) -> {
            pass(delay);
            took(FLOW.waited(before, attempt, ++stamp), "waited " + delay.toMillis());
          }
          case PaymentEffect.Authorise(long attempt, var _, var _) ->
              ask(Kind.AUTHORISE, attempt, wild);
          case PaymentEffect.Query(long attempt, var _) -> ask(Kind.QUERY, attempt, wild);
          case PaymentEffect.Cancel(long attempt, var _) -> ask(Kind.CANCEL, attempt, wild);
        }
        if (wild && payment.open() && !stale.isEmpty() && random.nextInt(4) == 0) {
          repeatOldAnswer();
        }
      }
      pass(IN_FLIGHT.plus(IN_FLIGHT)); // whatever is still on its way arrives
      settle();
    }

    boolean onScreen() {
      return payment.code().filter(Payment.Code::onScreen).isPresent();
    }

    /** The program dies with a request or a wait under way; nobody hears its answer any more. */
    void restart() {
      if (!(effects.getFirst() instanceof PaymentEffect.Wait) && random.nextBoolean()) {
        send(kind(effects.getFirst()), random.nextInt(3) > 0);
      }
      pass(Duration.ofMillis(random.nextInt(90_000)));
      if (random.nextInt(20) == 0) {
        setBack(Duration.ofDays(400)); // a clock whose battery is flat
        codeEnds =
            shows && codeEnds != Instant.MIN ? codeEnds.minus(Duration.ofDays(400)) : codeEnds;
      }
      took(FLOW.restarted(payment, ++stamp, now), "restarted");
      boolean charges = effects.stream().anyMatch(PaymentEffect.Authorise.class::isInstance);
      assertTrue(!charges, this::told);
    }

    void repeatOldAnswer() {
      var old = stale.get(random.nextInt(stale.size()));
      List<PaymentEffect> kept = effects;
      Payment before = payment;
      took(FLOW.answered(payment, old.getKey(), old.getValue(), ++stamp, now), "stale " + old);
      assertEquals(before, payment, this::told);
      effects = kept;
    }

    void ask(Kind kind, long attempt, boolean wild) {
      Outcome outcome = wild ? wildly(kind) : truthfully(kind);
      heardOfRefusal |= outcome instanceof Outcome.Declined && kind == Kind.QUERY;
      took(FLOW.answered(payment, attempt, outcome, ++stamp, now), kind + " " + outcome);
      stale.add(Map.entry(attempt, outcome));
    }

    @Override
    protected boolean asksForMoney(Kind kind) {
      return kind == Kind.AUTHORISE;
    }

    @Override
    protected Outcome notSent(String why) {
      return new Outcome.NotSent(why);
    }

    @Override
    protected Outcome unknown(String why) {
      return new Outcome.Unknown(why);
    }

    @Override
    protected Outcome carryOut(Kind kind) {
      return switch (kind) {
        case AUTHORISE -> {
          if (status != Status.NONE) {
            yield new Outcome.Unknown("used");
          }
          if (refuses) {
            status = remembersRefusals ? Status.DECLINED : Status.NONE;
            yield new Outcome.Declined(DeclineReason.BALANCE_TOO_LOW, "refused");
          }
          if (shows) {
            status = Status.SHOWN;
            codeEnds = now.plus(VALID);
            yield new Outcome.Shown("https://wallet.example/" + payment.order().outTradeNo());
          }
          status = random.nextInt(3) == 0 ? Status.WAITING : Status.PAID;
          moneyTaken += status == Status.PAID ? 1 : 0;
          yield status == Status.PAID ? new Outcome.Approved("T") : new Outcome.Pending();
        }
        case QUERY ->
            switch (status) {
              case NONE, SHOWN -> new Outcome.NotFound();
              case WAITING -> new Outcome.Pending();
              case PAID -> new Outcome.Approved("T");
              case DECLINED -> new Outcome.Declined(DeclineReason.BALANCE_TOO_LOW, "refused");
              case CLOSED, REFUNDED -> new Outcome.Reversed();
            };
        case CANCEL -> cancel();
      };
    }

    private Outcome cancel() {
      if (status != Status.NONE && random.nextInt(5) == 0) {
        return random.nextBoolean()
            ? new Outcome.Pending() // retry_flag=Y: nothing was done
            : new Outcome.Declined(DeclineReason.BANK_REFUSED, "not now");
      }
      status =
          switch (status) {
            case NONE -> Status.NONE;
            case DECLINED -> Status.DECLINED;
            case SHOWN -> closesUnscanned ? Status.CLOSED : Status.SHOWN;
            case WAITING, CLOSED -> Status.CLOSED;
            case PAID, REFUNDED -> Status.REFUNDED;
          };
      return status == Status.NONE || status == Status.SHOWN
          ? new Outcome.NotFound()
          : new Outcome.Reversed();
    }

    /** The shopper may scan and confirm. */
    @Override
    protected void meanwhile(Instant end) {
      boolean seen =
          payment != null && payment.code().filter(c -> !c.content().isEmpty()).isPresent();
      if (status == Status.SHOWN && seen && now.isBefore(codeEnds) && random.nextInt(20) == 0) {
        status = Status.WAITING;
        trace.add(end + " (scanned)");
      } else if (status == Status.SHOWN && end.isAfter(codeEnds)) {
        status = Status.NONE;
      }
      if (status == Status.WAITING && confirms && random.nextInt(8) == 0) {
        status = Status.PAID;
        moneyTaken++;
        trace.add(end + " (the shopper confirmed)");
      }
    }

    void settle() {
      assertTrue(asked <= 1 && moneyTaken <= 1, this::told);
      assertTrue(nothingFlies(), this::told);
      switch (payment.end().orElseThrow()) {
        case End.Paid _ -> assertEquals(Status.PAID, status, this::told);
        case End.NotPaid(DeclineReason reason) -> {
          assertTrue(status != Status.PAID && status != Status.WAITING, () -> status + told());
          if (heardOfRefusal) {
            assertEquals(DeclineReason.BALANCE_TOO_LOW, reason, this::told);
          }
        }
      }
    }

    static Kind kind(PaymentEffect effect) {
      return switch (effect) {
        case PaymentEffect.Authorise _ -> Kind.AUTHORISE;
        case PaymentEffect.Query _ -> Kind.QUERY;
        case PaymentEffect.Cancel _ -> Kind.CANCEL;
        case PaymentEffect.Wait _ -> throw new IllegalArgumentException("not a request");
      };
    }
  }

  @Test
  void theLedgerAlwaysAgrees() {
    long steps = 0;
    int reasonsHeardLater = 0;
    Map<Status, Integer> ends = new EnumMap<>(Status.class);
    for (long seed = 1; steps < STEPS; seed++) {
      Walk walk = new Walk(seed);
      walk.run();
      steps += walk.steps;
      ends.merge(walk.status, 1, Integer::sum);
      reasonsHeardLater += walk.heardOfRefusal ? 1 : 0;
    }
    assertTrue(reasonsHeardLater > 100, "refusals heard by a question: " + reasonsHeardLater);
    for (Status end : List.of(Status.NONE, Status.PAID, Status.CLOSED, Status.REFUNDED)) {
      assertTrue(ends.getOrDefault(end, 0) > 150, "the walks reach every end: " + ends);
    }
  }
}
