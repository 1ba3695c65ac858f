package org.facepay.terminal.provider.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.facepay.terminal.files.ExplainedException;

/**
 * Who the merchant is towards a server that asks for it (mutual TLS, RFC 8446, 4.3.2), as WeChat
 * Pay does where money is given back.
 *
 * @param chain the merchant's own certificate first
 */
public record ClientCertificate(PrivateKey key, List<X509Certificate> chain) {
  public ClientCertificate {
    chain = List.copyOf(chain);
  }

  /**
   * Reads the certificate of a key, PEM, with those of its issuers behind it if there are any.
   *
   * @throws IOException when it is none, another key's, or out of its time; the message says which
   */
  public static ClientCertificate read(Path file, PrivateKey key, Instant now) throws IOException {
    List<X509Certificate> chain;
    try (InputStream in = Files.newInputStream(file)) {
      chain =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList();
    } catch (GeneralSecurityException e) {
      throw new ExplainedException(e, file, KeyWords.NO_CERTIFICATE);
    }
    if (chain.isEmpty()) {
      throw new ExplainedException(file, KeyWords.NO_CERTIFICATE);
    }
    X509Certificate own = chain.getFirst();
    if (!(own.getPublicKey() instanceof RSAKey of)
        || !(key instanceof RSAKey ours)
        || !of.getModulus().equals(ours.getModulus())) {
      throw new ExplainedException(file, KeyWords.OTHER_CERTIFICATE);
    }
    if (now.isAfter(own.getNotAfter().toInstant())) {
      throw new ExplainedException(file, KeyWords.RAN_OUT, own.getNotAfter().toInstant());
    }
    return new ClientCertificate(key, chain);
  }

  KeyManager[] managers() throws GeneralSecurityException, IOException {
    char[] inMemoryOnly = new char[0];
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("merchant", key, inMemoryOnly, chain.toArray(Certificate[]::new));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, inMemoryOnly);
    return factory.getKeyManagers();
  }

  @Override
  public String toString() {
    return "ClientCertificate[REDACTED]";
  }
}
