package org.facepay.terminal.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The way between a terminal and a provider in a seeded walk: requests are lost, carried out late
 * or at once, and their answers are lost. Times are the walk's own.
 *
 * @param <R> a request
 * @param <O> its outcome
 */
public abstract class LossyWalk<R, O> {
  /** Longest time between sending and execution. */
  protected static final Duration IN_FLIGHT = Duration.ofSeconds(60);

  protected static final PaymentFlow.Times TIMES =
      new PaymentFlow.Times(
          Duration.ofSeconds(5),
          Duration.ofSeconds(4),
          Duration.ofSeconds(60),
          IN_FLIGHT,
          Duration.ofSeconds(2),
          Duration.ofSeconds(20));

  protected final Random random;
  protected final List<String> trace = new ArrayList<>();
  protected final List<Map.Entry<Long, O>> stale = new ArrayList<>();
  protected Instant now = Instant.parse("2026-03-01T09:00:00Z");

  /** How often the money was asked for. */
  protected int asked;

  private final List<Sent<R>> flying = new ArrayList<>();

  /** One request between sending and execution. */
  private record Sent<R>(R request, Instant executes) {}

  protected LossyWalk(long seed) {
    random = new Random(seed);
  }

  /** The provider does what it is asked to. */
  protected abstract O carryOut(R request);

  /** Whether a request asks for the money, which must happen once only. */
  protected abstract boolean asksForMoney(R request);

  protected abstract O notSent(String why);

  protected abstract O unknown(String why);

  /** What happens by itself until then. */
  protected abstract void meanwhile(Instant end);

  /** The whole story, for a failure. */
  protected abstract String told();

  protected final boolean nothingFlies() {
    return flying.isEmpty();
  }

  protected final O truthfully(R request) {
    pass(Duration.ofMillis(50));
    return execute(request);
  }

  protected final O wildly(R request) {
    return switch (random.nextInt(6)) {
      case 0 -> notSent("no connection");
      case 1 -> { // lost on the way, or carried out although nobody hears of it
        send(request, random.nextBoolean());
        pass(Duration.ofSeconds(10));
        yield unknown("no answer");
      }
      case 2 -> { // carried out at once, the answer is lost
        execute(request);
        yield unknown("unsigned");
      }
      case 3 -> {
        pass(Duration.ofMillis(random.nextInt(9_000)));
        yield execute(request);
      }
      default -> truthfully(request);
    };
  }

  protected final void send(R request, boolean arrives) {
    count(request);
    if (arrives) {
      flying.add(new Sent<>(request, now.plusMillis(random.nextInt((int) IN_FLIGHT.toMillis()))));
    }
  }

  private O execute(R request) {
    count(request);
    return carryOut(request);
  }

  private void count(R request) {
    if (asksForMoney(request)) {
      assertEquals(1, ++asked, () -> "asked for the money twice\n" + told());
    }
  }

  /** The terminal's clock is set back; what is on its way arrives no earlier for it. */
  protected final void setBack(Duration by) {
    now = now.minus(by);
    flying.replaceAll(s -> new Sent<>(s.request, s.executes.minus(by)));
  }

  /** Time goes by: requests on their way are carried out. */
  protected final void pass(Duration time) {
    Instant end = now.plus(time);
    while (true) {
      Sent<R> first = null;
      for (Sent<R> sent : flying) {
        first = first == null || sent.executes.isBefore(first.executes) ? sent : first;
      }
      if (first == null || first.executes.isAfter(end)) {
        break;
      }
      flying.remove(first);
      O outcome = carryOut(first.request);
      trace.add(first.executes + " (carried out: " + first.request + " -> " + outcome + ")");
    }
    meanwhile(end);
    now = end;
  }
}
