package org.facepay.sync.attendants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.facepay.sync.desk.FrontDesk;
import org.facepay.sync.desk.Limits;
import org.facepay.sync.desk.Routes;

/**
 * One desk of the shop's attendants: what waits, the page for it, and the phones that are paired
 * here. Thread-safe.
 */
public final class ShopDesk implements AutoCloseable {
  /** Bodies of the page are a few words; a terminal tells of a whole basket. */
  private static final Limits PHONES = new Limits(4_096, 64);

  private static final Limits TERMINALS = new Limits(262_144, 64);

  private final InstantSource clock;
  private final Attendance attendance;
  private final Phones phones;
  private final AttendanceDesk desk;
  private Optional<FrontDesk> front = Optional.empty();

  private ShopDesk(InstantSource clock, Phones phones) {
    this.clock = clock;
    this.attendance = new Attendance(clock);
    this.phones = phones;
    this.desk = new AttendanceDesk(attendance, phones);
  }

  /**
   * Opens; the page is not served yet.
   *
   * @param paired the file of the phones that are paired here
   */
  public static ShopDesk open(Path paired, InstantSource clock) throws IOException {
    return new ShopDesk(clock, Phones.open(paired, clock));
  }

  /**
   * Where the page is served.
   *
   * @param at where it listens; port 0 for any free one
   * @param tls with the certificate that phones are shown
   * @param host the name phones know it by
   */
  public record Place(InetSocketAddress at, SSLContext tls, String host) {}

  /**
   * The terminal a desk stands at.
   *
   * @param key of the shop, if other terminals may tell here what waits there
   */
  public record Terminal(String zh, String en, Optional<ShopKey> key) {}

  /** Serves the page to the shop's network, over TLS alone. */
  public void serve(Place place) throws IOException {
    serve(place, PHONES, new StaffDesk(attendance, phones, Optional.empty()).routes());
  }

  /** As {@link #serve(Place)}, at a terminal, which the page names. */
  public void serve(Place place, Terminal terminal) throws IOException {
    Routes page = new StaffDesk(attendance, phones, Optional.of(terminal)).routes();
    if (terminal.key().isEmpty()) {
      serve(place, PHONES, page);
      return;
    }
    SealedDesk sealed = new SealedDesk(desk, terminal.key().get(), clock);
    serve(place, TERMINALS, page.with("POST", AttendanceDesk.PATH, sealed));
  }

  private void serve(Place place, Limits limits, Routes routes) throws IOException {
    FrontDesk opened = FrontDesk.openSecure("attendants", place.at(), limits, routes, place.tls());
    front = Optional.of(opened);
    phones.servedAt("https://" + place.host() + ":" + opened.port());
  }

  /** With what terminals ask a desk behind a front that they alone reach. */
  public Routes terminals(Routes routes) {
    return routes
        .with("POST", AttendanceDesk.PATH, desk)
        .with("POST", PairingDesk.PATH, new PairingDesk(phones))
        .with("POST", PeersDesk.PATH, new PeersDesk(clock));
  }

  /**
   * A terminal of this program says what waits there.
   *
   * @param said the terminal's id, its name, the last answer it has heard, and what waits
   * @return the answers it has not heard yet, oldest first
   */
  public JsonNode said(ObjectNode said) throws IOException {
    return desk.said(said);
  }

  /** Address of the page without a path; empty where none is served. */
  public Optional<URI> home() {
    return phones.home().map(URI::create);
  }

  /** The port of the page. */
  public int port() {
    return front.orElseThrow().port();
  }

  /**
   * What a QR code holds that pairs one phone with this member of staff, within ten minutes; empty
   * where no page is served.
   */
  public Optional<String> link(String attendant) {
    return phones.link(attendant);
  }

  /** Takes all phones of a member of staff back. */
  public void revoke(String attendant) throws IOException {
    phones.revoke(attendant);
  }

  @Override
  public void close() throws IOException {
    front.ifPresent(FrontDesk::close);
    phones.close();
  }
}
