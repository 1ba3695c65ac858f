package org.facepay.terminal.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.facepay.terminal.lab.browser.PageClient;
import org.facepay.terminal.lab.browser.TerminalProcess;
import org.facepay.terminal.lab.sandbox.Behaviour;
import org.facepay.terminal.lab.sandbox.Trade;
import org.facepay.terminal.receipt.SaleRecord;

/**
 * Shoppers whose terminal loses its power at a random moment. Each time the terminal is started
 * again on the same journal and has to come to an end by itself; afterwards its sales, as the
 * collector has them, are compared with the wallet's own books.
 */
public final class CrashTrips {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Set<String> UNDECIDED = Set.of("boot", "processing", "unknown");

  /** What a wallet may do while the power fails; honest answers are the most frequent. */
  private static final List<Behaviour> WALLET =
      List.of(
          Behaviour.APPROVE,
          Behaviour.APPROVE,
          Behaviour.APPROVE,
          Behaviour.CONFIRM_LATER,
          Behaviour.NEVER_CONFIRM,
          Behaviour.PAID_BUT_SYSTEM_ERROR,
          Behaviour.PAID_BUT_CUT,
          Behaviour.PAID_AFTER_CUT,
          Behaviour.CUT,
          Behaviour.BALANCE_TOO_LOW);

  private final DemoShop shop;
  private final Path log;
  private final PrintStream out;
  private final Random random;
  private int unresolved;

  public CrashTrips(DemoShop shop, Path log, PrintStream out, long seed) {
    this.shop = shop;
    this.log = log;
    this.out = out;
    this.random = new Random(seed);
  }

  /** What all runs came to. */
  public record Result(
      int runs, int doubleCharged, int lostSales, int wronglyReleased, int unresolved)
      implements Judged {
    @Override
    public boolean good() {
      return doubleCharged + lostSales + wronglyReleased + unresolved == 0;
    }

    @Override
    public String toString() {
      return "CRASH runs=%d doubleCharged=%d lostSales=%d wronglyReleased=%d unresolved=%d"
          .formatted(runs, doubleCharged, lostSales, wronglyReleased, unresolved);
    }
  }

  public Result run(int runs) throws IOException, InterruptedException {
    TerminalProcess terminal = new TerminalProcess(shop.config(), log);
    try {
      for (int i = 1; i <= runs; i++) {
        Behaviour behaviour = WALLET.get(random.nextInt(WALLET.size()));
        shop.wallet().otherwise(behaviour);
        int millis = 50 + random.nextInt(1_800);
        Thread shopper = shopper(terminal, random.nextLong());
        Thread.sleep(millis);
        terminal.kill();
        shopper.join();
        terminal = new TerminalProcess(shop.config(), log);
        String end = settle(terminal);
        out.printf(
            "run %3d  killed after %4d ms  wallet %-22s  then %s%n", i, millis, behaviour, end);
      }
      awaitUpload();
    } finally {
      terminal.close();
    }
    return audit(runs);
  }

  /** Scans, pays, takes the receipt, until the power is gone. */
  private Thread shopper(TerminalProcess terminal, long seed) {
    return Thread.ofVirtual()
        .start(
            () -> {
              Random hand = new Random(seed);
              try (PageClient page = new PageClient(terminal.page())) {
                new Shopper(shop, page, hand).buy(2 + hand.nextInt(5));
              } catch (IOException | InterruptedException e) {
                Thread.currentThread().interrupt(); // the power is gone
              }
            });
  }

  /**
   * Waits until the restarted terminal knows how the payment ended, then leaves as a shopper would.
   */
  private String settle(TerminalProcess terminal) throws IOException, InterruptedException {
    try (PageClient page = new PageClient(terminal.page())) {
      JsonNode shown;
      try {
        shown = page.await("a decision", s -> !UNDECIDED.contains(type(s)), PATIENCE);
      } catch (IOException e) {
        unresolved++;
        return "unresolved: " + e.getMessage();
      }
      String first = type(shown);
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!type(shown).equals("attract") && System.nanoTime() < end) {
        leave(page, shown);
        long seq = shown.path("seq").asLong();
        shown = page.await("the next screen", s -> s.path("seq").asLong() > seq, PATIENCE);
      }
      return first;
    }
  }

  private static void leave(PageClient page, JsonNode shown) throws InterruptedException {
    if (shown.path("overlay").path("type").asText().equals("confirmCancel")) {
      page.touch("confirmCancel");
      return;
    }
    switch (type(shown)) {
      case "success" -> page.touch("noPaper");
      case "basket" -> page.touch("cancel");
      case "declined" -> page.touch("anotherWay");
      default -> page.touch("back");
    }
  }

  private void awaitUpload() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && sales().size() < paid().size()) {
      Thread.sleep(50);
    }
  }

  private Result audit(int runs) throws IOException {
    Map<String, String> sales = sales();
    Map<String, String> paid = paid();
    Map<String, Integer> perSession = new HashMap<>();
    paid.keySet()
        .forEach(
            order -> perSession.merge(order.substring(0, order.lastIndexOf('_')), 1, Integer::sum));
    int twice = (int) perSession.values().stream().filter(n -> n > 1).count();
    int lost = (int) paid.keySet().stream().filter(order -> !sales.containsKey(order)).count();
    int released =
        (int)
            sales.entrySet().stream()
                .filter(s -> !s.getValue().equals(paid.get(s.getKey())))
                .count();
    shop.wallet().violations().forEach(v -> out.println("the wallet refused: " + v));
    out.printf(
        "wallet: %d orders, %d paid; collector: %d sales%n",
        shop.wallet().trades().size(), paid.size(), sales.size());
    return new Result(runs, twice, lost, released, unresolved + shop.wallet().violations().size());
  }

  /** Order number to amount of what the collector was told. */
  private Map<String, String> sales() throws IOException {
    Map<String, String> sales = new HashMap<>();
    for (String sale : shop.collector().ofType(SaleRecord.SALE)) {
      JsonNode json = JSON.readTree(sale);
      long minor = json.path("totalMinor").asLong();
      sales.put(json.path("saleId").asText(), "%d.%02d".formatted(minor / 100, minor % 100));
    }
    return sales;
  }

  /** Order number to amount of what really moved. */
  private Map<String, String> paid() {
    Map<String, String> paid = new HashMap<>();
    for (Trade trade : shop.wallet().trades()) {
      if (trade.status() == Trade.Status.PAID) {
        paid.put(trade.outTradeNo(), trade.amount());
      }
    }
    return paid;
  }

  private static String type(JsonNode snapshot) {
    return snapshot.path("screen").path("type").asText();
  }
}
