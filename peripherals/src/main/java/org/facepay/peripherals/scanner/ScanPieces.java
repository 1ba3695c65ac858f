package org.facepay.peripherals.scanner;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;

/**
 * Joins the pieces of a long code that its scanner sends in several packets. A code that is too
 * long, or whose rest does not come, is reported once and none of its pieces is taken for a code of
 * its own. Pure.
 */
final class ScanPieces {
  /** Pieces of one code follow at once; after this long the code broke off. */
  static final Duration PAUSE = Duration.ofSeconds(3);

  private final ByteArrayOutputStream code = new ByteArrayOutputStream();
  private boolean begun;
  private boolean overlong;
  private long lastNanos;

  /**
   * Takes a piece.
   *
   * @param prefix goes in front if it is the code's first
   * @param last whether the code is whole with it
   */
  void add(byte[] prefix, byte[] piece, boolean last, long nanos, List<ScanResult> results) {
    if (begun && nanos - lastNanos > PAUSE.toNanos()) {
      breakOff(results);
    }
    lastNanos = nanos;
    if (!begun) {
      code.writeBytes(prefix);
    }
    begun = true;
    if (!overlong) {
      code.writeBytes(piece);
      overlong = code.size() > ScanLines.LONGEST * 4;
    }
    if (last) {
      byte[] whole = code.toByteArray();
      results.add(
          overlong
              ? ScanText.tooLong()
              : ScanText.decode(whole, ScanLines.withoutEnding(whole), nanos));
      clear();
    }
  }

  /** The rest of a code that had begun will not come. */
  void breakOff(List<ScanResult> results) {
    if (begun) {
      results.add(new Unreadable("a code broke off without its end"));
    }
    clear();
  }

  private void clear() {
    code.reset();
    begun = false;
    overlong = false;
  }
}
