package org.facepay.terminal.world.attendants;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The attendants' page of this terminal's own.
 *
 * @param port on all of the machine's addresses; 0 for any free one
 * @param address the host name or IPv4 address that phones know the terminal by
 * @param certificate file of the page's key and certificate, made when missing
 * @param shop what it has to do with other terminals of the shop
 */
public record AttendantSettings(int port, String address, Path certificate, Optional<Shop> shop) {

  /**
   * The other terminals.
   *
   * @param key file of the shop's key, by which its terminals know each other
   * @param peers their pages, told what waits here
   */
  public record Shop(Path key, List<URI> peers) {
    public Shop {
      peers = List.copyOf(peers);
    }
  }
}
