package org.facepay.terminal.lab.sandbox;

/**
 * One trade of the ledger.
 *
 * @param amount in yuan, as it was asked for
 * @param queries how often it was asked about
 */
public record Trade(
    String outTradeNo,
    String tradeNo,
    String amount,
    String authCode,
    Status status,
    Behaviour behaviour,
    int queries) {

  /** Where the money is. */
  public enum Status {
    /** Nowhere yet: the shopper has to confirm. */
    WAITING,
    /** With the merchant. */
    PAID,
    /** With the shopper: nothing was ever taken. */
    CLOSED,
    /** With the shopper again. */
    REFUNDED
  }

  @Override
  public String toString() {
    return "Trade[" + outTradeNo + ", " + amount + ", " + status + ", " + behaviour + "]";
  }

  Trade with(Status changed) {
    return new Trade(outTradeNo, tradeNo, amount, authCode, changed, behaviour, queries);
  }

  Trade queried() {
    return new Trade(outTradeNo, tradeNo, amount, authCode, status, behaviour, queries + 1);
  }
}
