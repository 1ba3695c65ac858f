package org.facepay.terminal.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.payment.hold.Hold;
import org.facepay.terminal.payment.hold.HoldEffect;
import org.facepay.terminal.payment.hold.HoldOutcome;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Answered.ClaimEnd;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.visit.Admission;
import org.facepay.terminal.session.visit.Debt;

/**
 * A wallet and members' accounts with books of their own, and the claims on them: what is on the
 * disk stays there. Amounts are minor units.
 */
final class WalkingMoney {
  static final long MOST = 5_000;

  /** Where a promise is. */
  enum Status {
    WAITING,
    HELD,
    TAKEN,
    LET_GO
  }

  final Map<String, Status> holds = new HashMap<>();
  final Map<String, Long> taken = new HashMap<>();
  final Map<String, ClaimEnd> ended = new HashMap<>();
  final Set<String> kept = new HashSet<>();
  final Map<String, Debt> debts = new HashMap<>();
  final Map<String, String> debtors = new HashMap<>();
  final Map<String, Long> paid = new HashMap<>();
  final Map<String, Long> refunded = new HashMap<>();
  final Set<String> once = new HashSet<>();
  private final Random random;
  private final List<Event> answers;

  /**
   * Nothing is promised yet.
   *
   * @param answers takes what is answered
   */
  WalkingMoney(Random random, List<Event> answers) {
    this.random = random;
    this.answers = answers;
  }

  /** A wallet that promises is asked. */
  void hold(HoldEffect request) {
    String no;
    HoldOutcome truth;
    switch (request) {
      case HoldEffect.Place(long _, Order order, var _) -> {
        no = order.outTradeNo();
        assertTrue(once.add(no), no + " is asked for twice");
        if (random.nextInt(6) == 0) {
          truth = new HoldOutcome.Declined(DeclineReason.BALANCE_TOO_LOW, "no");
        } else {
          holds.put(no, random.nextInt(4) == 0 ? Status.WAITING : Status.HELD);
          truth = known(no);
        }
      }
      case HoldEffect.Query(long _, Order order) -> {
        no = order.outTradeNo();
        if (holds.get(no) == Status.WAITING && random.nextBoolean()) {
          holds.put(no, Status.HELD);
        }
        truth = known(no);
      }
      case HoldEffect.Release(long _, Order order, var _) -> {
        no = order.outTradeNo();
        holds.computeIfPresent(no, (_, s) -> s == Status.TAKEN ? s : Status.LET_GO);
        truth = known(no);
      }
      default -> throw new AssertionError(request + " belongs to claims");
    }
    boolean heard = random.nextInt(5) > 0;
    answers.add(
        new Answered.HoldAnswered(
            request.attempt(), heard ? truth : new HoldOutcome.Unknown("lost")));
  }

  private HoldOutcome known(String no) {
    Status status = holds.get(no);
    if (status == null) {
      return new HoldOutcome.NotFound();
    }
    return switch (status) {
      case WAITING -> new HoldOutcome.Pending();
      case HELD -> new HoldOutcome.Held("H" + no, random.nextInt(4) == 0 ? "" : "anna");
      case TAKEN -> new HoldOutcome.Captured("T", taken.get(no), 0);
      case LET_GO -> new HoldOutcome.Released();
    };
  }

  /** What is claimed apart from any session. */
  void claim(Effect.AtClaims effect) {
    switch (effect) {
      case Effect.ReleaseHeld(Hold hold) -> keep(hold.order().outTradeNo(), "", null);
      case Effect.TakeHeld(Hold hold, String visitor, Debt debt) ->
          keep(hold.order().outTradeNo(), visitor, debt);
      case Effect.ChargeAccount(Order order, String member, Debt debt) ->
          keep(order.outTradeNo(), "member:" + member, debt);
      case Effect.CheckVisitor(long attempt, String visitor) ->
          answers.add(new Answered.VisitorChecked(attempt, admission(visitor)));
      case Effect.ForgetDebt(long attempt, String visitor, String order) -> {
        debts.remove(order);
        answers.add(new Answered.VisitorChecked(attempt, admission(visitor)));
      }
    }
  }

  private void keep(String no, String visitor, Debt debt) {
    answers.add(new Answered.ClaimKept(no));
    if (kept.add(no)) {
      ended.put(no, end(no, visitor, debt));
    }
    for (int i = random.nextInt(4) == 0 ? 2 : 1; i > 0; i--) {
      answers.add(new Answered.ClaimEnded(no, ended.get(no)));
    }
  }

  private ClaimEnd end(String no, String visitor, Debt debt) {
    if (debt == null) {
      holds.computeIfPresent(no, (_, _) -> Status.LET_GO);
      return ClaimEnd.LET_GO;
    }
    if (random.nextInt(4) == 0) {
      holds.computeIfPresent(no, (_, _) -> Status.LET_GO);
      debts.put(no, debt);
      debtors.put(no, visitor);
      return random.nextBoolean() ? ClaimEnd.REFUSED : ClaimEnd.EXPIRED;
    }
    holds.computeIfPresent(no, (_, _) -> Status.TAKEN);
    assertNull(taken.put(no, debt.minor()), no + " is taken twice");
    return ClaimEnd.TAKEN;
  }

  private Admission admission(String visitor) {
    List<Debt> owed = new ArrayList<>();
    debtors.forEach(
        (no, who) -> {
          if (who.equals(visitor) && debts.containsKey(no)) {
            owed.add(debts.get(no));
          }
        });
    if (!owed.isEmpty()) {
      return new Admission.Owes(owed.getFirst());
    }
    return random.nextInt(12) == 0 ? new Admission.Exceeded() : new Admission.Admitted();
  }

  /** What is owed from last time is charged at once. */
  void pay(PaymentEffect request) {
    Outcome truth;
    long attempt;
    switch (request) {
      case PaymentEffect.Authorise(long stamp, Order order, var _) -> {
        attempt = stamp;
        assertTrue(once.add(order.outTradeNo()), order + " is charged twice");
        boolean refused = random.nextInt(4) == 0;
        if (!refused) {
          paid.put(order.outTradeNo(), order.amount().minor());
        }
        truth =
            refused
                ? new Outcome.Declined(DeclineReason.BANK_REFUSED, "no")
                : new Outcome.Approved("t");
      }
      case PaymentEffect.Query(long stamp, Order order) -> {
        attempt = stamp;
        truth =
            paid.containsKey(order.outTradeNo())
                ? new Outcome.Approved("t")
                : new Outcome.NotFound();
      }
      case PaymentEffect.Cancel(long stamp, Order order) -> {
        attempt = stamp;
        paid.remove(order.outTradeNo());
        truth = new Outcome.Reversed();
      }
      default -> throw new AssertionError("waits are timers");
    }
    boolean heard = random.nextInt(4) > 0;
    answers.add(new Answered.PaymentAnswered(attempt, heard ? truth : new Outcome.Unknown("lost")));
  }

  /** Staff have it: it is given back apart from the session. */
  void handOver(Effect.HandOver effect) {
    paid.remove(effect.payment().order().outTradeNo());
    answers.add(new Answered.HandedOver(effect.attempt()));
  }

  void refund(Effect.AskForRefund request) {
    boolean refused = !refunded.containsKey(request.requestNo()) && random.nextInt(6) == 0;
    if (!refused) {
      Long before = refunded.put(request.requestNo(), request.amount().minor());
      assertTrue(before == null || before == request.amount().minor(), request.requestNo());
      long all = taken.get(request.order().outTradeNo());
      assertTrue(request.amount().minor() <= all, "more goes back than was taken");
      assertEquals(all, request.order().amount().minor());
    }
    RefundProvider.Refund truth =
        refused ? new RefundProvider.Refund.Refused("no") : new RefundProvider.Refund.Accepted();
    answers.add(
        new Answered.RefundAnswered(
            request.attempt(),
            random.nextInt(4) > 0 ? truth : new RefundProvider.Refund.Unknown("lost")));
  }
}
