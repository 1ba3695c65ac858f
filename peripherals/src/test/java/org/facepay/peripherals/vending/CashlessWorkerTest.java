package org.facepay.peripherals.vending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.facepay.peripherals.Await;
import org.facepay.peripherals.dispenser.DispenseResult;
import org.facepay.peripherals.link.Binding;
import org.facepay.peripherals.link.Catalogue;
import org.facepay.peripherals.link.Fault;
import org.facepay.peripherals.link.Source;
import org.facepay.peripherals.vending.VendEvent.VendRequested;
import org.facepay.tags.NeedsNatives;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a machine asks for, and what becomes of it, over a real pseudo-terminal. */
@Timeout(60)
@NeedsNatives
class CashlessWorkerTest {
  private static final VendRequested TEA = new VendRequested(500, 1);

  @TempDir Path folder;
  private final List<DispenseResult> results = new CopyOnWriteArrayList<>();
  private final List<VendEvent> heard = new CopyOnWriteArrayList<>();
  private VmcSimulator machine;
  private CashlessWorker worker;

  @BeforeEach
  void open() throws Exception {
    machine = VmcSimulator.start(folder.resolve("mdb"));
    Catalogue<CashlessDevice> all = CashlessDevices.CATALOGUE;
    worker =
        CashlessWorker.start(
            "cashless",
            Source.of(all.named("qibixx"), all.opener("qibixx", binding(), Optional.empty())),
            heard::add,
            health -> {});
  }

  private Binding binding() {
    return Binding.parse(machine.path());
  }

  @AfterEach
  void close() throws Exception {
    worker.close();
    machine.close();
  }

  private void offer(CashlessMode mode) throws Exception {
    worker.offer(mode);
    Await.until("offered", () -> machine.state() == CashlessState.ENABLED);
    Await.until("there", () -> worker.health().online());
  }

  private void asked() throws Exception {
    Await.until("asked", () -> worker.waiting().equals(Optional.of(TEA)));
  }

  private void ends(Class<? extends DispenseResult> how) throws Exception {
    Await.until("an end", () -> !results.isEmpty());
    assertInstanceOf(how, results.getFirst());
    assertEquals(1, results.size());
  }

  private boolean hears(Function<VendEvent, Boolean> what) {
    return heard.stream().anyMatch(what::apply);
  }

  @Test
  void nothingIsOfferedBeforeTheTerminalSaysSo() throws Exception {
    Await.until("there", () -> worker.health().online());
    assertFalse(machine.choose("5.00", 1));
    offer(CashlessMode.ALWAYS_IDLE);
    assertTrue(machine.choose("5.00", 1));
    asked();
    worker.offer(CashlessMode.OFF);
    Await.until("withdrawn", () -> machine.state() == CashlessState.INACTIVE);
    Await.until("and what it asked for", () -> worker.waiting().isEmpty());
  }

  @Test
  void whatIsApprovedFallsOnce() throws Exception {
    offer(CashlessMode.ALWAYS_IDLE);
    assertTrue(machine.choose("5.00", 1));
    asked();
    worker.approve(TEA, results::add);
    worker.approve(TEA, r -> assertInstanceOf(DispenseResult.NotDropped.class, r));
    ends(DispenseResult.Dropped.class);
    assertEquals(1, machine.dispensed(1));
    assertTrue(worker.waiting().isEmpty());
  }

  @Test
  void aSessionBeginsBeforeAnythingCanBeChosen() throws Exception {
    offer(CashlessMode.SESSIONS);
    assertFalse(machine.choose("5.00", 1));
    worker.begin(2_000);
    Await.until("begun", () -> machine.state() == CashlessState.IDLE);
    assertTrue(worker.session());
    assertTrue(machine.choose("5.00", 1));
    asked();
    worker.deny();
    Await.until("denied", () -> machine.denials() == 1);
    Await.until("over", () -> machine.state() == CashlessState.ENABLED);
    assertFalse(worker.session());
  }

  @Test
  void aSessionThatTheMachineEndsIsOver() throws Exception {
    offer(CashlessMode.SESSIONS);
    worker.begin(2_000);
    Await.until("begun", () -> hears(e -> e.equals(state(CashlessState.IDLE))));
    machine.cancel();
    Await.until("over", () -> !worker.session());
  }

  private static VendEvent state(CashlessState state) {
    return new VendEvent.StateChanged(state);
  }

  @Test
  void whatIsTakenBackCannotBeApproved() throws Exception {
    offer(CashlessMode.ALWAYS_IDLE);
    assertTrue(machine.choose("5.00", 1));
    asked();
    machine.cash(1);
    Await.until("taken back", () -> worker.waiting().isEmpty());
    worker.approve(TEA, results::add);
    ends(DispenseResult.NotDropped.class);
    assertEquals(1, machine.dispensed(), "for coins");
  }

  @Test
  void aResetAfterTheApprovalIsUncertain() throws Exception {
    offer(CashlessMode.ALWAYS_IDLE);
    machine.hold(true);
    assertTrue(machine.choose("5.00", 1));
    asked();
    worker.approve(TEA, results::add);
    Await.until("acknowledged", () -> worker.waiting().isEmpty());
    Await.until("under way", machine::underWay);
    machine.reset();
    ends(DispenseResult.Uncertain.class);
  }

  @Test
  void anAdapterThatIsPulledOutAfterTheApprovalIsUncertainAndComesBack() throws Exception {
    offer(CashlessMode.ALWAYS_IDLE);
    machine.hold(true);
    assertTrue(machine.choose("5.00", 1));
    asked();
    worker.approve(TEA, results::add);
    Await.until("under way", machine::underWay);
    machine.peer().inflict(Fault.HANG_UP);
    ends(DispenseResult.Uncertain.class);
    worker.approve(TEA, r -> assertInstanceOf(DispenseResult.NotDropped.class, r));
    machine.hold(false);
    machine.peer().heal();
    offer(CashlessMode.ALWAYS_IDLE);
    Await.until("offered again", () -> machine.choose("5.00", 1));
    asked();
  }

  @Test
  void aMachineThatDoesNotAnswerTheApprovalIsNotAskedTwice() throws Exception {
    offer(CashlessMode.ALWAYS_IDLE);
    machine.hold(true);
    assertTrue(machine.choose("5.00", 1));
    asked();
    worker.approve(TEA, results::add);
    Await.until("under way", machine::underWay);
    worker.deny();
    machine.hold(false);
    ends(DispenseResult.Dropped.class);
    assertEquals(0, machine.denials(), "what is approved is not denied");
  }
}
