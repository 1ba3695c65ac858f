package org.facepay.terminal.lab.torture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.facepay.peripherals.link.Fault;

/** What torture has found so far. One thread. */
final class Verdict {
  int lostScans;
  int doubledScans;
  int wrongWeights;
  int falsePrinted;
  int stuck;
  final List<Recovery> recoveries = new ArrayList<>();

  /** How long a device took to do its work again. */
  record Recovery(String device, Fault fault, long nanos) {}

  /** What went wrong, in words, for the log. */
  final List<String> findings = new ArrayList<>();

  void found(String what) {
    if (findings.size() < 50) {
      findings.add(what);
    }
  }

  long recoveryMillis(double share) {
    List<Long> sorted = recoveries.stream().map(Recovery::nanos).sorted().toList();
    return sorted.isEmpty()
        ? 0
        : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())))
            / 1_000_000;
  }

  /** The slowest recoveries, slowest first. */
  List<Recovery> slowest(int most) {
    return recoveries.stream()
        .sorted(Comparator.comparingLong(Recovery::nanos).reversed())
        .limit(most)
        .toList();
  }
}
