package org.facepay.terminal.session;

/** The address that pairs one phone with a member of staff; no journal or log keeps it. */
public record PhoneLink(String url) {
  /** What is left of one in a journal, and what there is where none could be had. */
  public static final PhoneLink GONE = new PhoneLink("");

  @Override
  public String toString() {
    return "PhoneLink[REDACTED]";
  }
}
