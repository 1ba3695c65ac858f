package org.facepay.terminal.lab.sandbox.card;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The bank behind a simulated card terminal, and what the terminal stores while it cannot be
 * reached: the books of what really moved, by order. Not thread-safe; {@link CardDesk} guards it.
 */
final class CardHost {
  private final Map<String, BigDecimal> taken = new HashMap<>();
  private final Map<String, BigDecimal> given = new HashMap<>();
  private final Map<String, BigDecimal> stored = new LinkedHashMap<>();
  private final Set<String> refused = new HashSet<>();
  private boolean reachable = true;
  private BigDecimal floor = BigDecimal.ZERO;

  boolean reachable() {
    return reachable;
  }

  /** Up to here the terminal approves by itself. */
  void floor(BigDecimal limit) {
    floor = limit;
  }

  boolean isBelowFloor(BigDecimal amount) {
    return amount.compareTo(floor) <= 0;
  }

  /** Says no to this order when it is forwarded. */
  void refuse(String order) {
    refused.add(order);
  }

  void cut() {
    reachable = false;
  }

  /**
   * Joins the network and forwards everything that is stored, in order.
   *
   * @param told hears of each order whether the bank has accepted it
   */
  void join(BiConsumer<String, Boolean> told) {
    reachable = true;
    Map<String, BigDecimal> waiting = new LinkedHashMap<>(stored);
    stored.clear();
    waiting.forEach(
        (order, amount) -> {
          boolean accepted = !refused.contains(order);
          if (accepted) {
            take(order, amount);
          }
          told.accept(order, accepted);
        });
  }

  /** Charges the card; whether it was the first time. */
  boolean take(String order, BigDecimal amount) {
    return taken.putIfAbsent(order, amount) == null;
  }

  void store(String order, BigDecimal amount) {
    stored.put(order, amount);
  }

  int waiting() {
    return stored.size();
  }

  /** What is only stored needs no bank. */
  boolean canGiveBack(String order) {
    return reachable || stored.containsKey(order);
  }

  /** What can still be given back of an order: charged, or about to be. */
  BigDecimal left(String order) {
    return stored.containsKey(order) ? stored.get(order) : kept(order);
  }

  /** Gives back; what is only stored is forwarded with so much less, or not at all. */
  void giveBack(String order, BigDecimal amount) {
    if (!stored.containsKey(order)) {
      given.merge(order, amount, BigDecimal::add);
    } else if (left(order).compareTo(amount) == 0) {
      stored.remove(order);
    } else {
      stored.put(order, left(order).subtract(amount));
    }
  }

  /** What the card was charged, less what was given back. */
  BigDecimal kept(String order) {
    return taken
        .getOrDefault(order, BigDecimal.ZERO)
        .subtract(given.getOrDefault(order, BigDecimal.ZERO));
  }
}
