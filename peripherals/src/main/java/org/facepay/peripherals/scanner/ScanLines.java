package org.facepay.peripherals.scanner;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes codes of a line scanner's bytes: lines ended by CR, LF or CR LF, optionally led by an AIM
 * symbology identifier. Pure: bytes and their time in, results out, however the bytes are split.
 * Nothing that a wire can bring makes it throw or grow past its bound. Not safe for several
 * threads.
 */
public final class ScanLines {
  /** Longest code in characters; no symbology in retail use comes near. */
  public static final int LONGEST = 512;

  /** A line that pauses this long was cut off; its rest must not be glued to the next code. */
  static final Duration PAUSE = Duration.ofSeconds(1);

  private static final int MOST_BYTES = LONGEST * 4;

  private final byte[] line = new byte[MOST_BYTES];
  private int length;
  private boolean overlong;
  private long lastNanos;

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
      if (b == '\r' || b == '\n') {
        if (length > 0) {
          results.add(decode(nanos));
        }
        length = 0;
        overlong = false;
      } else if (!overlong && length == MOST_BYTES) {
        results.add(tooLong());
        overlong = true;
        length = 0;
      } else if (!overlong) {
        line[length++] = b;
      }
    }
    return results;
  }

  private ScanResult decode(long nanos) {
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(line, 0, length))
              .toString();
    } catch (CharacterCodingException e) {
      return new Unreadable("not UTF-8: check the scanner's baud rate and character set");
    }
    if (text.chars().anyMatch(ScanLines::forbidden)) {
      return new Unreadable("control characters in the code: check the scanner's baud rate");
    }
    Optional<String> aimId = aimId(text);
    String data = aimId.isPresent() ? text.substring(3) : text;
    if (data.isBlank()) {
      return new Unreadable("an empty code");
    }
    return data.length() > LONGEST ? tooLong() : new Scan(data, aimId, nanos);
  }

  private static Unreadable tooLong() {
    return new Unreadable("more than " + LONGEST + " characters without a line end");
  }

  private static boolean forbidden(int c) {
    boolean separator = c == 0x1D || c == 0x1E || c == 0x04;
    return Character.isISOControl(c) && !separator;
  }

  /** {@code ]}, a code letter and a modifier: ISO/IEC 15424. */
  private static Optional<String> aimId(String text) {
    boolean there =
        text.length() >= 3
            && text.charAt(0) == ']'
            && asciiLetter(text.charAt(1))
            && (asciiLetter(text.charAt(2)) || (text.charAt(2) >= '0' && text.charAt(2) <= '9'));
    return there ? Optional.of(text.substring(0, 3)) : Optional.empty();
  }

  private static boolean asciiLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
