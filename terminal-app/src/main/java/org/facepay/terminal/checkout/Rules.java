package org.facepay.terminal.checkout;

import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.PaymentFlow;
import org.facepay.terminal.sale.Limits;
import org.facepay.terminal.session.KnownMember;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.StampName;

/**
 * What a shop decides about its self-checkout.
 *
 * @param terminal letters and digits, at most 12; begins every order number
 * @param epoch of the journal, 4 letters; tells its numbers from those of a journal before it
 * @param subject what a wallet shows its owner
 * @param payments how a charge ends, by the name of the provider
 * @param printAlways whether a receipt is printed without asking
 * @param faces what a face may do here
 * @param ways what else one can pay with
 */
public record Rules(
    String terminal,
    String epoch,
    String subject,
    Currency currency,
    Limits limits,
    Map<String, PaymentFlow> payments,
    Times times,
    boolean printAlways,
    Faces faces,
    Ways ways) {

  public Rules {
    if (!terminal.matches("[A-Za-z0-9]{1,12}")) {
      throw new IllegalArgumentException("terminal id " + terminal);
    }
    payments = Map.copyOf(payments);
  }

  /**
   * How long things stay.
   *
   * @param idle from the last touch to the warning (WCAG 2.2.1: at least 20 s of warning)
   * @param wipe from the warning to the wiped basket
   * @param doubt from the first unknown answer to the "do not pay again" screen
   * @param success from the payment to the attract screen
   * @param afterPaper from the printed receipt to the attract screen
   */
  public record Times(
      Duration idle, Duration wipe, Duration doubt, Duration success, Duration afterPaper) {}

  /**
   * What a face may do.
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

  /** How a charge of this provider ends. */
  public PaymentFlow payment(String provider) {
    return Objects.requireNonNull(payments.get(provider), provider);
  }

  /** The next order of a session; the session has counted it already. */
  Order order(Session session, String provider) {
    return order(session, provider, 0, false);
  }

  Order order(Session session, String provider, int months, boolean shown) {
    return new Order(
        outTradeNo(session), session.basket().total(), subject, provider, months, shown);
  }

  /** The number of a session's n-th order, e.g. K3_7F3K_94XQ1C0B_1. */
  String outTradeNo(Session session) {
    return terminal + "_" + epoch + "_" + StampName.of(session.id()) + "_" + session.orders();
  }

  /** What a person reads out to staff, e.g. "7F3K 94XQ 1C0B". */
  public String reference(Session session) {
    return epoch + " " + StampName.spoken(session.id());
  }
}
