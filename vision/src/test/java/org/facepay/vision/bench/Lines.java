package org.facepay.vision.bench;

import java.util.Arrays;
import java.util.Locale;

/** Prints one line a figure, like the terminal's bench: name value unit | peer value | ratio. */
final class Lines {
  private Lines() {}

  static void print(String name, double value, String unit, String peer, double peerValue) {
    System.out.printf(
        Locale.ROOT,
        "%-28s %10.2f %-8s | %-34s %10.2f | %.2f%n",
        name,
        value,
        unit,
        peer,
        peerValue,
        value / peerValue);
    System.out.flush();
  }

  /** The median beside the value that one in twenty exceeds, in milliseconds. */
  static void spread(String name, long[] nanos) {
    print(name + " p50", quantileMs(nanos, .5), "ms", "p95 of the same", quantileMs(nanos, .95));
  }

  static double quantileMs(long[] nanos, double share) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))] / 1e6;
  }

  /** What is going on, and how busy the machine is; not part of the figures. */
  static void progress(String what) {
    double load =
        java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    System.err.printf(Locale.ROOT, "%s … (load %.1f)%n", what, load);
  }
}
