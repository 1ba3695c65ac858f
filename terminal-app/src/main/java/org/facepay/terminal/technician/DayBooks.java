package org.facepay.terminal.technician;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.facepay.peripherals.printer.PrintResult;
import org.facepay.peripherals.printer.PrinterWorker;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.receipt.PaperReceipt;
import org.facepay.terminal.report.Booking;
import org.facepay.terminal.report.ZReport;
import org.facepay.terminal.sale.Identity;

/** The books of this terminal's journal, beside the sales that go on, on its own printer. */
public final class DayBooks implements BooksDesk {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Path journal;
  private final Identity identity;
  private final PrinterWorker printer;
  private final PaperReceipt paper;
  private final InstantSource clock;

  public DayBooks(
      Path journal,
      Identity identity,
      PrinterWorker printer,
      PaperReceipt paper,
      InstantSource clock) {
    this.journal = journal;
    this.identity = identity;
    this.printer = printer;
    this.paper = paper;
    this.clock = clock;
  }

  @Override
  public LocalDate today() {
    return clock.instant().atZone(identity.zone()).toLocalDate();
  }

  @Override
  public ZReport day(LocalDate day) throws IOException {
    return ZReport.of(Booking.of(journal, day, identity.zone()), identity.currency());
  }

  @Override
  public boolean print(LocalDate day, Language language) throws IOException {
    CompletableFuture<PrintResult> printed = new CompletableFuture<>();
    printer.print(
        paper.day(day(day), day, clock.instant(), language), "day-" + day, printed::complete);
    try {
      return printed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS) instanceof PrintResult.Printed;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
