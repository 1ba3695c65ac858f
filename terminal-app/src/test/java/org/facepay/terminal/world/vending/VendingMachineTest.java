package org.facepay.terminal.world.vending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.facepay.kiosk.screen.Intent;
import org.facepay.kiosk.screen.Screen.ClosedReason;
import org.facepay.kiosk.screen.StaffScreen.Trouble;
import org.facepay.kiosk.screen.VendingScreen.Selling;
import org.facepay.peripherals.dispenser.DispenseResult;
import org.facepay.peripherals.dispenser.MachineReading;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.payment.PayCode;
import org.facepay.terminal.session.Answered;
import org.facepay.terminal.session.Dated;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Movement;
import org.facepay.terminal.session.Read;
import org.facepay.terminal.session.Touched.Touch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VendingMachineTest {
  private static final String TEA = "6900123400074";
  private static final int FRESH = 1;
  private static final int DRY = 2;
  private static final int DATED = 3;
  private static final Duration BEARS = Duration.ofMinutes(30);
  private static final Upkeep UPKEEP =
      new Upkeep(
          2,
          new ColdChain.Limits(50, BEARS, BEARS),
          new Upkeep.Levels(1, Optional.of(Duration.ofHours(6))),
          List.of(
              new Upkeep.Filling(FRESH, TEA, 6, true, Optional.empty(), true),
              new Upkeep.Filling(DRY, TEA, 6, false, Optional.empty(), false),
              new Upkeep.Filling(
                  DATED, TEA, 6, false, Optional.of(LocalDate.parse("2026-11-30")), true)));
  private static final Event CODE =
      new Read.PayCodePresented(new PayCode("280000000000440343"), "alipay");

  @TempDir private Path folder;
  private Instant now = Instant.parse("2026-11-30T08:00:00Z");
  private Alarms alarms = new Alarms(() -> now);
  private boolean online = true;
  private Optional<Integer> deci = Optional.of(30);
  private boolean door;
  private boolean tray;
  private final List<Integer> turned = new ArrayList<>();
  private VendingMachine machine;

  private Dispenser spirals() {
    return new Dispenser() {
      @Override
      public void dispense(int slot, Consumer<DispenseResult> told) {
        turned.add(slot);
        told.accept(new DispenseResult.Dropped());
      }

      @Override
      public boolean online() {
        return online;
      }

      @Override
      public MachineReading reading() {
        return online
            ? new MachineReading(deci, Optional.of(door), Optional.of(tray))
            : MachineReading.UNKNOWN;
      }
    };
  }

  @BeforeEach
  void switchOn() {
    start(0);
  }

  /** Switched on, after so many minutes. */
  private void start(int minutes) {
    now = now.plus(Duration.ofMinutes(minutes));
    alarms = new Alarms(() -> now);
    machine = new VendingMachine(spirals(), UPKEEP, folder, alarms, () -> now, ZoneOffset.UTC);
    machine.look();
  }

  private void pass(int minutes) {
    for (int i = 0; i < minutes; i++) {
      now = now.plus(Duration.ofMinutes(1));
      machine.look();
    }
  }

  private String offers() {
    return machine.selling(FRESH) + " " + machine.selling(DRY) + " " + machine.selling(DATED);
  }

  private List<String> standing() {
    return alarms.standing().stream().map(a -> (a.kind() + " " + a.detail()).strip()).toList();
  }

  @Test
  void freshFoodThatWasTooWarmIsNotSoldUntilItIsServicedEvenOverARestart() {
    deci = Optional.of(74);
    pass(30);
    assertEquals(Selling.SOLD, machine.selling(FRESH));
    pass(1);
    assertEquals("OFF SOLD SOLD", offers());
    assertEquals(List.of("TOO_WARM 7.4 °C"), standing());
    machine.dispense(FRESH, told -> assertInstanceOf(DispenseResult.NotDropped.class, told));
    assertEquals(List.of(), turned, "not even what was paid before");
    deci = Optional.of(20);
    start(1);
    assertEquals("OFF SOLD SOLD", offers());
    machine.serviced();
    assertEquals("SOLD SOLD SOLD", offers());
    assertEquals(List.of(), standing());
    start(1);
    assertEquals("SOLD SOLD SOLD", offers(), "that is kept too");
  }

  @Test
  void aPowerCutLongerThanItBearsLocksFreshFood() {
    pass(2);
    start(29);
    assertEquals(Selling.SOLD, machine.selling(FRESH));
    start(32);
    assertEquals("OFF SOLD SOLD", offers(), "though it is cold now");
    assertEquals(List.of("COLD_UNKNOWN 3.0 °C"), standing());
  }

  @Test
  void aProbeThatIsGoneLocksFreshFood() {
    deci = Optional.empty();
    pass(31);
    assertEquals("OFF SOLD SOLD", offers());
    assertEquals(List.of("COLD_UNKNOWN"), standing());
  }

  @Test
  void aDoorThatWasOpenedClosesTheMachineUntilSomebodyHasLooked() {
    door = true;
    machine.look();
    assertEquals(Optional.of(ClosedReason.DOOR_OPEN), machine.closed());
    assertInstanceOf(Read.PayCodeHeldOff.class, machine.met(CODE));
    assertInstanceOf(Read.PayCodeHeldOff.class, machine.met(new Touch(new Intent.ConfirmPerson())));
    machine.dispense(DRY, told -> assertInstanceOf(DispenseResult.NotDropped.class, told));
    machine.serviced();
    assertEquals(Optional.of(ClosedReason.DOOR_OPEN), machine.closed(), "it is still open");
    door = false;
    start(1);
    assertEquals(Optional.of(ClosedReason.NOT_SERVICED), machine.closed());
    assertEquals(List.of("DOOR_OPENED"), standing());
    machine.serviced();
    assertEquals(Optional.empty(), machine.closed());
    assertEquals(CODE, machine.met(CODE));
    assertEquals(List.of(), turned);
  }

  @Test
  void nothingIsPaidWhileTheOutputHoldsSomething() {
    tray = true;
    assertTrue(machine.trayHolds());
    assertInstanceOf(Read.PayCodeHeldOff.class, machine.met(CODE));
    machine.dispense(DRY, told -> assertInstanceOf(DispenseResult.Dropped.class, told));
    assertEquals(List.of(DRY), turned, "the second piece of a basket falls on the first");
    pass(12);
    assertEquals(List.of("OUTPUT_NOT_EMPTIED"), standing());
    tray = false;
    pass(1);
    assertEquals(List.of(), standing());
    assertEquals(CODE, machine.met(CODE));
  }

  @Test
  void goodsPastTheirDateAreNotSoldUntilTheyAreReplaced() {
    assertEquals(Selling.SOLD, machine.selling(DATED), "on its last day");
    start(24 * 60);
    assertEquals("OFF SOLD OFF", offers(), "nor is it known how warm it was for a day");
    assertEquals(List.of("COLD_UNKNOWN 3.0 °C", "SLOT_EXPIRED 2026-11-30"), standing());
    machine.serviced();
    assertEquals("SOLD SOLD SOLD", offers());
    start(1);
    assertEquals("SOLD SOLD SOLD", offers(), "that is kept");
    assertEquals(List.of(), standing());
  }

  private void fill(int slot, int pieces, Dated... dates) throws Exception {
    CompletableFuture<Event> kept = new CompletableFuture<>();
    Movement.Place place = new Movement.Place(slot, TEA, 6);
    machine.run(
        new Effect.KeepStock(
            7, List.of(new Movement(place, Optional.empty(), pieces)), List.of(dates), true),
        kept::complete);
    assertEquals(new Answered.StockKept(7), kept.get(20, TimeUnit.SECONDS));
  }

  @Test
  void whatFellIsCountedDownAndKeptBeforeItIsTold() throws Exception {
    assertEquals(OptionalInt.empty(), machine.left(DRY), "nobody has counted");
    machine.dispense(DRY, _ -> {});
    fill(DRY, 2);
    machine.dispense(
        DRY, _ -> assertEquals(OptionalInt.of(1), new Stock(folder.resolve("stock")).left(DRY)));
    pass(1);
    assertEquals(List.of("LOW_STOCK 1"), standing());
    machine.dispense(DRY, _ -> {});
    start(1);
    assertEquals(OptionalInt.of(0), machine.left(DRY));
    assertEquals("SOLD SOLD_OUT SOLD", offers());
    assertEquals(List.of("LOW_STOCK 0"), standing());
    fill(DRY, 6);
    assertEquals("SOLD SOLD SOLD", offers());
    assertEquals(List.of(), standing());
  }

  @Test
  void whatLiesThereAndWhatIsLockedIsToldToWhoeverFillsIt() throws Exception {
    deci = Optional.of(90);
    fill(FRESH, 3);
    pass(31);
    CompletableFuture<Event> read = new CompletableFuture<>();
    machine.run(new Effect.ReadStock(8), read::complete);
    assertEquals(
        new Answered.StockRead(
            8,
            List.of(new Answered.StockRead.Count(FRESH, 3)),
            List.of(Trouble.TOO_WARM),
            List.of(new Dated(FRESH, ""))),
        read.get(20, TimeUnit.SECONDS));
  }

  @Test
  void aDateSaidAtTheMachineIsKeptAndLocksItsSlotWhenItHasPassed() throws Exception {
    fill(FRESH, 3, new Dated(FRESH, "2026-11-30"));
    assertEquals("SOLD SOLD SOLD", offers(), "today it is sold");
    now = Instant.parse("2026-12-01T08:00:00Z");
    start(1);
    machine.serviced();
    fill(FRESH, 3, new Dated(FRESH, "2026-11-30"));
    assertEquals("OFF SOLD SOLD", offers(), "what came in is as old as it says");
    assertEquals(List.of("SLOT_EXPIRED 2026-11-30"), standing());
    machine.dispense(FRESH, told -> assertInstanceOf(DispenseResult.NotDropped.class, told));
    fill(FRESH, 6, new Dated(FRESH, "2026-12-24"));
    assertEquals("SOLD SOLD SOLD", offers());
    start(1);
    CompletableFuture<Event> read = new CompletableFuture<>();
    machine.run(new Effect.ReadStock(9), read::complete);
    Answered.StockRead told =
        assertInstanceOf(Answered.StockRead.class, read.get(20, TimeUnit.SECONDS));
    assertEquals(List.of(new Dated(FRESH, "2026-12-24")), told.dates(), "over a restart");
  }

  @Test
  void whoeverFillsItAnswersForTheDoorAlsoWhenItIsClosedLater() throws Exception {
    door = true;
    machine.look();
    fill(DRY, 6);
    assertEquals(Optional.of(ClosedReason.DOOR_OPEN), machine.closed());
    door = false;
    machine.look();
    assertEquals(Optional.empty(), machine.closed());
    door = true;
    machine.look();
    door = false;
    machine.look();
    assertEquals(Optional.of(ClosedReason.NOT_SERVICED), machine.closed(), "that once");
  }

  @Test
  void aLongTimeWithoutSalesIsTold() {
    pass(6 * 60 + 1);
    assertEquals(List.of("NO_SALES 2026-11-30T08:00"), standing());
    machine.dispense(DRY, _ -> {});
    pass(1);
    assertEquals(List.of(), standing());
  }

  @Test
  void aStockThatCannotBeReadIsNotKnown() throws Exception {
    Files.writeString(folder.resolve("stock"), "2 6\nthree 1\n");
    start(0);
    assertEquals(OptionalInt.empty(), machine.left(DRY));
    assertEquals("SOLD SOLD SOLD", offers());
  }

  @Test
  void aDispenserThatIsAwayClosesTheMachineButNotAtOnce() {
    online = false;
    machine.look();
    assertEquals(Optional.empty(), machine.closed(), "a plug that was only moved");
    pass(1);
    assertEquals(Optional.of(ClosedReason.DISPENSER_AWAY), machine.closed());
    online = true;
    assertEquals(Optional.empty(), machine.closed());
  }

  @Test
  void aFileThatCannotBeReadLocksWhatItCouldHaveSaid() throws Exception {
    Files.writeString(folder.resolve("machine"), "cold yesterday\n");
    start(0);
    assertEquals("OFF SOLD SOLD", offers());
    assertEquals(Optional.of(ClosedReason.NOT_SERVICED), machine.closed());
  }
}
