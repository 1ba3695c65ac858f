package org.facepay.terminal.devices;

import java.time.Duration;
import java.util.function.Function;
import org.facepay.peripherals.link.Catalogue;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Source;
import org.facepay.peripherals.printer.POSPrinter;
import org.facepay.peripherals.printer.PrintResult;
import org.facepay.peripherals.printer.PrinterProfile;
import org.facepay.peripherals.printer.PrinterWorker;
import org.facepay.peripherals.printer.ReceiptDocument;
import org.facepay.terminal.devices.Equipment.Device;
import org.facepay.terminal.devices.RunningDevice.Listener;
import org.facepay.terminal.devices.SelfTest.Level;

/** Receipt printers; what one can is a matter of its profile, not of its driver. */
record PrinterRole(Function<PrinterProfile, Catalogue<POSPrinter>> catalogue)
    implements RoleEntry<POSPrinter> {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Override
  public RoleName name() {
    return new RoleName("printer", "Receipt printer", "小票打印机");
  }

  @Override
  public RoleKeys keys() {
    return RoleKeys.of(catalogue.apply(PrinterProfile.WIDE).names()).with(RoleKeys.Extra.PRINTER);
  }

  @Override
  public Source<POSPrinter> source(Device d) {
    return Sources.wired(drivers(d), d);
  }

  @Override
  public RunningDevice start(Device d, Listener listener) {
    PrinterWorker worker =
        PrinterWorker.start(
            d.name(),
            drivers(d).named(d.driver()),
            Sources.opener(drivers(d), d),
            PATIENCE,
            listener.health());
    return new RunningDevice(worker.worker(), worker::close);
  }

  private Catalogue<POSPrinter> drivers(Device d) {
    return catalogue.apply(d.setup().printer());
  }

  @Override
  public Finding check(POSPrinter printer, Level level, Technician t) throws DeviceException {
    return switch (level) {
      case INTERNAL ->
          printer
              .checkHealth()
              .problem()
              .map(problem -> Finding.degraded(problem))
              .orElse(Finding.ok(FindingWords.PRINTER));
      case EXTERNAL -> slip(printer);
      case INTERACTIVE ->
          Checks.asked(
              t,
              "Is the test slip there, dark and cut?",
              "the slip is good",
              "the slip is not good: check roll, print head and cutter");
    };
  }

  private static Finding slip(POSPrinter printer) throws DeviceException {
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
      case PrintResult.Printed _ -> Finding.ok(FindingWords.SLIP);
      case PrintResult.NotPrinted(String reason) ->
          Finding.of(Finding.Grade.FAILED, FindingWords.NO_SLIP, reason);
      case PrintResult.Uncertain(String reason) ->
          Finding.of(Finding.Grade.FAILED, FindingWords.NO_SLIP, reason);
      case PrintResult.Unconfirmed(String reason) ->
          Finding.of(Finding.Grade.DEGRADED, FindingWords.MAYBE_SLIP, reason);
    };
  }
}
