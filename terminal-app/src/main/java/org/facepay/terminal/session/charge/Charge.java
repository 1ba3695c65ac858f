package org.facepay.terminal.session.charge;

import java.util.Optional;
import org.facepay.terminal.payment.Payment;

/**
 * One charge inside a session, from the first request to the provider until it has ended. It knows
 * nothing of what is paid for.
 *
 * @param reference what the shopper reads out to staff
 * @param alarmed whether the shopper has been told that the outcome is unknown
 */
public record Charge(
    Payment payment, String reference, boolean alarmed, Slip slip, Optional<Handing> handing) {

  /**
   * The printed reference.
   *
   * @param job stamp of the slip being printed, 0 for none
   */
  public record Slip(long job, boolean printed) {}

  /**
   * Staff take the order from the terminal; what was under way for it is not listened to any more.
   *
   * @param attempt stamp of the request to take it
   * @param done whether it is in other hands
   */
  public record Handing(String attendant, long attempt, boolean done) {}

  /** How far it has come. */
  public enum End {
    /** The money may still move. */
    OPEN,
    PAID,
    REFUSED,
    /** The shopper left the shown code, and it was closed. */
    LEFT,
    /** Whoever took it settles it apart from any session. */
    HANDED_OVER
  }

  public End end() {
    if (handing.isPresent()) {
      return handing.get().done() ? End.HANDED_OVER : End.OPEN;
    }
    return payment
        .end()
        .map(
            end ->
                switch (end) {
                  case Payment.End.Paid _ -> End.PAID;
                  case Payment.End.NotPaid _ -> payment.codeLeft() ? End.LEFT : End.REFUSED;
                })
        .orElse(End.OPEN);
  }

  Charge with(Payment changed) {
    return new Charge(changed, reference, alarmed, slip, handing);
  }

  Charge alarmed(boolean on) {
    return new Charge(payment, reference, on, slip, handing);
  }

  Charge with(Slip changed) {
    return new Charge(payment, reference, alarmed, changed, handing);
  }

  Charge with(Handing changed) {
    return new Charge(payment, reference, alarmed, slip, Optional.of(changed));
  }
}
