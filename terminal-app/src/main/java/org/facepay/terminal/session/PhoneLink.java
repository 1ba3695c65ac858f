package org.facepay.terminal.session;

/**
 * The address that pairs one phone with a member of staff; no journal or log keeps it.
 *
 * @param certificate SHA-256 of the certificate that is shown there; empty where others vouch for
 *     it
 */
public record PhoneLink(String url, String certificate) {
  /** What is left of one in a journal, and what there is where none could be had. */
  public static final PhoneLink GONE = new PhoneLink("", "");

  @Override
  public String toString() {
    return "PhoneLink[REDACTED]";
  }
}
