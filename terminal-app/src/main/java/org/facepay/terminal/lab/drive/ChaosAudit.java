package org.facepay.terminal.lab.drive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.facepay.terminal.lab.sandbox.Behaviour;
import org.facepay.terminal.lab.sandbox.Trade;

/**
 * Compares what a batch told its customers with the wallet's books.
 *
 * @param trades what the wallet took in
 * @param violations what it had to refuse
 */
record ChaosAudit(List<Trade> trades, List<String> violations, Customers customers) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What it came to.
   *
   * @param doubleCharged baskets for which the wallet took money twice
   * @param lostMoney baskets for which it took money and the customer was told otherwise
   * @param wronglyPaid baskets told to be paid for which it did not take exactly that money
   * @param unresolved baskets without a final word
   * @param wrongScreen words that the books do not bear out: refunds never made, refusals never
   *     spoken, other amounts, two final words
   */
  record Result(
      int orders,
      int doubleCharged,
      int lostMoney,
      int wronglyPaid,
      int unresolved,
      int wrongScreen) {
    boolean good() {
      return doubleCharged + lostMoney + wronglyPaid + unresolved + wrongScreen == 0;
    }

    @Override
    public String toString() {
      return ("CHAOS orders=%d doubleCharged=%d lostMoney=%d wronglyPaid=%d unresolved=%d "
              + "wrongScreen=%d")
          .formatted(orders, doubleCharged, lostMoney, wronglyPaid, unresolved, wrongScreen);
    }
  }

  private static int basket(Trade trade) {
    return Integer.parseInt(trade.authCode().substring(2, 10));
  }

  /** As below, where nobody wants to know more of a basket that was not right. */
  Result of(Path export, int baskets, PrintStream out) throws IOException {
    return of(export, baskets, out, _ -> {});
  }

  /**
   * Reads the export of baskets 0 to {@code baskets - 1}; complaints go to {@code out}.
   *
   * @param guilty told the numbers of all orders of a basket that was not right
   */
  Result of(Path export, int baskets, PrintStream out, Consumer<String> guilty) throws IOException {
    Map<Integer, List<JsonNode>> told = new HashMap<>();
    for (String line : Files.readAllLines(export)) {
      JsonNode json = JSON.readTree(line);
      if (!json.path("outcome").asText().equals("unresolved")) {
        told.computeIfAbsent(json.path("basket").asInt(), _ -> new ArrayList<>()).add(json);
      }
    }
    Map<Integer, List<Trade>> taken =
        trades.stream().collect(Collectors.groupingBy(ChaosAudit::basket));
    Map<Wrong, Integer> wrong = new EnumMap<>(Wrong.class);
    for (int basket = 0; basket < baskets; basket++) {
      List<JsonNode> lines = told.getOrDefault(basket, List.of());
      List<Trade> orders = taken.getOrDefault(basket, List.of());
      Wrong what = judge(basket, lines, orders);
      wrong.merge(what, 1, Integer::sum);
      if (what != Wrong.NOTHING) {
        out.printf("basket %d %s: told %s, taken %s%n", basket, what, lines, orders);
        Set<String> numbers = new TreeSet<>();
        lines.forEach(line -> numbers.add(line.path("outTradeNo").asText()));
        orders.forEach(trade -> numbers.add(trade.outTradeNo()));
        numbers.forEach(guilty);
      }
    }
    violations.forEach(v -> out.println("refused: " + v));
    return new Result(
        baskets,
        wrong.getOrDefault(Wrong.DOUBLE_CHARGED, 0),
        wrong.getOrDefault(Wrong.LOST_MONEY, 0),
        wrong.getOrDefault(Wrong.WRONGLY_PAID, 0),
        wrong.getOrDefault(Wrong.UNRESOLVED, 0),
        wrong.getOrDefault(Wrong.WRONG_SCREEN, 0) + violations.size());
  }

  /** Baskets told to be paid, whether or not they were refunded afterwards. */
  Set<Integer> told(Path export) throws IOException {
    Set<Integer> paid = new HashSet<>();
    for (String line : Files.readAllLines(export)) {
      JsonNode json = JSON.readTree(line);
      if (Set.of("paid", "refunded").contains(json.path("outcome").asText())) {
        paid.add(json.path("basket").asInt());
      }
    }
    return paid;
  }

  private enum Wrong {
    NOTHING,
    DOUBLE_CHARGED,
    LOST_MONEY,
    WRONGLY_PAID,
    UNRESOLVED,
    WRONG_SCREEN
  }

  private Wrong judge(int basket, List<JsonNode> lines, List<Trade> orders) {
    List<Trade> kept = orders.stream().filter(t -> t.status() == Trade.Status.PAID).toList();
    if (kept.size() > 1) {
      return Wrong.DOUBLE_CHARGED;
    }
    if (lines.isEmpty()) {
      return Wrong.UNRESOLVED;
    }
    JsonNode line = lines.getFirst();
    boolean paid = line.path("outcome").asText().equals("paid");
    if (!kept.isEmpty() && !paid) {
      return Wrong.LOST_MONEY;
    }
    if (paid && (kept.isEmpty() || !matches(kept.getFirst(), line))) {
      return Wrong.WRONGLY_PAID;
    }
    boolean right =
        lines.size() == 1
            && line.path("amountMinor").asLong() == customers.amountMinor(basket)
            && orders.stream().noneMatch(t -> t.status() == Trade.Status.WAITING)
            && isBorneOut(line, orders);
    return right ? Wrong.NOTHING : Wrong.WRONG_SCREEN;
  }

  private static boolean matches(Trade trade, JsonNode line) {
    return trade.outTradeNo().equals(line.path("outTradeNo").asText())
        && new BigDecimal(trade.amount()).movePointRight(2).longValueExact()
            == line.path("amountMinor").asLong();
  }

  /** Whether the wallet's books know the refund or the refusal that was told. */
  private static boolean isBorneOut(JsonNode line, List<Trade> orders) {
    boolean known =
        orders.stream().anyMatch(t -> t.outTradeNo().equals(line.path("outTradeNo").asText()));
    return switch (line.path("outcome").asText()) {
      case "refunded" ->
          orders.stream().anyMatch(t -> matches(t, line) && t.status() == Trade.Status.REFUNDED);
      case "declined" -> !known; // a refused order is never taken in
      case "paid", "cancelled" -> true;
      default -> false;
    };
  }

  /** Whether a shopper with such a code has the money and lets it go. */
  static boolean pays(Behaviour behaviour) {
    return switch (behaviour) {
      case APPROVE,
          CONFIRM_LATER,
          PAID_BUT_SYSTEM_ERROR,
          PAID_BUT_CUT,
          PAID_BUT_LATE,
          PAID_AFTER_CUT,
          PAID_BUT_BAD_GATEWAY,
          PAID_BUT_UNSIGNED,
          PAID_BUT_TRUNCATED ->
          true;
      case BALANCE_TOO_LOW, CODE_EXPIRED, NEVER_CONFIRM, SYSTEM_ERROR, CUT, FORGED, OTHER_ORDER ->
          false;
    };
  }
}
