package org.facepay.terminal.provider.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * When this program asked for the money of each order, to tell a payment of ours from one that was
 * made before under the same number, as it can be after a disk was put back to an earlier day. Only
 * the other side's clocks are compared: the time of the payment with the time in the head of the
 * answer (RFC 9110, 6.6.1), so it does not matter what the terminal's clock says. Thread-safe.
 */
public final class Requested {
  private static final int REMEMBERED = 1024;

  /** What the clocks of one provider's servers may be apart. */
  private static final Duration SLACK = Duration.ofSeconds(15);

  private final Map<String, Long> nanos =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** The money of this order is asked for now. */
  public synchronized void now(String outTradeNo) {
    nanos.putIfAbsent(outTradeNo, System.nanoTime());
  }

  /**
   * Whether a payment is older than our request. False when nobody can tell: the answer has no
   * time, or the program was started again since.
   *
   * @param paid by the provider's clock
   * @param answered head of the answer that says so, of the field {@code Date}
   */
  public synchronized boolean isOlder(String outTradeNo, Optional<Instant> paid, String answered) {
    Long since = nanos.get(outTradeNo);
    if (since == null || paid.isEmpty()) {
      return false;
    }
    Optional<Instant> now = date(answered);
    Duration waited = Duration.ofNanos(System.nanoTime() - since);
    return now.isPresent() && paid.get().isBefore(now.get().minus(waited).minus(SLACK));
  }

  private static Optional<Instant> date(String field) {
    try {
      return Optional.of(
          ZonedDateTime.parse(field, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
