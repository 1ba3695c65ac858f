package org.facepay.sync.identity;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/**
 * A request for a certificate (PKCS #10, RFC 2986): a key, and the proof that whoever asks has its
 * other half. Whom the certificate is to name says the ticket or the certificate before, not the
 * request.
 */
public final class SigningRequest {
  private static final int CURVE_BITS = 256;

  private SigningRequest() {}

  /** A new key on the curve P-256. */
  public static KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
  }

  /** Asks for a certificate of a key; DER. */
  public static byte[] of(KeyPair keys) {
    try {
      return new JcaPKCS10CertificationRequestBuilder(
              new X500Principal("CN=terminal"), keys.getPublic())
          .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
          .getEncoded();
    } catch (OperatorCreationException | IOException e) {
      throw new IllegalStateException("a key on P-256 signs", e);
    }
  }

  /**
   * The key of a request.
   *
   * @throws IOException when it is no request, of no key on P-256, or not signed by it
   */
  public static PublicKey read(byte[] der) throws IOException {
    try {
      JcaPKCS10CertificationRequest request = new JcaPKCS10CertificationRequest(der);
      PublicKey key = request.getPublicKey();
      if (!(key instanceof ECPublicKey point)
          || point.getParams().getCurve().getField().getFieldSize() != CURVE_BITS) {
        throw new IOException("expected a key on the curve P-256");
      }
      if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
        throw new IOException("not signed by the key that it is for");
      }
      return key;
    } catch (GeneralSecurityException
        | OperatorCreationException
        | PKCSException
        | RuntimeException e) {
      throw new IOException("no request for a certificate: " + e.getMessage(), e);
    }
  }
}
