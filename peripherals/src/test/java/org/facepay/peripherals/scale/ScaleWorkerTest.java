package org.facepay.peripherals.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.facepay.peripherals.Await;
import org.facepay.peripherals.Leaks;
import org.facepay.peripherals.link.Fault;
import org.facepay.peripherals.link.Opener;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.scale.NotWeighed.Reason;
import org.facepay.peripherals.worker.Health.State;
import org.facepay.tags.NeedsNatives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@NeedsNatives
class ScaleWorkerTest {
  @TempDir Path folder;
  private final List<ScaleReading> readings = new CopyOnWriteArrayList<>();

  @Test
  void billsOnlyFreshStableConfirmedWeights() throws Exception {
    try (ScaleSimulator simulator = ScaleSimulator.start("mt-sics", folder.resolve("scale"));
        ScaleWorker worker = start("mt-sics", simulator)) {
      Await.until("zero", () -> worker.current().equals(new Weight(0, true)));
      assertEquals(Optional.empty(), worker.billable(), "nothing is not sold");
      simulator.load(846_000);
      Await.until("billable", () -> worker.billable().isPresent());
      assertEquals(Optional.of(new Weight(846_000, true)), worker.billable());
      simulator.moving(true);
      Await.until("moving", () -> worker.current().equals(new Weight(846_000, false)));
      assertEquals(Optional.empty(), worker.billable());
      simulator.moving(false);
      Await.until("billable", () -> worker.billable().isPresent());
      simulator.peer().inflict(Fault.MUTE);
      Await.until("stale", () -> worker.current().equals(new NotWeighed(Reason.STALE)));
      assertEquals(Optional.empty(), worker.billable());
      Await.until("offline", () -> worker.health().state() == State.OFFLINE);
      simulator.peer().heal();
      Await.until("back", () -> worker.billable().isPresent());
    }
    Await.until("no thread left", () -> Leaks.threads() == 0);
  }

  @Test
  void theWeightOfAnUnpluggedScaleIsGoneAtOnce() throws Exception {
    try (ScaleSimulator simulator = ScaleSimulator.start("dibal", folder.resolve("scale"));
        ScaleWorker worker = start("dibal", simulator)) {
      simulator.load(500_000);
      Await.until("billable", () -> worker.billable().isPresent());
      simulator.peer().inflict(Fault.HANG_UP);
      Await.until("offline", () -> worker.health().state() == State.OFFLINE);
      assertEquals(new NotWeighed(Reason.STALE), worker.current());
      assertEquals(Optional.empty(), worker.billable());
      simulator.load(750_000);
      simulator.peer().heal();
      Await.until("new weight", () -> worker.billable().isPresent());
      assertEquals(Optional.of(new Weight(750_000, true)), worker.billable());
    }
  }

  @Test
  void isSetToZero() throws Exception {
    try (ScaleSimulator simulator = ScaleSimulator.start("toledo-8217", folder.resolve("scale"));
        ScaleWorker worker = start("toledo-8217", simulator)) {
      simulator.load(120_000);
      Await.until("bowl", () -> worker.current().equals(new Weight(120_000, true)));
      worker.zero();
      Await.until("zero", () -> worker.current().equals(new Weight(0, true)));
      simulator.load(0);
      Await.until(
          "bowl taken off", () -> worker.current().equals(new NotWeighed(Reason.UNDERLOAD)));
      Await.until("told of each", () -> readings.size() >= 3);
    }
  }

  private ScaleWorker start(String driver, ScaleSimulator simulator) {
    return ScaleWorker.start(
        "scale",
        Scales.named(driver),
        Opener.serial(simulator.path(), SerialSettings.eightN1(9600)),
        readings::add,
        health -> {});
  }
}
