package org.facepay.terminal.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.facepay.kiosk.screen.PaymentScreen.Settlement;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.MemberAccount;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.sale.Basket;
import org.facepay.terminal.sale.promotion.Priced;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Digits;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.FaceResult;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.KnownMember;
import org.facepay.terminal.session.Numbers;
import org.facepay.terminal.session.Return;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Timed;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.charge.Charge;
import org.facepay.terminal.session.member.Meeting;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/** One seeded walk, and what must hold after each of its steps. */
final class CheckoutWalk {
  private final Frame<Stage> frame = Fixture.RULES.frame();
  private final Random random;
  private final WalkingHand hand;
  private final WalkingWallet wallet;
  private final int seed;
  private State<Stage> state = State.start();
  private long stamp;
  private Instant now = Instant.parse("2026-11-22T06:32:00Z");

  private final Set<String> authorised = new HashSet<>();
  private final Set<String> handed = new HashSet<>();
  private final List<Effect.AskForRefund> refundRequests = new ArrayList<>();
  private final Set<String> unsettled = new HashSet<>();
  private final Set<String> followed = new HashSet<>();
  private final Map<String, Long> givenBack = new HashMap<>();
  private final Map<String, Long> refunds = new HashMap<>();
  private final Map<String, Long> sold = new HashMap<>();
  private final List<PaymentEffect> requests = new ArrayList<>();
  private final Map<Timer, Effect.StartTimer> timers = new EnumMap<>(Timer.class);
  private final List<Long> jobs = new ArrayList<>();
  private final List<Event> faceAnswers = new ArrayList<>();
  private boolean cameraOn;
  private boolean truthful;

  CheckoutWalk(int seed) {
    this.seed = seed;
    this.random = new Random(seed);
    this.hand = new WalkingHand(random);
    this.wallet = new WalkingWallet(random);
  }

  int sales() {
    return sold.size();
  }

  int refunds() {
    return refunds.size();
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
              ? new Answered.PrintSent(job, "")
              : new Answered.PrintEnded(job, random.nextBoolean(), ""));
    } else if (dice < 45 && !faceAnswers.isEmpty()) {
      on(faceAnswers.remove(random.nextInt(faceAnswers.size())));
    } else if (dice < 46) {
      cameraOn = false;
      faceAnswers.clear();
      refundRequests.clear();
      requests.clear(); // whatever was on its way is not waited for any more
      jobs.clear();
      timers.clear();
      on(new Told.Restarted());
    } else if (dice < 48) {
      on(new Answered.PaymentAnswered(straying(), outcome()));
    } else if (dice < 50) {
      on(
          new Timed.TimerFired(
              Timer.values()[random.nextInt(Timer.values().length)], random.nextLong(stamp + 1)));
    } else {
      on(hand.next(state, stamp, faceAnswers));
    }
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
    on(new Answered.RefundAnswered(request.attempt(), told));
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

  private void cameraOn(long look, State<Stage> before, FaceResult result) {
    assertTrue(
        !state.openSession().orElseThrow().look().agreed().isEmpty(),
        "seed " + seed + ": the camera without consent from " + before);
    cameraOn = true;
    faceAnswers.add(new Answered.FaceAnswered(look, result));
  }

  /** What the wallet does with a request, and whether anybody hears of it. */
  private void answer(PaymentEffect request) {
    wallet.scan(now);
    boolean heard = truthful || random.nextInt(4) > 0;
    Outcome truth =
        switch (request) {
          case PaymentEffect.Authorise(long _, Order order, Credential _) ->
              wallet.authorise(order);
          case PaymentEffect.Query(long _, Order order) -> wallet.query(order);
          case PaymentEffect.Cancel(long _, Order order) -> wallet.cancel(order);
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
      wallet.codes.put(order, now.plus(Fixture.RULES.ways().shownValid())); // nobody saw a lost one
    }
    on(new Answered.PaymentAnswered(attempt, heard ? truth : new Outcome.Unknown("lost")));
  }

  /** Number of a request nobody waits for any more. */
  private long straying() {
    long attempt = random.nextLong(stamp + 1);
    return Fixture.stage(state) instanceof Stage.Paying(Charge c)
            && c.payment().attempt() == attempt
        ? -1
        : attempt;
  }

  private Outcome outcome() {
    return random.nextBoolean() ? new Outcome.Approved("stray") : new Outcome.Reversed();
  }

  private void fire(Effect.StartTimer timer) {
    timers.remove(timer.timer());
    now = now.plus(timer.delay());
    on(new Timed.TimerFired(timer.timer(), timer.attempt()));
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
      } else if (Fixture.stage(state) instanceof Charge.Handing h) {
        on(new Answered.HandedOver(h.attempt()));
      } else if (!refundRequests.isEmpty()) {
        refund(refundRequests.removeFirst());
      } else if (!timers.isEmpty()) {
        fire(timers.values().iterator().next());
      } else {
        on(new Told.Restarted());
      }
    }
    assertTrue(state.openSession().isEmpty(), "seed " + seed + " never ends: " + state);
    assertEquals(
        wallet.money,
        sold,
        "seed " + seed + ": what the wallet took and what was recorded as sold");
    assertEquals(
        givenBack,
        refunds,
        "seed " + seed + ": what the wallet gave back and what was recorded as refunded");
  }

  private void on(Event event) {
    State<Stage> before = state;
    Step<State<Stage>, Effect> step = frame.step(before, new Stamped<>(++stamp, now, event));
    state = step.next();
    step.effects().forEach(effect -> carryOut(effect, before));
    assertEquals(unsettled, followed, "seed " + seed + ": refunds that are followed");
    check(before, event);
  }

  private void carryOut(Effect effect, State<Stage> before) {
    switch (effect) {
      case Effect.LookForFace(long look) -> cameraOn(look, before, seen());
      case Effect.EnrolFace(long look, Digits phone) -> {
        assertEquals(11, phone.text().length());
        cameraOn(
            look,
            before,
            random.nextBoolean()
                ? new FaceResult.AlreadyMember()
                : new FaceResult.Joined(new KnownMember("M2", "", 0, false, true, false, 0, 0.9)));
      }
      case Effect.StopLooking _ -> cameraOn = false;
      case Effect.OfMembers asked ->
          new WalkedMembers(random).answer(asked).ifPresent(faceAnswers::add);
      case Effect.ChallengeFace challenge ->
          faceAnswers.add(
              random.nextBoolean()
                  ? new Answered.CredentialGranted(
                      challenge.attempt(), new PayCode("28" + challenge.attempt()))
                  : new Answered.CredentialRefused(challenge.attempt()));
      case Effect.Pay(PaymentEffect request) -> {
        if (request instanceof PaymentEffect.Authorise(long _, Order order, Credential by)) {
          assertTrue(
              !(by instanceof MemberAccount) || Fixture.stage(before) instanceof Meeting.Confirming,
              "seed " + seed + ": a face paid without a word from its owner");
          assertTrue(
              authorised.add(order.outTradeNo()), "seed " + seed + " asks twice for " + order);
          assertTrue(
              !(Fixture.stage(before) instanceof Stage.Paying(Charge c)) || !c.payment().open(),
              "seed " + seed + ": two open charges");
        }
        requests.add(request);
      }
      case Effect.Hold _, Effect.AtClaims _, Effect.AtCabinet _, Effect.OfVisit _ ->
          throw new IllegalStateException("a till has no door: " + effect);
      case Effect.HandOver(long attempt, Payment payment) -> {
        handed.add(payment.order().outTradeNo());
        wallet.closed.add(payment.order().outTradeNo());
        wallet.money.remove(payment.order().outTradeNo());
        faceAnswers.add(new Answered.HandedOver(attempt));
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
            wallet.money.containsKey(print.payment().order().outTradeNo()),
            "seed " + seed + ": receipt without payment");
        jobs.add(print.job());
      }
      case Effect.PrintReference print -> jobs.add(print.job());
      case Effect.RecordSale(Session session, Payment payment) -> {
        assertTrue(session.ages().isEmpty(), "seed " + seed + ": nobody looked at the shopper");
        String order = payment.order().outTradeNo();
        if (payment.order().provider().equals(Cashing.PROVIDER)) {
          assertTrue(
              wallet.money.keySet().stream().noneMatch(o -> o.startsWith(visit(session))),
              "seed " + seed + ": cash for a basket that was paid");
          wallet.money.put(order, payment.order().amount().minor());
        }
        assertTrue(!handed.contains(order), "seed " + seed + ": sold and handed over");
        assertEquals(
            wallet.money.get(order),
            session.priced().total().minor(),
            "seed " + seed + ": sold without the money");
        assertTrue(
            sold.put(order, payment.order().amount().minor()) == null,
            "seed " + seed + ": sold twice");
      }
      case Effect.RecordAbandoned(Session session, String _) ->
          assertTrue(
              sold.keySet().stream().noneMatch(o -> o.startsWith("K3_7F3K_" + session.id() + "_")),
              "seed " + seed + ": a paid basket was thrown away");
      case Effect.RecordFaceWithdrawn _,
          Effect.RecordAct _,
          Effect.RecordStock _,
          Effect.AtMachine _,
          Effect.AtShelves _,
          Effect.AtController _,
          Effect.Reprint _,
          Effect.PrintDay _,
          Effect.OpenDrawer _,
          Effect.LinkPhone _,
          Effect.PrintKept _,
          Effect.ClaimBasket _,
          Effect.PauseSelling _,
          Effect.StopChallenge _,
          Effect.AbortPayment _,
          Effect.AcceptBags _,
          Effect.Dispense _,
          Effect.Beep _,
          Effect.CallStaff _ -> {}
    }
  }

  private static String visit(Session session) {
    return new Numbers("K3", "7F3K", "").order(session, "").outTradeNo().replaceAll("[0-9]+$", "");
  }

  private void check(State<Stage> before, Event event) {
    Object stage = Fixture.stage(state);
    if (Fixture.stage(before) instanceof Stage.Paying(Charge paying)
        && paying.payment().open()
        && !(stage instanceof Stage.Paying)
        && !(stage instanceof Charge.Handing)) {
      boolean ended =
          switch (stage) {
            case Stage.Paid paid -> !paid.payment().open();
            case Stage.Refused refused -> !refused.payment().open();
            case Stage.Choosing _ -> paying.payment().code().orElseThrow().left();
            default ->
                throw new AssertionError(
                    "seed " + seed + ": an open charge was left by " + event + " for " + state);
          };
      assertTrue(ended, "seed " + seed);
    }
    boolean looking = state.openSession().map(session -> session.look().on()).orElse(false);
    assertTrue(!cameraOn || looking, "seed " + seed + ": the camera stays on after " + event);
    state.openSession().ifPresent(session -> checkSums(session.priced()));
  }

  private void checkSums(Priced priced) {
    Basket basket = priced.basket();
    long total = priced.total().minor();
    assertEquals(priced.lines().stream().mapToLong(Priced.Line::amount).sum(), total);
    assertEquals(priced.taxes().stream().mapToLong(Priced.TaxLine::gross).sum(), total);
    assertTrue(total <= priced.regular().minor());
    assertTrue(Fixture.RULES.goods().limits().allow(basket.articles(), total));
    assertEquals(
        basket.lines().size(), basket.lines().stream().map(Basket.Line::number).distinct().count());
  }
}
