package org.facepay.terminal.technician;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/**
 * Who has given the PIN: one session at a time, which ends after ten minutes without a request.
 * Thread-safe.
 */
final class Sessions {
  private static final Duration IDLE = Duration.ofMinutes(10);

  private final Pin pin;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private Optional<Session> session = Optional.empty();

  /**
   * Somebody who has given the PIN.
   *
   * @param cookie proves it
   * @param form proves that a form is one of ours
   */
  record Session(String cookie, String form, Instant until) {
    @Override
    public String toString() {
      return "Session[REDACTED]";
    }
  }

  Sessions(Pin pin, InstantSource clock) {
    this.pin = pin;
    this.clock = clock;
  }

  /** A new session in place of any other; empty when that is not the PIN. */
  synchronized Optional<Session> open(String tried) {
    Instant now = clock.instant();
    if (!pin.accepts(tried, now)) {
      return Optional.empty();
    }
    session = Optional.of(new Session(secret(), secret(), now.plus(IDLE)));
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
            .filter(s -> cookies.contains("console=" + s.cookie()));
    if (mine.isPresent() && hand) {
      session = Optional.of(new Session(mine.get().cookie(), mine.get().form(), now.plus(IDLE)));
    }
    return mine;
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
