package org.facepay.terminal.lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.facepay.terminal.lab.browser.PageClient;
import org.facepay.terminal.lab.browser.TerminalProcess;
import org.facepay.terminal.lab.shop.DemoShop;

/** How long the program takes to be ready, and how much memory it holds after a sale. */
final class ProcessBench {
  private static final int STARTS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private ProcessBench() {}

  static void run(DemoShop shop, Path log, Figures figures)
      throws IOException, InterruptedException {
    long[] starts = new long[STARTS];
    double resident = 0;
    for (int i = 0; i < STARTS; i++) {
      long start = System.nanoTime();
      try (TerminalProcess terminal = new TerminalProcess(shop.config(), log);
          PageClient page = new PageClient(terminal.page())) {
        page.awaitScreen("attract", PATIENCE);
        starts[i] = System.nanoTime() - start;
        if (i == STARTS - 1) {
          sale(shop, page);
          resident = residentMegabytes(terminal.pid());
        }
      }
    }
    figures.print("start_to_attract", Figures.quantileMs(starts, .5), "ms", "goal", 4_000);
    figures.print(
        "start_to_attract_worst", Arrays.stream(starts).max().orElse(0) / 1e6, "ms", "goal", 4_000);
    figures.print("jvm_resident_after_sale", resident, "MB", "goal, without vision", 250);
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
