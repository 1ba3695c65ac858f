package org.facepay.sync.collector;

import java.time.Instant;

/**
 * What a shopper says of a line of a container's bill.
 *
 * @param line from 1 in the order of the receipt
 */
record Objection(String sale, int line, Why why, Instant at) {
  /** What is wrong with it. */
  enum Why {
    NOT_TAKEN,
    /** One piece too many. */
    WRONG_NUMBER
  }
}
