package org.facepay.peripherals.worker;

import java.time.Instant;
import java.util.Optional;
import org.facepay.peripherals.problem.HealthText;

/**
 * How a device is, as far as a technician can act on it.
 *
 * @param name the device's name in the configuration
 * @param text what is wrong and what to check; for a healthy device, what answered; empty while
 *     there is neither
 * @param since when this state (not the text) began
 */
public record Health(String name, State state, Optional<HealthText> text, Instant since) {
  /**
   * A device's life as its worker sees it.
   *
   * <pre>
   *             start              opened               identified
   *   CLOSED ----------> OPENING ----------> IDENTIFYING ----------> ONLINE &lt;---+
   *     ^                 ^  |                    |                   |  |      | answers,
   *     |                 |  | cannot open        | wrong or silent   |  |      | repaired
   *     | close           |  v                    v                   |  v      |
   *     +---- any         +-- OFFLINE &lt;-----------+&lt;----- lost -------+  DEGRADED
   *               back-off 50 ms..1 s     ^                              |
   *               or its path appears     +---------- lost, silent ------+
   * </pre>
   *
   * DEGRADED is open but of no full use: silent, or in need of a hand (no paper, cover open). While
   * a lost device is tried again it stays OFFLINE to the outside until it is identified.
   */
  public enum State {
    CLOSED,
    OPENING,
    IDENTIFYING,
    ONLINE,
    DEGRADED,
    OFFLINE
  }

  /** The text in English, for logs; empty if there is none. */
  public String detail() {
    return text.map(HealthText::english).orElse("");
  }

  /** Whether the device can do its work now. */
  public boolean online() {
    return state == State.ONLINE;
  }
}
