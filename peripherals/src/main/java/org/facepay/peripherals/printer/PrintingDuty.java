package org.facepay.peripherals.printer;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.link.Opener;
import org.facepay.peripherals.printer.PrintQueue.Job;
import org.facepay.peripherals.problem.Identity;
import org.facepay.peripherals.problem.Problem;
import org.facepay.peripherals.worker.Condition;
import org.facepay.peripherals.worker.OpenedDuty;
import org.facepay.peripherals.worker.Statistics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the printer's thread does: prints what waits, else watches the wire and asks for status. */
final class PrintingDuty extends OpenedDuty<POSPrinter> {
  private static final Logger log = LoggerFactory.getLogger(PrintingDuty.class);

  /** Between status requests; bounds how late an empty roll is noticed. */
  private static final Duration HEARTBEAT = Duration.ofMillis(500);

  /** Unanswered status requests in a row until an open printer counts as lost. */
  private static final int SILENCES = 2;

  private final PrintQueue queue;
  private final Statistics statistics;
  private volatile @Nullable PrinterStatus status;
  private final AtomicReference<@Nullable Kick> kick = new AtomicReference<>();
  private Condition condition = Condition.fine();
  private long nextHeartbeatNanos;
  private int silences;

  PrintingDuty(
      Function<Link, POSPrinter> driver, Opener opener, PrintQueue queue, Statistics statistics) {
    super(driver, opener);
    this.queue = queue;
    this.statistics = statistics;
  }

  private record Kick(DrawerKick how, Consumer<Boolean> onResult) {}

  /** Opens the drawer soon; false if the printer is not there or one waits already. */
  boolean kick(DrawerKick how, Consumer<Boolean> onResult) {
    return status != null && kick.compareAndSet(null, new Kick(how, onResult));
  }

  Optional<PrinterStatus> status() {
    return Optional.ofNullable(status);
  }

  @Override
  public void open() throws DeviceException {
    super.open();
    silences = 0;
  }

  @Override
  public Identity identify() throws DeviceException {
    ask();
    return Identity.of(
        opened().answers() ? Identity.Kind.PRINTER : Identity.Kind.PRINTER_THAT_LISTENS);
  }

  @Override
  public Condition serve(Duration slice) throws DeviceException {
    expire();
    kickDrawer();
    Job job = queue.poll(slice);
    if (job != null) {
      print(job);
      beat();
    } else {
      opened().checkWire();
      if (System.nanoTime() - nextHeartbeatNanos > 0) {
        beat();
      }
    }
    return condition;
  }

  @Override
  public boolean offline() {
    expire();
    return super.offline();
  }

  @Override
  public void release() {
    status = null;
    super.release();
    Kick left = kick.getAndSet(null);
    if (left != null) {
      left.onResult().accept(false);
    }
  }

  private void kickDrawer() throws DeviceException {
    Kick wanted = kick.get();
    if (wanted != null) {
      boolean open = opened().openDrawer(wanted.how());
      statistics.count(open ? "DrawerGoodOpenCount" : "DrawerFailedOpenCount");
      if (kick.compareAndSet(wanted, null)) {
        wanted.onResult().accept(open);
      }
    }
  }

  private void print(Job job) throws DeviceException {
    PrintResult result = new PrintResult.Uncertain("fault in the driver's software");
    boolean ended = true;
    try {
      result = opened().print(job.document());
    } catch (DeviceException e) {
      result = new PrintResult.NotPrinted(e.reason());
      ended = !queue.putBack(job);
      throw e;
    } finally {
      if (ended) {
        log.info("receipt {}: {}", job.id(), result);
        statistics.count(
            switch (result) {
              case PrintResult.Printed _ -> "PrintedReceiptCount";
              case PrintResult.Unconfirmed _ -> "UnconfirmedReceiptCount";
              case PrintResult.NotPrinted _, PrintResult.Uncertain _ -> "FailedReceiptCount";
            });
        job.onResult().accept(result);
      }
    }
  }

  /** A status request; one unanswered degrades, the next one gives the printer up. */
  private void beat() throws DeviceException {
    nextHeartbeatNanos = System.nanoTime() + HEARTBEAT.toNanos();
    try {
      ask();
      silences = 0;
    } catch (DeviceException e) {
      silences++;
      opened().checkWire();
      if (silences >= SILENCES) {
        throw e;
      }
      status = null;
      condition = Condition.degraded(e.problem());
      nextHeartbeatNanos = System.nanoTime();
    }
  }

  private void ask() throws DeviceException {
    PrinterStatus now = opened().checkHealth();
    status = now;
    condition =
        now.problem()
            .map(Condition::degraded)
            .orElseGet(
                () ->
                    now.paperNearEnd()
                        ? Condition.fineBut(Problem.of(Problem.Kind.PAPER_NEAR_END))
                        : Condition.fine());
  }

  private void expire() {
    for (Job job : queue.expired()) {
      log.warn("receipt {}: the printer did not become ready in time", job.id());
      job.onResult().accept(new PrintResult.NotPrinted("the printer did not become ready in time"));
    }
  }
}
