package org.facepay.terminal.container;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.container.Stage.Wallet;
import org.facepay.terminal.payment.PaymentFlows;
import org.facepay.terminal.payment.ShownCode;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.promotion.Tariff;
import org.facepay.terminal.session.Frame;
import org.facepay.terminal.session.Numbers;
import org.facepay.terminal.session.Times;
import org.facepay.terminal.session.charge.Charges;
import org.facepay.terminal.session.hold.Holds;
import org.facepay.terminal.session.member.Meetings;
import org.facepay.terminal.session.member.Members;
import org.facepay.terminal.session.refund.Refunds;
import org.facepay.terminal.session.restock.Restocks;

/**
 * What a smart container decides.
 *
 * @param payments how a charge ends, for what is owed from last time
 * @param holds who promises money
 * @param limits of one visit
 */
public record Rules(
    Numbers numbers,
    PaymentFlows payments,
    Holds holds,
    Members members,
    Times times,
    Limits limits) {

  /**
   * Of one visit.
   *
   * @param most it costs, which is what is promised before the door opens
   * @param pull how long the bolt stays drawn for a door that nobody opens
   * @param doorOpen from the opening of the door to the first word about it, and from that to staff
   * @param shown name of the provider that promises by a code shown here; empty: none
   * @param shownValid how long such a code can be scanned
   * @param objectDays days within which the shopper can object
   */
  public record Limits(
      Money most,
      Duration pull,
      Duration doorOpen,
      String shown,
      Duration shownValid,
      int objectDays) {
    /** How long after the door was closed. */
    Duration objects() {
      return Duration.ofDays(objectDays);
    }
  }

  /** A container in the frame of every session. */
  public Frame<Stage> frame() {
    return new Frame<>(new Container(this), numbers, times, Tariff.of(limits.most().currency()));
  }

  Charges charges() {
    return new Charges(payments, "", times.doubt());
  }

  /** What stands where is the cabinet's to say: it learns it. */
  Restocks restocks() {
    return new Restocks(List.of());
  }

  Refunds refunds() {
    return new Refunds(payments, numbers.subject(), times.success());
  }

  Meetings meetings() {
    return new Meetings(members, numbers, Optional.of(limits.most()));
  }

  /** With a code that is shown, where a wallet promises by one. */
  Optional<Wallet> shown() {
    return Optional.of(limits.shown())
        .filter(holds::promises)
        .map(name -> new Wallet(name, new ShownCode(limits.shownValid())));
  }
}
