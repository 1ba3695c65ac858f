package org.facepay.terminal.lab.shop;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.facepay.sync.collector.Collector;
import org.facepay.sync.desk.FrontDesk;
import org.facepay.sync.desk.SelfSigned;
import org.facepay.sync.digest.Sha256;

/**
 * The attendant's page of the demo's collector, over TLS with a certificate of its own. A real shop
 * has one that its phones know.
 */
record StaffPage(SSLContext tls, String pin) {
  private static final char[] NOBODYS = "demo".toCharArray();

  static StaffPage make() throws IOException {
    KeyPair keys = DemoKeys.of(DemoKeys.Owner.STAFF_PAGE);
    Instant now = Instant.now();
    X509Certificate certificate =
        SelfSigned.of(
            keys,
            BigInteger.ONE,
            "127.0.0.1",
            now.minus(Duration.ofDays(1)),
            now.plus(Duration.ofDays(30)));
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("staff", keys.getPrivate(), NOBODYS, new Certificate[] {certificate});
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(store, NOBODYS);
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(managers.getKeyManagers(), null, null);
      byte[] hash = Sha256.of(certificate.getPublicKey().getEncoded());
      return new StaffPage(tls, Base64.getEncoder().encodeToString(hash));
    } catch (GeneralSecurityException e) {
      throw new IOException("the attendant's page has no certificate: " + e.getMessage(), e);
    }
  }

  /** Serves it. */
  void open(Collector collector, int port) throws IOException {
    collector.openForStaff(FrontDesk.loopback(port), tls, "127.0.0.1");
  }

  /** What a phone opens to be paired. */
  static URI pairing(Collector collector, String attendant) {
    return URI.create(collector.pairing(attendant) + "&lang=zh");
  }
}
