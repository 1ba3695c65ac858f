package org.facepay.terminal.technician;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/**
 * Who has given a PIN: one session at a time, which ends after ten minutes without a request.
 * Thread-safe.
 */
final class Sessions {
  private static final Duration IDLE = Duration.ofMinutes(10);

  /** Whoever has given the PIN that all share. */
  static final String NOBODY_NAMED = "technician";

  private final Pin pin;
  private final HolderPins holders;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private Optional<Session> session = Optional.empty();

  /**
   * Somebody who has given a PIN.
   *
   * @param who whose it is; {@link #NOBODY_NAMED} where all share one
   * @param cookie proves it
   * @param form proves that a form is one of ours
   */
  record Session(String who, String cookie, String form, Instant until) {
    @Override
    public String toString() {
      return "Session[REDACTED]";
    }
  }

  Sessions(Pin pin, HolderPins holders, InstantSource clock) {
    this.pin = pin;
    this.holders = holders;
    this.clock = clock;
  }

  /** Whether people come in by their name. */
  boolean named() {
    return holders.any();
  }

  /**
   * A new session in place of any other; empty when that is not the PIN.
   *
   * @param name of whoever has a PIN of their own; passed over where nobody has
   */
  synchronized Optional<Session> open(String name, String tried) {
    Instant now = clock.instant();
    boolean named = holders.any();
    boolean right =
        named ? pin.accepts(() -> holders.accepts(name, tried), now) : pin.accepts(tried, now);
    if (!right) {
      return Optional.empty();
    }
    session =
        Optional.of(new Session(named ? name : NOBODY_NAMED, secret(), secret(), now.plus(IDLE)));
    return session;
  }

  /**
   * The session these cookies prove.
   *
   * @param hand whether a person asks, which keeps it open
   */
  synchronized Optional<Session> known(String cookies, boolean hand) {
    Instant now = clock.instant();
    Optional<Session> mine =
        session
            .filter(s -> now.isBefore(s.until()))
            .filter(s -> s.who().equals(NOBODY_NAMED) || holders.has(s.who()))
            .filter(s -> cookies.contains("console=" + s.cookie()));
    if (mine.isPresent() && hand) {
      Session s = mine.get();
      session = Optional.of(new Session(s.who(), s.cookie(), s.form(), now.plus(IDLE)));
    }
    return mine;
  }

  /**
   * Takes another PIN of whoever is there from now on.
   *
   * @return false, and nothing is changed, when the old one is wrong or the new one is none
   * @throws IOException when it cannot be kept; the old one stays
   */
  boolean change(String who, String old, String fresh) throws IOException {
    Instant now = clock.instant();
    if (who.equals(NOBODY_NAMED)) {
      return pin.change(old, fresh, now);
    }
    return pin.accepts(() -> holders.accepts(who, old), now) && holders.give(who, fresh);
  }

  synchronized void end() {
    session = Optional.empty();
  }

  private String secret() {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
