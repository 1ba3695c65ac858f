package org.facepay.sync.uplink;

/**
 * Why nothing can be stored at the collector now. Programs compare kinds; words for people are of
 * whoever shows them.
 *
 * @param detail a figure, or the system's own words; empty where there is nothing to add
 */
public record Trouble(Kind kind, String detail) {
  /** What it is; where the detail goes into the words for logs, there is a %s. */
  public enum Kind {
    NO_CONNECTION("no connection: %s"),
    NO_ANSWER("no whole answer within %s ms"),
    HTTP_STATUS("the collector answered HTTP %s"),
    NOT_ENROLLED("the collector does not know this terminal (HTTP %s): enrol it with a ticket"),
    OTHER_ANSWER("the answer is not the collector's but %s (a captive portal?)"),
    BROKEN_ANSWER("the answer broke off: %s"),
    SENSELESS_ANSWER("the answer makes no sense: %s"),
    NO_EVENTS("something on the way takes no events"),
    OUTBOX("the outbox cannot be used: %s"),
    STOPPED("stopped");

    private final String english;

    Kind(String english) {
      this.english = english;
    }
  }

  /** In English, for logs. */
  public String english() {
    return kind.english.formatted(detail);
  }
}
