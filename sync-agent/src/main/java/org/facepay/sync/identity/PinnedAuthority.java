package org.facepay.sync.identity;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import javax.net.ssl.X509TrustManager;

/**
 * Trusts whom the authority with a fingerprint has signed. The other side sends that authority's
 * certificate, which has been on no disk here yet.
 */
record PinnedAuthority(String fingerprint, InstantSource clock) implements X509TrustManager {
  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    for (X509Certificate each : chain) {
      if (Certificates.fingerprint(each).equals(fingerprint)) {
        new TrustedAuthority(each, each.getNotBefore().toInstant(), clock)
            .checkServerTrusted(chain, type);
        return;
      }
    }
    throw new CertificateException("this is not the collector the ticket is for");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("nobody asks a terminal that has no identity");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
