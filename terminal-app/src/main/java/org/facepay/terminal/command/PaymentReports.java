package org.facepay.terminal.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facepay.terminal.config.ConfigException;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.report.Bill;
import org.facepay.terminal.report.Booking;
import org.facepay.terminal.report.Reconciliation;
import org.facepay.terminal.report.ZReport;
import org.facepay.terminal.sale.Identity;
import org.facepay.terminal.wiring.Program;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The books of a day; the terminal may be running. */
final class PaymentReports {
  private PaymentReports() {}

  /** What every report needs to know. */
  static final class Day {
    @Option(names = "--config", required = true, description = "the terminal's YAML file")
    private Path config = Path.of("");

    @Option(
        names = "--day",
        description = "of the shop's time zone, e.g. 2026-11-25; today if none")
    private @Nullable LocalDate day;

    private Optional<TerminalConfig> read = Optional.empty();

    TerminalConfig terminal() throws ConfigException {
      TerminalConfig known = read.isPresent() ? read.get() : Program.config(config);
      read = Optional.of(known);
      return known;
    }

    LocalDate date() throws ConfigException {
      return day == null ? LocalDate.now(terminal().identity().zone()) : day;
    }

    List<Booking> bookings() throws ConfigException, IOException {
      return Booking.of(terminal().journal(), date(), terminal().identity().zone());
    }
  }

  /** The end of the day. */
  @Command(name = "z", description = "Prints a day's sales and refunds by provider and tax.")
  static final class Z implements Callable<Integer> {
    @picocli.CommandLine.Mixin private final Day day = new Day();

    @Override
    public Integer call() throws Exception {
      ZReport report = ZReport.of(day.bookings(), day.terminal().identity().currency());
      report.lines().forEach(System.out::println);
      ZReport.Sums total = report.total();
      System.out.println(
          "Z terminal="
              + day.terminal().identity().id()
              + " day="
              + day.date()
              + " sales="
              + total.sales()
              + " salesMinor="
              + total.salesMinor()
              + " refunds="
              + total.refunds()
              + " refundsMinor="
              + total.refundsMinor()
              + " netMinor="
              + total.netMinor());
      return 0;
    }
  }

  /** A provider's bill. */
  @Command(
      name = "match",
      description =
          "Matches a provider's daily bill with the journal: differences by cause, and rows that cannot be read.")
  static final class Match implements Callable<Integer> {
    @picocli.CommandLine.Mixin private final Day day = new Day();

    @Option(names = "--provider", required = true, description = "alipay or wechat")
    private String provider = "";

    @Option(
        names = "--bill",
        required = true,
        description = "the file of that day as downloaded: CSV, .gz or .zip")
    private Path bill = Path.of("");

    @Override
    public Integer call() throws Exception {
      Identity identity = day.terminal().identity();
      int decimals = identity.currency().getDefaultFractionDigits();
      List<Booking> ours =
          day.bookings().stream().filter(b -> b.provider().equals(provider)).toList();
      Bill theirs = Bill.read(bill, decimals);
      Reconciliation result = Reconciliation.of(ours, theirs.rows(), identity.id());
      theirs.unread().forEach(line -> System.out.println("UNREAD " + line));
      for (Reconciliation.Difference d : result.differences()) {
        System.out.println(
            d.cause() + " " + d.id() + " ours=" + d.oursMinor() + " bill=" + d.theirsMinor());
      }
      System.out.println(
          "MATCH provider="
              + provider
              + " day="
              + day.date()
              + " matched="
              + result.matched()
              + " others="
              + result.others()
              + " differences="
              + result.differences().size()
              + " unread="
              + theirs.unread().size());
      return result.differences().isEmpty() && theirs.unread().isEmpty() ? 0 : 1;
    }
  }
}
