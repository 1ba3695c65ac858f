package org.facepay.terminal.payment.sandbox;

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
import org.facepay.terminal.payment.sandbox.Trade.Status;

/**
 * The sandbox wallet's books and rules, without a wire: an order number pays once, a code is good
 * for one order, a closed order stays closed. Thread-safe.
 */
final class AlipayLedger {
  private final Map<String, Trade> trades = new LinkedHashMap<>();
  private final Set<String> usedCodes = new HashSet<>();
  private final Map<String, Behaviour> byCode = new HashMap<>();
  private final Deque<Behaviour> script = new ArrayDeque<>();
  private final List<String> violations = new ArrayList<>();
  private Behaviour otherwise = Behaviour.APPROVE;
  private long next = 1;

  synchronized void script(List<Behaviour> behaviours) {
    script.addAll(behaviours);
  }

  synchronized void otherwise(Behaviour behaviour) {
    otherwise = behaviour;
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
    return script.isEmpty() ? otherwise : script.poll();
  }

  /** What a payment came to: a trade, or the business code of a refusal. */
  record Paid(Optional<Trade> trade, String refusal) {}

  synchronized Paid pay(String outTradeNo, String authCode, String amount, Behaviour behaviour) {
    Trade known = trades.get(outTradeNo);
    if (known != null) {
      return again(known, authCode, amount);
    }
    if (!usedCodes.add(authCode)) {
      violations.add("code of " + outTradeNo + " used for two orders");
      return refused("ACQ.PAYMENT_AUTH_CODE_INVALID");
    }
    switch (behaviour) {
      case BALANCE_TOO_LOW -> {
        return refused("ACQ.BUYER_BALANCE_NOT_ENOUGH");
      }
      case CODE_EXPIRED -> {
        return refused("ACQ.PAYMENT_AUTH_CODE_INVALID");
      }
      default -> {}
    }
    boolean waits = behaviour == Behaviour.CONFIRM_LATER || behaviour == Behaviour.NEVER_CONFIRM;
    String tradeNo = "2026112222001" + String.format(java.util.Locale.ROOT, "%015d", next++);
    Trade trade =
        new Trade(
            outTradeNo,
            tradeNo,
            amount,
            authCode,
            waits ? Status.WAITING : Status.PAID,
            behaviour,
            0);
    trades.put(outTradeNo, trade);
    return new Paid(Optional.of(trade), "");
  }

  private Paid again(Trade known, String authCode, String amount) {
    if (!known.authCode().equals(authCode) || !known.amount().equals(amount)) {
      violations.add("order " + known.outTradeNo() + " asked for again with another content");
      return refused("ACQ.CONTEXT_INCONSISTENT");
    }
    return switch (known.status()) {
      case PAID, WAITING -> new Paid(Optional.of(known), "");
      case CLOSED, REFUNDED -> refused("ACQ.TRADE_HAS_CLOSE");
    };
  }

  private static Paid refused(String code) {
    return new Paid(Optional.empty(), code);
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
    trades.put(outTradeNo, asked);
    return Optional.of(asked);
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

  /** Gives a whole trade back; the business code of a refusal, or nothing. */
  synchronized String refund(String outTradeNo, String amount) {
    Trade trade = trades.get(outTradeNo);
    if (trade == null) {
      return "ACQ.TRADE_NOT_EXIST";
    }
    if (!trade.amount().equals(amount)) {
      return "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL";
    }
    if (trade.status() != Status.PAID && trade.status() != Status.REFUNDED) {
      return "ACQ.TRADE_STATUS_ERROR";
    }
    trades.put(outTradeNo, trade.with(Status.REFUNDED));
    return "";
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
