package org.facepay.terminal.provider.wire;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.facepay.sync.digest.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Trusts a TLS server whose chain holds one of the pinned keys, and which passes all usual checks
 * (RFC 7469, "pin validation"). The keys, not the certificates, are pinned, so that a certificate
 * can be renewed.
 */
final class Pins extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager usual;
  private final Set<String> pins;

  private Pins(X509ExtendedTrustManager usual, Set<String> pins) {
    this.usual = usual;
    this.pins = pins;
  }

  /**
   * A context for clients.
   *
   * @param authorities whose certificates are believed; null: the system's
   */
  static SSLContext context(Route route, @Nullable KeyStore authorities) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(authorities);
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509ExtendedTrustManager usual) {
          SSLContext context = SSLContext.getInstance("TLS");
          context.init(
              route.client().isPresent() ? route.client().get().managers() : null,
              new TrustManager[] {route.pins().isEmpty() ? usual : new Pins(usual, route.pins())},
              null);
          return context;
        }
      }
      throw new IllegalStateException("this Java checks no certificates");
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  /** The pin of a certificate's key. */
  static String of(X509Certificate certificate) {
    return Base64.getEncoder().encodeToString(Sha256.of(certificate.getPublicKey().getEncoded()));
  }

  private void pinned(X509Certificate[] chain) throws CertificateException {
    for (X509Certificate certificate : chain) {
      if (pins.contains(of(certificate))) {
        return;
      }
    }
    throw new CertificateException(
        "none of the pinned keys; the server's is " + (chain.length == 0 ? "" : of(chain[0])));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    usual.checkServerTrusted(chain, type, socket);
    pinned(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    usual.checkServerTrusted(chain, type, engine);
    pinned(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    usual.checkServerTrusted(chain, type);
    pinned(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("no server");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return usual.getAcceptedIssuers();
  }
}
