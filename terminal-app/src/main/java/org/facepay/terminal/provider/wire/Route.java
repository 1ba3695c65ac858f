package org.facepay.terminal.provider.wire;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How a provider is reached.
 *
 * @param connect longest time to make a connection
 * @param answer longest time for one whole exchange, body included
 * @param proxy an HTTP proxy on the way
 * @param pins base64 of SHA-256 over the SubjectPublicKeyInfo of certificates (RFC 7469); with any,
 *     one of them has to be in the other side's chain, beside all usual checks
 * @param client who we are, to a server that asks for it
 */
public record Route(
    Duration connect,
    Duration answer,
    Optional<InetSocketAddress> proxy,
    Set<String> pins,
    Optional<ClientCertificate> client) {

  public Route {
    for (String pin : pins) {
      if (!pin.matches("[A-Za-z0-9+/]{43}=")) {
        throw new IllegalArgumentException("expected a SHA-256 in base64, found " + pin);
      }
    }
    pins = Set.copyOf(pins);
  }

  /** Without a proxy and pins. */
  public Route(Duration connect, Duration answer) {
    this(connect, answer, Optional.empty(), Set.of(), Optional.empty());
  }

  /** The same, with a certificate for servers that ask for one. */
  public Route as(ClientCertificate certificate) {
    return new Route(connect, answer, proxy, pins, Optional.of(certificate));
  }
}
