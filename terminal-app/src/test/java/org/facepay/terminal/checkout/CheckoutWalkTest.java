package org.facepay.terminal.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.MemberAccount;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.session.BagFinding;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Event.Timer;
import org.facepay.terminal.session.FaceResult;
import org.facepay.terminal.session.KnownMember;
import org.facepay.terminal.session.PastSale;
import org.facepay.terminal.session.Return;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.Settlement;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;
import org.junit.jupiter.api.Test;

/**
 * Seeded random walks: any touch, scan, timer, answer, lost answer and restart in any order,
 * against a wallet with books of its own. The walk keeps what must hold whatever happens.
 */
class CheckoutWalkTest {
  private static final int WALKS = 300;
  private static final int STEPS = 700;

  @Test
  void holdsOverRandomWalks() {
    int steps = 0;
    int sales = 0;
    int refunds = 0;
    for (int seed = 0; seed < WALKS; seed++) {
      Walk walk = new Walk(seed);
      for (int i = 0; i < STEPS; i++) {
        walk.random();
        steps++;
      }
      walk.comeToRest();
      sales += walk.sold.size();
      refunds += walk.refunds.size();
    }
    assertTrue(steps >= 100_000, steps + " steps");
    assertTrue(sales > 2 * WALKS, "walks that never pay prove nothing: " + sales + " sales");
    assertTrue(refunds > WALKS / 2, "nor do walks without refunds: " + refunds + " refunds");
  }

  private static final class Walk {
    private static final List<Product> GOODS = List.of(Fixture.TEA, Fixture.MILK, Fixture.APPLES);

    private final Checkout checkout = new Checkout(Fixture.RULES);
    private final Random random;
    private final int seed;
    private State state = Checkout.START;
    private long stamp;
    private Instant now = Instant.parse("2026-11-22T06:32:00Z");

    private final Map<String, Long> moneyAtWallet = new HashMap<>();
    private final Set<String> authorised = new HashSet<>();
    private final Set<String> handed = new HashSet<>();
    private final Set<String> closed = new HashSet<>();
    private final List<Effect.AskForRefund> refundRequests = new ArrayList<>();
    private final Set<String> unsettled = new HashSet<>();
    private final Set<String> followed = new HashSet<>();
    private final Map<String, Long> givenBack = new HashMap<>();
    private final Map<String, Long> refunds = new HashMap<>();
    private final Map<Order, Instant> codes = new LinkedHashMap<>();
    private final Map<String, Long> sold = new HashMap<>();
    private final List<PaymentEffect> requests = new ArrayList<>();
    private final Map<Timer, Effect.StartTimer> timers = new EnumMap<>(Timer.class);
    private final List<Long> jobs = new ArrayList<>();
    private final List<Event> faceAnswers = new ArrayList<>();
    private boolean cameraOn;
    private boolean truthful;

    Walk(int seed) {
      this.seed = seed;
      this.random = new Random(seed);
    }

    void random() {
      int dice = random.nextInt(100);
      if (dice < 30 && !requests.isEmpty()) {
        answer(requests.remove(random.nextInt(requests.size())));
      } else if (dice < 30 && !refundRequests.isEmpty()) {
        refund(refundRequests.remove(random.nextInt(refundRequests.size())));
      } else if (dice < 40 && !timers.isEmpty()) {
        fire(new ArrayList<>(timers.values()).get(random.nextInt(timers.size())));
      } else if (dice < 44 && !jobs.isEmpty()) {
        long job = jobs.remove(random.nextInt(jobs.size()));
        on(
            random.nextInt(4) == 0
                ? new Event.PrintSent(job, "")
                : new Event.PrintEnded(job, random.nextBoolean(), ""));
      } else if (dice < 45 && !faceAnswers.isEmpty()) {
        on(faceAnswers.remove(random.nextInt(faceAnswers.size())));
      } else if (dice < 46) {
        cameraOn = false;
        faceAnswers.clear();
        refundRequests.clear();
        requests.clear(); // whatever was on its way is not waited for any more
        jobs.clear();
        timers.clear();
        on(new Event.Restarted());
      } else if (dice < 48) {
        on(new Event.PaymentAnswered(straying(), outcome()));
      } else if (dice < 50) {
        on(
            new Event.TimerFired(
                Timer.values()[random.nextInt(Timer.values().length)], random.nextLong(stamp + 1)));
      } else {
        on(byHand());
      }
    }

    /** What a hand does; people who stand before a pay button rather press it. */
    private Event byHand() {
      boolean onward = random.nextInt(3) == 0;
      if (state instanceof RefundState.Open open && random.nextInt(3) > 0) {
        return beforeTheReceipt(open);
      }
      if (state instanceof State.Attract && random.nextInt(6) == 0) {
        return random.nextBoolean() ? receipt() : new Event.BadgeScanned("小李");
      }
      if (onward && state instanceof State.Shopping s && !s.session().basket().isEmpty()) {
        return new Event.PayRequested();
      }
      if (random.nextInt(12) == 0 && state instanceof State.Paying p && p.alarmed()) {
        return new Event.BadgeScanned(random.nextBoolean() ? "小李" : "");
      }
      if (onward && state instanceof State.Choosing && random.nextInt(5) == 0) {
        return random.nextInt(3) > 0 ? new Event.ShownCodeChosen() : new Event.CardChosen();
      }
      if (onward && state instanceof State.ChoosingWallet) {
        return new Event.WalletChosen(random.nextBoolean() ? "alipay" : "wechat");
      }
      if (onward && (state instanceof State.Choosing || state instanceof State.Presenting)) {
        return new Event.PayCodePresented(new PayCode("28" + (stamp + 1)), "alipay");
      }
      if (state instanceof FaceState face && random.nextInt(3) > 0) {
        return beforeTheCamera(face);
      }
      if (onward && state instanceof State.Paid) {
        return new Event.ReceiptRefused();
      }
      int line = random.nextInt(5);
      return switch (random.nextInt(35)) {
        case 0, 1, 2, 3 ->
            new Event.ItemScanned(GOODS.get(random.nextInt(2)), new Quantity.Pieces(1));
        case 4 ->
            new Event.ItemScanned(Fixture.APPLES, new Quantity.Grams(1 + random.nextInt(2_000)));
        case 5 -> new Event.ItemScanned(Fixture.MILK, new Quantity.Pack(random.nextInt(3_000)));
        case 6 -> new Event.UnknownItemScanned("4006381333931");
        case 7 -> new Event.UnreadableScanned();
        case 8, 9, 10 ->
            new Event.PayCodePresented(
                new PayCode("28" + (stamp + 1)), random.nextInt(10) > 0 ? "alipay" : "");
        case 11 -> new Event.LineOpened(line);
        case 12 -> new Event.CountChanged(line, random.nextInt(5) - 2);
        case 13 -> new Event.LineVoided(line);
        case 14, 15 -> new Event.PayRequested();
        case 16, 17 -> new Event.PayCodeChosen();
        case 18 -> new Event.WentBack();
        case 19 -> new Event.RetryRequested();
        case 20 -> new Event.AnotherWayRequested();
        case 21 -> new Event.ReceiptRequested();
        case 22 -> random.nextInt(4) == 0 ? new Event.CancelRequested() : new Event.Continued();
        case 23 ->
            random.nextInt(4) == 0 ? new Event.CancelConfirmed() : new Event.ReferenceRequested();
        case 24 ->
            random.nextInt(4) == 0 ? new Event.ReceiptRefused() : new Event.LanguageSwitched();
        case 25 -> new Event.MemberRequested();
        case 28 -> new Event.ProduceRequested();
        case 29 -> new Event.GoodChosen(GOODS.get(random.nextInt(3)));
        case 30 -> new Event.Tared(random.nextInt(40));
        case 31 -> new Event.WeighedAdded(random.nextInt(2_000) - 100);
        case 33 -> new Event.BagsChecked(BagFinding.values()[random.nextInt(4)], "");
        case 32 -> new Event.PlanChosen(3 * random.nextInt(3));
        case 26, 27 ->
            random.nextInt(4) == 0 ? new Event.WalletFaceChosen() : new Event.FaceChosen();
        default -> random.nextInt(4) == 0 ? new Event.StaffCalled() : new Event.Started();
      };
    }

    private Event receipt() {
      PastSale.PastLine line =
          new PastSale.PastLine(1, "6900123400074", "茶", "Tea", "tea", "×1", 500, false);
      return new Event.ReceiptScanned(
          new PastSale("K3_OLD_" + stamp, "alipay", "CNY", 500, 0, List.of(line)));
    }

    private Event beforeTheReceipt(RefundState.Open open) {
      return switch (open) {
        case RefundState.Asking _ -> receipt();
        case RefundState.Ticking _ ->
            random.nextBoolean() ? new Event.LineTicked(1) : new Event.RefundRequested();
        case RefundState.Waiting _ -> new Event.BadgeScanned(random.nextBoolean() ? "小李" : "");
      };
    }

    /** The provider keeps a refund's number: asked twice it gives back once. */
    private RefundProvider.Refund takenIn() {
      return switch (random.nextInt(4)) {
        case 0 -> new RefundProvider.Refund.Processing();
        case 1 -> new RefundProvider.Refund.Abnormal("ABNORMAL");
        default -> new RefundProvider.Refund.Accepted();
      };
    }

    private void refund(Effect.AskForRefund request) {
      boolean refuses = !givenBack.containsKey(request.requestNo()) && random.nextInt(5) == 0;
      RefundProvider.Refund truth = new RefundProvider.Refund.Refused("no");
      if (!refuses) {
        givenBack.put(request.requestNo(), request.amount().minor());
        truth = takenIn();
      }
      boolean heard = truthful || random.nextInt(3) > 0;
      RefundProvider.Refund told = heard ? truth : new RefundProvider.Refund.Unknown("lost");
      on(new Event.RefundAnswered(request.attempt(), told));
    }

    private Event beforeTheCamera(FaceState face) {
      if (!faceAnswers.isEmpty() && random.nextBoolean()) {
        return faceAnswers.removeFirst();
      }
      return switch (face) {
        case FaceState.Consenting _ ->
            random.nextInt(4) > 0 ? new Event.FaceAgreed() : new Event.NoticeToggled();
        case FaceState.Looking _ -> new Event.AnotherWayRequested();
        case FaceState.Keying _ ->
            random.nextInt(8) > 0
                ? new Event.DigitTyped(new Digits.Digit(random.nextInt(10)))
                : new Event.DigitDeleted();
        case FaceState.Confirming _ ->
            random.nextInt(4) > 0 ? new Event.PersonConfirmed() : new Event.PersonDenied();
        case FaceState.FaceRefused _ ->
            random.nextBoolean() ? new Event.RetryRequested() : new Event.AnotherWayRequested();
        case FaceState.MemberPage _ ->
            random.nextBoolean()
                ? new Event.WithdrawalRequested()
                : new Event.WithdrawalConfirmed();
        case FaceState.Following _ -> new Event.WentBack();
      };
    }

    private FaceResult seen() {
      KnownMember member =
          new KnownMember(
              "M1",
              "王**",
              random.nextInt(20_000),
              random.nextBoolean(),
              random.nextInt(5) > 0,
              random.nextInt(5) == 0,
              0.6,
              0.9);
      return switch (random.nextInt(6)) {
        case 0 -> new FaceResult.NotRecognised();
        case 1 -> new FaceResult.CameraFailed();
        default -> new FaceResult.Recognised(member);
      };
    }

    private void cameraOn(long look, State before, FaceResult result) {
      assertTrue(
          !state.openSession().orElseThrow().face().agreed().isEmpty(),
          "seed " + seed + ": the camera without consent from " + before);
      cameraOn = true;
      faceAnswers.add(new Event.FaceAnswered(look, result));
    }

    /** What the wallet does with a request, and whether anybody hears of it. */
    private void answer(PaymentEffect request) {
      scan();
      boolean heard = truthful || random.nextInt(4) > 0;
      Outcome truth =
          switch (request) {
            case PaymentEffect.Authorise(long _, Order order, Credential _) -> authorise(order);
            case PaymentEffect.Query(long _, Order order) -> query(order);
            case PaymentEffect.Cancel(long _, Order order) -> cancel(order);
            case PaymentEffect.Wait _ -> throw new AssertionError("waits are timers");
          };
      long attempt =
          switch (request) {
            case PaymentEffect.Authorise a -> a.attempt();
            case PaymentEffect.Query q -> q.attempt();
            case PaymentEffect.Cancel c -> c.attempt();
            case PaymentEffect.Wait w -> w.attempt();
          };
      if (heard
          && truth instanceof Outcome.Shown
          && request instanceof PaymentEffect.Authorise(long _, Order order, Credential _)) {
        codes.put(order, now.plus(Fixture.RULES.ways().shownValid())); // nobody saw a lost one
      }
      on(new Event.PaymentAnswered(attempt, heard ? truth : new Outcome.Unknown("lost")));
    }

    /** Somebody may scan a code as long as it can be paid. */
    private void scan() {
      codes.forEach(
          (order, ends) -> {
            boolean payable = now.isBefore(ends) && !closed.contains(order.outTradeNo());
            if (payable && random.nextInt(8) == 0) {
              moneyAtWallet.put(order.outTradeNo(), order.amount().minor());
            }
          });
    }

    private Outcome authorise(Order order) {
      if (closed.contains(order.outTradeNo()) || random.nextInt(5) == 0) {
        return new Outcome.Declined(DeclineReason.BANK_REFUSED, "ACQ.PAYMENT_FAIL");
      }
      if (order.shown()) {
        return new Outcome.Shown("https://qr.example/" + order.outTradeNo());
      }
      if (random.nextInt(4) == 0) {
        return new Outcome.Pending();
      }
      moneyAtWallet.put(order.outTradeNo(), order.amount().minor());
      return new Outcome.Approved("t" + order.outTradeNo());
    }

    private Outcome query(Order order) {
      if (closed.contains(order.outTradeNo())) {
        return new Outcome.Reversed();
      }
      return moneyAtWallet.containsKey(order.outTradeNo())
          ? new Outcome.Approved("t" + order.outTradeNo())
          : random.nextBoolean() && !order.shown() ? new Outcome.Pending() : new Outcome.NotFound();
    }

    private Outcome cancel(Order order) {
      if (random.nextInt(4) == 0 && !moneyAtWallet.containsKey(order.outTradeNo())) {
        return new Outcome.NotFound();
      }
      closed.add(order.outTradeNo());
      moneyAtWallet.remove(order.outTradeNo());
      return new Outcome.Reversed();
    }

    /** Number of a request nobody waits for any more. */
    private long straying() {
      long attempt = random.nextLong(stamp + 1);
      return state instanceof State.Paying p && p.payment().attempt() == attempt ? -1 : attempt;
    }

    private Outcome outcome() {
      return random.nextBoolean() ? new Outcome.Approved("stray") : new Outcome.Reversed();
    }

    private void fire(Effect.StartTimer timer) {
      timers.remove(timer.timer());
      now = now.plus(timer.delay());
      on(new Event.TimerFired(timer.timer(), timer.attempt()));
    }

    /**
     * Everybody tells the truth from now on and nobody touches anything: the session has to end by
     * itself.
     */
    void comeToRest() {
      truthful = true;
      for (int i = 0; i < 500 && state.openSession().isPresent(); i++) {
        if (!requests.isEmpty()) {
          answer(requests.removeFirst());
        } else if (state instanceof State.HandingOver h) {
          on(new Event.HandedOver(h.attempt()));
        } else if (!refundRequests.isEmpty()) {
          refund(refundRequests.removeFirst());
        } else if (!timers.isEmpty()) {
          fire(timers.values().iterator().next());
        } else {
          on(new Event.Restarted());
        }
      }
      assertTrue(state.openSession().isEmpty(), "seed " + seed + " never ends: " + state);
      assertEquals(
          moneyAtWallet,
          sold,
          "seed " + seed + ": what the wallet took and what was recorded as sold");
      assertEquals(
          givenBack,
          refunds,
          "seed " + seed + ": what the wallet gave back and what was recorded as refunded");
    }

    private void on(Event event) {
      State before = state;
      Step<State, Effect> step = checkout.step(before, new Stamped<>(++stamp, now, event));
      state = step.next();
      step.effects().forEach(effect -> carryOut(effect, before));
      assertEquals(unsettled, followed, "seed " + seed + ": refunds that are followed");
      check(before, event);
    }

    private void carryOut(Effect effect, State before) {
      switch (effect) {
        case Effect.LookForFace(long look) -> cameraOn(look, before, seen());
        case Effect.EnrolFace(long look, Digits phone) -> {
          assertEquals(11, phone.text().length());
          cameraOn(
              look,
              before,
              random.nextBoolean()
                  ? new FaceResult.AlreadyMember()
                  : new FaceResult.Joined(
                      new KnownMember("M2", "", 0, false, true, false, 0, 0.9)));
        }
        case Effect.StopLooking _ -> cameraOn = false;
        case Effect.CheckDigits check ->
            faceAnswers.add(new Event.DigitsChecked(check.attempt(), random.nextInt(3) > 0));
        case Effect.ForgetFace forget ->
            faceAnswers.add(new Event.FaceForgotten(forget.attempt(), random.nextInt(5) > 0));
        case Effect.ChallengeFace challenge ->
            faceAnswers.add(
                random.nextBoolean()
                    ? new Event.CredentialGranted(
                        challenge.attempt(), new PayCode("28" + challenge.attempt()))
                    : new Event.CredentialRefused(challenge.attempt()));
        case Effect.Pay(PaymentEffect request) -> {
          if (request instanceof PaymentEffect.Authorise(long _, Order order, Credential by)) {
            assertTrue(
                !(by instanceof MemberAccount) || before instanceof FaceState.Confirming,
                "seed " + seed + ": a face paid without a word from its owner");
            assertTrue(
                authorised.add(order.outTradeNo()), "seed " + seed + " asks twice for " + order);
            assertTrue(
                !(before instanceof State.Paying p) || !p.payment().open(),
                "seed " + seed + ": two open charges");
          }
          requests.add(request);
        }
        case Effect.HandOver(long attempt, Payment payment) -> {
          handed.add(payment.order().outTradeNo());
          closed.add(payment.order().outTradeNo());
          moneyAtWallet.remove(payment.order().outTradeNo());
          faceAnswers.add(new Event.HandedOver(attempt));
        }
        case Effect.RecordHandedOver(var _, Payment payment, var _) ->
            assertTrue(handed.contains(payment.order().outTradeNo()), "seed " + seed);
        case Effect.AskForRefund request -> refundRequests.add(request);
        case Effect.PrintRefund slip -> jobs.add(slip.job());
        case Effect.RecordRefund(Return goods, String requestNo, var settlement) -> {
          assertTrue(
              refunds.put(requestNo, goods.sale().amount(goods.lines()).minor()) == null,
              "seed " + seed + ": refunded twice");
          if (settlement != Settlement.SETTLED) {
            unsettled.add(requestNo);
          }
        }
        case Effect.FollowRefund follow -> followed.add(follow.requestNo());
        case Effect.StartTimer timer -> timers.put(timer.timer(), timer);
        case Effect.StopTimer(Timer timer) -> timers.remove(timer);
        case Effect.PrintReceipt print -> {
          assertTrue(
              moneyAtWallet.containsKey(print.payment().order().outTradeNo()),
              "seed " + seed + ": receipt without payment");
          jobs.add(print.job());
        }
        case Effect.PrintReference print -> jobs.add(print.job());
        case Effect.RecordSale(Session session, Payment payment) -> {
          String order = payment.order().outTradeNo();
          assertTrue(!handed.contains(order), "seed " + seed + ": sold and handed over");
          assertEquals(
              moneyAtWallet.get(order),
              session.basket().total().minor(),
              "seed " + seed + ": sold without the money");
          assertTrue(
              sold.put(order, payment.order().amount().minor()) == null,
              "seed " + seed + ": sold twice");
        }
        case Effect.RecordAbandoned(Session session, String _) ->
            assertTrue(
                sold.keySet().stream()
                    .noneMatch(o -> o.startsWith("K3_7F3K_" + session.id() + "_")),
                "seed " + seed + ": a paid basket was thrown away");
        case Effect.RecordPaymentConsent _,
            Effect.RecordFaceWithdrawn _,
            Effect.StopChallenge _,
            Effect.AbortPayment _,
            Effect.AcceptBags _,
            Effect.Beep _,
            Effect.CallStaff _ -> {}
      }
    }

    private void check(State before, Event event) {
      if (before instanceof State.Paying paying
          && paying.payment().open()
          && !(state instanceof State.Paying)
          && !(state instanceof State.HandingOver)) {
        boolean ended =
            switch (state) {
              case State.Paid paid -> !paid.payment().open();
              case State.Refused refused -> !refused.payment().open();
              case State.Choosing _ -> paying.payment().code().orElseThrow().left();
              default ->
                  throw new AssertionError(
                      "seed " + seed + ": an open charge was left by " + event + " for " + state);
            };
        assertTrue(ended, "seed " + seed);
      }
      boolean looking =
          state.openSession().map(session -> session.face().look() != 0).orElse(false);
      assertTrue(!cameraOn || looking, "seed " + seed + ": the camera stays on after " + event);
      state.openSession().ifPresent(session -> checkSums(session.basket()));
    }

    private void checkSums(Basket basket) {
      assertEquals(
          basket.lines().stream().mapToLong(Basket.Line::amount).sum(), basket.total().minor());
      assertEquals(
          basket.total().minor(), basket.taxes().stream().mapToLong(Basket.TaxLine::gross).sum());
      assertTrue(basket.total().minor() <= basket.regular().minor());
      assertTrue(Fixture.RULES.limits().allow(basket));
      assertEquals(
          basket.lines().size(),
          basket.lines().stream().map(Basket.Line::number).distinct().count());
    }
  }
}
