package org.facepay.sync.identity;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.net.ssl.X509TrustManager;

/**
 * Trusts whom one authority has signed, each for its own purpose (RFC 5280, section 6 and
 * 4.2.1.12). A terminal's certificate proves no collector.
 *
 * <p>A clock that stands before a moment that is known to be past is wrong, and says nothing of a
 * certificate's life: the floor counts instead, so that a terminal whose battery is empty finds the
 * collector that tells it the time. The life of a terminal's certificate is looked at by the desk
 * it asks: one that has slept too long may still renew.
 *
 * @param floor a moment that is past for sure
 */
record TrustedAuthority(X509Certificate authority, Instant floor, InstantSource clock)
    implements X509TrustManager {
  private static final String SERVER = "1.3.6.1.5.5.7.3.1";
  private static final String CLIENT = "1.3.6.1.5.5.7.3.2";

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    Instant now = clock.instant();
    Instant begun = chain[0].getNotBefore().toInstant();
    Instant known = floor.isAfter(begun) ? floor : begun;
    check(chain[0], SERVER, now.isBefore(floor) ? known : now);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain[0], CLIENT, chain[0].getNotBefore().toInstant());
  }

  /** Whom a file is signed by, whenever that was. */
  void checkSigner(X509Certificate leaf, SignedFile.Signer who) throws CertificateException {
    String purpose = who == SignedFile.Signer.TERMINAL ? CLIENT : SERVER;
    check(leaf, purpose, leaf.getNotBefore().toInstant());
  }

  private void check(X509Certificate leaf, String purpose, Instant at) throws CertificateException {
    List<String> purposes = leaf.getExtendedKeyUsage();
    if (purposes == null || !purposes.contains(purpose)) {
      throw new CertificateException("a certificate for another purpose");
    }
    try {
      PKIXParameters rules = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
      rules.setRevocationEnabled(false);
      rules.setDate(Date.from(at));
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(leaf)), rules);
    } catch (GeneralSecurityException e) {
      throw new CertificateException(e.getMessage(), e);
    }
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[] {authority};
  }
}
