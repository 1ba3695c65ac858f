package org.facepay.terminal.vending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.PaymentScreen.Settlement;
import org.facepay.terminal.checkout.Fixture;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.promotion.Eligibility;
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
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Any touch, scan, timer, answer, lost answer and restart in any order, against the books of a
 * wallet and of a machine that knows what truly fell: what was paid is what was delivered, given
 * back or on its way back, and what staff look at. Nothing is two of these.
 */
class VendingWalkTest {
  private static final PayCode CODE = new PayCode("280000000000440343");
  private static final Map<Integer, Product> SLOTS =
      Map.of(1, Fixture.TEA, 2, Fixture.MILK, 3, Fixture.TEA, 4, Fixture.MILK);

  private static Rules rules(Rules.Selection selection) {
    return new Rules(
        Fixture.RULES.numbers(),
        Fixture.RULES.goods().tariff(),
        Fixture.RULES.payments(),
        Fixture.RULES.members(),
        Fixture.RULES.times(),
        4,
        List.of(),
        selection);
  }

  private static Tally walked(Rules.Selection selection) {
    Tally all = new Tally();
    for (int seed = 0; seed < 600; seed++) {
      Walk walk = new Walk(new Random(seed), selection + " seed " + seed, selection);
      for (int i = 0; i < 400; i++) {
        walk.step();
      }
      walk.end();
      all.add(walk.tally);
    }
    return all;
  }

  /** The machine's own controller asks for the money, and can stop asking at any moment. */
  @ParameterizedTest
  @EnumSource(names = {"KEYPAD", "KEYPAD_IN_SESSION"})
  void whatAControllerAsksForEndsInTheSameTruths(Rules.Selection selection) {
    Tally all = walked(selection);
    assertTrue(all.sales > 500 && all.several == 0, all + " proves little");
    assertTrue(all.delivered > 100 && all.back > 100 && all.review > 50, all + ": each is met");
    assertTrue(all.byMembers > 0, all + ": from accounts");
  }

  @Test
  void whatIsPaidIsDeliveredOrGivenBackOrInReview() {
    Tally all = walked(Rules.Selection.SCREEN);
    assertTrue(all.sales > 500 && all.several > 200, all + " proves little");
    assertTrue(all.delivered > 100 && all.back > 100 && all.review > 100, all + ": each is met");
    assertTrue(all.mixed > 50, all + ": sales with more than one truth");
    assertTrue(all.byMembers > 100 && all.backToMembers > 20, all + ": from accounts, and back");
  }

  /** What the walks came upon. */
  private static final class Tally {
    private int sales;
    private int several;
    private int delivered;
    private int back;
    private int review;
    private int mixed;
    private int byMembers;
    private int backToMembers;

    @Override
    public String toString() {
      return ("%d sales, %d of several pieces, %d delivered, %d back, %d in review, %d mixed,"
              + " %d by members, %d back to them")
          .formatted(sales, several, delivered, back, review, mixed, byMembers, backToMembers);
    }

    void add(Tally other) {
      sales += other.sales;
      several += other.several;
      delivered += other.delivered;
      back += other.back;
      review += other.review;
      mixed += other.mixed;
      byMembers += other.byMembers;
      backToMembers += other.backToMembers;
    }
  }

  /** One charge, and what became of it; minor units. */
  private static final class Sale {
    private final List<Integer> slots = new ArrayList<>();
    private final Map<Long, Integer> turned = new HashMap<>();
    private final Map<Long, Drop> told = new HashMap<>();
    private final long paid;
    private final Eligibility price;
    private final String provider;
    private long asked;
    private long back;
    private long owed;
    private boolean staff;

    Sale(long paid, Eligibility price, String provider) {
      this.paid = paid;
      this.price = price;
      this.provider = provider;
    }

    long price(int slot) {
      return price.unitPrice(SLOTS.get(slot));
    }
  }

  private static final class Walk {
    private final Random random;
    private final String seed;
    private final Frame<Stage> frame;
    private final Optional<WalkingController> controller;
    private final Map<String, Long> wallet = new HashMap<>();
    private final Map<String, Sale> sales = new HashMap<>();
    private final Map<String, Long> given = new HashMap<>();
    private final List<Event> answers = new ArrayList<>();
    private final WalkingMember member;
    private final Map<Timer, Effect.StartTimer> timers = new HashMap<>();
    private final Tally tally = new Tally();
    private State<Stage> state = State.start();
    private Sale sale = new Sale(0, Eligibility.EVERYBODY, "");
    private long stamp;
    private Instant now = Instant.parse("2026-11-29T06:32:00Z");

    Walk(Random random, String seed, Rules.Selection selection) {
      this.random = random;
      this.seed = seed;
      frame = rules(selection).frame();
      controller =
          Optional.of(selection)
              .filter(s -> s != Rules.Selection.SCREEN)
              .map(s -> new WalkingController(random, s, SLOTS));
      member = new WalkingMember(random);
    }

    void step() {
      int dice = random.nextInt(100);
      if (dice < 35 && !answers.isEmpty()) {
        tell(answers.remove(random.nextInt(answers.size())));
      } else if (dice < 42 && !timers.isEmpty()) {
        fire();
      } else if (dice < 44) {
        answers.clear();
        timers.clear();
        controller.ifPresent(WalkingController::lost);
        tell(new Told.Restarted());
      } else {
        controller
            .filter(_ -> random.nextBoolean())
            .map(c -> c.happens(state, frame.idles(state)))
            .orElseGet(() -> Optional.of(byHand()))
            .ifPresent(this::tell);
      }
    }

    private void fire() {
      Effect.StartTimer due = new ArrayList<>(timers.values()).get(random.nextInt(timers.size()));
      timers.remove(due.timer());
      now = now.plus(due.delay());
      tell(new TimerFired(due.timer(), due.attempt()));
    }

    private Event byHand() {
      int slot = 1 + random.nextInt(SLOTS.size());
      if (random.nextInt(3) > 0 && member.isAsked(state)) {
        return member.next(state);
      }
      return switch (random.nextInt(11)) {
        case 10 -> member.next(state);
        case 0, 1, 2 ->
            controller.isPresent()
                ? new Touch(new Intent.Cancel())
                : new Touched.PieceChosen(slot, SLOTS.get(slot), 4, slot == 4 ? 1 : 0);
        case 3 -> new Touch(new Intent.OneLess(Integer.toString(slot)));
        case 4 -> new Touch(new Intent.Pay());
        case 5, 6 -> new Read.PayCodePresented(CODE, random.nextInt(6) > 0 ? "alipay" : "");
        case 7 -> new Touch(random.nextBoolean() ? new Intent.Back() : new Intent.AnotherWay());
        case 8 -> new Touch(random.nextBoolean() ? new Intent.Retry() : new Intent.ChangeNumbers());
        default -> new Touch(random.nextBoolean() ? new Intent.CallStaff() : new Intent.Finish());
      };
    }

    private void tell(Event event) {
      if (event instanceof Answered.Dispensed(long attempt, Drop drop)
          && state instanceof State.Open<Stage> open
          && open.stage() instanceof Stage.Dispensing(var _, var _, boolean _, long awaited)
          && attempt == awaited) {
        sale.told.put(attempt, drop);
      }
      now = now.plusSeconds(1);
      Step<State<Stage>, Effect> step = frame.step(state, new Stamped<>(++stamp, now, event));
      state = step.next();
      basketIsWhatWasTouched();
      step.effects().forEach(this::carryOut);
      if (state instanceof State.Attract) {
        controller.ifPresent(c -> c.left(seed));
      }
    }

    private void basketIsWhatWasTouched() {
      if (state instanceof State.Open<Stage> open
          && open.stage() instanceof Stage.Choosing(var pieces, boolean _)) {
        Eligibility price = open.session().shopper().eligibility();
        long sum = pieces.stream().mapToLong(p -> price.unitPrice(SLOTS.get(p.slot()))).sum();
        assertEquals(open.session().priced().total().minor(), sum, seed);
        assertTrue(pieces.size() <= 4, seed);
        assertTrue(pieces.stream().filter(p -> p.slot() == 4).count() <= 1, seed);
      }
    }

    private void carryOut(Effect effect) {
      controller.ifPresent(c -> c.carryOut(effect));
      switch (effect) {
        case Effect.StartTimer timer -> timers.put(timer.timer(), timer);
        case Effect.StopTimer(Timer timer) -> timers.remove(timer);
        case Effect.Pay(PaymentEffect request) -> pay(request);
        case Effect.RecordSale(var session, var payment) -> {
          sale =
              new Sale(
                  session.priced().total().minor(),
                  session.shopper().eligibility(),
                  payment.order().provider());
          ((Stage.Dispensing) ((State.Open<Stage>) state).stage())
              .vends()
              .all()
              .forEach(v -> sale.slots.add(v.piece().slot()));
          assertNull(sales.put(payment.order().outTradeNo(), sale), seed);
        }
        case Effect.Dispense(long attempt, int slot) -> {
          sale.turned.put(attempt, slot);
          Drop truth = Drop.values()[random.nextInt(10) < 5 ? 0 : random.nextInt(3)];
          Drop told = controller.map(c -> c.turned(slot, truth)).orElse(truth);
          answers.add(new Answered.Dispensed(attempt, told));
        }
        case Effect.OfFaces _, Effect.OfMembers _ -> member.asked(effect).ifPresent(answers::add);
        case Effect.AskForRefund request -> refund(request);
        case Effect.RecordRefund(var goods, var _, Settlement settlement) -> {
          assertEquals(0, sales.get(goods.sale().id()).back, seed + ": recorded once");
          assertEquals(Settlement.SETTLED, settlement);
          sales.get(goods.sale().id()).back = goods.sale().amount(goods.lines()).minor();
        }
        case Effect.CallStaff call when call.why().equals("refund-refused") ->
            sale.owed = sale.asked;
        case Effect.CallStaff call when call.why().equals("vend-uncertain") -> sale.staff = true;
        default -> {}
      }
    }

    private void pay(PaymentEffect request) {
      boolean heard = random.nextInt(4) > 0;
      switch (request) {
        case PaymentEffect.Authorise(long attempt, var order, var by) -> {
          assertEquals(order.provider().equals("alipay"), by instanceof PayCode, seed);
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
      Sale of = sales.get(request.order().outTradeNo());
      assertEquals(of.provider, request.order().provider(), seed + ": back where it came from");
      of.asked = request.amount().minor();
      boolean refused = !given.containsKey(request.requestNo()) && random.nextInt(8) == 0;
      if (!refused) {
        given.put(request.requestNo(), request.amount().minor());
      }
      RefundProvider.Refund truth =
          refused ? new RefundProvider.Refund.Refused("no") : new RefundProvider.Refund.Accepted();
      answers.add(
          new Answered.RefundAnswered(
              request.attempt(),
              random.nextInt(4) > 0 ? truth : new RefundProvider.Refund.Unknown("lost")));
    }

    void end() {
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
      Map<String, Long> sold = new HashMap<>();
      sales.forEach((order, of) -> sold.put(order, of.paid));
      assertEquals(wallet, sold, seed + ": what was taken and what was sold");
      assertEquals(
          given.values().stream().mapToLong(Long::longValue).sum(),
          sales.values().stream().mapToLong(s -> s.back).sum(),
          seed + ": what was given back and what was recorded");
      sales.forEach(this::hasItsTruths);
    }

    /** Worked out anew from what the motors were asked and what they answered. */
    private void hasItsTruths(String order, Sale of) {
      String where = seed + " " + order;
      long delivered = 0;
      long review = 0;
      Map<Integer, List<Drop>> lanes = new HashMap<>();
      for (var turn : of.turned.entrySet()) {
        int slot = turn.getValue();
        Drop told = of.told.getOrDefault(turn.getKey(), Drop.UNCERTAIN);
        lanes.computeIfAbsent(slot, _ -> new ArrayList<>()).add(told);
        delivered += told == Drop.DELIVERED ? of.price(slot) : 0;
        review += told == Drop.UNCERTAIN ? of.price(slot) : 0;
      }
      lanes.forEach(
          (slot, drops) -> {
            long pieces = of.slots.stream().filter(s -> s.equals(slot)).count();
            long not = drops.stream().filter(d -> d == Drop.NOT_DELIVERED).count();
            assertTrue(drops.size() - not <= pieces, where + ": more turned than paid");
            assertTrue(not <= pieces + 1, where + ": tried too often");
          });
      assertTrue(of.back == 0 || of.owed == 0, where + ": given back, and owed");
      assertEquals(of.paid, delivered + of.back + of.owed + review, where);
      assertEquals(of.staff, review > 0, where + ": staff look exactly where nobody saw");
      tally.sales++;
      tally.several += of.slots.size() > 1 ? 1 : 0;
      tally.delivered += delivered > 0 ? 1 : 0;
      tally.back += of.back > 0 ? 1 : 0;
      tally.review += review > 0 ? 1 : 0;
      long truths = LongStream.of(delivered, of.back, review).filter(m -> m > 0).count();
      tally.mixed += truths > 1 ? 1 : 0;
      boolean member = !of.provider.equals("alipay");
      tally.byMembers += member ? 1 : 0;
      tally.backToMembers += member && of.back > 0 ? 1 : 0;
    }
  }
}
