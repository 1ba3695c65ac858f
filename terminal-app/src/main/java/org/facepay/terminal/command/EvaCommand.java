package org.facepay.terminal.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.facepay.peripherals.vending.DtsReport;
import org.facepay.peripherals.vending.VendAudit;
import org.facepay.peripherals.vending.VendAudit.Selection;
import org.facepay.peripherals.vending.VendAudit.Sold;
import org.facepay.sync.journal.Sales;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.report.ArticleSums;
import org.facepay.terminal.sale.Identity;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.wiring.Program;
import org.facepay.terminal.world.vending.Upkeep;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** An audit file as vending operators exchange it. */
@Command(
    name = "eva",
    description = "Writes the machine's EVA DTS 6.1.2 audit file, or reads anybody's.")
final class EvaCommand implements Callable<Integer> {
  @Option(names = "--config", description = "the terminal's configuration, to write")
  private @Nullable Path config;

  @Option(names = "--out", description = "the file to write")
  private @Nullable Path out;

  @Option(names = "--read", description = "a file to read instead")
  private @Nullable Path read;

  @Override
  public Integer call() throws Exception {
    if (read != null) {
      tell(VendAudit.of(DtsReport.read(Files.readAllBytes(read))));
      return 0;
    }
    if (config == null || out == null) {
      throw new IllegalArgumentException("expected --config FILE --out FILE, or --read FILE");
    }
    VendAudit audit = audit(Program.config(config));
    Files.write(out, audit.report().write());
    tell(audit);
    return 0;
  }

  /** Two slots with the same article cannot be told apart: the first stands for both. */
  private static VendAudit audit(TerminalConfig config) throws Exception {
    Identity identity = config.identity();
    List<Product> goods = config.books().goods().goods().products();
    List<Selection> selections = new ArrayList<>();
    Set<String> told = new HashSet<>();
    try (Sales sales = Sales.open(config.journal())) {
      ArticleSums sums = ArticleSums.of(sales);
      for (Upkeep.Filling slot : config.session().upkeep().map(Upkeep::slots).orElse(List.of())) {
        long price =
            goods.stream()
                .filter(product -> product.code().equals(slot.code()))
                .mapToLong(Product::price)
                .findFirst()
                .orElse(0);
        ArticleSums.Sum sum = sums.byCode().getOrDefault(slot.code(), new ArticleSums.Sum(0, 0));
        Sold sold = told.add(slot.code()) ? sold(sum) : new Sold(0, 0);
        selections.add(new Selection("" + slot.number(), price, slot.code(), sold));
      }
      return new VendAudit(
          identity.id(),
          new VendAudit.Currency(
              identity.currency().getCurrencyCode(),
              identity.currency().getDefaultFractionDigits()),
          sums.byCode().values().stream()
              .map(EvaCommand::sold)
              .reduce(
                  new Sold(0, 0), (a, b) -> new Sold(a.vends() + b.vends(), a.minor() + b.minor())),
          selections);
    }
  }

  private static Sold sold(ArticleSums.Sum sum) {
    return new Sold(Math.max(0, sum.pieces()), Math.max(0, sum.minor()));
  }

  private static void tell(VendAudit audit) {
    for (Selection each : audit.selections()) {
      System.out.printf(
          "selection %-4s %-14s price %d  vends %d  minor %d%n",
          each.number(), each.article(), each.price(), each.sold().vends(), each.sold().minor());
    }
    System.out.printf(
        "EVA machine=%s currency=%s selections=%d vends=%d minor=%d%n",
        audit.serial(),
        audit.currency().code(),
        audit.selections().size(),
        audit.all().vends(),
        audit.all().minor());
  }
}
