package org.facepay.peripherals.dispenser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.facepay.peripherals.Await;
import org.facepay.peripherals.link.Fault;
import org.facepay.peripherals.link.SerialLink;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.link.Source;
import org.facepay.tags.NeedsNatives;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A worker before a simulated spiral machine: one result for each wish, and never a late turn. */
@Timeout(60)
@NeedsNatives
class DispenserWorkerTest {
  private static final DispenserProfile QUICK =
      new DispenserProfile(
          1,
          new DispenserProfile.Spirals(
              0,
              0,
              1,
              60,
              new DispenserProfile.Patience(Duration.ofSeconds(2), Duration.ofMillis(150))),
          DispenserProfile.GENERIC_SENSED.senses());

  @TempDir Path folder;
  private DispenserSimulator simulator;
  private DispenserWorker worker;

  @BeforeEach
  void open() throws Exception {
    simulator = DispenserSimulator.start(QUICK, folder.resolve("spirals"));
    simulator.fill(3, 1);
    Source<ItemDispenser> source =
        Source.fixed(
            () ->
                new SpiralDispenser(
                    SerialLink.open(simulator.path(), SerialSettings.eightN1(9600)), QUICK));
    worker = DispenserWorker.start("dispenser", source, health -> {});
    Await.until("online", () -> worker.health().online());
  }

  @AfterEach
  void close() throws Exception {
    worker.close();
    simulator.close();
  }

  private DispenseResult dispense(int slot) throws Exception {
    CompletableFuture<DispenseResult> result = new CompletableFuture<>();
    worker.dispense(slot, result::complete);
    return result.get(20, TimeUnit.SECONDS);
  }

  @Test
  void whatIsThereFallsOnceAndWhatIsNotDoesNot() throws Exception {
    assertEquals(new DispenseResult.Dropped(), dispense(3));
    assertEquals(0, simulator.left(3));
    assertInstanceOf(DispenseResult.NotDropped.class, dispense(3));
    assertInstanceOf(DispenseResult.NotDropped.class, dispense(61), "there is no such slot");
    assertInstanceOf(DispenseResult.NotDropped.class, dispense(-1), "nor this one");
  }

  @Test
  void theMachineAroundItIsKnownWhileItAnswers() throws Exception {
    simulator.temperature(-185);
    simulator.door(true);
    MachineReading open =
        new MachineReading(Optional.of(-185), Optional.of(true), Optional.of(false));
    Await.until("the door is seen", () -> worker.reading().equals(open));
    simulator.door(false);
    assertEquals(new DispenseResult.Dropped(), dispense(3));
    assertEquals(Optional.of(true), worker.reading().trayHolds(), "with the result");
    simulator.takeOut();
    Await.until("the tray is empty", () -> worker.reading().trayHolds().equals(Optional.of(false)));
    simulator.noProbe();
    Await.until("no probe", () -> worker.reading().deciCelsius().isEmpty());
    assertEquals(Optional.of(false), worker.reading().doorOpen(), "the rest is still known");
    simulator.garble(true);
    Await.until("nothing is believed", () -> worker.reading().equals(MachineReading.UNKNOWN));
    simulator.garble(false);
    Await.until("known again", () -> worker.reading().doorOpen().isPresent());
    simulator.peer().inflict(Fault.MUTE);
    Await.until("silence", () -> worker.reading().equals(MachineReading.UNKNOWN));
  }

  @Test
  void aWishWhileItIsAwayIsRefusedAndNothingTurnsLater() throws Exception {
    simulator.peer().inflict(Fault.HANG_UP);
    Await.until("offline", () -> !worker.health().online());
    assertInstanceOf(DispenseResult.NotDropped.class, dispense(3));
    simulator.peer().plugIn();
    Await.until("online again", () -> worker.health().online());
    assertEquals(1, simulator.left(3), "nothing turned after the reconnection");
  }
}
