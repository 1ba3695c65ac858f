package org.facepay.terminal.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.facepay.kiosk.screen.Intent;
import org.facepay.terminal.payment.hold.Hold;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.FaceResult;
import org.facepay.terminal.session.FoundMember;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.KnownMember;
import org.facepay.terminal.session.MemberResult;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Timed.TimerFired;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.session.visit.Piece;
import org.facepay.terminal.session.visit.Settled;
import org.facepay.terminal.step.Stamped;
import org.facepay.terminal.step.Step;

/** One walk, with what must hold at every step of it. */
final class ContainerWalk {
  private static final Set<String> EMPTY_HANDED = Set.of("none", "unsure");

  private final Random random;
  private final String seed;
  private final Frame<Stage> frame = ContainerFixture.RULES.frame();
  private final List<Event> answers = new ArrayList<>();
  private final List<Event> moves = new ArrayList<>();
  private final List<Effect> waiting = new ArrayList<>();
  private final Map<Timer, Effect.StartTimer> timers = new HashMap<>();
  private final List<Stamped<Event>> journal = new ArrayList<>();
  final WalkingMoney money;
  final WalkingCabinet cabinet;
  private final WalkingVisitor hand;

  /** Whether what is claimed is long on its way to the disk. */
  private final boolean slowDisk;

  /** Amounts of sales, claims and debts that were paid, by the number of the sale. */
  final Map<String, Long> sales = new HashMap<>();

  private final Map<String, Long> takes = new HashMap<>();
  private final Set<String> releases = new HashSet<>();
  private final Map<String, String> debtsPaid = new HashMap<>();
  private final Set<Long> recorded = new HashSet<>();
  private State<Stage> state = State.start();
  private Settled verdict = Settled.unread("");
  private long settledBy;
  private String chosen = "";

  /** Whether it was asked for last that somebody may open the door. */
  private boolean unlocked;

  private long stamp;
  private Instant now = Instant.parse("2026-11-29T06:32:00Z");
  int visits;
  int reviews;
  int debts;
  int refunds;
  int restarts;

  ContainerWalk(long seed) {
    this.random = new Random(seed);
    this.seed = "seed " + seed;
    slowDisk = seed % 3 == 0;
    money = new WalkingMoney(random, answers);
    cabinet = new WalkingCabinet(random, answers, moves);
    hand = new WalkingVisitor(random, cabinet);
  }

  void step() {
    int dice = random.nextInt(200);
    if (dice < 50 && !answers.isEmpty()) {
      tell(answers.remove(random.nextInt(answers.size())));
    } else if (dice < 90 && !moves.isEmpty()) {
      tell(moves.removeFirst());
    } else if (dice < 130 && !waiting.isEmpty()) {
      carryOut(waiting.removeFirst());
    } else if (dice >= 130 && dice < 135 && !timers.isEmpty()) {
      fire();
    } else if (dice >= 135 && dice < 160) {
      cabinet.hand();
    } else if (dice == 160) {
      restart();
    } else {
      tell(hand.next(state));
    }
  }

  private void fire() {
    Effect.StartTimer due = new ArrayList<>(timers.values()).get(random.nextInt(timers.size()));
    timers.remove(due.timer());
    now = now.plus(due.delay());
    cabinet.time();
    tell(new TimerFired(due.timer(), due.attempt()));
  }

  /** What is not on the disk is gone; the journal leads back to where it was. */
  private void restart() {
    restarts++;
    answers.clear();
    waiting.clear();
    timers.clear();
    unlocked = false;
    cabinet.restarted();
    if (state.openSession().isEmpty()) {
      state = State.start();
      return;
    }
    State<Stage> again = State.start();
    for (Stamped<Event> event : journal) {
      again = frame.step(again, event).next();
    }
    State.Open<Stage> before = (State.Open<Stage>) state;
    State.Open<Stage> after = (State.Open<Stage>) again;
    assertEquals(before.stage(), after.stage(), seed);
    assertEquals(before.session(), after.session(), seed);
    state = again;
    tell(new Told.Restarted());
  }

  private void tell(Event event) {
    now = now.plusSeconds(1);
    Stamped<Event> stamped = new Stamped<>(++stamp, now, event);
    State<Stage> before = state;
    Step<State<Stage>, Effect> step = frame.step(state, stamped);
    state = step.next();
    boolean nothing = step.effects().isEmpty() && state.equals(before);
    if (!nothing) {
      journal.add(stamped);
    }
    seen(before, event);
    step.effects().forEach(effect -> check(effect));
    if (state.openSession().isEmpty()) {
      ended(before);
      journal.clear();
    }
    step.effects().forEach(this::asked);
  }

  /** What the cabinet, or the shopper, has said that counts. */
  private void seen(State<Stage> before, Event event) {
    if (!(before instanceof State.Open<Stage> open)) {
      return;
    }
    boolean moved = !state.equals(before);
    if (open.stage() instanceof Stage.Counting counting && moved) {
      settledBy = counting.attempt();
      verdict =
          event instanceof Answered.VisitSettled(long _, Settled said) ? said : Settled.unread("");
      chosen = "";
    }
    if (open.stage() instanceof Stage.Asking && moved) {
      chosen = event instanceof Touch(Intent.ChooseOption(String option)) ? option : "";
    }
  }

  /** What must hold of what is asked for. */
  private void check(Effect effect) {
    switch (effect) {
      case Effect.UnlockDoor(long _, var holds) -> {
        unlocked = !holds.isZero();
        if (unlocked) {
          mayUnlock();
        }
      }
      case Effect.RecordSale(var session, var payment) -> {
        long amount = payment.order().amount().minor();
        assertNull(sales.put(payment.order().outTradeNo(), amount), seed + ": sold twice");
        assertEquals(Math.min(session.priced().total().minor(), WalkingMoney.MOST), amount, seed);
        boolean nobody =
            ((Stage.Billed) ((State.Open<Stage>) state).stage()).pledge() instanceof Stage.Nobody;
        assertFalse(nobody, seed + ": nobody is billed");
      }
      case Effect.RecordVisit visit when !visit.why().matches("disputed|returned") ->
          visited(visit);
      case Effect.TakeHeld(Hold hold, String _, var debt) -> {
        String no = hold.order().outTradeNo();
        Long before = takes.put(no, debt.minor());
        assertTrue(before == null || before == debt.minor(), seed + ": another amount");
        assertFalse(releases.contains(no), seed + ": let go, and taken");
        assertTrue(debt.minor() <= hold.order().amount().minor(), seed + ": above the hold");
      }
      case Effect.ReleaseHeld(Hold hold) -> {
        releases.add(hold.order().outTradeNo());
        assertFalse(takes.containsKey(hold.order().outTradeNo()), seed + ": taken, and let go");
      }
      case Effect.ChargeAccount(var order, String _, var debt) -> {
        Long before = takes.put(order.outTradeNo(), debt.minor());
        assertTrue(before == null || before == debt.minor(), seed + ": another amount");
      }
      case Effect.RecordDebtPaid(String _, var debt, var order) -> {
        assertEquals(debt.minor(), money.paid.get(order.outTradeNo()), seed);
        assertNull(debtsPaid.put(debt.order(), order.outTradeNo()), seed + ": paid twice");
        debts++;
      }
      case Effect.RecordRefund _ -> refunds++;
      case Effect.CallStaff call -> cabinet.called(call.why());
      default -> {}
    }
  }

  private void mayUnlock() {
    Stage stage = ((State.Open<Stage>) state).stage();
    if (stage instanceof Stage.Restocking restocking) {
      assertFalse(restocking.restock().attendant().isEmpty(), seed);
      return;
    }
    Stage.Unlocking at = (Stage.Unlocking) stage;
    switch (at.pledge()) {
      case Stage.Promised(Hold hold) -> {
        String no = hold.order().outTradeNo();
        assertEquals(WalkingMoney.Status.HELD, money.holds.get(no), seed + ": nothing stands");
        assertFalse(releases.contains(no), seed + ": it was let go");
      }
      case Stage.Account account -> assertFalse(account.member().isEmpty(), seed);
      case Stage.Nobody(String attendant) -> assertFalse(attendant.isEmpty(), seed);
    }
  }

  private void visited(Effect.RecordVisit visit) {
    long id = visit.session().id();
    assertTrue(recorded.add(id), seed + ": recorded twice");
    visits++;
    reviews += visit.why().isEmpty() ? 0 : 1;
    assertEquals(verdict, visit.settled(), seed + ": another visit's verdict");
    cabinet.recorded(id, settledBy);
    if (!(state instanceof State.Open<Stage> open)
        || !(open.stage() instanceof Stage.Billed bill)) {
      assertEquals(0, visit.owedMinor(), seed + ": nobody pays for it");
      return;
    }
    List<Piece> charged = bill.outcome().goods().charged();
    List<Piece> said =
        chosen.matches("[0-2]") ? verdict.choices().get(chosen.charAt(0) - '0') : verdict.certain();
    long most = minor(verdict.decision() == Settled.Decision.CHARGE ? verdict.pieces() : said);
    if (chosen.equals("unsure")) {
      most = verdict.choices().stream().mapToLong(ContainerWalk::minor).min().orElseThrow();
    }
    assertEquals(most, minor(charged), seed + " " + chosen);
    assertTrue(visit.owedMinor() <= most, seed + ": more than was chosen");
    boolean whole = chosen.matches("[0-2]") || verdict.decision() == Settled.Decision.CHARGE;
    if (visit.why().isEmpty()) {
      assertTrue(whole, seed + ": what is not clear is looked at");
      assertEquals(visit.session().priced().total().minor(), visit.owedMinor(), seed);
    }
    assertTrue(whole || EMPTY_HANDED.contains(chosen) || chosen.isEmpty(), seed);
  }

  private static long minor(List<Piece> pieces) {
    return pieces.stream().mapToLong(p -> p.product().price() * p.count()).sum();
  }

  /** Nothing ends before its claim is on the disk, and a promise has its end by then. */
  private void ended(State<Stage> before) {
    if (before.openSession().isEmpty()) {
      return;
    }
    assertFalse(unlocked, seed + ": whoever comes next can open the door after " + before);
    Stage stage = ((State.Open<Stage>) before).stage();
    if (stage instanceof Stage.Restocking
        || (stage instanceof Stage.Taking at && at.pledge() instanceof Stage.Nobody)) {
      cabinet.staffWereThere();
    }
    takes.keySet().forEach(no -> assertTrue(money.kept.contains(no), seed + ": not kept " + no));
    releases.forEach(no -> assertTrue(money.kept.contains(no), seed + ": not kept " + no));
    money.holds.forEach(
        (no, status) ->
            assertTrue(
                status != WalkingMoney.Status.HELD && status != WalkingMoney.Status.WAITING,
                seed + ": still promised " + no + " after " + before));
  }

  /** Timers at once, the rest when its hand comes to it. */
  private void asked(Effect effect) {
    switch (effect) {
      case Effect.StartTimer timer -> timers.put(timer.timer(), timer);
      case Effect.StopTimer(Timer timer) -> timers.remove(timer);
      case Effect.Hold _,
          Effect.AtClaims _,
          Effect.AtCabinet _,
          Effect.AtMachine _,
          Effect.AtShelves _,
          Effect.Pay _,
          Effect.HandOver _,
          Effect.AskForRefund _,
          Effect.LookForFace _,
          Effect.FindMember _,
          Effect.CheckDigits _ ->
          waiting.add(effect);
      default -> {}
    }
  }

  private void carryOut(Effect effect) {
    switch (effect) {
      case Effect.Hold(var request) -> money.hold(request);
      case Effect.AtClaims _ when slowDisk && random.nextInt(12) > 0 -> waiting.add(effect);
      case Effect.AtClaims claim -> money.claim(claim);
      case Effect.AtCabinet request -> cabinet.run(request);
      case Effect.ReadStock(long attempt) ->
          answers.add(
              new Answered.StockRead(
                  attempt, List.of(), List.of(), List.of(), WalkingCabinet.STANDS));
      case Effect.WatchLanes _ -> {}
      case Effect.FindLane find -> answers.add(cabinet.found(find));
      case Effect.KeepLanes(long attempt, var _, var _) ->
          answers.add(new Answered.LanesKept(attempt));
      case Effect.KeepStock(long attempt, var _, var _, boolean _) ->
          answers.add(new Answered.StockKept(attempt));
      case Effect.Pay(var request) -> money.pay(request);
      case Effect.HandOver handing -> money.handOver(handing);
      case Effect.AskForRefund refund -> money.refund(refund);
      case Effect.LookForFace(long look) -> answers.add(new Answered.FaceAnswered(look, face()));
      case Effect.FindMember(long session, var _) ->
          answers.add(new Answered.MemberAnswered(session, member()));
      case Effect.CheckDigits(long attempt, String _, var _) ->
          answers.add(new Answered.DigitsChecked(attempt, random.nextInt(4) > 0));
      default -> throw new AssertionError(effect);
    }
  }

  private MemberResult member() {
    return switch (random.nextInt(6)) {
      case 0 -> new MemberResult.NotFound();
      case 1 -> new MemberResult.Unavailable();
      default -> new MemberResult.Found(new FoundMember("m1", "王*", 100_000, false, true, false));
    };
  }

  private FaceResult face() {
    return random.nextInt(4) == 0
        ? new FaceResult.NotRecognised()
        : new FaceResult.Recognised(
            new KnownMember("m1", "王*", 100_000, random.nextInt(3) > 0, true, false, 0.9, 0.9));
  }

  /** Everybody leaves, everything is answered. */
  void comeToRest() {
    for (int i = 0; i < 4_000; i++) {
      cabinet.shut();
      if (!moves.isEmpty()) {
        tell(moves.removeFirst());
      } else if (!waiting.isEmpty()) {
        carryOut(waiting.removeFirst());
      } else if (!answers.isEmpty()) {
        tell(answers.removeFirst());
      } else if (!timers.isEmpty()) {
        fire();
      } else if (state.openSession().isPresent()) {
        restart();
      } else if (!cabinet.open()) {
        break;
      }
    }
    assertTrue(state.openSession().isEmpty(), seed + " never ends: " + state);
    cabinet.nothingUnseen(seed);
    Map<String, Long> ended = new HashMap<>(money.taken);
    money.ended.forEach(
        (no, _) -> {
          if (takes.containsKey(no) && !money.taken.containsKey(no)) {
            ended.put(no, takes.get(no));
          }
        });
    assertEquals(sales, ended, seed + ": what was sold, and what was taken or is owed");
    assertEquals(Set.copyOf(debtsPaid.values()), money.paid.keySet(), seed + ": debts paid");
  }
}
