package org.facepay.peripherals.printer;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.link.Opener;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.printer.PrintQueue.Job;
import org.facepay.peripherals.worker.DeviceWorker;
import org.facepay.peripherals.worker.Health;
import org.facepay.peripherals.worker.Statistics;

/**
 * A receipt printer for the terminal: prints on its own thread, one receipt after the other, and
 * comes back by itself after unplugging. Consumers run on that thread and must not block.
 */
public final class PrinterWorker implements AutoCloseable {
  private static final SerialSettings DELIVERED = SerialSettings.eightN1(115_200);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final PrintQueue queue;
  private final PrintingDuty duty;
  private final Duration patience;
  private final DeviceWorker worker;

  private PrinterWorker(
      PrintQueue queue, PrintingDuty duty, Duration patience, DeviceWorker worker) {
    this.queue = queue;
    this.duty = duty;
    this.patience = patience;
    this.worker = worker;
  }

  /** Starts the {@code escpos} driver on a serial port at 115200 8N1; a job waits at most 5 s. */
  public static PrinterWorker start(String name, String path, Consumer<Health> onHealth) {
    return start(
        name, Printers.named("escpos"), Opener.serial(path, DELIVERED), PATIENCE, onHealth);
  }

  /**
   * Starts a driver of {@link Printers} on any link.
   *
   * @param patience how long a job may wait for its printing to begin
   */
  public static PrinterWorker start(
      String name,
      Function<Link, POSPrinter> driver,
      Opener opener,
      Duration patience,
      Consumer<Health> onHealth) {
    PrintQueue queue = new PrintQueue();
    Statistics statistics = new Statistics();
    PrintingDuty duty = new PrintingDuty(driver, opener, queue, statistics);
    DeviceWorker worker = DeviceWorker.start(name, duty, statistics, onHealth);
    return new PrinterWorker(queue, duty, patience, worker);
  }

  /**
   * Queues a receipt; never blocks. Exactly one result follows, on the worker's thread; if the
   * receipt cannot be queued (16 wait already, or this is closed) on this one, at once.
   *
   * @param jobId names the job in the log
   */
  public void print(ReceiptDocument document, String jobId, Consumer<PrintResult> onResult) {
    Job job = new Job(document, jobId, onResult, System.nanoTime() + patience.toNanos());
    String refusal = queue.offer(job);
    if (refusal != null) {
      onResult.accept(new PrintResult.NotPrinted(refusal));
    }
  }

  /**
   * Opens the cash drawer on the printer, between two receipts; never blocks. Exactly one result
   * follows, on the worker's thread: whether the drawer's switch says that it is open. While the
   * printer is not there, or another opening still waits, the answer is false, at once.
   */
  public void openDrawer(DrawerKick kick, Consumer<Boolean> onResult) {
    if (!duty.kick(kick, onResult)) {
      onResult.accept(false);
    }
  }

  /** The last status read; empty while the printer is not open or does not answer. */
  public Optional<PrinterStatus> status() {
    return duty.status();
  }

  /** How the printer is now. */
  public Health health() {
    return worker.health();
  }

  /** What keeps it open: its statistics, and tests of the open device. */
  public DeviceWorker worker() {
    return worker;
  }

  /** Ends the thread; receipts that still wait end as not printed. */
  @Override
  public void close() {
    for (Job job : queue.close()) {
      job.onResult().accept(new PrintResult.NotPrinted("the printer's worker was closed"));
    }
    worker.close();
  }
}
