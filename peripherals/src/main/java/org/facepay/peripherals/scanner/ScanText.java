package org.facepay.peripherals.scanner;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Makes a code of a scanner's characters, or says why they are none. Pure. */
final class ScanText {
  private ScanText() {}

  /** Reads the first {@code length} bytes, with or without an AIM identifier in front. */
  static ScanResult decode(byte[] line, int length, long nanos) {
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
    if (text.chars().anyMatch(ScanText::forbidden)) {
      return new Unreadable("control characters in the code: check the scanner's baud rate");
    }
    Optional<String> aimId = aimId(text);
    String data = aimId.isPresent() ? text.substring(3) : text;
    if (data.isBlank()) {
      return new Unreadable("an empty code");
    }
    return data.length() > ScanLines.LONGEST ? tooLong() : new Scan(data, aimId, nanos);
  }

  static Unreadable tooLong() {
    return new Unreadable("more than " + ScanLines.LONGEST + " characters without a line end");
  }

  private static boolean forbidden(int c) {
    boolean separator = c == 0x1D || c == 0x1E || c == 0x04;
    return Character.isISOControl(c) && !separator;
  }

  /** {@code ]}, a code letter and a modifier: ISO/IEC 15424. */
  static Optional<String> aimId(String text) {
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
