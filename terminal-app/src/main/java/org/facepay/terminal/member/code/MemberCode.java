package org.facepay.terminal.member.code;

import java.util.regex.Pattern;

/**
 * A member's own code: whoever shows it is known as that member, at members' prices, and pays with
 * nothing by it alone. Prints as redacted, and no journal has it.
 *
 * @param text what a scanner reads, {@code FPM-<member>-<seal>}
 * @param digits what is typed with the phone number instead, six of them
 */
public record MemberCode(String text, String digits) {
  /** What a journal gives back instead of one. */
  public static final MemberCode GONE = new MemberCode("", "");

  private static final Pattern TEXT =
      Pattern.compile("FPM-(?<member>[A-Za-z0-9_.-]{1,64})-(?<seal>[0-9A-F]{20})");

  /** One that a scanner has read. */
  public static MemberCode scanned(String text) {
    return new MemberCode(text, "");
  }

  /** Whether a scan is meant to be one. */
  public static boolean looksLikeOne(String text) {
    return text.startsWith("FPM-");
  }

  /** The member it says it is of; empty when it is none. */
  public String member() {
    var parts = TEXT.matcher(text);
    return parts.matches() ? parts.group("member") : "";
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
