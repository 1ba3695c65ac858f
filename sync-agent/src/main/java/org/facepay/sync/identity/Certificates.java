package org.facepay.sync.identity;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.facepay.sync.digest.Sha256;

/** Reads X.509 certificates (RFC 5280). */
public final class Certificates {
  private Certificates() {}

  /**
   * From DER.
   *
   * @throws CertificateException when it is none
   */
  public static X509Certificate read(byte[] der) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }

  /** SHA-256 of the whole certificate, base64url. */
  public static String fingerprint(X509Certificate certificate) {
    try {
      byte[] hash = Sha256.of(certificate.getEncoded());
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (CertificateException e) {
      throw new IllegalStateException("it was read from its encoding", e);
    }
  }

  /** Whom it names (commonName); empty when nobody. */
  public static String name(X509Certificate certificate) {
    try {
      for (Rdn part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
        if (part.getType().equalsIgnoreCase("CN") && part.getValue() instanceof String name) {
          return name;
        }
      }
    } catch (InvalidNameException e) {
      return "";
    }
    return "";
  }
}
