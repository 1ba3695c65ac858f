package org.facepay.terminal.payment.hold;

import org.facepay.terminal.payment.DeclineReason;

/** What is known after asking a provider of holds once. Amounts are minor units. */
public sealed interface HoldOutcome {

  /**
   * The money is promised, and none has been taken.
   *
   * @param payer whose money it is, by the provider's name for them; empty where it does not say
   */
  record Held(String reference, String payer) implements HoldOutcome {}

  /**
   * Money has moved.
   *
   * @param stillHeldMinor what is promised beyond it
   */
  record Captured(String tradeNo, long minor, long stillHeldMinor) implements HoldOutcome {}

  /** The provider has taken the claim over and collects it by itself, now or later. */
  record Claimed(String reference, long minor) implements HoldOutcome {}

  /** Nothing is promised any more, and a part that was never captured never will be. */
  record Released() implements HoldOutcome {}

  /** The provider named a business reason; nothing has changed. */
  record Declined(DeclineReason reason, String code) implements HoldOutcome {

    /**
     * What a refusal comes to that named no order, and so may be that of any: it counts once there
     * is no such hold.
     *
     * @param known what is known after asking about the hold
     */
    public HoldOutcome confirmedBy(HoldOutcome known) {
      return switch (known) {
        case NotFound _, Released _ -> this;
        case Held _, Pending _ -> known;
        default -> new Unknown("refused with " + code + ", which is not confirmed");
      };
    }
  }

  /** The shopper has to confirm, or the provider is busy with it. */
  record Pending() implements HoldOutcome {}

  /** A code is to be shown to the shopper, who confirms with the phone. */
  record Shown(String code) implements HoldOutcome {}

  /** Time-out, 5xx, a bad or missing signature, an answer for another order. */
  record Unknown(String why) implements HoldOutcome {}

  /** The provider knows no such hold. Proves nothing while a request may still be on its way. */
  record NotFound() implements HoldOutcome {}

  /** No connection could be made: the request never left. */
  record NotSent(String why) implements HoldOutcome {}
}
