package org.facepay.terminal.world.cashier;

import java.time.InstantSource;
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

  private boolean told(String id, String type, byte[] body) {
    try {
      journal.send(new Outgoing(id, type, clock.instant(), body));
      return true;
    } catch (StorageException e) {
      LOG.debug("{} is not told yet", id, e);
      return false;
    }
  }
}
