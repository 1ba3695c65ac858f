package org.facepay.terminal.session.member;

import java.time.Duration;
import java.util.Optional;
import org.facepay.terminal.session.KnownMember;

/**
 * What a face may do in this shop.
 *
 * @param members whether the shop recognises its members
 * @param account name of the provider that keeps the members' accounts; empty: a face cannot pay
 * @param agreement name of the provider that deducts by members' signed agreements; empty: none
 * @param secondFactorAbove total from which the last digits of the phone are asked for as well
 * @param look how long the camera looks at most
 * @param wallet name of the provider whose certified camera stands beside the screen; empty: none
 */
public record Faces(
    boolean members,
    String account,
    String agreement,
    long secondFactorAbove,
    Duration look,
    String wallet) {
  public static final Faces NONE = walletOnly("");

  /** The same without the shop's own recognition. */
  public static Faces walletOnly(String wallet) {
    return new Faces(false, "", "", 0, Duration.ZERO, wallet);
  }

  /** Who is asked for a member's money; empty when the balance is too low and nothing signed. */
  Optional<String> payer(KnownMember member, long totalMinor) {
    if (member.balancePays(totalMinor)) {
      return Optional.of(account);
    }
    return member.signed() && !agreement.isEmpty() ? Optional.of(agreement) : Optional.empty();
  }

  /** Whether the shop's own recognition can pay. */
  public boolean pays() {
    return members && !account.isEmpty();
  }
}
