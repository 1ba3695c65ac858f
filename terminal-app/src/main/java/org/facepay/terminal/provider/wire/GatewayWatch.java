package org.facepay.terminal.provider.wire;

import java.util.Optional;
import org.facepay.terminal.alarm.Alarm.Kind;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.language.Sentence;
import org.facepay.terminal.payment.Outcome;

/**
 * What a gateway's answers say about the set-up, for the technician: shoppers hear how their
 * payment ended, and that is decided elsewhere. Thread-safe.
 */
public final class GatewayWatch {
  private static final int MOST_WORDS = 200;

  private final Alarms alarms;
  private final String gateway;
  private volatile boolean believed;
  private volatile String refusal = "";

  /**
   * @param gateway what the technician knows it by, e.g. "alipay"
   */
  public GatewayWatch(Alarms alarms, String gateway) {
    this.alarms = alarms;
    this.gateway = gateway;
  }

  /**
   * What becomes of a payment where the gateway has refused the set-up and no answer since the
   * start could be believed: nobody would hear what became of it, so it is not sent.
   *
   * @param question asked first then: its answer may be the first that can be believed
   */
  public Optional<Outcome> notSent(Runnable question) {
    if (neverBelieved()) {
      question.run();
    }
    return neverBelieved() ? Optional.of(new Outcome.NotSent(refusal)) : Optional.empty();
  }

  private boolean neverBelieved() {
    return !believed && !refusal.isEmpty();
  }

  /** An answer that is signed, and refuses nothing. */
  public void accepted() {
    believed = true;
    alarms.clear(Kind.UNVERIFIED_ANSWER, gateway);
    alarms.clear(Kind.PROVIDER_REFUSES, gateway);
  }

  /** A signed answer refuses the request itself: a wrong key, a missing right, a bad parameter. */
  public void refused(String words) {
    believed = true;
    alarms.clear(Kind.UNVERIFIED_ANSWER, gateway);
    alarms.raise(Kind.PROVIDER_REFUSES, gateway, printable(words));
  }

  /**
   * An answer cannot be believed; the words in it are nobody's, yet they may help.
   *
   * @param why it is not believed
   * @param refuses whether its words refuse the request itself
   */
  public void unverified(Sentence why, String words, boolean refuses) {
    Sentence told =
        words.isEmpty() ? why : Sentence.of(DoubtWords.WHY_AND_WORDS, why, printable(words));
    if (refuses) {
      refusal = told.english();
    }
    alarms.raise(Kind.UNVERIFIED_ANSWER, gateway, told);
  }

  /** Nothing can be asked of the gateway. */
  public void unusable(Sentence why) {
    alarms.raise(Kind.PROVIDER_REFUSES, gateway, why);
  }

  /**
   * Somebody paid under this number before this terminal asked for the money. Whether this shopper
   * paid as well nobody can tell; the money is not given back, since it is somebody else's.
   */
  public Outcome numberUsed(String outTradeNo) {
    alarms.raise(Kind.NUMBER_USED, gateway, outTradeNo);
    return new Outcome.Unknown("paid before it was asked for: the number was used before");
  }

  /** Words from outside, of one line and a length that fits on a page. */
  private static String printable(String words) {
    String line = words.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
    return line.length() <= MOST_WORDS ? line : line.substring(0, MOST_WORDS) + "…";
  }
}
