package org.facepay.peripherals.scanner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes codes of a line scanner's bytes: lines ended by CR, LF or CR LF, or framed by STX and ETX,
 * optionally led by an AIM symbology identifier. Pure: bytes and their time in, results out,
 * however the bytes are split. Nothing that a wire can bring makes it throw or grow past its bound.
 * Not safe for several threads.
 */
public final class ScanLines {
  /** Longest code in characters; no symbology in retail use comes near. */
  public static final int LONGEST = 512;

  /** A line that pauses this long was cut off; its rest must not be glued to the next code. */
  static final Duration PAUSE = Duration.ofSeconds(1);

  private static final int MOST_BYTES = LONGEST * 4;

  /** What parts one code from the next. */
  public enum Framed {
    /** CR, LF or CR LF after it. */
    BY_LINE_END,
    /** STX before it, ETX after it; what stands between two frames is ignored. */
    BY_STX_ETX
  }

  private static final byte STX = 0x02;
  private static final byte ETX = 0x03;

  private final Framed framed;
  private boolean outside;
  private final byte[] line = new byte[MOST_BYTES];
  private int length;
  private boolean overlong;
  private long lastNanos;

  /** For lines. */
  public ScanLines() {
    this(Framed.BY_LINE_END);
  }

  /** For either. */
  public ScanLines(Framed framed) {
    this.framed = framed;
    this.outside = framed == Framed.BY_STX_ETX;
  }

  /**
   * Takes the first {@code count} bytes.
   *
   * @param nanos {@link System#nanoTime} of their arrival
   * @return the codes they completed, in order
   */
  public List<ScanResult> accept(byte[] bytes, int count, long nanos) {
    List<ScanResult> results = new ArrayList<>(1);
    if (length > 0 && nanos - lastNanos > PAUSE.toNanos()) {
      results.add(new Unreadable("a line broke off without its end"));
      length = 0;
    }
    if (overlong && nanos - lastNanos > PAUSE.toNanos()) {
      overlong = false;
    }
    lastNanos = nanos;
    for (int i = 0; i < count; i++) {
      byte b = bytes[i];
      if (framed == Framed.BY_STX_ETX && b == STX) {
        begin(results);
      } else if (ends(b)) {
        end(nanos, results);
      } else {
        keep(b, results);
      }
    }
    return results;
  }

  private boolean ends(byte b) {
    return framed == Framed.BY_STX_ETX ? b == ETX : b == '\r' || b == '\n';
  }

  private void begin(List<ScanResult> results) {
    if (length > 0) {
      results.add(new Unreadable("a code broke off without its end"));
    }
    length = 0;
    overlong = false;
    outside = false;
  }

  private void end(long nanos, List<ScanResult> results) {
    if (length > 0) {
      results.add(ScanText.decode(line, length, nanos));
    }
    length = 0;
    overlong = false;
    outside = framed == Framed.BY_STX_ETX;
  }

  private void keep(byte b, List<ScanResult> results) {
    if (overlong || outside) {
      return;
    }
    if (length == MOST_BYTES) {
      results.add(ScanText.tooLong());
      overlong = true;
      length = 0;
    } else {
      line[length++] = b;
    }
  }
}
