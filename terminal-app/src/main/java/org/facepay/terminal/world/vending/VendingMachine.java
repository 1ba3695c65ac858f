package org.facepay.terminal.world.vending;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.Screen.ClosedReason;
import org.facepay.kiosk.screen.StaffScreen.Trouble;
import org.facepay.kiosk.screen.VendingScreen.Selling;
import org.facepay.peripherals.dispenser.DispenseResult;
import org.facepay.peripherals.dispenser.MachineReading;
import org.facepay.terminal.alarm.Alarm.Kind;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.loop.SideThread;
import org.facepay.terminal.screen.Offering;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Dated;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Movement;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.State;
import org.facepay.terminal.session.Touched.Touch;
import org.facepay.terminal.world.vending.MachineFile.Kept;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machine around the slots, and what it locks: fresh food that was not kept cold, goods past
 * their date, everything while the door is open and until somebody has looked after it. Nothing is
 * paid while something lies in the output. What is locked stays so over a restart, with an alarm.
 * Thread-safe.
 */
public final class VendingMachine implements Offering, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(VendingMachine.class);
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** The time that is kept is that exact; a power cut is longer by as much. */
  private static final Duration KEEP = Duration.ofMinutes(1);

  /** A plug that was only moved closes nothing. */
  private static final Duration AWAY = Duration.ofSeconds(3);

  /** After so long whoever bought it is gone. */
  private static final Duration LEFT_BEHIND = Duration.ofMinutes(10);

  private static final String MACHINE = "machine";

  private final Lanes lanes;
  private final Dispenser dispenser;
  private final Upkeep upkeep;
  private final Alarms alarms;
  private final MachineFile file;
  private final Stock stock;
  private final Object writing = new Object();
  private final Instant begun;
  private final InstantSource clock;
  private final ZoneId zone;
  private final SideThread thread = new SideThread(MACHINE);
  private Kept kept;
  private Kept written;
  private Instant writtenAt;
  private Instant online;
  private boolean attended;

  /** What the page was last told to show; of the machine's own thread. */
  private List<Object> seen = List.of();

  private Optional<Instant> trayHeld = Optional.empty();

  /**
   * @param folder keeps which slots are off and what is locked
   * @param zone of the dates on the goods
   */
  public VendingMachine(
      Dispenser dispenser,
      Upkeep upkeep,
      Path folder,
      Alarms alarms,
      InstantSource clock,
      ZoneId zone) {
    this.lanes = new Lanes(dispenser, upkeep.laneFailures(), folder.resolve("slots-off"), alarms);
    this.dispenser = dispenser;
    this.upkeep = upkeep;
    this.alarms = alarms;
    this.file = new MachineFile(folder.resolve(MACHINE));
    this.stock = new Stock(folder.resolve("stock"));
    this.clock = clock;
    this.zone = zone;
    Instant now = clock.instant();
    this.kept = file.read(now);
    this.written = kept;
    this.writtenAt = Instant.EPOCH;
    this.online = now;
    this.begun = now;
  }

  /**
   * Looks after it from now on, on a thread of its own.
   *
   * @param changed told when the page has to be drawn anew, however much is touched meanwhile
   */
  public VendingMachine watched(Runnable changed) {
    var _ =
        thread.scheduleWithFixedDelay(
            () -> {
              look();
              List<Object> now = List.of(trayHolds(), closed());
              if (!now.equals(seen)) {
                seen = now;
                changed.run();
              }
            },
            0,
            LOOK.toMillis(),
            TimeUnit.MILLISECONDS);
    return this;
  }

  /** Turns a slot that is sold from; never blocks. */
  public void dispense(int slot, Consumer<DispenseResult> told) {
    Optional<String> locked = locked(slot).or(() -> dispenser.refuses(slot));
    if (locked.isPresent()) {
      LOG.warn("slot {} is not turned: {}", slot, locked.get());
      told.accept(new DispenseResult.NotDropped(locked.get()));
    } else {
      lanes.dispense(
          slot,
          result -> {
            if (result instanceof DispenseResult.Dropped) {
              stock.fell(slot, clock.instant());
            }
            told.accept(result);
          });
    }
  }

  /** What its own controller is asked, where it has one; never blocks. */
  public void run(Effect.AtController asked) {
    dispenser.run(asked);
  }

  /**
   * The session has nothing else to do: what a controller asks for is looked at; never blocks.
   *
   * @param idles whether somebody is shopping and no money may be moving
   */
  public void meet(State<?> state, boolean idles) {
    dispenser.meet(state, idles, this);
  }

  /** What staff do with it; never blocks, the answer comes on another thread. */
  public void run(Effect.AtMachine effect, Consumer<Event> answers) {
    thread.execute(
        () -> {
          switch (effect) {
            case Effect.ReadStock(long attempt) -> answers.accept(stockRead(attempt));
            case Effect.KeepStock(long attempt, var movements, var dates, boolean byHand) -> {
              stock.counted(
                  movements.stream()
                      .collect(Collectors.toMap(m -> m.place().slot(), Movement::now)),
                  dates);
              filledAnew(dates);
              attended(byHand);
              look();
              answers.accept(new Answered.StockKept(attempt));
            }
            case Effect.ServiceMachine _ -> serviced();
          }
        });
  }

  private Answered.StockRead stockRead(long attempt) {
    return new Answered.StockRead(
        attempt, stock.counts(), troubles(), stock.dates(upkeep.asking()));
  }

  /** What lies there now is judged by the date that was said, whatever lay there before. */
  private synchronized void filledAnew(List<Dated> dates) {
    dates.forEach(dated -> kept = kept.filled(dated.slot()));
  }

  /**
   * What is locked until somebody says that it was looked after; the door needs but to be closed.
   */
  private synchronized List<Trouble> troubles() {
    List<Trouble> all = new ArrayList<>();
    if (upkeep.hasFresh() && kept.cold().lock() != ColdChain.Lock.NONE) {
      boolean warm = kept.cold().lock() == ColdChain.Lock.TOO_WARM;
      all.add(warm ? Trouble.TOO_WARM : Trouble.COLD_UNKNOWN);
    }
    if (upkeep.slots().stream().anyMatch(this::expired)) {
      all.add(Trouble.EXPIRED);
    }
    if (lanes.anyOff()) {
      all.add(Trouble.SLOT_OFF);
    }
    return all;
  }

  /** Whoever has filled it answers for the door, also when it is closed a little later. */
  private synchronized void attended(boolean byHand) {
    if (byHand) {
      attended = true;
    }
  }

  @Override
  public Selling selling(int slot) {
    if (lanes.isOff(slot) || locked(slot).isPresent()) {
      return Selling.OFF;
    }
    return stock.left(slot).equals(OptionalInt.of(0)) ? Selling.SOLD_OUT : Selling.SOLD;
  }

  @Override
  public OptionalInt left(int slot) {
    return stock.left(slot);
  }

  @Override
  public boolean trayHolds() {
    return dispenser.reading().trayHolds().orElse(false);
  }

  @Override
  public synchronized Optional<ClosedReason> closed() {
    if (dispenser.reading().doorOpen().orElse(false)) {
      kept = kept.door(true); // it may be closed again before the next look
      return Optional.of(ClosedReason.DOOR_OPEN);
    }
    if (kept.doorOpened()) {
      return Optional.of(ClosedReason.NOT_SERVICED);
    }
    boolean away = Duration.between(online, clock.instant()).compareTo(AWAY) > 0;
    return !dispenser.online() && away
        ? Optional.of(ClosedReason.DISPENSER_AWAY)
        : Optional.empty();
  }

  /** What an event comes to at this machine: nothing is charged for what cannot fall. */
  public Event met(Event event) {
    boolean pays =
        event instanceof Read.PayCodePresented || event instanceof Touch(Intent.ConfirmPerson _);
    return pays && (trayHolds() || closed().isPresent()) ? new Read.PayCodeHeldOff() : event;
  }

  /** Somebody has looked after all of it: what was locked is sold again. Writes files. */
  public void serviced() {
    lanes.serviced();
    dispenser.serviced();
    fit();
    look();
  }

  private synchronized void fit() {
    TreeMap<Integer, LocalDate> replaced = new TreeMap<>(kept.replaced());
    upkeep.slots().stream()
        .filter(this::expired)
        .forEach(s -> replaced.put(s.number(), stock.useBy(s).orElseThrow()));
    kept = new Kept(ColdChain.fresh(clock.instant()), false, replaced);
  }

  /** One look at everything; a file is written, so never on the thread of the state. */
  void look() {
    synchronized (writing) {
      looked().ifPresent(file::write);
    }
  }

  /** What is to be written, if that is anything. */
  private synchronized Optional<Kept> looked() {
    Instant now = clock.instant();
    MachineReading reading = dispenser.reading();
    online = dispenser.online() ? now : online;
    if (upkeep.hasFresh()) {
      kept = kept.with(kept.cold().seen(now, reading.deciCelsius(), upkeep.fresh()));
    }
    if (reading.doorOpen().orElse(false)) {
      kept = kept.door(true);
    } else if (attended && reading.doorOpen().isPresent()) {
      kept = kept.door(false);
      attended = false;
    }
    trayHeld = trayHolds() ? Optional.of(trayHeld.orElse(now)) : Optional.empty();
    tell(now, reading);
    tellOfStock(now);
    return toKeep(now);
  }

  private void tellOfStock(Instant now) {
    for (Upkeep.Filling slot : upkeep.slots()) {
      OptionalInt left = stock.left(slot.number());
      alarms.set(
          left.isPresent() && left.getAsInt() <= upkeep.levels().low(),
          Kind.LOW_STOCK,
          Integer.toString(slot.number()),
          Integer.toString(left.orElse(0)));
    }
    Instant sold = stock.lastSold().orElse(begun);
    boolean quiet =
        upkeep
            .levels()
            .noSales()
            .filter(limit -> Duration.between(sold, now).compareTo(limit) > 0)
            .isPresent();
    alarms.set(quiet, Kind.NO_SALES, MACHINE, sold.atZone(zone).toLocalDateTime().toString());
  }

  private void tell(Instant now, MachineReading reading) {
    ColdChain.Lock lock = upkeep.hasFresh() ? kept.cold().lock() : ColdChain.Lock.NONE;
    String celsius = reading.deciCelsius().map(VendingMachine::celsius).orElse("");
    alarms.set(lock == ColdChain.Lock.TOO_WARM, Kind.TOO_WARM, MACHINE, celsius);
    alarms.set(lock == ColdChain.Lock.UNKNOWN, Kind.COLD_UNKNOWN, MACHINE, celsius);
    alarms.set(kept.doorOpened(), Kind.DOOR_OPENED, MACHINE, "");
    boolean left =
        trayHeld.filter(s -> Duration.between(s, now).compareTo(LEFT_BEHIND) > 0).isPresent();
    alarms.set(left, Kind.OUTPUT_NOT_EMPTIED, MACHINE, "");
    for (Upkeep.Filling slot : upkeep.slots()) {
      String date = stock.useBy(slot).map(LocalDate::toString).orElse("");
      alarms.set(expired(slot), Kind.SLOT_EXPIRED, Integer.toString(slot.number()), date);
    }
  }

  private static String celsius(int deci) {
    return BigDecimal.valueOf(deci, 1).toPlainString() + " °C";
  }

  private Optional<Kept> toKeep(Instant now) {
    boolean old = upkeep.hasFresh() && Duration.between(writtenAt, now).abs().compareTo(KEEP) >= 0;
    if (old || kept.differs(written)) {
      written = kept;
      writtenAt = now;
      return Optional.of(kept);
    }
    return Optional.empty();
  }

  private synchronized Optional<String> locked(int number) {
    Optional<Upkeep.Filling> slot = upkeep.slot(number);
    if (slot.filter(this::expired).isPresent()) {
      return Optional.of("its goods are past their date");
    }
    if (slot.filter(Upkeep.Filling::fresh).isPresent()
        && kept.cold().lock() != ColdChain.Lock.NONE) {
      return Optional.of("its goods were not kept cold");
    }
    return dispenser.reading().doorOpen().orElse(false)
        ? Optional.of("the door is open")
        : Optional.empty();
  }

  private boolean expired(Upkeep.Filling slot) {
    LocalDate today = clock.instant().atZone(zone).toLocalDate();
    return stock
        .useBy(slot)
        .filter(today::isAfter)
        .filter(date -> !date.equals(kept.replaced().get(slot.number())))
        .isPresent();
  }

  @Override
  public void close() {
    thread.shutdownNow();
    synchronized (writing) {
      if (upkeep.hasFresh()) {
        file.write(kept());
      }
    }
  }

  private synchronized Kept kept() {
    return kept;
  }
}
