package org.facepay.terminal.payment;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** Keys made once for all tests. */
public final class Keys {
  public static final KeyPair MERCHANT = rsa();
  public static final KeyPair ALIPAY = rsa();
  public static final KeyPair FORGER = rsa();

  /** A short key, for the hundred thousands of checks of a fuzz test. */
  public static final KeyPair SHORT = rsa(1024);

  private Keys() {}

  public static String base64(Key key) {
    return Base64.getEncoder().encodeToString(key.getEncoded());
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
