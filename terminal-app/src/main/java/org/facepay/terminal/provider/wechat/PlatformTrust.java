package org.facepay.terminal.provider.wechat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Optional;
import org.facepay.terminal.provider.wire.Rsa;

/**
 * What the platform's answers are verified by. Merchants of before have platform certificates,
 * which are fetched; new ones have the platform's public key, which they download and configure,
 * and no certificates at all. While a merchant changes from one to the other both sign (API v3,
 * "from platform certificates to the WeChat Pay public key").
 *
 * @param apiKey decrypts the platform's certificates
 * @param key the public key, where the merchant has one
 */
public record PlatformTrust(ApiV3Key apiKey, Optional<Key> key) {

  /**
   * The platform's public key.
   *
   * @param id as the merchant platform shows it, PUB_KEY_ID_ and digits; answers name it as their
   *     serial number, and requests ask for it by the same header
   */
  public record Key(String id, PublicKey key) {
    /**
     * Reads it.
     *
     * @param file PEM, as downloaded (pub_key.pem)
     */
    public static Key read(String id, Path file) throws IOException {
      return new Key(id, Rsa.publicKey(file));
    }
  }

  /** Certificates only. */
  public static PlatformTrust certificates(ApiV3Key apiKey) {
    return new PlatformTrust(apiKey, Optional.empty());
  }

  public Optional<PublicKey> key(String serial) {
    return key.filter(k -> k.id().equals(serial)).map(Key::key);
  }
}
