package org.facepay.sync.identity;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** TLS in which both sides are known by one authority (RFC 8446, 4.3.2). */
public final class MutualTls {
  private MutualTls() {}

  /**
   * Of a side that has credentials.
   *
   * @param current asked at each handshake
   */
  public static SSLContext of(Supplier<Credentials> current, InstantSource clock)
      throws IOException {
    Credentials first = current.get();
    Instant floor = first.certificate().getNotBefore().toInstant();
    return context(
        new KeyManager[] {new CurrentKey(current)},
        new TrustedAuthority(first.authority(), floor, clock));
  }

  /**
   * Of a terminal that has none yet and knows the authority by its fingerprint.
   *
   * @param authority as {@link Certificates#fingerprint} says it
   */
  static SSLContext unknown(String authority, InstantSource clock) throws IOException {
    return context(new KeyManager[0], new PinnedAuthority(authority, clock));
  }

  private static SSLContext context(KeyManager[] keys, TrustManager trust) throws IOException {
    try {
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(keys, new TrustManager[] {trust}, null);
      return tls;
    } catch (GeneralSecurityException e) {
      throw new IOException("no TLS: " + e.getMessage(), e);
    }
  }
}
