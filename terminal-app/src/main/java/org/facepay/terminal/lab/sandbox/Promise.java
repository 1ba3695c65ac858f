package org.facepay.terminal.lab.sandbox;

/**
 * One hold of the sandbox's books. Amounts are fen.
 *
 * @param reference the wallet's number
 * @param heldFen what is still promised
 * @param paidFen what was captured
 * @param queries how often it was asked about
 */
public record Promise(
    String outOrderNo,
    String reference,
    long amountFen,
    long heldFen,
    long paidFen,
    Status status,
    Behaviour behaviour,
    int queries) {

  /** Where the promise stands. */
  public enum Status {
    /** The shopper has to confirm. */
    WAITING,
    HELD,
    /** Nothing is promised any more. */
    OVER
  }

  Promise with(Status changed) {
    return new Promise(
        outOrderNo,
        reference,
        amountFen,
        changed == Status.OVER ? 0 : heldFen,
        paidFen,
        changed,
        behaviour,
        queries);
  }

  Promise queried() {
    return new Promise(
        outOrderNo, reference, amountFen, heldFen, paidFen, status, behaviour, queries + 1);
  }

  Promise moved(long paid, long released) {
    long held = heldFen - paid - released;
    return new Promise(
        outOrderNo,
        reference,
        amountFen,
        held,
        paidFen + paid,
        held == 0 ? Status.OVER : status,
        behaviour,
        queries);
  }
}
