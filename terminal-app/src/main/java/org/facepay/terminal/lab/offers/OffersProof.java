package org.facepay.terminal.lab.offers;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.facepay.terminal.sale.promotion.BestDeal;
import org.facepay.terminal.sale.promotion.Deal;
import org.facepay.terminal.sale.promotion.Eligibility;
import org.facepay.terminal.sale.promotion.InForce;
import org.facepay.terminal.sale.promotion.Item;
import org.facepay.terminal.sale.promotion.Offer;
import org.facepay.terminal.sale.promotion.Offers;
import org.facepay.terminal.sale.promotion.Offers.Policy;
import org.facepay.terminal.sale.promotion.Spent;

/**
 * Proves the offers' engine on random baskets: half of them small, of a small shop, and compared
 * with {@link BruteForce}; half of them of a shop with as many offers as a big platform allows,
 * priced at the pace of a till.
 */
public final class OffersProof {
  /** What a big platform allows at once: offers of articles, of the basket, codes. */
  private static final int OF_ITEMS = 500;

  private static final int OF_BASKET = 200;
  private static final int CODES = 10;

  private static final int ARTICLES = 600;
  private static final int MOST_LINES = 30;

  /** So few that everything can be tried. */
  private static final int MOST_TRIED = 6;

  private static final int WARM = 2_000;

  /** Whatever else runs on the machine is not counted. */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final LocalDateTime NOW = LocalDateTime.of(2026, 12, 1, 15, 0);

  private final Random random;
  private final int steps;
  private int proven;
  private int worse;
  private int mostLines;

  /**
   * What was proven.
   *
   * @param optimal baskets whose deal is proven to be the best
   * @param worse baskets for which trying everything found a better one
   * @param p50 of the big shop's baskets, in nanoseconds
   */
  public record Result(int baskets, int optimal, int worse, long p50, long p99, int mostLines) {
    /** The last line that is printed. */
    @Override
    public String toString() {
      return "OFFERS baskets=%d optimal=%.2f worse_than_bruteforce=%d p50_us=%d p99_us=%d max_lines=%d"
          .formatted(
              baskets, 100.0 * optimal / baskets, worse, p50 / 1_000, p99 / 1_000, mostLines);
    }
  }

  /**
   * @param steps of the search, as a till has them
   */
  public OffersProof(long seed, int steps) {
    this.random = new Random(seed);
    this.steps = steps;
  }

  public Result prove(int baskets) {
    int small = baskets / 2;
    for (int n = 0; n < small; n++) {
      small();
    }
    RandomShop shop = new RandomShop(random, ARTICLES, 8);
    Offers offers = big(shop);
    Set<String> codes = new HashSet<>();
    IntStream.range(0, CODES).mapToObj(RandomShop::code).forEach(codes::add);
    int counted = proven;
    for (int n = 0; n < WARM; n++) {
      priced(shop, offers, codes);
    }
    proven = counted;
    long[] nanos = new long[baskets - small];
    for (int n = 0; n < nanos.length; n++) {
      nanos[n] = priced(shop, offers, codes);
    }
    Arrays.sort(nanos);
    return new Result(baskets, proven, worse, at(nanos, 50), at(nanos, 99), mostLines);
  }

  private static long at(long[] sorted, int percent) {
    return sorted.length == 0 ? 0 : sorted[(int) ((long) (sorted.length - 1) * percent / 100)];
  }

  private void small() {
    RandomShop shop = new RandomShop(random, 6, 3);
    List<Offer> offers = new ArrayList<>();
    for (int n = 1 + random.nextInt(6); n > 0; n--) {
      offers.add(shop.ofItems("i" + n, random.nextInt(5) == 0 ? shop.coupon(n) : shop.terms(2)));
    }
    for (int n = random.nextInt(4); n > 0; n--) {
      offers.add(shop.ofBasket("b" + n, random.nextInt(4) == 0 ? shop.coupon(n) : shop.terms(2)));
    }
    Policy policy = random.nextInt(3) == 0 ? Policy.BEST_DEAL : Policy.STACKING;
    InForce inForce =
        new Offers(policy, Set.of(), offers)
            .inForce(NOW, Eligibility.EVERYBODY, Set.of("C1", "C2"), Spent.NOTHING);
    List<Item> pieces = shop.pieces(1 + random.nextInt(MOST_TRIED));
    Deal deal = BestDeal.of(lines(pieces), inForce, steps);
    long least = BruteForce.least(pieces, inForce.offers(), policy);
    long worth = pieces.stream().mapToLong(Item::price).sum();
    proven += deal.gap() == 0 && worth - deal.saved() == least ? 1 : 0;
    worse += worth - deal.saved() > least ? 1 : 0;
  }

  private static Offers big(RandomShop shop) {
    List<Offer> offers = new ArrayList<>();
    for (int n = 0; n < OF_ITEMS; n++) {
      offers.add(shop.ofItems("i" + n, n < CODES / 2 ? shop.coupon(n) : shop.terms(20)));
    }
    for (int n = 0; n < OF_BASKET; n++) {
      int code = CODES / 2 + n;
      offers.add(
          shop.ofBasket(
              "b" + n, code < CODES ? shop.coupon(code) : shop.terms(20).inGroup("h" + n % 8)));
    }
    return new Offers(Policy.STACKING, Set.of(), offers);
  }

  private long priced(RandomShop shop, Offers offers, Set<String> codes) {
    List<Item.Count> lines = lines(shop, MOST_LINES);
    mostLines = Math.max(mostLines, lines.size());
    InForce inForce = offers.inForce(NOW, Eligibility.MEMBERS, codes, Spent.NOTHING);
    long start = THREADS.getCurrentThreadCpuTime();
    Deal deal = BestDeal.of(lines, inForce, steps);
    long nanos = THREADS.getCurrentThreadCpuTime() - start;
    proven += deal.gap() == 0 ? 1 : 0;
    return nanos;
  }

  /** So many different articles, of each a few pieces. */
  private List<Item.Count> lines(RandomShop shop, int most) {
    Map<String, Item.Count> lines = new HashMap<>();
    while (lines.size() < most) {
      Item item = shop.item(random.nextInt(ARTICLES));
      int count = item.isPiece() ? 1 + random.nextInt(3) : 1;
      lines.putIfAbsent(item.code(), new Item.Count(lines.size() + 1, item, count));
    }
    return List.copyOf(lines.values());
  }

  private static List<Item.Count> lines(List<Item> pieces) {
    return IntStream.range(0, pieces.size())
        .mapToObj(i -> new Item.Count(i + 1, pieces.get(i), 1))
        .toList();
  }
}
