package org.facepay.terminal.provider.card;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.facepay.terminal.provider.offline.OfflineCaps;
import org.facepay.terminal.provider.wire.Route;
import org.facepay.terminal.provider.wire.Wire;

/**
 * A card terminal, as the configuration has it: what it shares with its till is a file.
 *
 * @param address tcp:HOST:PORT, or an address of HTTP or HTTPS
 * @param key of the messages; empty: they travel in the clear
 * @param noticesPort for what the terminal displays, over HTTP; 0: none
 * @param offline what the terminal may approve while it cannot reach its host
 */
public record CardTerminal(
    URI address,
    CardSettings.Till till,
    Optional<KeyFile> key,
    Route route,
    int noticesPort,
    Optional<OfflineCaps> offline) {

  /**
   * What a card terminal and its till share.
   *
   * @param passphrase file, readable by the terminal's user alone
   */
  public record KeyFile(String id, int version, Path passphrase) {
    /** Reads it. */
    public NexoKey read() throws IOException {
      return NexoKey.read(id, version, passphrase);
    }
  }

  /**
   * Reads the key.
   *
   * @throws IOException when it cannot be used; the message says why
   */
  public CardSettings open() throws IOException {
    return new CardSettings(
        till, key.isPresent() ? Optional.of(key.get().read()) : Optional.empty());
  }

  /** The way to it, with the address for its notices where one is named. */
  public NexoLink link() throws IOException {
    if ("tcp".equals(address.getScheme())) {
      return new TcpNexoLink(
          new InetSocketAddress(address.getHost(), address.getPort()), route.connect());
    }
    Optional<InetSocketAddress> notices =
        noticesPort == 0 ? Optional.empty() : Optional.of(new InetSocketAddress(noticesPort));
    return new HttpNexoLink(address, new Wire(route), route.answer(), notices);
  }
}
