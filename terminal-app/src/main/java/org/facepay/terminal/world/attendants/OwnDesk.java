package org.facepay.terminal.world.attendants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.facepay.sync.attendants.ShopDesk;
import org.facepay.sync.attendants.ShopKey;
import org.facepay.terminal.sale.Identity;
import org.facepay.terminal.session.PhoneLink;

/** The desk that stands at this terminal, which no network is needed to reach. */
final class OwnDesk implements Line.Desk, AutoCloseable {
  private final ShopDesk desk;
  private final String fingerprint;

  private OwnDesk(ShopDesk desk, String fingerprint) {
    this.desk = desk;
    this.fingerprint = fingerprint;
  }

  /**
   * Opens, and serves its page.
   *
   * @param paired the file of the phones that are paired here
   * @throws IOException when certificate, file or port cannot be had
   */
  static OwnDesk open(
      AttendantSettings settings,
      Optional<ShopKey> key,
      Path paired,
      Identity identity,
      InstantSource clock)
      throws IOException {
    DeskCertificate certificate =
        DeskCertificate.in(settings.certificate(), settings.address(), clock.instant());
    ShopDesk desk = ShopDesk.open(paired, clock);
    boolean served = false;
    try {
      desk.serve(
          new ShopDesk.Place(
              new InetSocketAddress(settings.port()), certificate.tls(), settings.address()),
          new ShopDesk.Terminal(identity.terminal().zh(), identity.terminal().en(), key));
      served = true;
      return new OwnDesk(desk, certificate.fingerprint());
    } finally {
      if (!served) {
        desk.close();
      }
    }
  }

  /** Address of its page, without a path. */
  URI home() {
    return desk.home().orElseThrow();
  }

  @Override
  public JsonNode said(ObjectNode said) throws IOException {
    return desk.said(said);
  }

  @Override
  public PhoneLink link(String attendant) {
    return new PhoneLink(desk.link(attendant).orElse(""), fingerprint);
  }

  @Override
  public String name() {
    return "this terminal";
  }

  @Override
  public void close() throws IOException {
    desk.close();
  }
}
