package org.facepay.kiosk.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret that tells the kiosk's own browser from every other program of the machine. It comes
 * in the start address and is exchanged for a cookie derived from it, so the cookie of a page
 * outlives a restart of the terminal that keeps its token.
 */
final class LaunchToken {
  private final String value;
  private final String cookie;

  LaunchToken(String value) {
    if (!value.matches("[A-Za-z0-9_-]{16,256}")) {
      throw new IllegalArgumentException("a launch token is 16 to 256 of A-Z a-z 0-9 _ -");
    }
    this.value = value;
    this.cookie = HexDigest.sha256("facepay cookie " + value);
  }

  /** 256 random bits. */
  static LaunchToken random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return new LaunchToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  String value() {
    return value;
  }

  String cookie() {
    return cookie;
  }

  /** Whether the text is the prefix and the token, letter by letter; nothing is decoded. */
  boolean isToken(String offered, String prefix) {
    return same(prefix + value, offered);
  }

  boolean isCookie(String offered) {
    return same(cookie, offered);
  }

  private static boolean same(String expected, String offered) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
