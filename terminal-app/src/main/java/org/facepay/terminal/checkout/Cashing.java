package org.facepay.terminal.checkout;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.session.Act;
import org.facepay.terminal.session.Act.Deed;
import org.facepay.terminal.session.Session;
import org.facepay.terminal.session.refund.Refunds;

/**
 * Cash that a member of staff takes for a basket. No charge of it is open then: staff mode cannot
 * be entered while money may be moving, and what nobody knows the outcome of is taken over whole.
 */
record Cashing(Rules rules) {
  /** Cash in the books. */
  static final String PROVIDER = Refunds.CASH;

  private static final int MOST_TYPED = 9;

  /** Notes shoppers give, in whole units of the currency. */
  private static final List<Integer> NOTES = List.of(5, 10, 50, 100);

  /** Whether there is something to take, and nothing waits for a look at the shopper. */
  static boolean possible(Session session) {
    return session.priced().total().minor() > 0 && session.ages().isEmpty();
  }

  /** What was typed so far, with one key more; the whole of a usual amount replaces it. */
  static String typed(String typed, String key, Session session) {
    if (quick(session).contains(key)) {
      return key;
    }
    return switch (key) {
      case "back" -> typed.substring(0, Math.max(0, typed.length() - 1));
      case "." -> typed.isEmpty() || typed.contains(".") ? typed : typed + key;
      default ->
          key.matches("[0-9]") && fits(typed, session)
              ? (typed.equals("0") ? "" : typed) + key
              : typed;
    };
  }

  private static boolean fits(String typed, Session session) {
    int point = typed.indexOf('.');
    int decimals = session.basket().currency().getDefaultFractionDigits();
    return typed.length() < MOST_TYPED && (point < 0 || typed.length() - point <= decimals);
  }

  /** What that comes to, minor units. */
  static long minor(String typed, Session session) {
    String figures = typed.isEmpty() ? "0" : typed.endsWith(".") ? typed + "0" : typed;
    int decimals = session.basket().currency().getDefaultFractionDigits();
    return new BigDecimal(figures).movePointRight(decimals).longValueExact();
  }

  /** What shoppers usually give: the sum itself, and the next round ones above it. */
  static List<String> quick(Session session) {
    Money total = session.priced().total();
    long unit =
        BigDecimal.ONE.movePointRight(total.currency().getDefaultFractionDigits()).longValueExact();
    return Stream.concat(
            Stream.of(total.minor()),
            NOTES.stream().map(note -> Math.ceilDiv(total.minor(), note * unit) * note * unit))
        .distinct()
        .limit(4)
        .map(minor -> new Money(minor, total.currency()).figures())
        .toList();
  }

  /**
   * The session with its cash taken, and the payment it is; empty while less than the sum was
   * received.
   */
  Optional<Taken> take(Session session, String attendant, String typed, Instant at) {
    long received = minor(typed, session);
    long due = session.priced().total().minor();
    if (!possible(session) || received < due) {
      return Optional.empty();
    }
    Session counted = session.nextOrder();
    Order order = rules.numbers().order(counted, PROVIDER);
    Act act = new Act(Deed.CASH_TAKEN, attendant, at, order.outTradeNo(), received);
    Payment payment = Payment.paid(order, "", at);
    return Optional.of(new Taken(counted.with(act), payment, act));
  }

  /** A basket that was paid in cash. */
  record Taken(Session session, Payment payment, Act act) {}
}
