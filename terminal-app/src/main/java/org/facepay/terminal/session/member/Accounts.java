package org.facepay.terminal.session.member;

import java.util.Optional;
import org.facepay.terminal.session.Shopper;

/**
 * What members can pay from.
 *
 * @param balance name of the provider that keeps the members' accounts; empty: none does
 * @param agreement name of the provider that deducts by members' signed agreements; empty: none
 */
public record Accounts(String balance, String agreement) {
  public static final Accounts NONE = new Accounts("", "");

  /** Who is asked for a member's money; empty when the balance is too low and nothing signed. */
  Optional<String> payer(Shopper.Member member, long totalMinor) {
    if (member.balancePays(totalMinor)) {
      return Optional.of(balance);
    }
    return member.signed() && !agreement.isEmpty() ? Optional.of(agreement) : Optional.empty();
  }
}
