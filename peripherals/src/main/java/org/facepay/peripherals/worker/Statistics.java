package org.facepay.peripherals.worker;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What a device has done since its worker was started, by UnifiedPOS statistics names such as
 * GoodScanCount. Safe for several threads; at most {@link #MOST} different names.
 */
public final class Statistics {
  /** Bounds the table; names come from code, not from devices. */
  static final int MOST = 64;

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  /** One more. */
  public void count(String name) {
    LongAdder known = counts.get(name);
    if (known == null && counts.size() < MOST) {
      known = counts.computeIfAbsent(name, n -> new LongAdder());
    }
    if (known != null) {
      known.increment();
    }
  }

  /** How often so far. */
  public long of(String name) {
    LongAdder known = counts.get(name);
    return known == null ? 0 : known.sum();
  }

  /** All of them, by name. */
  public Map<String, Long> all() {
    Map<String, Long> all = new TreeMap<>();
    counts.forEach((name, count) -> all.put(name, count.sum()));
    return all;
  }
}
