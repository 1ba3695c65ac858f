package org.facepay.peripherals.scanner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes codes of a line scanner's bytes, optionally led by an AIM symbology identifier. Lines end
 * with CR, LF or both; or with TAB, ETX, NUL or a pause, if that is how its scanner ended the first
 * one. So the character that a disturbed line puts in place of another cuts no code of a scanner
 * that has shown its own ending. Or they are framed by STX and ETX. Pure: bytes and their time in,
 * results out, however the bytes are split. Nothing that a wire can bring makes it throw or grow
 * past its bound. Not safe for several threads.
 */
public final class ScanLines {
  /** Longest code in characters; no symbology in retail use comes near. */
  public static final int LONGEST = 512;

  /** A line that pauses this long was cut off; its rest must not be glued to the next code. */
  static final Duration PAUSE = Duration.ofSeconds(1);

  /** A scanner that sends no ending has said all after this long. */
  static final Duration SHORT_PAUSE = Duration.ofMillis(200);

  private static final int MOST_BYTES = LONGEST * 4;

  /** What parts one code from the next. */
  public enum Framed {
    /** CR, LF, TAB, ETX, NUL or a pause after it. */
    BY_LINE_END,
    /** STX before it, ETX after it; what stands between two frames is ignored. */
    BY_STX_ETX
  }

  private static final byte STX = 0x02;
  private static final byte ETX = 0x03;
  private static final String LINE_ENDS = "\r\n";
  private static final String OTHER_ENDS = "\t\u0003\0";

  /** No code has been ended yet by a character. */
  private static final int UNKNOWN = -1;

  private final Framed framed;
  private boolean outside;
  private final byte[] line = new byte[MOST_BYTES];
  private int length;
  private boolean overlong;
  private long lastNanos;
  private int ending = UNKNOWN;

  /** For lines. */
  public ScanLines() {
    this(Framed.BY_LINE_END);
  }

  /** For either. */
  public ScanLines(Framed framed) {
    this.framed = framed;
    this.outside = framed == Framed.BY_STX_ETX;
  }

  /** What comes from now on comes over a new link; a line that had begun has no end there. */
  void linked() {
    length = 0;
    overlong = false;
    outside = framed == Framed.BY_STX_ETX;
  }

  /** Nothing comes: of a scanner that never ended a code, one is whole after a short pause. */
  List<ScanResult> quiet(long nanos) {
    List<ScanResult> results = new ArrayList<>(1);
    boolean pausing = nanos - lastNanos > SHORT_PAUSE.toNanos();
    if (framed == Framed.BY_LINE_END && ending == UNKNOWN && pausing) {
      boolean ignored = end(nanos, results);
    }
    return results;
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
      ending = UNKNOWN; // it may have been set to another one
    }
    if (overlong && nanos - lastNanos > PAUSE.toNanos()) {
      overlong = false;
    }
    lastNanos = nanos;
    for (int i = 0; i < count; i++) {
      byte b = bytes[i];
      if (framed == Framed.BY_STX_ETX && b == STX) {
        begin(results);
      } else if (ends(b, nanos)) {
        if (end(nanos, results)) {
          ending = b;
        }
      } else {
        keep(b, results);
      }
    }
    return results;
  }

  private boolean ends(byte b, long nanos) {
    if (framed == Framed.BY_STX_ETX) {
      return b == ETX;
    }
    return LINE_ENDS.indexOf(b) >= 0
        || (OTHER_ENDS.indexOf(b) >= 0 && (ending == b || (ending == UNKNOWN && sound(nanos))));
  }

  /** Whether what has come is a code, or nothing; noise goes on to the end of its line. */
  private boolean sound(long nanos) {
    return length == 0 || ScanText.decode(line, length, nanos) instanceof Scan;
  }

  /** Bytes without the endings that a scanner adds although its own protocol frames them. */
  static int withoutEnding(byte[] code) {
    int count = code.length;
    while (count > 0 && (LINE_ENDS + OTHER_ENDS).indexOf(code[count - 1]) >= 0) {
      count--;
    }
    return count;
  }

  private void begin(List<ScanResult> results) {
    if (length > 0) {
      results.add(new Unreadable("a code broke off without its end"));
    }
    length = 0;
    overlong = false;
    outside = false;
  }

  /** Whether that was the end of a code that could be read. */
  private boolean end(long nanos, List<ScanResult> results) {
    boolean something = length > 0;
    if (something) {
      results.add(ScanText.decode(line, length, nanos));
    }
    length = 0;
    overlong = false;
    outside = framed == Framed.BY_STX_ETX;
    return something && results.getLast() instanceof Scan;
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
