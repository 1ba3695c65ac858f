package org.facepay.terminal.provider.wechat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.facepay.terminal.files.ExplainedException;
import org.facepay.terminal.provider.wire.KeyWords;
import org.facepay.terminal.provider.wire.Rsa;

/**
 * The merchant's API v3 key: 32 characters that WeChat Pay encrypts certificates and notices with,
 * AEAD_AES_256_GCM (API v3, "decrypting certificates and callbacks"). Prints as [REDACTED].
 */
public final class ApiV3Key {
  private static final int LENGTH = 32;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;

  private ApiV3Key(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /**
   * The key from its characters.
   *
   * @throws IllegalArgumentException when they are not 32 bytes
   */
  public static ApiV3Key of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("the API v3 key has 32 bytes, not " + bytes.length);
    }
    return new ApiV3Key(bytes);
  }

  /**
   * Reads the key's file.
   *
   * @throws IOException when it is not of 32 bytes, or when others than its owner may read it
   */
  public static ApiV3Key read(Path file) throws IOException {
    String text = new String(Rsa.secret(file), StandardCharsets.UTF_8).strip();
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    if (length != LENGTH) {
      throw new ExplainedException(file, KeyWords.API_KEY, LENGTH, length);
    }
    return of(text);
  }

  /**
   * Decrypts and authenticates.
   *
   * @throws GeneralSecurityException when the text was not encrypted with this key, nonce and data
   */
  byte[] decrypt(byte[] text, String nonce, String associatedData) throws GeneralSecurityException {
    return run(Cipher.DECRYPT_MODE, text, nonce, associatedData);
  }

  /** Encrypts, for a gateway of our own. */
  public byte[] encrypt(byte[] text, String nonce, String associatedData) {
    try {
      return run(Cipher.ENCRYPT_MODE, text, nonce, associatedData);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM encrypts anything", e);
    }
  }

  private byte[] run(int mode, byte[] text, String nonce, String associatedData)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce.getBytes(StandardCharsets.UTF_8)));
    cipher.updateAAD(associatedData.getBytes(StandardCharsets.UTF_8));
    return cipher.doFinal(text);
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
