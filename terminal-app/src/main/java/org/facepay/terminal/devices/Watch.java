package org.facepay.terminal.devices;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.facepay.peripherals.shelf.ShelfReading;
import org.facepay.peripherals.worker.Health;
import org.facepay.terminal.devices.Equipment.Device;

/** Prints live what one device says and how it is, each line with the time of day. */
public final class Watch {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

  /** Shelves talk all the time; a change smaller than this is noise. */
  private static final long NOISE_MILLIGRAMS = 2_000;

  private final Roles roles;
  private final PrintStream out;
  private final Map<Integer, ShelfReading> shelves = new HashMap<>();

  public Watch(PrintStream out) {
    this(Roles.ALL, out);
  }

  Watch(Roles roles, PrintStream out) {
    this.roles = roles;
    this.out = out;
  }

  /**
   * Watches for so long, or until {@code ended} is counted down.
   *
   * @param all devices of the terminal
   */
  public void run(Device device, List<Device> all, Duration time, CountDownLatch ended)
      throws InterruptedException {
    Device alone = Sources.alone(device, all);
    try (RunningDevice running =
        roles.of(alone).start(alone, new RunningDevice.Listener(this::told, this::said, true))) {
      boolean ignored = ended.await(time.toNanos(), TimeUnit.NANOSECONDS);
      line("counted " + running.worker().statistics().all());
    }
  }

  private void told(Health health) {
    line(health.state() + " " + health.detail());
  }

  private synchronized void said(Said said) {
    if (!(said instanceof Said.ShelfRead(ShelfReading now))) {
      line(said.words());
      return;
    }
    ShelfReading before = shelves.get(now.shelf());
    boolean news =
        before == null
            || before.stable() != now.stable()
            || far(before.leftMilligrams(), now.leftMilligrams())
            || far(before.rightMilligrams(), now.rightMilligrams());
    if (news) {
      shelves.put(now.shelf(), now);
      line(said.words());
    }
  }

  private static boolean far(long a, long b) {
    return Math.abs(a - b) >= NOISE_MILLIGRAMS;
  }

  private synchronized void line(String text) {
    out.println(TIME.format(LocalTime.now(ZoneId.systemDefault())) + " " + text.strip());
  }
}
