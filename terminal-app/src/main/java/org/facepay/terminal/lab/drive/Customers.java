package org.facepay.terminal.lab.drive;

import java.nio.ByteBuffer;
import java.util.Locale;
import org.facepay.sync.digest.Sha256;
import org.facepay.terminal.payment.PayCode;

/**
 * What the customers of a batch buy and hold up, fixed by a seed: a restart meets the same people.
 */
record Customers(String seed, String prefix) {

  /** 1 to 49999 fen. */
  long amountMinor(int basket) {
    return 1 + first(seed + ":" + basket) % 49_999;
  }

  /**
   * 18 digits: the wallet's prefix, the basket, the presentation, and six that only the seed knows.
   */
  PayCode code(int basket, int presentation) {
    long secret = first(seed + ":" + basket + ":" + presentation) % 1_000_000;
    return new PayCode(
        String.format(Locale.ROOT, "%s%08d%02d%06d", prefix, basket, presentation, secret));
  }

  private static long first(String text) {
    return Integer.toUnsignedLong(ByteBuffer.wrap(Sha256.of(text)).getInt());
  }
}
