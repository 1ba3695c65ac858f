package org.facepay.terminal.payment.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.PaymentFlow;
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

  private static final Duration IN_FLIGHT = Duration.ofSeconds(60);
  private static final Duration VALIDITY = Duration.ofMinutes(30);
  private static final PaymentFlow.Times TIMES =
      new PaymentFlow.Times(
          Duration.ofSeconds(5),
          Duration.ofSeconds(4),
          Duration.ofSeconds(60),
          IN_FLIGHT,
          Duration.ofSeconds(2),
          Duration.ofSeconds(20));
  private static final long MOST = 5_000;

  private enum Status {
    NONE,
    WAITING,
    HELD,
    OVER
  }

  /** One request between sending and execution. */
  private record Sent(HoldEffect what, Instant executes) {}

  private static final class Walk {
    final Random random;
    final HoldFlow flow;
    final List<String> trace = new ArrayList<>();
    final List<Sent> flying = new ArrayList<>();
    final List<Map.Entry<Long, HoldOutcome>> stale = new ArrayList<>();
    final boolean refuses;
    final boolean confirms;
    final boolean collects;
    final boolean refusesCapture;
    final int chaos;
    Instant now = Instant.parse("2026-03-01T09:00:00Z");
    Status status = Status.NONE;
    long heldMinor;
    long paidMinor;
    int captures;
    int placed;
    boolean opened;
    long owed = -1;
    long stamp = 1;
    int steps;
    Hold hold;
    List<HoldEffect> effects;

    Walk(long seed) {
      random = new Random(seed);
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

    String told() {
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

    HoldOutcome truthfully(HoldEffect what) {
      pass(Duration.ofMillis(50));
      return execute(what);
    }

    HoldOutcome wildly(HoldEffect what) {
      return switch (random.nextInt(6)) {
        case 0 -> new HoldOutcome.NotSent("no connection");
        case 1 -> { // lost on the way, or carried out although nobody hears of it
          send(what, random.nextBoolean());
          pass(Duration.ofSeconds(10));
          yield new HoldOutcome.Unknown("no answer");
        }
        case 2 -> { // carried out at once, the answer is lost
          execute(what);
          yield new HoldOutcome.Unknown("unsigned");
        }
        case 3 -> {
          pass(Duration.ofMillis(random.nextInt(9_000)));
          yield execute(what);
        }
        default -> truthfully(what);
      };
    }

    void send(HoldEffect what, boolean arrives) {
      if (what instanceof HoldEffect.Place) {
        assertEquals(1, ++placed, this::told);
      }
      if (arrives) {
        flying.add(new Sent(what, now.plusMillis(random.nextInt((int) IN_FLIGHT.toMillis()))));
      }
    }

    HoldOutcome execute(HoldEffect what) {
      if (what instanceof HoldEffect.Place) {
        assertEquals(1, ++placed, () -> "asked for the promise twice\n" + told());
      }
      return carryOut(what);
    }

    HoldOutcome carryOut(HoldEffect what) {
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
      return status == Status.HELD ? new HoldOutcome.Held("H") : new HoldOutcome.Pending();
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
        case HELD -> new HoldOutcome.Held("H");
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

    /** Time goes by: requests are carried out, the shopper may confirm, a hold may expire. */
    void pass(Duration time) {
      Instant end = now.plus(time);
      while (true) {
        Sent first = null;
        for (Sent sent : flying) {
          first = first == null || sent.executes.isBefore(first.executes) ? sent : first;
        }
        if (first == null || first.executes.isAfter(end)) {
          break;
        }
        flying.remove(first);
        carryOut(first.what);
        trace.add(first.executes + " (carried out: " + first.what + " -> " + status + ")");
      }
      if (status == Status.WAITING && confirms && random.nextInt(8) == 0) {
        status = Status.HELD;
      }
      if (status == Status.HELD && paidMinor == 0 && opened && random.nextInt(60) == 0) {
        status = Status.OVER;
        heldMinor = 0;
        trace.add(end + " (the wallet let the hold go)");
      }
      now = end;
    }

    void settle() {
      assertTrue(placed <= 1 && captures <= 1, this::told);
      assertTrue(flying.isEmpty(), this::told);
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
