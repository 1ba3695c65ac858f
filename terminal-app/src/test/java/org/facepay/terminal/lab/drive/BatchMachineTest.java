package org.facepay.terminal.lab.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.PaymentFlow;
import org.facepay.terminal.payment.RefundProvider.Refund;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;
import org.junit.jupiter.api.Test;

/** What a basket of a batch is told to be, and when. */
class BatchMachineTest {
  private static final Duration WINDOW = Duration.ofSeconds(9);
  private static final Duration POLL = Duration.ofSeconds(1);

  private final BatchMachine machine =
      new BatchMachine(
          new BatchRules(
              "B0",
              "7F3K",
              new PaymentFlow(
                  new PaymentFlow.Times(POLL, POLL, WINDOW, WINDOW, POLL, POLL.multipliedBy(4))),
              2,
              1,
              Duration.ofSeconds(30)));
  private BatchState state = machine.start();
  private List<BatchEffect> effects = List.of();
  private Instant now = Instant.parse("2026-11-25T04:00:00Z");
  private long stamp;

  private void on(BatchEvent event) {
    Step<BatchState, BatchEffect> step = machine.step(state, new Stamped<>(++stamp, now, event));
    state = step.next();
    effects = step.effects();
  }

  private <T extends BatchEffect> T effect(Class<T> type) {
    return effects.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  private void present() {
    on(new BatchEvent.CodePresented(new PayCode("280000000000000000")));
  }

  private void answer(Outcome outcome) {
    on(new BatchEvent.Answered(stamp, outcome));
  }

  private void refund(Refund refund) {
    on(new BatchEvent.RefundAnswered(stamp, refund));
  }

  private void refunding() {
    on(new BatchEvent.BasketOpened(0, 1_290));
    present();
    answer(new Outcome.Approved("T"));
    assertEquals("B0_7F3K_1_1_r", effect(BatchEffect.Refund.class).requestNo());
  }

  private String told() {
    return effect(BatchEffect.Tell.class).line().outcome();
  }

  /** A request nobody waits for may still be carried out: until then a refusal proves nothing. */
  @Test
  void aRefundIsRefusedOnceNoRequestCanStillBeOnItsWay() {
    refunding();
    refund(new Refund.Unknown("time-out"));
    on(new BatchEvent.Waited(stamp));
    refund(new Refund.Refused("no such refund"));
    assertInstanceOf(BatchState.Refunding.class, state);
    now = now.plus(WINDOW);
    on(new BatchEvent.Waited(stamp));
    refund(new Refund.Refused("no such refund"));
    assertEquals("paid", told());
  }

  @Test
  void aRefusalAfterARestartIsNotBelievedAtOnce() {
    refunding();
    on(new BatchEvent.Restarted());
    refund(new Refund.Refused("no such refund"));
    assertInstanceOf(BatchState.Refunding.class, state, "sent before the restart, perhaps");
    on(new BatchEvent.Waited(stamp));
    refund(new Refund.Accepted());
    assertEquals("refunded", told());
  }

  @Test
  void aRefundThatStaysUncertainIsToldToBeUnresolvedAndGoesOn() {
    refunding();
    BatchState.Refunding before = assertInstanceOf(BatchState.Refunding.class, state);
    on(new BatchEvent.TimeIsUp(before.basket().id()));
    assertEquals("unresolved", told());
    on(new BatchEvent.RefundAnswered(before.attempt(), new Refund.Accepted()));
    assertEquals("refunded", told());
  }

  /** The time without certainty is that of an order, not of all the orders before it. */
  @Test
  void everyOrderHasItsOwnTimeToBeResolved() {
    on(new BatchEvent.BasketOpened(0, 1_290));
    present();
    answer(new Outcome.Declined(DeclineReason.BALANCE_TOO_LOW, "x"));
    assertEquals(1, effect(BatchEffect.AskForCode.class).presentation());
    assertTrue(effects.stream().anyMatch(BatchEffect.StartPatience.class::isInstance));
  }

  @Test
  void theTimeStartsAgainWithTheProgram() {
    refunding();
    on(new BatchEvent.Restarted());
    assertTrue(effects.stream().anyMatch(BatchEffect.StartPatience.class::isInstance));
  }
}
