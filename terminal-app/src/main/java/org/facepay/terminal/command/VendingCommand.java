package org.facepay.terminal.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.facepay.sync.journal.Sales;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.report.Booking;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.wiring.Program;
import org.facepay.terminal.world.vending.Stock;
import org.facepay.terminal.world.vending.Upkeep;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A vending machine for whoever runs it; the terminal may run meanwhile. */
@Command(
    name = "vending",
    description = "What to bring to a vending machine, and what it took without cash.",
    subcommands = {VendingCommand.Kit.class, VendingCommand.Audit.class, EvaCommand.class})
final class VendingCommand {

  /** What to bring. */
  @Command(name = "kit", description = "Lists per slot what lies in it and what to bring.")
  static final class Kit implements Callable<Integer> {
    @Option(names = "--config", required = true, description = "the terminal's configuration")
    private Path file = Path.of("");

    @Override
    public Integer call() throws Exception {
      TerminalConfig config = Program.config(file);
      List<Product> goods = config.books().goods().goods().products();
      Stock stock = new Stock(config.data().resolve("stock"));
      SortedMap<String, Integer> bring = new TreeMap<>();
      List<Upkeep.Filling> slots = slots(config);
      int counted = 0;
      for (Upkeep.Filling slot : slots) {
        OptionalInt left = stock.left(slot.number());
        counted += left.isPresent() ? 1 : 0;
        int missing = Math.max(0, slot.holds() - left.orElse(0));
        String name = name(goods, slot.code());
        System.out.printf(
            Locale.ROOT,
            "slot %3d  %s of %s  bring %2d  %s %s%n",
            slot.number(),
            left.isPresent() ? "%2d".formatted(left.getAsInt()) : " ?",
            slot.holds() == 0 ? " ?" : "%2d".formatted(slot.holds()),
            missing,
            slot.code(),
            name);
        if (missing > 0) {
          bring.merge(slot.code() + " " + name, missing, Integer::sum);
        }
      }
      bring.forEach((article, pieces) -> System.out.println("bring " + pieces + " x " + article));
      int all = bring.values().stream().mapToInt(Integer::intValue).sum();
      System.out.println("KIT slots=" + slots.size() + " counted=" + counted + " bring=" + all);
      return 0;
    }

    private static String name(List<Product> goods, String code) {
      return goods.stream()
          .filter(product -> product.code().equals(code))
          .findFirst()
          .map(product -> product.zh().name() + " / " + product.en().name())
          .orElse("");
    }

    private static List<Upkeep.Filling> slots(TerminalConfig config) {
      return config.session().upkeep().map(Upkeep::slots).orElse(List.of());
    }
  }

  /** What it took. */
  @Command(
      name = "audit",
      description = "Sums sales and refunds of some days by who took the money, without cash.")
  static final class Audit implements Callable<Integer> {
    @Option(names = "--config", required = true, description = "the terminal's configuration")
    private Path file = Path.of("");

    @Option(names = "--from", description = "first day, e.g. 2026-11-01; without it today")
    private @Nullable LocalDate from;

    @Option(names = "--until", description = "last day; without it today")
    private @Nullable LocalDate until;

    /** Per provider; minor units. */
    private record Sum(int sales, long sold, int refunds, long back) {
      Sum with(Booking booking) {
        return booking.refundOf().isPresent()
            ? new Sum(sales, sold, refunds + 1, back - booking.minor())
            : new Sum(sales + 1, sold + booking.minor(), refunds, back);
      }

      Sum with(Sum other) {
        return new Sum(
            sales + other.sales, sold + other.sold, refunds + other.refunds, back + other.back);
      }
    }

    @Override
    public Integer call() throws Exception {
      TerminalConfig config = Program.config(file);
      ZoneId zone = config.identity().zone();
      LocalDate today = LocalDate.now(zone);
      LocalDate first = from == null ? today : from;
      LocalDate last = until == null ? today : until;
      SortedMap<String, Sum> sums = new TreeMap<>();
      try (Sales sales = Sales.open(config.journal())) {
        Booking.between(
                sales,
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant())
            .forEach(b -> sums.merge(b.provider(), new Sum(0, 0, 0, 0).with(b), Sum::with));
      }
      String currency = config.identity().currency().getCurrencyCode();
      sums.forEach((provider, sum) -> System.out.println(provider + "  " + line(sum, currency)));
      Sum all = sums.values().stream().reduce(new Sum(0, 0, 0, 0), Sum::with);
      System.out.println("AUDIT from=" + first + " until=" + last + " " + line(all, currency));
      return 0;
    }

    private static String line(Sum sum, String currency) {
      return "sales=%d sold=%s refunds=%d back=%s kept=%s"
          .formatted(
              sum.sales(),
              Money.of(sum.sold(), currency).figures(),
              sum.refunds(),
              Money.of(sum.back(), currency).figures(),
              Money.of(sum.sold() - sum.back(), currency).figures());
    }
  }
}
