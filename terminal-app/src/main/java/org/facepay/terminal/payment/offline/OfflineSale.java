package org.facepay.terminal.payment.offline;

import java.time.Instant;
import java.util.Optional;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Order;

/**
 * A sale that was accepted without asking the provider.
 *
 * @param member whose account is charged
 * @param acceptedAt when the goods went
 * @param decline why no money came of it, once the provider has said so
 */
public record OfflineSale(
    Order order, String member, Instant acceptedAt, State state, Optional<Decline> decline) {

  /** Where it stands. */
  public enum State {
    /** It waits. */
    WAITING,
    /** It was sent; what became of it has to be asked, never guessed. */
    SENT,
    /** The money came. */
    PAID,
    /** It was taken back before it was sent. */
    CANCELLED,
    /** The provider said no: the shop has to see to it. Stays until that was reported. */
    DECLINED
  }

  /** A provider's no. */
  public record Decline(DeclineReason reason, String code, Instant at) {}

  boolean open() {
    return state == State.WAITING || state == State.SENT;
  }

  OfflineSale with(State changed) {
    return new OfflineSale(order, member, acceptedAt, changed, decline);
  }

  OfflineSale declined(Decline why) {
    return new OfflineSale(order, member, acceptedAt, State.DECLINED, Optional.of(why));
  }
}
