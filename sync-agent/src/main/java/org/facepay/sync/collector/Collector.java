package org.facepay.sync.collector;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.facepay.sync.attendants.ShopDesk;
import org.facepay.sync.desk.FrontDesk;
import org.facepay.sync.desk.Limits;
import org.facepay.sync.desk.Routes;
import org.facepay.sync.identity.Ticket;

/**
 * The reference cloud end: one desk for each route, one store behind all of them. On a network it
 * listens to enrolled terminals alone; on the loopback address, to all of this machine.
 */
public final class Collector implements AutoCloseable {
  private static final Limits LIMITS = new Limits(EventsDesk.MAX_BODY, 256);
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'";

  /** A request for a certificate and a token, or a form of a page. */
  private static final int STRANGERS = 16_384;

  private static final Limits PAGES = new Limits(STRANGERS, 256);

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Fronts fronts;
  private final EventStore store;
  private final ShopDesk attendants;
  private final URI home;
  private final Optional<Enrolments> enrolments;

  private Collector(
      Fronts fronts,
      EventStore store,
      ShopDesk attendants,
      URI home,
      Optional<Enrolments> enrolments) {
    this.fronts = fronts;
    this.store = store;
    this.attendants = attendants;
    this.home = home;
    this.enrolments = enrolments;
  }

  /**
   * Where terminals reach it.
   *
   * @param at where it listens to terminals; port 0 for any free one
   * @param host the name they know it by
   * @param pages where it shows what everybody may read; a proxy that phones trust stands before it
   */
  public record Place(InetSocketAddress at, String host, InetSocketAddress pages) {}

  /**
   * What is listened at: one front for all of this machine, or one for terminals and one for all.
   */
  private record Fronts(FrontDesk terminals, FrontDesk pages) {
    URI home(String scheme, String host) {
      return URI.create(scheme + "://" + host + ":" + terminals.port() + "/");
    }

    void close() {
      terminals.close();
      pages.close();
    }
  }

  /** How they are opened over their routes. */
  private interface Opening {
    Fronts open(Routes ofTerminals, Routes ofAll) throws IOException;
  }

  /**
   * Starts on the loopback address, for all of this machine.
   *
   * @param port 0 for any free one
   */
  public static Collector start(Path database, int port, InstantSource clock) throws IOException {
    return start(
        database,
        clock,
        "127.0.0.1",
        Optional.empty(),
        (terminals, all) -> {
          FrontDesk one =
              FrontDesk.open("collector", FrontDesk.loopback(port), LIMITS, terminals.and(all));
          return new Fronts(one, one);
        });
  }

  /**
   * Starts on a network, over TLS, for enrolled terminals: nothing is taken from anybody else.
   * Authority and registry stand beside the database.
   */
  public static Collector start(Path database, Place place, InstantSource clock)
      throws IOException {
    Files.createDirectories(database.toAbsolutePath().getParent());
    Enrolments enrolments = Enrolments.beside(database, clock);
    return start(
        database,
        clock,
        place.host(),
        Optional.of(enrolments),
        (terminals, all) -> {
          Routes known =
              enrolments.guarding(terminals).and(enrolments.routes(Routes.under(POLICY)));
          SSLContext tls = enrolments.tls(place.host());
          FrontDesk pages = FrontDesk.open("pages", place.pages(), PAGES, all);
          try {
            return new Fronts(
                FrontDesk.openKnowing(
                    "collector", place.at(), LIMITS.strangers(STRANGERS), known, tls),
                pages);
          } catch (IOException e) {
            pages.close();
            throw e;
          }
        });
  }

  private static Collector start(
      Path database,
      InstantSource clock,
      String host,
      Optional<Enrolments> enrolments,
      Opening opening)
      throws IOException {
    EventStore store = EventStore.open(database);
    try {
      ShopDesk attendants = ShopDesk.open(database.resolveSibling("phones.db"), clock);
      Routes terminals =
          attendants.terminals(
              Routes.under(POLICY)
                  .with("POST", EventsDesk.PATH, new EventsDesk(store, clock))
                  .with("POST", ClaimDesk.PATH, new ClaimDesk(store))
                  .with("GET", WaitingDesk.PATH, new WaitingDesk(store)));
      Routes all =
          Routes.under(POLICY)
              .with("GET", ReceiptDesk.PATH, new ReceiptDesk(store, clock))
              .with("POST", ReceiptDesk.PATH, new ObjectionDesk(store, clock));
      Fronts fronts = opening.open(terminals, all);
      URI home = fronts.home(enrolments.isPresent() ? "https" : "http", host);
      return new Collector(fronts, store, attendants, home, enrolments);
    } catch (IOException e) {
      store.close();
      throw e;
    }
  }

  /**
   * What a technician brings to a new terminal, within a day.
   *
   * @param terminal its id
   * @throws IllegalStateException where no terminal is enrolled
   */
  public Ticket ticket(String terminal) throws IOException {
    return enrolments.orElseThrow().ticket(home, terminal, RANDOM);
  }

  /**
   * Serves the attendant's page to the shop's network, over TLS alone.
   *
   * @param at where phones reach it; port 0 for any free one
   * @param tls with the certificate that phones are shown
   * @param host the name phones know it by
   */
  public void openForStaff(InetSocketAddress at, SSLContext tls, String host) throws IOException {
    attendants.serve(new ShopDesk.Place(at, tls, host));
  }

  /** The port of the attendant's page. */
  public int staffPort() {
    return attendants.port();
  }

  /** What a QR code holds that pairs one phone with this member of staff, within ten minutes. */
  public URI pairing(String attendant) {
    return URI.create(attendants.link(attendant).orElseThrow());
  }

  /** Takes all phones of a member of staff back. */
  public void revoke(String attendant) throws IOException {
    attendants.revoke(attendant);
  }

  /** Where terminals post. */
  public URI uri() {
    return home.resolve(EventsDesk.PATH);
  }

  /** Where e-receipts are read. */
  public URI receipts() {
    return fronts.pages().uri().resolve(ReceiptDesk.PATH);
  }

  /** JSON data of all stored events of a type. */
  public List<String> ofType(String type) throws IOException {
    return store.ofType(type);
  }

  /** All stored events. */
  public long count() throws IOException {
    return store.count();
  }

  @Override
  public void close() throws IOException {
    fronts.close();
    attendants.close();
    store.close();
    if (enrolments.isPresent()) {
      enrolments.get().close();
    }
  }
}
