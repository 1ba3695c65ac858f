package org.facepay.terminal.lab.shop;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The demo's RSA keys, made once a process: looking for the primes takes longer than a sale. */
final class DemoKeys {
  /** Whose; a forger signs what must not be believed. */
  enum Owner {
    ALIPAY_MERCHANT,
    ALIPAY,
    ALIPAY_FORGER,
    WECHAT_MERCHANT,
    WECHAT,
    WECHAT_FORGER,
    /** The attendant's page. */
    STAFF_PAGE
  }

  private static final Map<Owner, KeyPair> MADE = new ConcurrentHashMap<>();

  private DemoKeys() {}

  static KeyPair of(Owner owner) {
    return MADE.computeIfAbsent(owner, _ -> rsa());
  }

  private static KeyPair rsa() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has RSA", e);
    }
  }
}
