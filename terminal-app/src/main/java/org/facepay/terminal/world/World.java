package org.facepay.terminal.world;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Screen.ClosedReason;
import org.facepay.kiosk.screen.Snapshot;
import org.facepay.kiosk.screen.WeighScreen;
import org.facepay.kiosk.web.KioskServer;
import org.facepay.peripherals.dispenser.DispenseResult;
import org.facepay.peripherals.printer.PrintResult;
import org.facepay.peripherals.printer.PrinterWorker;
import org.facepay.peripherals.printer.ReceiptDocument;
import org.facepay.peripherals.worker.Health;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.terminal.alarm.Alarm;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.loop.SteadyClock;
import org.facepay.terminal.loop.TerminalLoop;
import org.facepay.terminal.loop.Timers;
import org.facepay.terminal.payment.PaymentEffect;
import org.facepay.terminal.receipt.BasketCodes;
import org.facepay.terminal.receipt.PaperBasket;
import org.facepay.terminal.receipt.PaperReceipt;
import org.facepay.terminal.screen.Page;
import org.facepay.terminal.screen.Surroundings;
import org.facepay.terminal.screen.Weight;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Drop;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Timed;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.world.attendants.Attendants;
import org.facepay.terminal.world.cabinet.Cabinet;
import org.facepay.terminal.world.cashier.BasketClaims;
import org.facepay.terminal.world.cashier.CardReader;
import org.facepay.terminal.world.cashier.Counter;
import org.facepay.terminal.world.cashier.OpenRefunds;
import org.facepay.terminal.world.cashier.PaymentWorker;
import org.facepay.terminal.world.cashier.StuckOrders;
import org.facepay.terminal.world.cashier.WalletFaceWorker;
import org.facepay.terminal.world.claims.Claims;
import org.facepay.terminal.world.faces.FaceWorker;
import org.facepay.terminal.world.media.MediaLoop;
import org.facepay.terminal.world.members.MemberWorker;
import org.facepay.terminal.world.vending.VendingMachine;
import org.facepay.terminal.world.weighing.BaggingArea;
import org.facepay.terminal.world.weighing.CheckoutScale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The world as a session sees it, of whatever kind: the page, the timers, the wallet, the printer.
 *
 * @param <G> the stages of the kind
 */
public final class World<G> implements TerminalLoop.World<State<G>, Effect> {
  private static final Logger LOG = LoggerFactory.getLogger(World.class);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /** What the alarm of one that cannot be used is about. */
  private static final String JOURNAL = "journal";

  /** What effects are carried out with. */
  public record Parts(
      KioskServer page,
      AtomicLong shown,
      AtomicBoolean occupied,
      Inbox<Event> inbox,
      Timers<Timer> timers,
      PaymentWorker payments,
      PrinterWorker printer,
      PaperReceipt paper,
      Journal journal,
      Optional<MemberWorker> members,
      Optional<FaceWorker> faces,
      Optional<WalletFaceWorker> walletFace,
      Optional<CheckoutScale> scale,
      CardReader reader,
      Optional<BaggingArea> bagging,
      Optional<VendingMachine> machine,
      MediaLoop media,
      Optional<Cabinet> cabinet,
      Optional<Claims> claims,
      Counter counter,
      Attendants attendants,
      BasketClaims basketClaims,
      Optional<BasketCodes> baskets,
      StuckOrders stuck,
      OpenRefunds refunds,
      Alarms alarms) {}

  private final Frame<G> frame;
  private final Page<G> page;
  private final Parts parts;
  private final SteadyClock clock;
  private final ZoneId zone;
  private volatile boolean online = true;
  private volatile boolean scannerReady;
  private final CountDownLatch scannerKnown = new CountDownLatch(1);
  private Optional<ClosedReason> stopped = Optional.empty();
  private @Nullable Snapshot shown;

  public World(Frame<G> frame, Page<G> page, Parts parts, SteadyClock clock, ZoneId zone) {
    this.frame = frame;
    this.page = page;
    this.parts = parts;
    this.clock = clock;
    this.zone = zone;
  }

  /** The collector can be reached, or not; any thread. */
  public void online(boolean now) {
    online = now;
  }

  /** How the scanner is; any thread. */
  public void scanner(Health health) {
    scannerReady = health.online();
    switch (health.state()) {
      case ONLINE, DEGRADED, OFFLINE -> scannerKnown.countDown();
      case CLOSED, OPENING, IDENTIFYING -> {}
    }
  }

  /**
   * Waits until it is known whether goods can be scanned, at most a second, so that the first
   * screen neither asks for a scan that nobody reads nor calls a scanner broken that is just being
   * opened. Before the state's thread begins.
   */
  public void awaitScanner() {
    try {
      boolean ignored = scannerKnown.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void show(State<G> state) {
    parts.bagging.ifPresent(area -> area.show(new BaggingArea.Shown(state, frame.idles(state))));
    parts.attendants.show(state);
    parts.occupied.set(state.openSession().isPresent());
    Snapshot next = played(page.snapshot(parts.shown.get(), state, surroundings(clock)), state);
    parts.scale.ifPresent(scale -> scale.watched(next.screen() instanceof WeighScreen));
    Snapshot last = shown;
    boolean same =
        last != null
            && last.display().equals(next.display())
            && last.screen().equals(next.screen())
            && last.overlay().equals(next.overlay());
    if (!same) {
      parts.shown.incrementAndGet();
      shown = next;
      parts.page.show(next);
    }
  }

  /** What the shop lets play stands before the screen that waits for somebody. */
  private Snapshot played(Snapshot drawn, State<G> state) {
    boolean free =
        state instanceof State.Attract
            && drawn.overlay().isEmpty()
            && !(drawn.screen() instanceof Screen.Closed);
    parts.media.free(free);
    return parts
        .media
        .playing(drawn.seq())
        .map(film -> new Snapshot(drawn.seq(), drawn.display(), film, drawn.overlay()))
        .orElse(drawn);
  }

  @Override
  public void run(Effect effect) {
    switch (effect) {
      case Effect.StartTimer(var timer, long attempt, var delay) ->
          parts.timers.start(
              timer, delay, () -> parts.inbox.deliver(new Timed.TimerFired(timer, attempt)));
      case Effect.StopTimer(var timer) -> parts.timers.stop(timer);
      case Effect.Pay(var request) -> pay(request);
      case Effect.HandOver(long attempt, var payment) ->
          parts.stuck.take(payment, () -> parts.inbox.deliver(new Answered.HandedOver(attempt)));
      case Effect.AbortPayment(var order) -> parts.payments.abort(order);
      case Effect.PrintReceipt receipt ->
          print(receipt.job(), parts.paper.sale(receipt, clock.instant()));
      case Effect.AskForRefund refund -> parts.payments.refund(refund);
      case Effect.FollowRefund(var order, var amount, String requestNo) ->
          parts.refunds.follow(order, amount, requestNo);
      case Effect.PrintRefund slip -> print(slip.job(), parts.paper.refund(slip, clock.instant()));
      case Effect.PrintReference slip ->
          print(slip.job(), parts.paper.reference(slip, clock.instant()));
      case Effect.OfFaces asked -> parts.faces.ifPresent(f -> faces(f, asked));
      case Effect.OfMembers asked -> parts.members.ifPresent(m -> m.run(asked));
      case Effect.ChallengeFace(long attempt, var order) ->
          parts.walletFace.ifPresent(w -> w.challenge(attempt, order));
      case Effect.StopChallenge _ -> parts.walletFace.ifPresent(WalletFaceWorker::stop);
      case Effect.Dispense(long attempt, int slot) -> dispense(attempt, slot);
      case Effect.Hold(var request) -> parts.payments.run(request);
      case Effect.AtClaims claim -> parts.claims.ifPresent(c -> c.run(claim));
      case Effect.AtCabinet request -> parts.cabinet.ifPresent(c -> c.run(request));
      case Effect.AtController asked -> parts.machine.ifPresent(m -> m.run(asked));
      case Effect.AtMachine asked -> atMachine(asked);
      case Effect.AtShelves asked -> parts.cabinet.ifPresent(c -> c.run(asked));
      case Effect.AtCounter counter -> atCounter(counter);
      case Effect.AcceptBags _ -> parts.bagging.ifPresent(BaggingArea::accept);
      case Effect.Beep _ -> {} // the page sounds with the line it shows
      case Effect.RecordVisit visit -> parts.cabinet.ifPresent(c -> c.note(visit));
      case Effect.Publish _ -> {} // committed with the event that caused it
    }
  }

  private static void faces(FaceWorker faces, Effect.OfFaces asked) {
    switch (asked) {
      case Effect.LookForFace(long look) -> faces.look(look);
      case Effect.EnrolFace(long look, var phone) -> faces.enrol(look, phone);
      case Effect.StopLooking _ -> faces.stop();
    }
  }

  private void atMachine(Effect.AtMachine asked) {
    parts.machine.ifPresent(machine -> machine.run(asked, parts.inbox::deliver));
    parts.cabinet.ifPresent(cabinet -> cabinet.run(asked));
  }

  private void atCounter(Effect.AtCounter effect) {
    switch (effect) {
      case Effect.Reprint(long job, var language) ->
          parts.counter.reprint(job, language, result -> told(job, result));
      case Effect.PrintDay(long job, var language) ->
          parts.counter.day(job, language, result -> told(job, result));
      case Effect.PrintKept slip -> printKept(slip);
      case Effect.ClaimBasket claim -> parts.basketClaims.claim(claim);
      case Effect.LinkPhone(long attempt, String attendant) ->
          parts.attendants.link(attempt, attendant);
      case Effect.OpenDrawer _ -> parts.counter.openDrawer();
      case Effect.PauseSelling(boolean pause) -> parts.counter.hours().pause(pause);
    }
  }

  private void printKept(Effect.PrintKept slip) {
    parts
        .baskets
        .map(codes -> new PaperBasket(parts.paper, codes, zone).of(slip, clock.instant()))
        .ifPresent(document -> print(slip.job(), document));
  }

  private void pay(PaymentEffect request) {
    if (request instanceof PaymentEffect.Authorise) {
      parts.reader.reset();
    }
    parts.payments.run(request);
  }

  @Override
  public void idle(State<G> state) {
    if (state.openSession().isEmpty()) {
      clock.adjust();
      parts.payments.lookAround(!online);
      watchStorage(state);
      watchHours(state);
    }
    parts.machine.ifPresent(machine -> machine.meet(state, frame.idles(state)));
    show(state);
  }

  @Override
  public void storage(@Nullable StorageException failure) {
    stopped = Optional.ofNullable(failure).map(f -> StandStill.closed(f.reason()));
    if (failure == null) {
      parts.alarms.clear(Alarm.Kind.NOT_SELLING, JOURNAL);
    } else {
      parts.alarms.raise(Alarm.Kind.NOT_SELLING, JOURNAL, StandStill.why(failure));
    }
  }

  /** No new session is opened on the last reserve of the disk. */
  private void watchStorage(State<G> state) {
    boolean low = parts.journal.low() && !parts.journal.restore();
    if (low && state instanceof State.Attract) {
      LOG.error("the disk is nearly full: no new sales until space is freed");
      parts.inbox.offer(new Told.SellingStopped(ClosedReason.STORAGE_FULL));
    } else if (!low
        && state instanceof State.Closed<G>(var _, ClosedReason reason)
        && reason == ClosedReason.STORAGE_FULL) {
      parts.inbox.offer(new Told.SellingResumed());
    }
  }

  /** Nobody is sent away from a basket: it is closed, and opened, where nobody shops. */
  private void watchHours(State<G> state) {
    Optional<ClosedReason> closed = parts.counter.hours().closed();
    if (state instanceof State.Attract && closed.isPresent()) {
      parts.inbox.offer(new Told.SellingStopped(closed.get()));
    } else if (state instanceof State.Closed<G>(var _, ClosedReason reason)
        && (reason == ClosedReason.STAFF || reason == ClosedReason.OPENING_HOURS)
        && !closed.equals(Optional.of(reason))) {
      parts.inbox.offer(new Told.SellingResumed());
    }
  }

  private void dispense(long attempt, int slot) {
    Consumer<DispenseResult> told =
        result -> parts.inbox.deliver(new Answered.Dispensed(attempt, drop(result)));
    parts.machine.ifPresentOrElse(
        machine -> machine.dispense(slot, told),
        () -> told.accept(new DispenseResult.NotDropped("there is no dispenser")));
  }

  private static Drop drop(DispenseResult result) {
    return switch (result) {
      case DispenseResult.Dropped _ -> Drop.DELIVERED;
      case DispenseResult.NotDropped _ -> Drop.NOT_DELIVERED;
      case DispenseResult.Uncertain _ -> Drop.UNCERTAIN;
    };
  }

  private void print(long job, ReceiptDocument document) {
    parts.printer.print(document, Long.toString(job), result -> told(job, result));
  }

  private void told(long job, PrintResult result) {
    LOG.info("print job {}: {}", job, result);
    parts.inbox.deliver(ended(job, result));
  }

  private static Event ended(long job, PrintResult result) {
    return switch (result) {
      case PrintResult.Printed _ -> new Answered.PrintEnded(job, true, "");
      case PrintResult.NotPrinted(String reason) -> new Answered.PrintEnded(job, false, reason);
      case PrintResult.Uncertain(String reason) -> new Answered.PrintEnded(job, false, reason);
      case PrintResult.Unconfirmed(String reason) -> new Answered.PrintSent(job, reason);
    };
  }

  private Surroundings surroundings(InstantSource now) {
    Instant at = now.instant();
    Screen.Guidance guidance =
        parts.faces.map(FaceWorker::guidance).orElse(Screen.Guidance.STARTING);
    return new Surroundings(
        at,
        CLOCK.format(at.atZone(zone)),
        online,
        parts.payments.reach(),
        scannerReady,
        guidance,
        parts.scale.map(CheckoutScale::weight).orElse(Weight.NONE),
        parts.reader.step(),
        stopped.or(() -> parts.machine.flatMap(VendingMachine::closed)),
        parts.counter.hours().opens());
  }
}
