package org.facepay.terminal.world.claims;

/**
 * What a shopper says of a line of a visit's bill, on the e-receipt.
 *
 * @param sale its order number
 * @param line from 1 in the order of the receipt
 */
record Objection(String sale, int line, Why why) {
  /** What is wrong with it. */
  enum Why {
    NOT_TAKEN,
    /** One piece too many. */
    WRONG_NUMBER
  }

  /** What has come of it. */
  enum State {
    /** Nobody has seen to it. */
    NEW,
    /** Staff look at it. */
    REVIEW,
    REFUNDING,
    RETURNED,
    KEPT,
    /** There is nothing left to look at. */
    EXPIRED
  }

  /** The refund of this line alone; an event's stamp never begins with a zero. */
  String number() {
    return sale + "_R0" + line;
  }

  /** The refund that somebody decides who has looked at the visit. */
  static String decided(String sale) {
    return sale + "_R00";
  }

  /** The name of the visit's evidence, which is the session's part of the number. */
  static String visit(String sale) {
    String[] parts = sale.split("_", -1);
    return parts.length == 4 ? parts[2] : "";
  }
}
