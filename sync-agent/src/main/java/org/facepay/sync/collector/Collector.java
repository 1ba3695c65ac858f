package org.facepay.sync.collector;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.facepay.sync.desk.FrontDesk;
import org.facepay.sync.desk.Limits;
import org.facepay.sync.desk.Routes;

/** The reference cloud end: one desk for each route, one store behind all of them. */
public final class Collector implements AutoCloseable {
  private static final Limits LIMITS = new Limits(EventsDesk.MAX_BODY, 256);
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  /** Bodies of the attendant's page are a few words. */
  private static final Limits STAFF = new Limits(4_096, 64);

  private final FrontDesk front;
  private final EventStore store;
  private final Attendance attendance;
  private final Phones phones;
  private Optional<FrontDesk> staff = Optional.empty();

  private Collector(FrontDesk front, EventStore store, Attendance attendance, Phones phones) {
    this.front = front;
    this.store = store;
    this.attendance = attendance;
    this.phones = phones;
  }

  /**
   * Starts on the loopback address.
   *
   * @param port 0 for any free one
   */
  public static Collector start(Path database, int port, InstantSource clock) throws IOException {
    EventStore store = EventStore.open(database);
    Attendance attendance = new Attendance(clock);
    Routes routes =
        Routes.under(POLICY)
            .with("POST", EventsDesk.PATH, new EventsDesk(store, clock))
            .with("POST", AttendanceDesk.PATH, new AttendanceDesk(attendance))
            .with("POST", ClaimDesk.PATH, new ClaimDesk(store))
            .with("GET", ReceiptDesk.PATH, new ReceiptDesk(store));
    try {
      Phones phones = Phones.open(database.resolveSibling("phones.db"), clock);
      Routes all = routes.with("POST", PairingDesk.PATH, new PairingDesk(phones));
      return new Collector(
          FrontDesk.open("collector", FrontDesk.loopback(port), LIMITS, all),
          store,
          attendance,
          phones);
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
    FrontDesk front =
        FrontDesk.openSecure(
            "attendants", at, STAFF, new StaffDesk(attendance, phones).routes(), tls);
    staff = Optional.of(front);
    phones.servedAt("https://" + host + ":" + front.port());
  }

  /** The port of the attendant's page. */
  public int staffPort() {
    return staff.orElseThrow().port();
  }

  /** What a QR code holds that pairs one phone with this member of staff, within ten minutes. */
  public URI pairing(String attendant) {
    return URI.create(phones.link(attendant).orElseThrow());
  }

  /** Takes all phones of a member of staff back. */
  public void revoke(String attendant) throws IOException {
    phones.revoke(attendant);
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
    staff.ifPresent(FrontDesk::close);
    front.close();
    phones.close();
    store.close();
  }
}
