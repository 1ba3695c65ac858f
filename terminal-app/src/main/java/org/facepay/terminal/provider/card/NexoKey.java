package org.facepay.terminal.provider.card;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.facepay.terminal.files.ExplainedException;
import org.facepay.terminal.provider.wire.KeyWords;
import org.facepay.terminal.provider.wire.Rsa;

/**
 * The key that a terminal and its till share: 80 bytes derived from a passphrase by
 * PBKDF2-HMAC-SHA1, for authentication, encryption and the initial vector (Terminal API, "protect
 * local communications"). Prints as [REDACTED].
 */
public final class NexoKey {
  private static final byte[] SALT = "AdyenNexoV1Salt".getBytes(StandardCharsets.US_ASCII);
  private static final int ITERATIONS = 4_000;
  private static final int HMAC = 32;
  private static final int CIPHER = 32;
  static final int IV = 16;

  private final String identifier;
  private final int version;
  private final SecretKeySpec hmac;
  private final SecretKeySpec cipher;
  private final byte[] iv;

  private NexoKey(String identifier, int version, byte[] material) {
    this.identifier = identifier;
    this.version = version;
    this.hmac = new SecretKeySpec(material, 0, HMAC, "HmacSHA256");
    this.cipher = new SecretKeySpec(material, HMAC, CIPHER, "AES");
    this.iv = Arrays.copyOfRange(material, HMAC + CIPHER, HMAC + CIPHER + IV);
  }

  /** Derives the key; takes some milliseconds. */
  public static NexoKey of(String identifier, int version, String passphrase) {
    if (passphrase.isEmpty()) {
      throw new IllegalArgumentException("the terminal's passphrase is empty");
    }
    try {
      PBEKeySpec spec =
          new PBEKeySpec(passphrase.toCharArray(), SALT, ITERATIONS, (HMAC + CIPHER + IV) * 8);
      byte[] material =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1").generateSecret(spec).getEncoded();
      return new NexoKey(identifier, version, material);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("PBKDF2 derives anything", e);
    }
  }

  /**
   * Reads the passphrase's file.
   *
   * @throws IOException when it is empty, or when others than its owner may read it
   */
  public static NexoKey read(String identifier, int version, Path file) throws IOException {
    String text = new String(Rsa.secret(file), StandardCharsets.UTF_8).strip();
    if (text.isEmpty()) {
      throw new ExplainedException(file, KeyWords.NO_PASSPHRASE);
    }
    return of(identifier, version, text);
  }

  public String identifier() {
    return identifier;
  }

  public int version() {
    return version;
  }

  SecretKeySpec hmac() {
    return hmac;
  }

  SecretKeySpec cipher() {
    return cipher;
  }

  /** The vector of one message, by the nonce that travels with it. */
  IvParameterSpec iv(byte[] nonce) {
    byte[] mixed = new byte[IV];
    for (int i = 0; i < IV; i++) {
      mixed[i] = (byte) (iv[i] ^ nonce[i]);
    }
    return new IvParameterSpec(mixed);
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
