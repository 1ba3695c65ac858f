package org.facepay.terminal.provider.offline;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Order;

/**
 * A sale that was accepted without asking the provider.
 *
 * @param acceptedAt when the goods went
 * @param decline why no money came of it, once the provider has said so
 * @param refunds what was given back while it waited: minor units by the request's number
 */
public record OfflineSale(
    Order order,
    Payer payer,
    Instant acceptedAt,
    State state,
    Optional<Decline> decline,
    Map<String, Long> refunds) {

  /** Where it stands. */
  public enum State {
    /** It waits. */
    WAITING,
    /** It was sent; what became of it has to be asked, never guessed. */
    SENT,
    /** The card terminal has it and forwards it by itself; what became of it has to be asked. */
    STORED,
    /**
     * The card terminal has it, and nothing may be given for it: its money is on its way back,
     * until that is certain.
     */
    RETURNING,
    /** The money came. */
    PAID,
    /** It was taken back. */
    CANCELLED,
    /** No money came, or nobody knows: the shop has to see to it. Stays until that was reported. */
    DECLINED
  }

  /**
   * A provider's no.
   *
   * @param reason empty when the provider does not know what became of the sale
   */
  public record Decline(Optional<DeclineReason> reason, String code, Instant at) {}

  public OfflineSale {
    refunds = Map.copyOf(refunds);
  }

  /** A sale that is made now. */
  static OfflineSale made(Order order, Payer payer, Instant at, State state) {
    return new OfflineSale(order, payer, at, state, Optional.empty(), Map.of());
  }

  boolean open() {
    return switch (state) {
      case WAITING, SENT, STORED, RETURNING -> true;
      case PAID, CANCELLED, DECLINED -> false;
    };
  }

  /** Given back while it waited, minor units. */
  public long refundedMinor() {
    return refunds.values().stream().mapToLong(Long::longValue).sum();
  }

  OfflineSale with(State changed) {
    return new OfflineSale(order, payer, acceptedAt, changed, decline, refunds);
  }

  OfflineSale declined(Decline why) {
    return new OfflineSale(order, payer, acceptedAt, State.DECLINED, Optional.of(why), refunds);
  }

  /** A part has gone back, told once or more often; when nothing is left there is no sale. */
  OfflineSale refunded(String requestNo, long minor) {
    Map<String, Long> more = new HashMap<>(refunds);
    more.put(requestNo, minor);
    OfflineSale less = new OfflineSale(order, payer, acceptedAt, state, decline, more);
    return less.refundedMinor() < order.amount().minor() ? less : less.with(State.CANCELLED);
  }
}
