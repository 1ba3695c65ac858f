package org.facepay.terminal.payment.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.LossyWalk;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.hold.Hold.End;
import org.facepay.terminal.payment.hold.HoldProvider.Rest;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.step.Step;
import org.junit.jupiter.api.Test;

/**
 * Seeded random walks of {@link HoldFlow} against a wallet with books of its own: requests are
 * lost, carried out late, answered wrongly or not at all, the terminal is restarted in between, old
 * answers come back, holds expire. Afterwards the books decide who was right.
 */
class HoldWalkTest {
  /** {@code -Dfacepay.hold.steps=3000000} walks longer. */
  private static final int STEPS = Integer.getInteger("facepay.hold.steps", 120_000);

  private static final Duration VALIDITY = Duration.ofMinutes(30);
  private static final long MOST = 5_000;

  private enum Status {
    NONE,
    WAITING,
    HELD,
    OVER
  }

  private static final class Walk extends LossyWalk<HoldEffect, HoldOutcome> {
    final HoldFlow flow;
    final boolean refuses;
    final boolean confirms;
    final boolean collects;
    final boolean refusesCapture;
    final int chaos;
    Status status = Status.NONE;
    long heldMinor;
    long paidMinor;
    int captures;
    boolean opened;
    long owed = -1;
    long stamp = 1;
    int steps;
    Hold hold;
    List<HoldEffect> effects;

    Walk(long seed) {
      super(seed);
      flow = new HoldFlow(TIMES, VALIDITY, random.nextBoolean() ? Rest.RELEASED : Rest.KEPT);
      refuses = random.nextInt(10) == 0;
      confirms = random.nextInt(3) > 0;
      collects = random.nextInt(4) == 0;
      refusesCapture = random.nextInt(5) == 0;
      chaos = random.nextInt(60);
      Order order = new Order("W1_" + seed, Money.of(MOST, "CNY"), "shop");
      took(flow.begin(order, new PayCode("280000000000000000"), stamp, now), "begin");
    }

    void took(Step<Hold, HoldEffect> step, String what) {
      steps++;
      hold = step.next();
      effects = step.effects();
      trace.add(now + " " + what + " -> " + hold.doing() + " " + hold.end().orElse(null));
      assertEquals(hold.open(), effects.size() == 1 || what.startsWith("stale"), this::told);
    }

    @Override
    protected String told() {
      return hold.order().outTradeNo() + "\n" + String.join("\n", trace);
    }

    void run() {
      while (hold.open()) {
        assertTrue(steps < 3_000, () -> "it never ends\n" + told());
        boolean wild = steps < chaos;
        if (wild && random.nextInt(12) == 0) {
          restart();
        } else if (hold.held() && random.nextInt(3) == 0) {
          decide();
        } else {
          carryOn(wild);
        }
        if (wild && hold.open() && !stale.isEmpty() && random.nextInt(4) == 0) {
          repeatOldAnswer();
        }
      }
      pass(IN_FLIGHT.plus(IN_FLIGHT)); // whatever is still on its way arrives
      settle();
    }

    void carryOn(boolean wild) {
      if (hold.held()) {
        opened = true;
        // A hold that is told to stand did stand when its answer was made; it may expire later.
      }
      Hold before = hold;
      if (effects.getFirst() instanceof HoldEffect.Wait(long attempt, Duration delay)) {
        pass(hold.held() && random.nextInt(5) > 0 ? Duration.ofSeconds(20) : delay);
        took(flow.waited(before, attempt, ++stamp, now), "waited");
      } else {
        HoldOutcome outcome = wild ? wildly(effects.getFirst()) : truthfully(effects.getFirst());
        long attempt = before.attempt();
        String what = effects.getFirst().getClass().getSimpleName() + " " + outcome;
        took(flow.answered(before, attempt, outcome, ++stamp, now), what);
        stale.add(Map.entry(attempt, outcome));
      }
    }

    /** The door closes. */
    void decide() {
      if (effects.getFirst() instanceof HoldEffect.Query query && random.nextBoolean()) {
        send(query, true);
      }
      int kind = random.nextInt(4);
      if (kind == 0) {
        owed = 0;
        took(flow.release(hold, ++stamp), "release");
      } else {
        owed = kind == 1 ? MOST + random.nextInt(2_000) : 1 + random.nextInt((int) MOST);
        assertEquals(owed <= MOST, hold.covers(owed));
        took(flow.claim(hold, Money.of(owed, "CNY"), ++stamp), "claim " + owed);
        Hold again = flow.claim(hold, Money.of(1, "CNY"), stamp + 1).next();
        assertEquals(hold, again, "decided once");
      }
    }

    /** The program dies with a request or a wait under way; nobody hears its answer any more. */
    void restart() {
      HoldEffect under = effects.getFirst();
      if (!(under instanceof HoldEffect.Wait) && random.nextBoolean()) {
        send(under, random.nextInt(3) > 0);
      }
      pass(Duration.ofMillis(random.nextInt(90_000)));
      took(flow.restarted(hold, ++stamp, now), "restarted");
      assertTrue(
          effects.getFirst() instanceof HoldEffect.Query
              || effects.getFirst() instanceof HoldEffect.Wait,
          this::told);
    }

    void repeatOldAnswer() {
      var old = stale.get(random.nextInt(stale.size()));
      List<HoldEffect> kept = effects;
      Hold before = hold;
      took(flow.answered(hold, old.getKey(), old.getValue(), ++stamp, now), "stale " + old);
      assertEquals(before, hold, this::told);
      effects = kept;
    }

    @Override
    protected boolean asksForMoney(HoldEffect what) {
      return what instanceof HoldEffect.Place;
    }

    @Override
    protected HoldOutcome notSent(String why) {
      return new HoldOutcome.NotSent(why);
    }

    @Override
    protected HoldOutcome unknown(String why) {
      return new HoldOutcome.Unknown(why);
    }

    @Override
    protected HoldOutcome carryOut(HoldEffect what) {
      return switch (what) {
        case HoldEffect.Place _ -> place();
        case HoldEffect.Query _ -> state();
        case HoldEffect.Capture(var _, var _, var part, var rest) ->
            capture(part.amount().minor(), rest);
        case HoldEffect.Release(var _, var _, var part) -> release(part);
        case HoldEffect.Wait _ -> throw new IllegalArgumentException("not a request");
      };
    }

    private HoldOutcome place() {
      if (status != Status.NONE) {
        return new HoldOutcome.Unknown("used");
      }
      if (refuses) {
        return new HoldOutcome.Declined(DeclineReason.BALANCE_TOO_LOW, "refused");
      }
      status = random.nextInt(3) == 0 ? Status.WAITING : Status.HELD;
      heldMinor = MOST;
      return status == Status.HELD ? new HoldOutcome.Held("H", "") : new HoldOutcome.Pending();
    }

    private HoldOutcome state() {
      if (paidMinor > 0) {
        return collects
            ? new HoldOutcome.Claimed("H", paidMinor)
            : new HoldOutcome.Captured("T", paidMinor, heldMinor);
      }
      return switch (status) {
        case NONE -> new HoldOutcome.NotFound();
        case WAITING -> new HoldOutcome.Pending();
        case HELD -> new HoldOutcome.Held("H", "");
        case OVER -> new HoldOutcome.Released();
      };
    }

    private HoldOutcome capture(long minor, Rest rest) {
      assertTrue(minor > 0 && minor <= MOST, this::told);
      if (captures > 0) {
        return state(); // the same number again
      }
      if (status != Status.HELD || (refusesCapture && random.nextInt(8) > 0)) {
        return new HoldOutcome.Declined(DeclineReason.BANK_REFUSED, "no");
      }
      captures++;
      paidMinor = minor;
      heldMinor = rest == Rest.KEPT && !collects ? MOST - minor : 0;
      status = heldMinor == 0 ? Status.OVER : Status.HELD;
      return state();
    }

    private HoldOutcome release(HoldProvider.Part part) {
      if (status == Status.NONE) {
        return new HoldOutcome.NotFound();
      }
      if (random.nextInt(6) == 0) {
        return random.nextBoolean()
            ? new HoldOutcome.Pending()
            : new HoldOutcome.Declined(DeclineReason.BANK_REFUSED, "not now");
      }
      boolean known = !part.reference().isEmpty();
      if (status == Status.HELD && known && part.amount().minor() != heldMinor) {
        return new HoldOutcome.Declined(DeclineReason.BANK_REFUSED, "another amount");
      }
      status = Status.OVER;
      heldMinor = 0;
      return new HoldOutcome.Released();
    }

    /** The shopper may confirm, a hold may expire. */
    @Override
    protected void meanwhile(Instant end) {
      if (status == Status.WAITING && confirms && random.nextInt(8) == 0) {
        status = Status.HELD;
      }
      if (status == Status.HELD && paidMinor == 0 && opened && random.nextInt(60) == 0) {
        status = Status.OVER;
        heldMinor = 0;
        trace.add(end + " (the wallet let the hold go)");
      }
    }

    void settle() {
      assertTrue(asked <= 1 && captures <= 1, this::told);
      assertTrue(nothingFlies(), this::told);
      assertTrue(status == Status.NONE || status == Status.OVER, () -> "left held\n" + told());
      assertEquals(0, heldMinor, this::told);
      switch (hold.end().orElseThrow()) {
        case End.Captured(var _, long minor, long uncovered, boolean collected) -> {
          assertEquals(paidMinor, minor, this::told);
          assertEquals(Math.min(owed, MOST), minor, this::told);
          assertEquals(owed - minor, uncovered, this::told);
          assertEquals(!collects, collected, this::told);
        }
        case End.NotHeld _ -> {
          assertFalse(opened, this::told);
          assertEquals(0, paidMinor, this::told);
        }
        case End.Released _ -> {
          assertTrue(owed <= 0, this::told);
          assertEquals(0, paidMinor, this::told);
        }
        case End.NotCaptured(long minor, var _) -> {
          assertEquals(owed, minor, this::told);
          assertEquals(0, paidMinor, this::told);
        }
      }
    }
  }

  @Test
  void theBooksAlwaysAgree() {
    long steps = 0;
    Map<String, Integer> ends = new TreeMap<>();
    for (long seed = 1; steps < STEPS; seed++) {
      Walk walk = new Walk(seed);
      walk.run();
      steps += walk.steps;
      ends.merge(walk.hold.end().orElseThrow().getClass().getSimpleName(), 1, Integer::sum);
    }
    assertEquals(4, ends.size(), ends::toString);
    ends.values().forEach(n -> assertTrue(n > 100, ends::toString));
  }
}
