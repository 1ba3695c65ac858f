package org.facepay.terminal.lab.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;

/** Prints one line a figure: name value unit | peer value | ratio. */
public final class Figures {
  private final PrintStream out;

  public Figures(PrintStream out) {
    this.out = out;
  }

  /** A figure beside what something simpler takes for the same. */
  public void print(String name, double value, String unit, String peer, double peerValue) {
    out.printf(
        Locale.ROOT,
        "%-28s %10.2f %-8s | %-34s %10.2f | %.2f%n",
        name,
        value,
        unit,
        peer,
        peerValue,
        value / peerValue);
    out.flush();
  }

  /** The value below which a share of the samples lies, in milliseconds; sorts the samples. */
  static double quantileMs(long[] nanos, double share) {
    Arrays.sort(nanos);
    return nanos[Math.min(nanos.length - 1, (int) Math.floor(share * nanos.length))] / 1e6;
  }
}
