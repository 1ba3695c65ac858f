package org.facepay.terminal.lab.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import org.facepay.terminal.lab.browser.PageClient;
import org.facepay.terminal.lab.browser.TerminalProcess;
import org.facepay.terminal.lab.shop.DemoShop;

/** How long the program takes to be ready, and how much memory it holds after a sale. */
final class ProcessBench {
  private static final int STARTS = 5;
  private static final int MANY = 100_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private ProcessBench() {}

  static void run(DemoShop shop, Path log, Figures figures)
      throws IOException, InterruptedException {
    long[] starts = new long[STARTS];
    for (int i = 0; i < STARTS - 1; i++) {
      starts[i] = start(shop, log, (terminal, page) -> {});
    }
    double[] resident = new double[1];
    starts[STARTS - 1] =
        start(
            shop,
            log,
            (terminal, page) -> {
              sale(shop, page);
              resident[0] = residentMegabytes(terminal.pid());
            });
    figures.print("start_to_attract", Figures.quantileMs(starts, .5), "ms", "goal", 1_500);
    figures.print(
        "start_to_attract_worst", Arrays.stream(starts).max().orElse(0) / 1e6, "ms", "goal", 1_500);
    figures.print("jvm_resident_after_sale", resident[0], "MB", "goal, without vision", 250);
    manyGoods(shop, log, figures);
  }

  /** The first start takes the new list over into the store, the others find it there. */
  private static void manyGoods(DemoShop shop, Path log, Figures figures)
      throws IOException, InterruptedException {
    Path list = shop.config().resolveSibling("goods.tsv");
    try (BufferedWriter more = Files.newBufferedWriter(list, StandardOpenOption.APPEND)) {
      for (int i = 0; i < MANY; i++) {
        String code = "690%09d".formatted(i);
        more.write(
            "%s%d\t货品 %d\t500 g\tArticle %d\t500 g\t%d.50\t%d.50\t%d.10\tpiece\t13\t\n"
                .formatted(code, check(code), i, i, 2 + i % 90, 2 + i % 90, 2 + i % 90));
      }
    }
    long first = start(shop, log, (terminal, page) -> {});
    figures.print("start_with_100000_new_goods", first / 1e6, "ms", "goal", 3_000);
    long[] starts = new long[STARTS];
    for (int i = 0; i < STARTS; i++) {
      starts[i] = start(shop, log, (terminal, page) -> {});
    }
    figures.print("start_with_100000_goods", Figures.quantileMs(starts, .5), "ms", "goal", 3_000);
  }

  /** The check digit of the first twelve of thirteen (GS1 General Specifications, 7.9). */
  private static int check(String twelve) {
    int sum = 0;
    for (int i = 0; i < twelve.length(); i++) {
      sum += (twelve.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return (10 - sum % 10) % 10;
  }

  /** What is done with a terminal that is ready. */
  private interface Use {
    void with(TerminalProcess terminal, PageClient page) throws IOException, InterruptedException;
  }

  /** Nanoseconds from the start of a process until it waits for a shopper. */
  private static long start(DemoShop shop, Path log, Use use)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    try (TerminalProcess terminal = new TerminalProcess(shop.config(), log);
        PageClient page = new PageClient(terminal.page())) {
      page.awaitScreen("attract", PATIENCE);
      long took = System.nanoTime() - start;
      use.with(terminal, page);
      return took;
    }
  }

  private static void sale(DemoShop shop, PageClient page)
      throws IOException, InterruptedException {
    new org.facepay.terminal.lab.shop.Shopper(shop, page, new java.util.Random(1)).buy(10);
  }

  private static double residentMegabytes(long pid) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    throw new IOException("the kernel does not tell the process's memory");
  }
}
