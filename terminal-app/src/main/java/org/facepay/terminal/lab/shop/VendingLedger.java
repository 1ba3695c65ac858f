package org.facepay.terminal.lab.shop;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.facepay.peripherals.dispenser.DispenserSimulator;
import org.facepay.terminal.lab.sandbox.Trade;
import org.facepay.terminal.receipt.SaleRecord;

/**
 * Judges sales of a vending machine by what the wallet holds and what truly fell. Amounts are fen.
 */
final class VendingLedger {
  private static final Duration LOOK = Duration.ofMillis(20);

  private final DemoShop shop;
  private final DispenserSimulator spirals;
  private final List<Long> refundMillis = new CopyOnWriteArrayList<>();
  private final Map<Integer, Integer> filled = new TreeMap<>();
  private int delivered;
  private int refunded;
  private int review;
  private int twice;
  private int lost;
  private long kept;
  private volatile boolean watched;
  private Sale sale = new Sale(List.of(), Map.of(), 0, 0);

  /**
   * The sale under way.
   *
   * @param trades of the wallet before it
   * @param calls for staff before it
   */
  private record Sale(List<Integer> slots, Map<Integer, Long> prices, int trades, int calls) {}

  /** What all sales came to; vends are pieces that were paid. */
  record Result(int delivered, int refunded, int review, int doubleCharged, int lost, long p95)
      implements Judged {
    @Override
    public boolean good() {
      return doubleCharged + lost == 0;
    }

    @Override
    public String toString() {
      return "VENDING vends=%d delivered=%d refunded=%d review=%d doubleCharged=%d lost=%d refund_p95_ms=%d"
          .formatted(
              delivered + refunded + review, delivered, refunded, review, doubleCharged, lost, p95);
    }
  }

  VendingLedger(DemoShop shop) {
    this.shop = shop;
    this.spirals = shop.cabinet().spirals();
  }

  int vends() {
    return delivered + refunded + review + lost;
  }

  Result result() {
    List<Long> sorted = refundMillis.stream().sorted().toList();
    long p95 = sorted.isEmpty() ? 0 : sorted.get(Math.ceilDiv(sorted.size() * 95, 100) - 1);
    int moved = kept(0) == kept ? 0 : 1; // money that moved after its sale was judged
    return new Result(delivered, refunded, review, twice, lost + moved, p95);
  }

  /** So many lie in a slot from now on. */
  void fill(int slot, int pieces) {
    spirals.fill(slot, pieces);
    filled.put(slot, pieces);
  }

  /** A shopper wants these slots, at these prices. */
  void begin(List<Integer> slots, Map<Integer, Long> prices) throws IOException {
    prices.keySet().forEach(slot -> fill(slot, spirals.left(slot)));
    Sale next = new Sale(slots, prices, shop.wallet().trades().size(), calls());
    sale = next;
    Thread.ofVirtual().name("refunds").start(() -> watch(next));
  }

  private int calls() throws IOException {
    return shop.collector().ofType(SaleRecord.CALL).size();
  }

  /** What is true of the sale, once it is or the time is over. */
  String judge(Duration patience) throws IOException {
    long begun = System.nanoTime();
    long end = begun + patience.toNanos();
    Verdict verdict = verdict();
    while (!verdict.truth() && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK.toNanos());
      verdict = verdict();
    }
    watched = false;
    kept += kept(sale.trades());
    delivered += verdict.fell();
    refunded += verdict.back();
    review += verdict.looked();
    twice += verdict.charges() > 1 ? 1 : 0;
    lost += verdict.truth() ? 0 : 1;
    return verdict.toString();
  }

  /**
   * @param charges orders whose money was taken and not reversed
   * @param fell pieces that were paid and fell
   * @param back pieces whose money went back
   * @param looked pieces that did neither, and staff were called
   * @param truth whether every piece has one
   */
  private record Verdict(int charges, int fell, int back, int looked, boolean truth) {
    @Override
    public String toString() {
      return "charges %d, fell %d, back %d, review %d%s"
          .formatted(charges, fell, back, looked, truth ? "" : "  LOST");
    }
  }

  private Verdict verdict() throws IOException {
    List<Trade> trades = shop.wallet().trades();
    int charges = 0;
    long paid = 0;
    long back = 0;
    for (Trade trade : trades.subList(sale.trades(), trades.size())) {
      long refund = shop.wallet().refunded(trade.outTradeNo());
      if (trade.status() == Trade.Status.PAID || refund > 0) {
        charges++;
        paid += fen(trade.amount());
        back += refund;
      }
    }
    List<Integer> fell = fell();
    if (charges == 0) {
      return new Verdict(0, 0, 0, 0, fell.isEmpty() && trades.stream().noneMatch(this::waits));
    }
    List<Integer> rest = new ArrayList<>(sale.slots());
    boolean chosen = fell.stream().allMatch(slot -> rest.remove(/* element */ slot));
    int pieces = chosen ? subset(rest, 0, back) : -1;
    int looked = rest.size() - Math.max(0, pieces);
    boolean paidAll = paid == sale.slots().stream().mapToLong(this::price).sum();
    boolean told = looked == 0 || calls() > sale.calls();
    return new Verdict(
        charges,
        fell.size(),
        Math.max(0, pieces),
        looked,
        charges == 1 && paidAll && pieces >= 0 && told);
  }

  /** Notes how long the money of a refund takes, from when nothing turns any more. */
  private void watch(Sale of) {
    watched = true;
    long still = 0;
    while (watched) {
      boolean paid = kept(of.trades()) > 0;
      still = !spirals.atRest() || (still == 0 && paid) ? System.nanoTime() : still;
      if (back(of.trades()) > 0) {
        refundMillis.add((System.nanoTime() - still) / 1_000_000);
        return;
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  /** What the wallet has taken and not given back, of all trades from this one on. */
  private long kept(int from) {
    List<Trade> trades = shop.wallet().trades();
    return trades.subList(from, trades.size()).stream()
        .filter(trade -> trade.status() == Trade.Status.PAID)
        .mapToLong(trade -> fen(trade.amount()) - shop.wallet().refunded(trade.outTradeNo()))
        .sum();
  }

  private long back(int from) {
    List<Trade> trades = shop.wallet().trades();
    return trades.subList(from, trades.size()).stream()
        .mapToLong(trade -> shop.wallet().refunded(trade.outTradeNo()))
        .sum();
  }

  private boolean waits(Trade trade) {
    return trade.status() == Trade.Status.WAITING;
  }

  /** The slots of what fell since the sale began, once for each piece. */
  private List<Integer> fell() {
    List<Integer> fell = new ArrayList<>();
    filled.forEach(
        (slot, pieces) -> {
          for (int left = spirals.left(slot); left < pieces; left++) {
            fell.add(slot);
          }
        });
    return fell;
  }

  /** How many of the pieces, from this one on, cost as much as went back; below 0: none do. */
  private int subset(List<Integer> pieces, int from, long back) {
    if (back == 0) {
      return 0;
    }
    if (back < 0 || from == pieces.size()) {
      return -1;
    }
    int with = subset(pieces, from + 1, back - price(pieces.get(from)));
    return with >= 0 ? with + 1 : subset(pieces, from + 1, back);
  }

  private long price(int slot) {
    return sale.prices().getOrDefault(slot, 0L);
  }

  private static long fen(String yuan) {
    return new BigDecimal(yuan).movePointRight(2).longValueExact();
  }
}
