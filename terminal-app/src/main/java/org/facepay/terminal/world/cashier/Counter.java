package org.facepay.terminal.world.cashier;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.facepay.peripherals.printer.DrawerKick;
import org.facepay.peripherals.printer.PrintResult;
import org.facepay.peripherals.printer.PrinterWorker;
import org.facepay.peripherals.printer.ReceiptDocument;
import org.facepay.sync.journal.Append;
import org.facepay.sync.journal.Sales;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.receipt.PaperCopy;
import org.facepay.terminal.receipt.PaperReceipt;
import org.facepay.terminal.report.Booking;
import org.facepay.terminal.report.ZReport;
import org.facepay.terminal.sale.Identity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What staff have done at a till beside a shopper's session: a receipt once more, the day's report,
 * the drawer, and whether anything is sold at all.
 */
public final class Counter {
  private static final Logger LOG = LoggerFactory.getLogger(Counter.class);
  private static final String REFUND = "_R";

  private final Books books;
  private final PrinterWorker printer;
  private final Optional<DrawerKick> drawer;
  private final ShopHours hours;
  private final InstantSource clock;

  /** The journal, the shop it is of, and its paper. */
  public record Books(Path journal, Identity identity, PaperReceipt paper) {}

  public Counter(
      Books books,
      PrinterWorker printer,
      Optional<DrawerKick> drawer,
      ShopHours hours,
      InstantSource clock) {
    this.books = books;
    this.printer = printer;
    this.drawer = drawer;
    this.hours = hours;
    this.clock = clock;
  }

  /** Prints the last sale once more; never blocks. */
  public void reprint(long job, Language language, Consumer<PrintResult> told) {
    beside(job, told, () -> copy(language));
  }

  /** Prints the shop's day so far; never blocks. */
  public void day(long job, Language language, Consumer<PrintResult> told) {
    beside(job, told, () -> day(language));
  }

  /** Reading the journal may take a while and is nothing the state waits for. */
  private void beside(long job, Consumer<PrintResult> told, Reading reading) {
    Thread.ofVirtual()
        .name("counter")
        .start(
            () -> {
              try {
                printer.print(reading.document(), Long.toString(job), told);
              } catch (IOException e) {
                LOG.error("nothing is printed: {}", e.getMessage());
                told.accept(new PrintResult.NotPrinted(String.valueOf(e.getMessage())));
              }
            });
  }

  private interface Reading {
    ReceiptDocument document() throws IOException;
  }

  private ReceiptDocument copy(Language language) throws IOException {
    try (Sales sales = Sales.open(books.journal())) {
      Optional<String> id = sales.newest(sale -> !sale.matches(".*" + REFUND + "[0-9]+"));
      Optional<Append.Sale> sale = id.isPresent() ? sales.sale(id.get()) : Optional.empty();
      if (sale.isEmpty()) {
        throw new IOException("nothing has been sold yet");
      }
      return new PaperCopy(books.paper()).of(sale.get().body(), language);
    } catch (StorageException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private ReceiptDocument day(Language language) throws IOException {
    Instant now = clock.instant();
    LocalDate today = now.atZone(books.identity().zone()).toLocalDate();
    ZReport report =
        ZReport.of(
            Booking.of(books.journal(), today, books.identity().zone()),
            books.identity().currency());
    return books.paper().day(report, today, now, language);
  }

  /** Opens the drawer on the printer, where there is one. */
  public void openDrawer() {
    drawer.ifPresentOrElse(
        kick ->
            printer.openDrawer(
                kick, open -> LOG.info("the cash drawer {}", open ? "is open" : "stays closed")),
        () -> LOG.warn("there is no cash drawer on the printer"));
  }

  /** When the shop sells. */
  public ShopHours hours() {
    return hours;
  }
}
