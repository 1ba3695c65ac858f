package org.facepay.terminal.provider.offline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How much a shop dares to sell without asking the provider. Amounts are minor units.
 *
 * @param perSale most of one sale
 * @param total most of all that waits
 * @param count most sales that wait
 * @param age nothing more is accepted while the oldest has waited longer
 */
public record OfflineCaps(long perSale, long total, int count, Duration age) {

  /** Nothing is sold; what was sold before is forwarded all the same. */
  public static final OfflineCaps NONE = new OfflineCaps(0, 0, 0, Duration.ZERO);

  /**
   * Why one more sale is not accepted, or nothing.
   *
   * @param minor its amount
   * @param open those that wait, the oldest first
   */
  Optional<String> refusal(long minor, List<OfflineSale> open, Instant now) {
    if (minor > perSale) {
      return Optional.of("above the cap of a sale");
    }
    if (open.size() >= count) {
      return Optional.of("enough sales wait");
    }
    long waiting = open.stream().mapToLong(s -> s.order().amount().minor()).sum();
    if (waiting + minor > total) {
      return Optional.of("above the cap of all sales that wait");
    }
    boolean old = !open.isEmpty() && open.getFirst().acceptedAt().plus(age).isBefore(now);
    return old ? Optional.of("the oldest has waited too long") : Optional.empty();
  }
}
