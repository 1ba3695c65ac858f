package org.facepay.terminal.world.attendants;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.facepay.sync.desk.SelfSigned;
import org.facepay.sync.digest.Sha256;
import org.facepay.terminal.files.ExplainedException;
import org.facepay.terminal.files.OwnerOnly;

/**
 * What a terminal's own page proves itself with: signed by nobody else, so that whoever pairs a
 * phone compares the fingerprint on the two screens. Made when there is none, for another name, or
 * when it runs out within a month.
 *
 * @param fingerprint SHA-256 of the certificate, as browsers show it
 */
record DeskCertificate(SSLContext tls, String fingerprint) {
  private static final String ENTRY = "attendants";

  /** PKCS #12 wants one; what keeps others out is the file's mode. */
  private static final char[] NOBODYS = "attendants".toCharArray();

  /** Phones take no longer ones (825 days, as of iOS 13). */
  private static final Duration LIFE = Duration.ofDays(800);

  private static final Duration SPARE = Duration.ofDays(30);
  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

  /**
   * Reads it, or makes it.
   *
   * @param host name or IPv4 address it is for
   * @throws IOException when the file is damaged or cannot be written; the message says what to do
   */
  static DeskCertificate in(Path file, String host, Instant now) throws IOException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      if (!Files.exists(file) || !holds(store, file, host, now)) {
        store.load(null, null);
        make(store, host, now);
        Files.createDirectories(file.toAbsolutePath().getParent());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, NOBODYS);
        OwnerOnly.replace(file, out.toByteArray());
      }
      return of(store);
    } catch (GeneralSecurityException e) {
      throw new IOException("no certificate for the attendants' page: " + e.getMessage(), e);
    }
  }

  private static boolean holds(KeyStore store, Path file, String host, Instant now)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, NOBODYS);
    } catch (IOException | GeneralSecurityException e) {
      throw new ExplainedException(e, file, DeskWords.CERTIFICATE);
    }
    return store.getCertificate(ENTRY) instanceof X509Certificate known
        && known.getSubjectX500Principal().getName().equals("CN=" + host)
        && known.getNotAfter().toInstant().isAfter(now.plus(SPARE));
  }

  private static void make(KeyStore store, String host, Instant now)
      throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2_048);
    KeyPair keys = generator.generateKeyPair();
    X509Certificate certificate =
        SelfSigned.of(
            keys,
            new BigInteger(63, new SecureRandom()).setBit(62),
            host,
            now.minus(CLOCKS_DIFFER),
            now.plus(LIFE));
    store.setKeyEntry(ENTRY, keys.getPrivate(), NOBODYS, new Certificate[] {certificate});
  }

  private static DeskCertificate of(KeyStore store) throws GeneralSecurityException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, NOBODYS);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    String hex = Sha256.hex(store.getCertificate(ENTRY).getEncoded()).toUpperCase(Locale.ROOT);
    return new DeskCertificate(tls, hex.replaceAll("(.{4})(?=.)", "$1 "));
  }

  @Override
  public String toString() {
    return "DeskCertificate[" + fingerprint + "]";
  }
}
