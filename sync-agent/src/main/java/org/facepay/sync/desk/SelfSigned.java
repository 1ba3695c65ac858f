package org.facepay.sync.desk;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** X.509 certificates of keys of one's own (RFC 5280), signed by themselves with SHA256withRSA. */
public final class SelfSigned {
  private SelfSigned() {}

  /**
   * A certificate of a key pair.
   *
   * @param name of a host, or its IPv4 address, under which it is called too (RFC 9525)
   */
  public static X509Certificate of(
      KeyPair keys, BigInteger serial, String name, Instant notBefore, Instant notAfter) {
    X500Principal who = new X500Principal("CN=" + name);
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(
              new JcaX509v3CertificateBuilder(
                      who, serial, Date.from(notBefore), Date.from(notAfter), who, keys.getPublic())
                  .addExtension(Extension.subjectAlternativeName, false, called(name))
                  .build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
      throw new IllegalStateException("an RSA key signs", e);
    }
  }

  /** The names under which a host is called (subjectAltName). */
  public static GeneralNames called(String host) {
    boolean address = host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    return new GeneralNames(
        new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host));
  }

  /** The PEM text of a certificate (RFC 7468). */
  public static String pem(X509Certificate certificate) {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("it was read from its encoding", e);
    }
  }
}
