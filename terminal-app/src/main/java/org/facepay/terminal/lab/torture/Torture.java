package org.facepay.terminal.lab.torture;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.facepay.peripherals.link.Fault;

/**
 * Random faults on every simulated device while sales go on with all of them: nothing may be lost,
 * wrong, stuck or leaked. The same seed makes the same faults.
 */
public final class Torture {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration TICK = Duration.ofMillis(4);

  /** How many of the slowest recoveries are told. */
  private static final int SLOWEST = 5;

  private final int runs;
  private final SplittableRandom random;
  private final PrintStream out;
  private final Verdict verdict = new Verdict();

  public Torture(int runs, long seed, PrintStream out) {
    this.runs = runs;
    this.random = new SplittableRandom(seed);
    this.out = out;
  }

  /**
   * Runs it in a folder for device links and paper, and prints the last line.
   *
   * @return whether everything was as it must be
   */
  public boolean run(Path folder) throws IOException {
    warmUp(folder.resolve("warm"));
    long descriptors = descriptors();
    long threads = threads();
    List<Rig> rigs = Rigs.all(folder);
    try {
      rigs.forEach(this::await);
      for (int run = 1; run <= runs; run++) {
        torment(rigs);
        if (run % 20 == 0) {
          out.println(run + " of " + runs + " faults");
        }
      }
      tradeFor(rigs, Duration.ofMillis(800));
      rigs.forEach(rig -> rig.settle(verdict));
    } finally {
      for (Rig rig : rigs) {
        rig.close();
      }
    }
    return told(
        rigs.size(), leaked(threads, Torture::threads), leaked(descriptors, Torture::descriptors));
  }

  /**
   * Prints what was found, and the last line.
   *
   * @return whether everything was as it must be
   */
  private boolean told(int devices, long leakedThreads, long leakedDescriptors) {
    verdict.findings.forEach(out::println);
    verdict
        .slowest(SLOWEST)
        .forEach(
            r ->
                out.printf(
                    "%s took %d ms after %s%n", r.device(), r.nanos() / 1_000_000, r.fault()));
    if (verdict.doubledScans > 0) {
      out.println(verdict.doubledScans + " scans arrived twice");
    }
    out.printf(
        "TORTURE runs=%d devices=%d lostScans=%d wrongWeights=%d falsePrinted=%d stuck=%d"
            + " leakedFds=%d leakedThreads=%d recovery_p95_ms=%d%n",
        runs,
        devices,
        verdict.lostScans,
        verdict.wrongWeights,
        verdict.falsePrinted,
        verdict.stuck,
        leakedDescriptors,
        leakedThreads,
        verdict.recoveryMillis(0.95));
    return verdict.lostScans
            + verdict.doubledScans
            + verdict.wrongWeights
            + verdict.falsePrinted
            + verdict.stuck
            + leakedDescriptors
            + leakedThreads
        == 0;
  }

  /** What is opened once and stays for good, such as fonts and the watchdog, is no leak. */
  private void warmUp(Path folder) throws IOException {
    for (Rig rig : Rigs.all(folder)) {
      await(rig);
      rig.close();
    }
  }

  private void torment(List<Rig> rigs) throws IOException {
    Rig victim = rigs.get(random.nextInt(rigs.size()));
    List<Fault> faults = victim.faults();
    Fault fault = faults.get(random.nextInt(faults.size()));
    tradeFor(rigs, Duration.ofMillis(random.nextInt(40)));
    victim.inflict(fault);
    tradeFor(rigs, Duration.ofMillis(20 + random.nextInt(500)));
    victim.heal();
    long healed = System.nanoTime();
    while (!victim.recovered(verdict)) {
      if (System.nanoTime() - healed > PATIENCE.toNanos()) {
        verdict.stuck++;
        verdict.found(victim.name() + " stuck after " + fault);
        return;
      }
      tradeFor(rigs.stream().filter(rig -> !rig.equals(victim)).toList(), TICK);
    }
    long took = System.nanoTime() - healed;
    verdict.recoveries.add(new Verdict.Recovery(victim.name(), fault, took));
  }

  private void await(Rig rig) {
    long began = System.nanoTime();
    try {
      rig.heal();
      while (!rig.recovered(verdict)) {
        if (System.nanoTime() - began > PATIENCE.toNanos()) {
          verdict.stuck++;
          verdict.found(rig.name() + " never started");
          return;
        }
        LockSupport.parkNanos(TICK.toNanos());
      }
    } catch (IOException e) {
      verdict.stuck++;
      verdict.found(rig.name() + ": " + e.getMessage());
    }
  }

  private void tradeFor(List<Rig> rigs, Duration time) throws IOException {
    long deadline = System.nanoTime() + time.toNanos();
    do {
      for (Rig rig : rigs) {
        rig.trade(verdict);
      }
      LockSupport.parkNanos(TICK.toNanos());
    } while (System.nanoTime() - deadline < 0);
  }

  private interface Count {
    long now() throws IOException;
  }

  /** How many more there are than before, once they had a moment to go. */
  private static long leaked(long before, Count count) throws IOException {
    long deadline = System.nanoTime() + Duration.ofSeconds(3).toNanos();
    long now = count.now();
    while (now > before && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(TICK.toNanos());
      now = count.now();
    }
    return Math.max(0, now - before);
  }

  private static long descriptors() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.count();
    }
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("device-") || name.contains("simulator"))
        .count();
  }
}
