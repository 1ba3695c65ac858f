package org.facepay.terminal.payment.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.PaymentFlow;
import org.facepay.terminal.payment.ShownCode;
import org.facepay.terminal.payment.hold.Hold.End;
import org.facepay.terminal.payment.hold.HoldProvider.Rest;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.step.Step;
import org.junit.jupiter.api.Test;

/** Single turns of a hold that a random walk meets too seldom. */
class HoldFlowTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final HoldFlow FLOW =
      new HoldFlow(
          new PaymentFlow.Times(SECOND, SECOND, SECOND, SECOND, SECOND, SECOND),
          Duration.ofHours(1),
          Rest.RELEASED);
  private static final Order ORDER = new Order("H1_1", Money.of(5_000, "CNY"), "店");
  private static final HoldOutcome HELD = new HoldOutcome.Held("A1", "");
  private static final HoldOutcome NO = new HoldOutcome.Declined(DeclineReason.BANK_REFUSED, "no");

  private Instant now = Instant.parse("2026-03-01T09:00:00Z");
  private long stamp = 1;
  private Step<Hold, HoldEffect> step =
      FLOW.begin(ORDER, new PayCode("280000000000000000"), stamp, now);

  private HoldFlowTest answer(HoldOutcome outcome) {
    Hold h = step.next();
    step = FLOW.answered(h, h.attempt(), outcome, ++stamp, now);
    return this;
  }

  private HoldFlowTest pause() {
    Hold h = step.next();
    HoldEffect.Wait wait = assertInstanceOf(HoldEffect.Wait.class, step.effects().getFirst());
    now = now.plus(wait.delay());
    step = FLOW.waited(h, h.attempt(), ++stamp, now);
    return this;
  }

  private HoldFlowTest claim(long minor) {
    step = FLOW.claim(step.next(), Money.of(minor, "CNY"), ++stamp);
    return this;
  }

  private <E extends HoldEffect> E asks(Class<E> kind) {
    return assertInstanceOf(kind, step.effects().getFirst());
  }

  private End end() {
    return step.next().end().orElseThrow();
  }

  @Test
  void aCaptureThatWasGivenUpAndCarriedOutAllTheSameIsACapture() {
    answer(HELD).claim(1_290);
    answer(new HoldOutcome.Unknown("lost")); // it may still be carried out
    for (int i = 0; i < 3; i++) {
      pause().answer(HELD);
      asks(HoldEffect.Capture.class);
      answer(NO);
    }
    pause().answer(HELD);
    HoldEffect.Release release = asks(HoldEffect.Release.class);
    assertEquals(5_000, release.rest().amount().minor());
    answer(new HoldOutcome.Released());
    asks(HoldEffect.Query.class);
    answer(new HoldOutcome.Captured("T", 1_290, 0));
    assertEquals(new End.Captured("T", 1_290, 0, true), end());
  }

  @Test
  void aRefusedCaptureIsGivenUpReleasedAndTold() {
    answer(HELD).claim(1_290);
    for (int i = 0; i < 3; i++) {
      asks(HoldEffect.Capture.class);
      answer(NO).pause().answer(HELD);
    }
    asks(HoldEffect.Release.class);
    answer(new HoldOutcome.Released()).answer(new HoldOutcome.Released());
    assertEquals(new End.NotCaptured(1_290, "refused"), end());
  }

  @Test
  void whatACaptureLeavesHeldIsReleasedByItself() {
    answer(HELD).claim(1_290);
    answer(new HoldOutcome.Captured("T", 1_290, 3_710));
    assertEquals(3_710, asks(HoldEffect.Release.class).rest().amount().minor());
    answer(new HoldOutcome.Unknown("lost")).pause();
    answer(new HoldOutcome.Captured("T", 1_290, 3_710)); // it was not carried out
    assertEquals(3_710, asks(HoldEffect.Release.class).rest().amount().minor());
    answer(new HoldOutcome.Released());
    assertEquals(new End.Captured("T", 1_290, 0, true), end());
  }

  @Test
  void moreThanIsHeldIsNeverAskedForAndOwingNothingReleases() {
    answer(HELD);
    assertTrue(step.next().covers(5_000));
    assertFalse(step.next().covers(5_001));
    claim(6_000);
    assertEquals(5_000, asks(HoldEffect.Capture.class).part().amount().minor());
    answer(new HoldOutcome.Claimed("P", 5_000));
    assertEquals(new End.Captured("P", 5_000, 1_000, false), end());

    step = FLOW.begin(ORDER, new PayCode("280000000000000001"), ++stamp, now);
    answer(HELD).claim(0);
    asks(HoldEffect.Release.class);
    assertThrows(
        IllegalArgumentException.class,
        () -> {
          step = FLOW.begin(ORDER, new PayCode("280000000000000002"), ++stamp, now);
          answer(HELD).claim(-1);
        });
  }

  @Test
  void nothingIsDecidedBeforeTheMoneyIsHeldAndOnlyOnce() {
    assertEquals(List.of(), FLOW.claim(step.next(), Money.of(1, "CNY"), 9).effects());
    assertFalse(step.next().held());
    answer(HELD);
    assertTrue(step.next().held());
    claim(100);
    assertEquals(List.of(), FLOW.release(step.next(), 99).effects());
    long old = step.next().attempt() - 1;
    assertEquals(
        List.of(),
        FLOW.answered(step.next(), old, new HoldOutcome.Released(), ++stamp, now).effects());
  }

  @Test
  void aCodeThatIsShownIsInTheHold() {
    step = FLOW.begin(ORDER, new ShownCode(Duration.ofMinutes(2)), ++stamp, now);
    answer(new HoldOutcome.Shown("https://qr.alipay.com/fux1"));
    assertEquals("https://qr.alipay.com/fux1", step.next().asking().code().orElseThrow().content());
    pause();
    asks(HoldEffect.Query.class);
    answer(HELD);
    assertTrue(step.next().held());
  }
}
