package org.facepay.sync.identity;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import org.facepay.sync.retry.Backoff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who this terminal is to its collector, for as long as it runs: renews its certificate from half
 * of its life on, and proves itself with the newest. A certificate that has run out while the
 * machine slept is renewed first of all. Thread-safe.
 */
public final class TerminalIdentity implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TerminalIdentity.class);
  private static final Duration LOOK = Duration.ofHours(1);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);

  /** Where credentials are kept; what was there stays when this fails. */
  public interface Keeper {
    /** Keeps them in the place of those before. */
    void keep(Credentials fresh) throws IOException;
  }

  private final URI collector;
  private final Keeper keeper;
  private final InstantSource clock;
  private final SSLContext tls;
  private final Thread thread;
  private final Backoff backoff = new Backoff(FIRST_WAIT, LOOK);
  private volatile Credentials current;

  /**
   * Begins to look after them.
   *
   * @param collector any address of it
   */
  public TerminalIdentity(URI collector, Credentials own, Keeper keeper, InstantSource clock)
      throws IOException {
    this.collector = collector;
    this.current = own;
    this.keeper = keeper;
    this.clock = clock;
    this.tls = MutualTls.of(() -> current, clock);
    this.thread = Thread.ofVirtual().name("identity").start(this::run);
  }

  /** For connections to the collector. */
  public SSLContext tls() {
    return tls;
  }

  /** The newest. */
  public Credentials current() {
    return current;
  }

  /**
   * Renews if it is time to.
   *
   * @return whether the certificate is good for now
   */
  boolean renewIfDue() throws InterruptedException {
    Instant now = clock.instant();
    if (now.isBefore(current.renewFrom())) {
      return true;
    }
    try {
      Credentials fresh = Enrolment.renew(collector, current, clock);
      keeper.keep(fresh);
      current = fresh;
      LOG.info("certificate renewed until {}", fresh.until());
      return true;
    } catch (IOException e) {
      LOG.warn("certificate not renewed, good until {}: {}", current.until(), e.getMessage());
      return false;
    }
  }

  private void run() {
    int failures = 0;
    try {
      while (true) {
        failures = renewIfDue() ? 0 : failures + 1;
        Thread.sleep(failures == 0 ? LOOK : backoff.jittered(failures - 1, new java.util.Random()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
