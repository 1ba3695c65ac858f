package org.facepay.sync.collector;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.facepay.sync.desk.Routes;
import org.facepay.sync.identity.Enrolment;
import org.facepay.sync.identity.MutualTls;
import org.facepay.sync.identity.Ticket;

/**
 * Who may talk to a collector: its authority, and the terminals in its registry. Beside a running
 * collector another process may make tickets and take certificates back.
 */
public final class Enrolments implements AutoCloseable {
  private static final String ID = "[A-Za-z0-9]{1,12}";

  private final Authority authority;
  private final Registry registry;
  private final InstantSource clock;

  /**
   * A terminal.
   *
   * @param seen when it asked last, to the minute
   * @param until end of its longest certificate that counts
   */
  public record Terminal(
      String id, Instant enrolled, Optional<Instant> seen, Optional<Instant> until) {}

  private Enrolments(Authority authority, Registry registry, InstantSource clock) {
    this.authority = authority;
    this.registry = registry;
    this.clock = clock;
  }

  /**
   * Opens the files beside a collector's database, or makes them.
   *
   * @throws IOException when one is damaged or cannot be written
   */
  public static Enrolments beside(Path database, InstantSource clock) throws IOException {
    return new Enrolments(
        Authority.in(database.resolveSibling("authority.p12"), clock),
        Registry.open(database.resolveSibling("registry.db")),
        clock);
  }

  /**
   * What makes one terminal, once, within a day.
   *
   * @param home the collector's address as terminals know it
   * @param terminal 1 to 12 letters and digits
   */
  public Ticket ticket(URI home, String terminal, SecureRandom random) throws IOException {
    if (!terminal.matches(ID)) {
      throw new IllegalArgumentException("expected 1 to 12 letters and digits, not " + terminal);
    }
    Ticket ticket = Ticket.fresh(home, authority.fingerprint(), random);
    registry.ticket(ticket.token(), terminal, clock.instant());
    return ticket;
  }

  /** How long a ticket counts. */
  public static Duration ticketLife() {
    return Registry.TICKET;
  }

  /**
   * Takes all certificates and tickets of a terminal back.
   *
   * @return whether it had any
   */
  public boolean revoke(String terminal) throws IOException {
    return registry.revoke(terminal);
  }

  /** All that were ever enrolled, by their ids. */
  public List<Terminal> terminals() throws IOException {
    return registry.terminals();
  }

  Routes routes(Routes routes) {
    CertificateDesk desk = new CertificateDesk(authority, registry, clock);
    return routes
        .with("POST", Enrolment.ENROL, desk.enrolling())
        .with("POST", Enrolment.RENEW, desk.renewing());
  }

  CarriedDesk carried(EventStore store) {
    return new CarriedDesk(store, authority, registry, clock);
  }

  Routes guarding(Routes routes) {
    return routes.behind(desk -> new KnownDesk(desk, registry, clock));
  }

  SSLContext tls(String host) throws IOException {
    return MutualTls.of(authority.server(host), clock);
  }

  @Override
  public void close() throws IOException {
    registry.close();
  }
}
