package org.facepay.terminal.lab.sandbox;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.facepay.terminal.lab.sandbox.Trade.Status;

/**
 * The sandbox wallet's books and rules, without a wire: an order number pays once, a code is good
 * for one order, a closed order stays closed. Thread-safe.
 */
final class Ledger {
  private static final int MOST_STORIES = 20_000;

  private final Map<String, Trade> trades = new LinkedHashMap<>();
  private final Map<String, Instant> paidAt = new HashMap<>();
  private final Map<String, List<String>> stories =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
          return size() > MOST_STORIES;
        }
      };
  private final LinkedHashMap<String, ShownOrder> shown = new LinkedHashMap<>();
  private final Map<String, Refunded> refunds = new HashMap<>();
  private final Set<String> usedCodes = new HashSet<>();
  private final Map<String, Behaviour> byCode = new HashMap<>();
  private final Deque<Behaviour> script = new ArrayDeque<>();
  private final List<String> violations = new ArrayList<>();
  private Function<String, Behaviour> otherwise = _ -> Behaviour.APPROVE;
  private long next = 1;

  synchronized void script(List<Behaviour> behaviours) {
    script.addAll(behaviours);
  }

  synchronized void otherwise(Function<String, Behaviour> byAuthCode) {
    otherwise = byAuthCode;
  }

  synchronized void onCode(String authCode, Behaviour behaviour) {
    byCode.put(authCode, behaviour);
  }

  /** What is to be done with the next payment. */
  synchronized Behaviour behaviour(String outTradeNo, String authCode) {
    Trade known = trades.get(outTradeNo);
    if (known != null) {
      return known.behaviour();
    }
    Behaviour forCode = byCode.get(authCode);
    if (forCode != null) {
      return forCode;
    }
    return script.isEmpty() ? otherwise.apply(authCode) : script.poll();
  }

  /** Why the wallet says no; each wallet has its own code for it. */
  enum Refusal {
    BALANCE_TOO_LOW,
    CODE_EXPIRED,
    /** The order number was used with another code or amount before. */
    OTHER_CONTENT,
    CLOSED,
    NO_SUCH_ORDER,
    OTHER_AMOUNT,
    NOT_PAID
  }

  /** What a payment came to: a trade, or a refusal. */
  record Paid(Optional<Trade> trade, Optional<Refusal> refusal) {}

  synchronized Paid pay(String outTradeNo, String authCode, String amount, Behaviour behaviour) {
    Trade known = trades.get(outTradeNo);
    if (known != null) {
      return again(known, authCode, amount);
    }
    if (!usedCodes.add(authCode)) {
      violations.add("code of " + outTradeNo + " used for two orders");
      return refused(Refusal.CODE_EXPIRED);
    }
    switch (behaviour) {
      case BALANCE_TOO_LOW -> {
        return refused(Refusal.BALANCE_TOO_LOW);
      }
      case CODE_EXPIRED -> {
        return refused(Refusal.CODE_EXPIRED);
      }
      default -> {}
    }
    boolean waits = behaviour == Behaviour.CONFIRM_LATER || behaviour == Behaviour.NEVER_CONFIRM;
    Trade trade =
        new Trade(
            outTradeNo,
            tradeNo(),
            amount,
            authCode,
            waits ? Status.WAITING : Status.PAID,
            behaviour,
            0);
    book(trade);
    return new Paid(Optional.of(trade), Optional.empty());
  }

  /** Whether a code was never used before; it is now. */
  synchronized boolean fresh(String authCode) {
    return usedCodes.add(authCode);
  }

  /** Books money that was held before; once under each number. */
  synchronized Trade captured(String outTradeNo, String amount) {
    Trade known = trades.get(outTradeNo);
    return known != null
        ? known
        : book(new Trade(outTradeNo, tradeNo(), amount, "", Status.PAID, Behaviour.APPROVE, 0));
  }

  /** Writes a trade down, and when it was paid. */
  private Trade book(Trade trade) {
    trades.put(trade.outTradeNo(), trade);
    if (trade.status() == Status.PAID) {
      paidAt.putIfAbsent(trade.outTradeNo(), Instant.now());
    }
    return trade;
  }

  /** When a trade was paid; now for one that is not. */
  synchronized Instant paidAt(String outTradeNo) {
    return paidAt.getOrDefault(outTradeNo, Instant.now());
  }

  /** Makes a payment older than it is. */
  synchronized void age(String outTradeNo, Duration by) {
    paidAt.computeIfPresent(outTradeNo, (number, at) -> at.minus(by));
  }

  private String tradeNo() {
    return "2026112222001" + String.format(java.util.Locale.ROOT, "%015d", next++);
  }

  private Paid again(Trade known, String authCode, String amount) {
    if (!known.authCode().equals(authCode) || !known.amount().equals(amount)) {
      violations.add("order " + known.outTradeNo() + " asked for again with another content");
      return refused(Refusal.OTHER_CONTENT);
    }
    return switch (known.status()) {
      case PAID, WAITING -> new Paid(Optional.of(known), Optional.empty());
      case CLOSED, REFUNDED -> refused(Refusal.CLOSED);
    };
  }

  private static Paid refused(Refusal why) {
    return new Paid(Optional.empty(), Optional.of(why));
  }

  synchronized Optional<Trade> query(String outTradeNo) {
    Trade trade = trades.get(outTradeNo);
    if (trade == null) {
      return Optional.empty();
    }
    Trade asked = trade.queried();
    boolean confirms = asked.behaviour() == Behaviour.CONFIRM_LATER && asked.queries() >= 2;
    if (asked.status() == Status.WAITING && confirms) {
      asked = asked.with(Status.PAID);
    }
    return Optional.of(book(asked));
  }

  /** What a cancellation did: "close", "refund", or nothing because there is no such order. */
  synchronized Optional<String> cancel(String outTradeNo) {
    Trade trade = trades.get(outTradeNo);
    if (trade == null) {
      return Optional.empty();
    }
    return switch (trade.status()) {
      case WAITING, CLOSED -> {
        trades.put(outTradeNo, trade.with(Status.CLOSED));
        yield Optional.of("close");
      }
      case PAID, REFUNDED -> {
        trades.put(outTradeNo, trade.with(Status.REFUNDED));
        yield Optional.of("refund");
      }
    };
  }

  /** A refund of a trade, or of a part of it. */
  record Refunded(String outTradeNo, long fen) {}

  /** Gives a trade or a part of it back, once for each request number; why not, or nothing. */
  synchronized Optional<Refusal> refund(String outTradeNo, String requestNo, long fen) {
    Trade trade = trades.get(outTradeNo);
    if (trade == null) {
      return Optional.of(Refusal.NO_SUCH_ORDER);
    }
    Refunded asked = new Refunded(outTradeNo, fen);
    Refunded before = refunds.get(requestNo);
    if (before != null) {
      return before.equals(asked) ? Optional.empty() : Optional.of(Refusal.OTHER_CONTENT);
    }
    if (trade.status() != Status.PAID) {
      return Optional.of(Refusal.NOT_PAID);
    }
    long left = fen(trade.amount()) - refunded(outTradeNo);
    if (fen <= 0 || fen > left) {
      return Optional.of(Refusal.OTHER_AMOUNT);
    }
    refunds.put(requestNo, asked);
    if (fen == left) {
      trades.put(outTradeNo, trade.with(Status.REFUNDED));
    }
    return Optional.empty();
  }

  synchronized Optional<Refunded> refundOf(String requestNo) {
    return Optional.ofNullable(refunds.get(requestNo));
  }

  /** What of a trade went back by refunds, in fen. */
  synchronized long refunded(String outTradeNo) {
    return refunds.values().stream()
        .filter(r -> r.outTradeNo().equals(outTradeNo))
        .mapToLong(Refunded::fen)
        .sum();
  }

  /** Whether there is anything that can be given back. */
  synchronized boolean hasTrade(String outTradeNo) {
    return trades.containsKey(outTradeNo);
  }

  private static long fen(String yuan) {
    return new BigDecimal(yuan).movePointRight(2).longValueExact();
  }

  /** Makes a code for an order; asking again gives the same. */
  synchronized Optional<Refusal> show(String outTradeNo, String amount, Instant ends) {
    ShownOrder known = shown.get(outTradeNo);
    if (known == null && !trades.containsKey(outTradeNo)) {
      shown.put(outTradeNo, new ShownOrder(outTradeNo, amount, ends, false));
      return Optional.empty();
    }
    if (known != null && known.amount().equals(amount)) {
      return known.closed() ? Optional.of(Refusal.CLOSED) : Optional.empty();
    }
    violations.add("order " + outTradeNo + " shown again with another content");
    return Optional.of(Refusal.OTHER_CONTENT);
  }

  /** A shopper scans a shown code; whether the order could still be paid. */
  synchronized boolean scan(String outTradeNo, boolean pays, Instant now) {
    ShownOrder order = shown.get(outTradeNo);
    if (order == null || order.closed() || !now.isBefore(order.ends())) {
      return false;
    }
    if (!trades.containsKey(outTradeNo)) {
      book(
          new Trade(
              outTradeNo,
              tradeNo(),
              order.amount(),
              "",
              pays ? Status.PAID : Status.WAITING,
              pays ? Behaviour.APPROVE : Behaviour.NEVER_CONFIRM,
              0));
    }
    return true;
  }

  synchronized Optional<String> newestShown() {
    return shown.isEmpty() ? Optional.empty() : Optional.of(shown.lastEntry().getKey());
  }

  synchronized Optional<ShownOrder> shown(String outTradeNo) {
    return Optional.ofNullable(shown.get(outTradeNo));
  }

  /** Closes a shown order that nobody has paid; why not, or nothing. */
  synchronized Optional<Refusal> closeShown(String outTradeNo) {
    ShownOrder order = shown.get(outTradeNo);
    Trade trade = trades.get(outTradeNo);
    if (trade != null && trade.status() != Status.WAITING) {
      return Optional.of(trade.status() == Status.CLOSED ? Refusal.CLOSED : Refusal.OTHER_CONTENT);
    }
    if (order == null) {
      return Optional.of(Refusal.NO_SUCH_ORDER);
    }
    shown.put(outTradeNo, new ShownOrder(outTradeNo, order.amount(), order.ends(), true));
    if (trade != null) {
      trades.put(outTradeNo, trade.with(Status.CLOSED));
    }
    return Optional.empty();
  }

  /** Writes down what was asked about an order and what was done with it, with its time. */
  synchronized void tell(String outTradeNo, String what) {
    stories.computeIfAbsent(outTradeNo, _ -> new ArrayList<>()).add(Instant.now() + " " + what);
  }

  synchronized List<String> story(String outTradeNo) {
    return List.copyOf(stories.getOrDefault(outTradeNo, List.of()));
  }

  synchronized List<Trade> trades() {
    return List.copyOf(trades.values());
  }

  synchronized void violation(String what) {
    violations.add(what);
  }

  synchronized List<String> violations() {
    return List.copyOf(violations);
  }
}
