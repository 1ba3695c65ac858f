package org.facepay.terminal.world.cashier;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.journal.Outgoing;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.receipt.SaleRecord;
import org.facepay.terminal.session.visit.Debt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the collector what has come of money apart from any session. What cannot be written down is
 * told later by whoever asks again.
 */
public record LateNews(Journal journal, SaleRecord records, InstantSource clock) {
  private static final Logger LOG = LoggerFactory.getLogger(LateNews.class);

  /** An order that staff had taken has ended; whether that will be told. */
  public boolean settled(Payment payment) {
    String number = payment.order().outTradeNo();
    boolean told =
        told("settled-later-" + number, SaleRecord.SETTLED_LATER, records.settledLater(payment));
    if (told) {
      LOG.info("{} has ended: {}", number, payment.end());
    }
    return told;
  }

  /** A refund has reached the shopper; whether that will be told. */
  public boolean refunded(OpenRefunds.OpenRefund refund) {
    return told(
        "refund-settled-" + refund.requestNo(),
        SaleRecord.REFUND_SETTLED,
        records.refundSettled(refund.order(), refund.amount(), refund.requestNo()));
  }

  /** What a shopper owes after a visit; whether that will be told. */
  public boolean owed(Debt debt) {
    return told("debt-" + debt.order(), SaleRecord.DEBT, records.debt(debt));
  }

  /**
   * What has come of an objection to a line of a visit's bill; whether that will be told.
   *
   * @param state as in {@link SaleRecord#objection}
   * @param at when it came to that: said again, it is the same
   */
  public boolean objection(String sale, int line, String state, long minor, Instant at) {
    String what = state.toLowerCase(Locale.ROOT) + "-" + at.toEpochMilli();
    return told(
        String.join("-", "objection", sale, Integer.toString(line), what),
        SaleRecord.OBJECTION,
        at,
        records.objection(sale, line, state, minor));
  }

  private boolean told(String id, String type, byte[] body) {
    return told(id, type, clock.instant(), body);
  }

  private boolean told(String id, String type, Instant at, byte[] body) {
    try {
      journal.send(new Outgoing(id, type, at, body));
      return true;
    } catch (StorageException e) {
      LOG.debug("{} is not told yet", id, e);
      return false;
    }
  }
}
