package org.facepay.terminal.vending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.facepay.kiosk.screen.Intent;
import org.facepay.terminal.checkout.Fixture;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Drop;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Timed.TimerFired;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.refund.Refund;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;
import org.junit.jupiter.api.Test;

/** Every vend ends in exactly one truth: it fell, or its money went back, or staff were called. */
class VendingTest {
  private static final PayCode CODE = new PayCode("280000000000440343");
  private static final Event TEA = new Touched.SlotChosen(1, Fixture.TEA);
  private static final Event MILK = new Touched.SlotChosen(2, Fixture.MILK);
  private static final Rules RULES =
      new Rules(
          Fixture.RULES.numbers(),
          Fixture.RULES.goods().currency(),
          Fixture.RULES.payments(),
          Fixture.RULES.times(),
          List.of(new Rules.Slot(1, Fixture.TEA), new Rules.Slot(2, Fixture.MILK)));

  private final Frame<Stage> frame = RULES.frame();
  private State<Stage> state = State.start();
  private List<Effect> effects = List.of();
  private long stamp;
  private Instant now = Instant.parse("2026-11-29T06:32:00Z");

  private VendingTest on(Event event) {
    now = now.plusSeconds(1);
    Step<State<Stage>, Effect> step = frame.step(state, new Stamped<>(++stamp, now, event));
    state = step.next();
    effects = step.effects();
    return this;
  }

  private Object stage() {
    return state instanceof State.Open<Stage> open ? open.stage() : state;
  }

  private <T extends Effect> List<T> effects(Class<T> type) {
    return effects.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private Effect.Dispense paid() {
    on(MILK).on(new Touch(new Intent.Pay()));
    on(new Read.PayCodePresented(CODE, "alipay"));
    answer(new Outcome.Approved("2026"));
    return effects(Effect.Dispense.class).getFirst();
  }

  private void answer(Outcome outcome) {
    Stage.Paying paying = assertInstanceOf(Stage.Paying.class, stage());
    on(new Answered.PaymentAnswered(paying.charge().payment().attempt(), outcome));
  }

  private Effect.AskForRefund asked() {
    return effects(Effect.AskForRefund.class).getFirst();
  }

  @Test
  void nothingMovesBeforeItIsPaidAndThenItIsSoldOnce() {
    Effect.Dispense dispense = paid();
    assertEquals(2, dispense.slot());
    assertEquals(1, effects(Effect.RecordSale.class).size());
    on(new Read.PayCodePresented(CODE, "alipay")).on(TEA);
    assertInstanceOf(Stage.Dispensing.class, stage(), "one at a time");
    on(new Answered.Dispensed(dispense.attempt() - 1, Drop.DELIVERED));
    assertInstanceOf(Stage.Dispensing.class, stage(), "an answer to something else");
    on(new Answered.Dispensed(dispense.attempt(), Drop.DELIVERED));
    assertInstanceOf(Stage.Delivered.class, stage());
    on(new Touch(new Intent.Finish()));
    assertInstanceOf(State.Attract.class, state);
  }

  @Test
  void whatDidNotFallIsGivenBackWhole() {
    Effect.Dispense dispense = paid();
    on(new Answered.Dispensed(dispense.attempt(), Drop.NOT_DELIVERED));
    assertEquals(1490, asked().amount().minor());
    assertTrue(effects(Effect.CallStaff.class).isEmpty());
    on(new Answered.RefundAnswered(asked().attempt(), new RefundProvider.Refund.Accepted()));
    assertEquals(1, effects(Effect.RecordRefund.class).size());
    Stage.Returning returning = assertInstanceOf(Stage.Returning.class, stage());
    Refund.Refunded refunded = assertInstanceOf(Refund.Refunded.class, returning.refund());
    on(new TimerFired(Timer.CLOSING, refunded.closing()));
    assertInstanceOf(State.Attract.class, state);
  }

  @Test
  void aRestartWhileItFallsNeverTurnsTheMotorAgain() {
    Effect.Dispense dispense = paid();
    on(new Told.Restarted());
    assertTrue(effects(Effect.Dispense.class).isEmpty());
    assertTrue(effects(Effect.AskForRefund.class).isEmpty(), "it may have come out");
    assertEquals("vend-uncertain", effects(Effect.CallStaff.class).getFirst().why());
    on(new Answered.Dispensed(dispense.attempt(), Drop.NOT_DELIVERED));
    assertInstanceOf(Stage.Review.class, stage(), "the old answer is not listened to");
  }

  @Test
  void aDispenserThatNeverAnswersHoldsNobodyUp() {
    Effect.Dispense dispense = paid();
    on(new TimerFired(Timer.DISPENSING, dispense.attempt()));
    assertEquals("vend-uncertain", effects(Effect.CallStaff.class).getFirst().why());
    assertInstanceOf(Stage.Review.class, stage());
  }

  @Test
  void aSlotThatWasLoadedAnewChangesNothingThatIsPaid() {
    paid();
    assertEquals(1490, ((Stage.Dispensing) stage()).payment().order().amount().minor());
    Rules emptied =
        new Rules(RULES.numbers(), RULES.currency(), RULES.payments(), RULES.times(), List.of());
    assertEquals(
        Optional.of(new Stage.Choosing(2)),
        new Vending(emptied).opens(MILK),
        "replays all the same");
  }

  @Test
  void aPayCodeTooEarlyChargesNothingAndLeadsNowhere() {
    on(TEA).on(new Read.PayCodePresented(CODE, "alipay"));
    assertInstanceOf(Stage.Choosing.class, stage());
    assertTrue(effects(Effect.Pay.class).isEmpty());
  }

  @Test
  void aRefusedRefundIsOwedByStaff() {
    Effect.Dispense dispense = paid();
    on(new Answered.Dispensed(dispense.attempt(), Drop.NOT_DELIVERED));
    on(new Answered.RefundAnswered(asked().attempt(), new RefundProvider.Refund.Refused("no")));
    assertEquals("refund-refused", effects(Effect.CallStaff.class).getFirst().why());
    assertEquals(1490, assertInstanceOf(Stage.Owing.class, stage()).minor());
  }

  @Test
  void aRefusedPaymentLeavesEverythingInItsSlot() {
    on(TEA).on(new Touch(new Intent.Pay()));
    on(new Read.PayCodePresented(CODE, "alipay"));
    answer(new Outcome.Declined(DeclineReason.BALANCE_TOO_LOW, "NOTENOUGH"));
    assertTrue(effects(Effect.Dispense.class).isEmpty());
    assertInstanceOf(Stage.Refused.class, stage());
    on(new Touch(new Intent.AnotherWay())).on(new Touch(new Intent.Back()));
    assertInstanceOf(State.Attract.class, state);
  }

  /** Any touch, scan, timer, answer, lost answer and restart in any order, against a wallet. */
  @Test
  void everyVendEndsInOneTruth() {
    int vends = 0;
    for (int seed = 0; seed < 300; seed++) {
      Walk walk = new Walk(new Random(seed));
      for (int i = 0; i < 400; i++) {
        walk.step();
      }
      vends += walk.end("seed " + seed);
    }
    assertTrue(vends > 400, vends + " vends prove little");
  }

  /** One walk with the books of the wallet and of the machine. */
  private final class Walk {
    private final Random random;
    private final Map<String, Long> wallet = new HashMap<>();
    private final Map<String, Long> sold = new HashMap<>();
    private final Map<String, Long> back = new HashMap<>();
    private final Map<String, Long> recordedBack = new HashMap<>();
    private final Map<Long, String> dispensed = new HashMap<>();
    private final Map<String, Drop> fell = new HashMap<>();
    private final List<Event> answers = new ArrayList<>();
    private final Map<Timer, Effect.StartTimer> timers = new HashMap<>();
    private final Set<String> reviewed = new HashSet<>();
    private String owed = "";
    private String newest = "";

    Walk(Random random) {
      this.random = random;
      state = State.start();
    }

    void step() {
      int dice = random.nextInt(100);
      if (dice < 35 && !answers.isEmpty()) {
        tell(answers.remove(random.nextInt(answers.size())));
      } else if (dice < 45 && !timers.isEmpty()) {
        fire();
      } else if (dice < 47) {
        answers.clear();
        timers.clear();
        tell(new Told.Restarted());
      } else {
        tell(byHand());
      }
    }

    private void fire() {
      Effect.StartTimer due = new ArrayList<>(timers.values()).get(random.nextInt(timers.size()));
      timers.remove(due.timer());
      now = now.plus(due.delay());
      tell(new TimerFired(due.timer(), due.attempt()));
    }

    private Event byHand() {
      return switch (random.nextInt(8)) {
        case 0, 1 -> random.nextBoolean() ? TEA : MILK;
        case 2 -> new Touch(new Intent.Pay());
        case 3, 4 -> new Read.PayCodePresented(CODE, random.nextInt(6) > 0 ? "alipay" : "");
        case 5 -> new Touch(random.nextBoolean() ? new Intent.Back() : new Intent.AnotherWay());
        case 6 -> new Touch(random.nextBoolean() ? new Intent.Retry() : new Intent.Finish());
        default ->
            new Touch(random.nextInt(5) == 0 ? new Intent.CallStaff() : new Intent.Continue());
      };
    }

    private void tell(Event event) {
      on(event);
      List.copyOf(effects).forEach(this::carryOut);
    }

    private void carryOut(Effect effect) {
      switch (effect) {
        case Effect.StartTimer timer -> timers.put(timer.timer(), timer);
        case Effect.StopTimer(Timer timer) -> timers.remove(timer);
        case Effect.Pay(PaymentEffect request) -> pay(request);
        case Effect.RecordSale(var _, var payment) ->
            assertTrue(
                sold.put(payment.order().outTradeNo(), payment.order().amount().minor()) == null);
        case Effect.Dispense(long attempt, int _) -> {
          String order = ((Stage.Dispensing) stage()).payment().order().outTradeNo();
          assertTrue(!dispensed.containsValue(order), "two articles for one payment");
          dispensed.put(attempt, order);
          newest = order;
          Drop truth = Drop.values()[random.nextInt(Drop.values().length)];
          fell.put(order, truth);
          answers.add(new Answered.Dispensed(attempt, truth));
        }
        case Effect.AskForRefund request -> refund(request);
        case Effect.RecordRefund(var goods, var _, var _) ->
            recordedBack.merge(goods.sale().id(), goods.sale().totalMinor(), Long::sum);
        case Effect.CallStaff call when call.why().equals("refund-refused") ->
            owed += call.reference();
        case Effect.CallStaff call when call.why().equals("vend-uncertain") -> reviewed.add(newest);
        default -> {}
      }
    }

    private void pay(PaymentEffect request) {
      boolean heard = random.nextInt(4) > 0;
      switch (request) {
        case PaymentEffect.Authorise(long attempt, var order, var _) -> {
          boolean refused = random.nextInt(4) == 0;
          if (!refused) {
            wallet.put(order.outTradeNo(), order.amount().minor());
          }
          Outcome truth =
              refused
                  ? new Outcome.Declined(DeclineReason.BANK_REFUSED, "no")
                  : new Outcome.Approved("t");
          answers.add(
              new Answered.PaymentAnswered(attempt, heard ? truth : new Outcome.Unknown("lost")));
        }
        case PaymentEffect.Query(long attempt, var order) ->
            answers.add(
                new Answered.PaymentAnswered(
                    attempt,
                    wallet.containsKey(order.outTradeNo())
                        ? new Outcome.Approved("t")
                        : new Outcome.NotFound()));
        case PaymentEffect.Cancel(long attempt, var order) -> {
          wallet.remove(order.outTradeNo());
          answers.add(new Answered.PaymentAnswered(attempt, new Outcome.Reversed()));
        }
        case PaymentEffect.Wait _ -> throw new AssertionError("waits are timers");
      }
    }

    private void refund(Effect.AskForRefund request) {
      boolean refused = !back.containsKey(request.requestNo()) && random.nextInt(8) == 0;
      if (!refused) {
        back.put(request.requestNo(), request.amount().minor());
      }
      RefundProvider.Refund truth =
          refused ? new RefundProvider.Refund.Refused("no") : new RefundProvider.Refund.Accepted();
      answers.add(
          new Answered.RefundAnswered(
              request.attempt(),
              random.nextInt(4) > 0 ? truth : new RefundProvider.Refund.Unknown("lost")));
    }

    int end(String seed) {
      for (int i = 0; i < 2_000 && state.openSession().isPresent(); i++) {
        if (!answers.isEmpty()) {
          tell(answers.removeFirst());
        } else if (!timers.isEmpty()) {
          fire();
        } else {
          tell(new Told.Restarted());
        }
      }
      assertTrue(state.openSession().isEmpty(), seed + " never ends: " + state);
      assertEquals(wallet, sold, seed + ": what was taken and what was sold");
      assertEquals(
          back.values().stream().mapToLong(Long::longValue).sum(),
          recordedBack.values().stream().mapToLong(Long::longValue).sum(),
          seed + ": what was given back and what was recorded");
      sold.keySet()
          .forEach(
              order -> {
                boolean given = recordedBack.containsKey(order) || owed.contains(order);
                boolean delivered = fell.get(order) == Drop.DELIVERED;
                assertTrue(!(given && reviewed.contains(order)), seed + ": two truths: " + order);
                assertTrue(
                    delivered || given || reviewed.contains(order),
                    seed + ": paid, nothing came, nothing back: " + order);
              });
      return dispensed.size();
    }
  }
}
