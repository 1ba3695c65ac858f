package org.facepay.vision.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Times several things in turn, so that whatever else the machine does hits all of them. */
final class Rounds {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /**
   * Nanoseconds of each thing in each round.
   *
   * @param wall by the clock
   * @param cpu of this thread alone: what the clock would say on a machine with nothing else to do
   */
  record Times(long[][] wall, long[][] cpu) {}

  private Rounds() {}

  /** Runs the things, a quarter more rounds first that do not count. */
  static Times time(int rounds, Runnable... things) {
    Times times = new Times(new long[things.length][rounds], new long[things.length][rounds]);
    for (int r = -(rounds / 4); r < rounds; r++) {
      for (int t = 0; t < things.length; t++) {
        int turn = Math.floorMod(r + t, things.length);
        long cpu = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        things[turn].run();
        times.wall[turn][Math.max(0, r)] = System.nanoTime() - start;
        times.cpu[turn][Math.max(0, r)] = THREADS.getCurrentThreadCpuTime() - cpu;
      }
    }
    return times;
  }
}
