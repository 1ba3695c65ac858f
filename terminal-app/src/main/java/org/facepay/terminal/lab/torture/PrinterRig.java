package org.facepay.terminal.lab.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.facepay.peripherals.link.Fault;
import org.facepay.peripherals.link.Opener;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.printer.EscPosPrinter;
import org.facepay.peripherals.printer.PrintResult;
import org.facepay.peripherals.printer.PrinterSimulator;
import org.facepay.peripherals.printer.PrinterTiming;
import org.facepay.peripherals.printer.PrinterWorker;
import org.facepay.peripherals.printer.ReceiptDocument;
import org.jspecify.annotations.Nullable;

/** A printer with one receipt at a time; "printed" must have paper to it. */
final class PrinterRig implements Rig {
  private static final PrinterTiming TIMING =
      new PrinterTiming(Duration.ofMillis(300), Duration.ofMillis(500), Duration.ofSeconds(2));
  private static final ReceiptDocument RECEIPT =
      ReceiptDocument.of(
          new ReceiptDocument.Columns("牛奶", "8.88"),
          new ReceiptDocument.Columns("合计", "8.88", true),
          new ReceiptDocument.Cut());

  private final PrinterSimulator simulator;
  private final PrinterWorker worker;
  private final AtomicReference<@Nullable PrintResult> result = new AtomicReference<>();
  private boolean printing;
  private boolean healed;
  private int before;
  private int number;

  PrinterRig(Path folder) throws IOException {
    this.simulator = PrinterSimulator.start(folder.resolve("printer"), folder.resolve("paper"));
    this.worker =
        PrinterWorker.start(
            name(),
            link -> new EscPosPrinter(link, TIMING),
            Opener.serial(simulator.path(), SerialSettings.eightN1(115_200)),
            Duration.ofSeconds(2),
            health -> {});
  }

  @Override
  public String name() {
    return "printer";
  }

  @Override
  public void inflict(Fault fault) throws IOException {
    healed = false;
    simulator.peer().inflict(fault);
  }

  @Override
  public void heal() throws IOException {
    simulator.heal();
    healed = false;
  }

  @Override
  public void trade(Verdict verdict) {
    judge(verdict);
    if (!printing) {
      printing = true;
      before = simulator.receipts();
      worker.print(RECEIPT, "torture-" + ++number, result::set);
    }
  }

  @Override
  public boolean recovered(Verdict verdict) {
    trade(verdict);
    return healed && worker.health().online();
  }

  @Override
  public void settle(Verdict verdict) {
    judge(verdict);
  }

  @Override
  public void close() throws IOException {
    worker.close();
    simulator.close();
  }

  private void judge(Verdict verdict) {
    PrintResult ended = result.getAndSet(null);
    if (ended == null) {
      return;
    }
    printing = false;
    healed |= ended instanceof PrintResult.Printed;
    int came = simulator.receipts() - before;
    if (ended instanceof PrintResult.Printed && came < 1) {
      verdict.falsePrinted++;
      verdict.found("printed without paper");
    }
    if (ended instanceof PrintResult.NotPrinted && came > 0) {
      verdict.falsePrinted++;
      verdict.found("paper without printed");
    }
  }
}
