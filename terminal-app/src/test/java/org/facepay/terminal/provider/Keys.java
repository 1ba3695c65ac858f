package org.facepay.terminal.provider;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Base64;
import org.facepay.terminal.provider.wire.Rsa;

/** Keys made once for all tests. */
public final class Keys {
  public static final KeyPair MERCHANT = rsa();

  /** The merchant's, as a client has it once it has read it. */
  public static final PrivateKey READ = read(MERCHANT.getPrivate());

  public static final KeyPair ALIPAY = rsa();
  public static final KeyPair FORGER = rsa();

  /** A short key, for the hundred thousands of checks of a fuzz test. */
  public static final KeyPair SHORT = rsa(1024);

  private Keys() {}

  public static String base64(Key key) {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  private static PrivateKey read(PrivateKey key) {
    try {
      return Rsa.privateKey(key.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair rsa() {
    return rsa(2048);
  }

  private static KeyPair rsa(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
