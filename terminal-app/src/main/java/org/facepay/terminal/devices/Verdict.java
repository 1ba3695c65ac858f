package org.facepay.terminal.devices;

import java.util.ArrayList;
import java.util.List;

/** What torture has found so far. One thread. */
final class Verdict {
  int lostScans;
  int doubledScans;
  int wrongWeights;
  int falsePrinted;
  int stuck;
  final List<Long> recoveryNanos = new ArrayList<>();

  /** What went wrong, in words, for the log. */
  final List<String> findings = new ArrayList<>();

  void found(String what) {
    if (findings.size() < 50) {
      findings.add(what);
    }
  }

  long recoveryMillis(double share) {
    List<Long> sorted = recoveryNanos.stream().sorted().toList();
    return sorted.isEmpty()
        ? 0
        : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())))
            / 1_000_000;
  }
}
