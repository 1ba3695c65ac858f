package org.facepay.terminal.lab.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.facepay.peripherals.link.Binding;
import org.facepay.peripherals.link.Fault;
import org.facepay.peripherals.scale.ScaleSimulator;
import org.facepay.peripherals.scale.ScaleWorker;
import org.facepay.peripherals.scale.Scales;
import org.facepay.peripherals.scale.Weight;

/** A scale whose load changes; what may be billed must be what lies, or just lay, on it. */
final class ScaleRig implements Rig {
  private final String driver;
  private final ScaleSimulator simulator;
  private final ScaleWorker worker;
  private final SplittableRandom random = new SplittableRandom(98);
  private long load;
  private long before;
  private long changedNanos = System.nanoTime();

  ScaleRig(String driver, Path folder) throws IOException {
    this.driver = driver;
    this.simulator = ScaleSimulator.start(driver, folder.resolve("scale-" + driver));
    this.worker =
        ScaleWorker.start(
            name(),
            Scales.named(driver),
            Scales.CATALOGUE.opener(driver, new Binding.At(simulator.path()), Optional.empty()),
            reading -> {},
            health -> {});
    load(500_000);
  }

  @Override
  public String name() {
    return "scale-" + driver;
  }

  @Override
  public void inflict(Fault fault) throws IOException {
    simulator.peer().inflict(fault);
  }

  @Override
  public void heal() throws IOException {
    simulator.peer().heal();
    simulator.load(load); // lifted and put down again: some scales tell a weight once only
  }

  @Override
  public void trade(Verdict verdict) {
    check(verdict);
    boolean settled = System.nanoTime() - changedNanos > 2 * ScaleWorker.EXPIRY.toNanos();
    if (settled && random.nextInt(4) == 0) {
      load((1 + random.nextInt(14_000)) * 1000L);
    }
  }

  @Override
  public boolean recovered(Verdict verdict) {
    check(verdict);
    return worker.billable().isPresent();
  }

  @Override
  public void close() throws IOException {
    worker.close();
    simulator.close();
  }

  private void check(Verdict verdict) {
    Optional<Weight> billable = worker.billable();
    boolean recent = System.nanoTime() - changedNanos < 2 * ScaleWorker.EXPIRY.toNanos();
    billable
        .filter(w -> w.milligrams() != load && !(recent && w.milligrams() == before))
        .ifPresent(
            w -> {
              verdict.wrongWeights++;
              verdict.found(name() + " would bill " + w.milligrams() + " mg, not " + load);
            });
  }

  private void load(long milligrams) {
    before = load;
    load = milligrams;
    changedNanos = System.nanoTime();
    simulator.load(milligrams);
  }
}
