package org.facepay.sync.identity;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/**
 * A key, its certificate, and the authority that signed it.
 *
 * @param key never leaves the machine it was made on
 */
public record Credentials(PrivateKey key, X509Certificate certificate, X509Certificate authority) {
  private static final String ENTRY = "identity";

  /** PKCS #12 wants one; what keeps others out is the file's mode. */
  private static final char[] NOBODYS = "identity".toCharArray();

  /** From half of its life on a certificate is renewed. */
  public Instant renewFrom() {
    Instant from = certificate.getNotBefore().toInstant();
    return from.plus(Duration.between(from, until()).dividedBy(2));
  }

  /** The end of its life. */
  public Instant until() {
    return certificate.getNotAfter().toInstant();
  }

  /** Whom the certificate names. */
  public String name() {
    return Certificates.name(certificate);
  }

  /** As a PKCS #12 file (RFC 7292). */
  public byte[] encoded() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      Certificate[] chain =
          certificate.equals(authority)
              ? new Certificate[] {authority}
              : new Certificate[] {certificate, authority};
      store.setKeyEntry(ENTRY, key, NOBODYS, chain);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      store.store(out, NOBODYS);
      return out.toByteArray();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every JDK writes PKCS #12", e);
    }
  }

  /**
   * From such a file.
   *
   * @throws IOException when it is damaged or another's
   */
  public static Credentials decode(byte[] file) throws IOException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(file), NOBODYS);
      Certificate[] chain = store.getCertificateChain(ENTRY);
      if (store.getKey(ENTRY, NOBODYS) instanceof PrivateKey key
          && chain != null
          && chain[0] instanceof X509Certificate certificate
          && chain[chain.length - 1] instanceof X509Certificate authority) {
        return new Credentials(key, certificate, authority);
      }
      throw new IOException("no key and its certificates in it");
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new IOException("not readable: " + e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return "Credentials[" + name() + ", until " + until() + "]";
  }
}
