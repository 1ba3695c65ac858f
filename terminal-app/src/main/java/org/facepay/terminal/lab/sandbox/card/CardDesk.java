package org.facepay.terminal.lab.sandbox.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facepay.terminal.provider.card.NexoCodec;

/**
 * A simulated terminal's memory and rules, without a wire: a number is one payment, what is given
 * back is never more than was taken. While its host cannot be reached it approves up to a floor
 * limit by itself, unless the till forbids it, and forwards later. Thread-safe.
 */
public final class CardDesk {
  private final Map<String, ObjectNode> answers = new HashMap<>();
  private final CardHost host = new CardHost();
  private final Map<String, String> trades = new HashMap<>();

  /** The request that paid for an order. */
  private final Map<String, String> paidBy = new HashMap<>();

  private final Set<String> underWay = new HashSet<>();
  private final Set<String> aborted = new HashSet<>();
  private final Deque<CardBehaviour> script = new ArrayDeque<>();
  private final List<String> violations = new ArrayList<>();
  private CardBehaviour otherwise = CardBehaviour.APPROVE;
  private int next = 1;

  synchronized void script(List<CardBehaviour> behaviours) {
    script.addAll(behaviours);
  }

  synchronized void otherwise(CardBehaviour behaviour) {
    otherwise = behaviour;
  }

  /** Begins a payment; empty when this number was used before. */
  synchronized Optional<CardBehaviour> begin(String serviceId) {
    if (answers.containsKey(key("Payment", serviceId)) || !underWay.add(serviceId)) {
      violations.add("payment " + serviceId + " asked for twice");
      return Optional.empty();
    }
    return Optional.of(script.isEmpty() ? otherwise : script.poll());
  }

  /** Waits until the payment is aborted. */
  synchronized void awaitAbort(String serviceId, long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    while (!aborted.contains(serviceId)) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return;
      }
      wait(left);
    }
  }

  synchronized void abort(String serviceId) {
    aborted.add(serviceId);
    notifyAll();
  }

  /** The payment was never taken in. */
  synchronized void forget(String serviceId) {
    underWay.remove(serviceId);
  }

  /** Cuts the terminal off its host, or joins them again: what is stored is forwarded then. */
  synchronized void host(boolean reachable) {
    if (reachable) {
      host.join(this::forwarded);
    } else {
      host.cut();
    }
  }

  synchronized void floor(BigDecimal limit) {
    host.floor(limit);
  }

  synchronized void refuseWhenForwarded(String order) {
    host.refuse(order);
  }

  synchronized int waiting() {
    return host.waiting();
  }

  /** Forgets a payment's answer, as terminals do with old ones; its money stays where it is. */
  synchronized void forgetAnswerOf(String order) {
    answers.remove(key("Payment", String.valueOf(paidBy.get(order))));
  }

  /** From now on the payment's answer says what the host has said. */
  private void forwarded(String order, boolean accepted) {
    String key = key("Payment", String.valueOf(paidBy.get(order)));
    ObjectNode answer = answers.get(key);
    if (answer == null) {
      return; // forgotten
    }
    if (accepted) {
      ((ObjectNode) answer.get("PaymentResult")).put("OnlineFlag", true);
    } else {
      answer.set("Response", failed("Refusal").get("Response"));
    }
  }

  /** Ends a payment with money, as far as the host can be asked or need not be. */
  synchronized ObjectNode approve(String serviceId, JsonNode request, CardBehaviour behaviour) {
    JsonNode transaction = request.path("PaymentTransaction");
    JsonNode amounts = transaction.path("AmountsReq");
    BigDecimal amount = amounts.path("RequestedAmount").decimalValue();
    boolean partly = behaviour == CardBehaviour.PARTIAL;
    boolean disobeys = behaviour == CardBehaviour.APPROVED_OFFLINE_UNASKED;
    boolean online = host.reachable() && !disobeys;
    boolean forced = transaction.path("TransactionConditions").path("ForceOnlineFlag").asBoolean();
    if (!online && !disobeys && (forced || !host.isBelowFloor(amount))) {
      return refuse(serviceId, request, "UnreachableHost");
    }
    String order = order(request);
    BigDecimal authorised = partly ? amount.divide(BigDecimal.TWO) : amount;
    String trade = "C" + String.format(java.util.Locale.ROOT, "%09d", next++);
    if (paidBy.putIfAbsent(order, serviceId) != null) {
      violations.add("order " + order + " paid twice");
    }
    if (online) {
      host.take(order, authorised);
    } else {
      host.store(order, authorised);
    }
    trades.put(trade, order);
    ObjectNode answer = approval(order, trade, authorised, amounts.path("Currency").asText());
    ((ObjectNode) answer.get("PaymentResult")).put("OnlineFlag", online);
    answer.putObject("Response").put("Result", partly ? "Partial" : "Success");
    return kept("Payment", serviceId, answer);
  }

  /** An approval of an order that need not have been made. */
  public static ObjectNode approval(
      String order, String trade, BigDecimal amount, String currency) {
    ObjectNode answer = NexoCodec.object();
    answer.putObject("SaleData").putObject("SaleTransactionID").put("TransactionID", order);
    answer
        .putObject("POIData")
        .putObject("POITransactionID")
        .put("TransactionID", trade)
        .put("TimeStamp", "2026-11-25T12:00:00.000Z");
    answer
        .putObject("PaymentResult")
        .put("OnlineFlag", true)
        .putObject("AmountsResp")
        .put("AuthorizedAmount", amount)
        .put("Currency", currency);
    answer.putObject("Response").put("Result", "Success");
    return answer;
  }

  /** Ends a payment without money. */
  synchronized ObjectNode refuse(String serviceId, JsonNode request, String condition) {
    ObjectNode answer = failed(condition);
    answer
        .putObject("SaleData")
        .putObject("SaleTransactionID")
        .put("TransactionID", order(request));
    return kept("Payment", serviceId, answer);
  }

  private ObjectNode kept(String category, String serviceId, ObjectNode answer) {
    underWay.remove(serviceId);
    answers.put(key(category, serviceId), answer);
    return answer.deepCopy();
  }

  synchronized ObjectNode reverse(String serviceId, JsonNode request) {
    ObjectNode before = answers.get(key("Reversal", serviceId));
    if (before != null) {
      return before;
    }
    String trade =
        request
            .path("OriginalPOITransaction")
            .path("POITransactionID")
            .path("TransactionID")
            .asText();
    String order = trades.get(trade);
    if (order == null) {
      return failed("NotFound");
    }
    if (!host.canGiveBack(order)) {
      return failed("UnreachableHost");
    }
    BigDecimal left = host.left(order);
    JsonNode asked = request.path("ReversedAmount");
    BigDecimal amount = asked.isNumber() ? asked.decimalValue() : left;
    if (amount.signum() <= 0 || amount.compareTo(left) > 0) {
      return kept("Reversal", serviceId, failed("Refusal"));
    }
    host.giveBack(order, amount);
    ObjectNode answer = NexoCodec.object().put("ReversedAmount", amount);
    answer.putObject("Response").put("Result", "Success");
    return kept("Reversal", serviceId, answer);
  }

  synchronized ObjectNode status(JsonNode request, JsonNode header) {
    JsonNode reference = request.path("MessageReference");
    String category = reference.path("MessageCategory").asText();
    String serviceId = reference.path("ServiceID").asText();
    ObjectNode known = answers.get(key(category, serviceId));
    if (known == null) {
      return failed(underWay.contains(serviceId) ? "InProgress" : "NotFound");
    }
    ObjectNode answer = NexoCodec.object();
    answer.putObject("Response").put("Result", "Success");
    ObjectNode repeated = answer.putObject("RepeatedMessageResponse");
    repeated.set(
        "MessageHeader",
        ((ObjectNode) header.deepCopy())
            .put("MessageCategory", category)
            .put("ServiceID", serviceId)
            .put("MessageType", "Response"));
    repeated.putObject("RepeatedResponseMessageBody").set(category + "Response", known.deepCopy());
    return answer;
  }

  static ObjectNode failed(String condition) {
    ObjectNode answer = NexoCodec.object();
    answer.putObject("Response").put("Result", "Failure").put("ErrorCondition", condition);
    return answer;
  }

  /** What an order's card was charged, less what was given back. */
  synchronized BigDecimal kept(String order) {
    return host.kept(order);
  }

  synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  private static String order(JsonNode request) {
    return request.path("SaleData").path("SaleTransactionID").path("TransactionID").asText();
  }

  private static String key(String category, String serviceId) {
    return category + " " + serviceId;
  }
}
