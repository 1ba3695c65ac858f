package org.facepay.sync.collector;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.facepay.sync.attendants.ShopDesk;
import org.facepay.sync.desk.FrontDesk;
import org.facepay.sync.desk.Limits;
import org.facepay.sync.desk.Routes;

/** The reference cloud end: one desk for each route, one store behind all of them. */
public final class Collector implements AutoCloseable {
  private static final Limits LIMITS = new Limits(EventsDesk.MAX_BODY, 256);
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private final FrontDesk front;
  private final EventStore store;
  private final ShopDesk attendants;

  private Collector(FrontDesk front, EventStore store, ShopDesk attendants) {
    this.front = front;
    this.store = store;
    this.attendants = attendants;
  }

  /**
   * Starts on the loopback address.
   *
   * @param port 0 for any free one
   */
  public static Collector start(Path database, int port, InstantSource clock) throws IOException {
    EventStore store = EventStore.open(database);
    Routes routes =
        Routes.under(POLICY)
            .with("POST", EventsDesk.PATH, new EventsDesk(store, clock))
            .with("POST", ClaimDesk.PATH, new ClaimDesk(store))
            .with("GET", ReceiptDesk.PATH, new ReceiptDesk(store));
    try {
      ShopDesk attendants = ShopDesk.open(database.resolveSibling("phones.db"), clock);
      return new Collector(
          FrontDesk.open(
              "collector", FrontDesk.loopback(port), LIMITS, attendants.terminals(routes)),
          store,
          attendants);
    } catch (IOException e) {
      store.close();
      throw e;
    }
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
    return front.uri().resolve(EventsDesk.PATH);
  }

  /** Where e-receipts are read. */
  public URI receipts() {
    return front.uri().resolve(ReceiptDesk.PATH);
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
    front.close();
    attendants.close();
    store.close();
  }
}
