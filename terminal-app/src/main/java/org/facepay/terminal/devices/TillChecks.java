package org.facepay.terminal.devices;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.facepay.peripherals.cashdrawer.CashDrawer;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.printer.POSPrinter;
import org.facepay.peripherals.printer.PrintResult;
import org.facepay.peripherals.printer.ReceiptDocument;
import org.facepay.peripherals.scale.Scale;
import org.facepay.peripherals.scale.ScaleReading;
import org.facepay.peripherals.scale.Weight;
import org.facepay.peripherals.scanner.Scan;
import org.facepay.peripherals.scanner.ScanResult;
import org.facepay.peripherals.scanner.Scanner;
import org.jspecify.annotations.Nullable;

/** Checks of the devices on a till: scanner, scale, printer, drawer. */
final class TillChecks {
  private static final Duration SETTLE = Duration.ofSeconds(5);
  private static final Duration CALM = Duration.ofMillis(200);
  private static final long KILOGRAM = 1_000_000;

  /** Smallest step of a class III scale of 15 kg, and a half. */
  private static final long TOLERANCE = 7_500;

  private TillChecks() {}

  static Finding trigger(Scanner scanner) throws DeviceException {
    if (!scanner.trigger(true)) {
      return Finding.skipped("this kind of scanner takes no commands");
    }
    boolean ended = scanner.trigger(false);
    return ended ? Finding.ok("takes commands") : Finding.degraded("does not stop by command");
  }

  /**
   * What was read before the question is no answer; what is read is acknowledged before the end.
   */
  static Finding scan(Scanner scanner, Technician t) throws DeviceException {
    listen(scanner);
    t.tell("Scan the code on the box, or any article");
    boolean triggered = scanner.trigger(true);
    Optional<ScanResult> read =
        Checks.await(
            t.patience(), () -> scanner.scanData(Duration.ofMillis(100)).stream().findFirst());
    if (triggered) {
      boolean ignored = scanner.trigger(false);
    }
    listen(scanner);
    if (read.isEmpty()) {
      return Finding.failed("no code came: check its window, its suffix (CR) and its cable");
    }
    return read.get() instanceof Scan
        ? Finding.ok(new Said.Scanned(read.get()).words())
        : Finding.degraded(new Said.Scanned(read.get()).words());
  }

  private static void listen(Scanner scanner) throws DeviceException {
    List<ScanResult> ignored = scanner.scanData(CALM);
  }

  static Finding weight(Scale scale) throws DeviceException {
    Optional<Weight> weight = Checks.await(SETTLE, new Settled(scale));
    return weight.isPresent()
        ? Finding.ok("stable at " + kilograms(weight.get().milligrams()))
        : Finding.degraded(
            "no stable weight within "
                + SETTLE.toSeconds()
                + " s ("
                + new Said.Weighed(scale.readWeight()).words()
                + "): check that it is level and free");
  }

  static Finding kilogram(Scale scale, Technician t) throws DeviceException {
    t.tell("Put 1 kg on the scale");
    Settled settled = new Settled(scale);
    Optional<Weight> weight =
        Checks.await(t.patience(), () -> settled.now().filter(w -> w.milligrams() > KILOGRAM / 2));
    if (weight.isEmpty()) {
      return Finding.failed("no weight came: check the pan and the load cell's transport lock");
    }
    long off = weight.get().milligrams() - KILOGRAM;
    String shown = "shows " + kilograms(weight.get().milligrams()) + " for 1 kg";
    return Math.abs(off) <= TOLERANCE
        ? Finding.ok(shown)
        : Finding.degraded(shown + ": have it calibrated");
  }

  static Finding slip(POSPrinter printer) throws DeviceException {
    ReceiptDocument slip =
        ReceiptDocument.of(
            new ReceiptDocument.Text(
                "自检 SELF-TEST", ReceiptDocument.Style.centered().inBold().doubled()),
            new ReceiptDocument.Rule(),
            new ReceiptDocument.Columns("中文 Latin ÄÖÜ €", "1234567.89"),
            new ReceiptDocument.Columns("加粗 Bold", "88.88", true),
            new ReceiptDocument.QrCode("https://example.com/selftest", 6),
            new ReceiptDocument.Rule(),
            new ReceiptDocument.Cut());
    return switch (printer.print(slip)) {
      case PrintResult.Printed _ -> Finding.ok("printed a test slip");
      case PrintResult.NotPrinted(String reason) -> Finding.failed(reason);
      case PrintResult.Uncertain(String reason) -> Finding.failed(reason);
      case PrintResult.Unconfirmed(String reason) ->
          Finding.degraded(reason + ": look whether the slip came out");
    };
  }

  static Finding kick(CashDrawer drawer) throws DeviceException {
    return drawer.openDrawer()
        ? Finding.ok("sprang open, by its switch")
        : Finding.failed(
            "did not open by its switch: is it locked or jammed, its cable out, its pin or open-level another?");
  }

  static Finding drawer(CashDrawer drawer, Technician t) throws DeviceException {
    Finding open =
        Checks.asked(
            t,
            "Did the drawer open?",
            "it opens",
            "the switch says open, the drawer is not: check the switch");
    if (open.grade() != Finding.Grade.OK) {
      return open;
    }
    t.tell("Push the drawer shut");
    Optional<Boolean> shut =
        Checks.await(
            t.patience(),
            () -> drawer.drawerOpened() ? Optional.<Boolean>empty() : Optional.of(true));
    return shut.isPresent()
        ? Finding.ok("opens and shuts")
        : Finding.degraded("still open by its switch: check the switch and its polarity");
  }

  /** A weight that is stable and the same twice. */
  private static final class Settled implements Checks.Look<Weight> {
    private final Scale scale;
    private @Nullable ScaleReading before;

    Settled(Scale scale) {
      this.scale = scale;
    }

    @Override
    public Optional<Weight> now() throws DeviceException {
      ScaleReading now = scale.readWeight();
      boolean same = now.equals(before);
      before = now;
      return same && now instanceof Weight w && w.stable() ? Optional.of(w) : Optional.empty();
    }
  }

  static String kilograms(long milligrams) {
    return String.format(Locale.ROOT, "%.3f kg", milligrams / 1e6);
  }
}
