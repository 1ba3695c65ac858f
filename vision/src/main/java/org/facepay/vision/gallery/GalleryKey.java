package org.facepay.vision.gallery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of the stored templates, in a file of its own outside the database: who copies the
 * database alone has nothing. AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce per record;
 * names are replaced by HMAC-SHA-256 tags.
 */
public final class GalleryKey {
  private static final int BYTES = 32;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec aes;
  private final SecretKeySpec hmac;
  private final SecureRandom random = new SecureRandom();

  private GalleryKey(byte[] key) throws GeneralSecurityException {
    hmac = new SecretKeySpec(mac(key, "tags"), "HmacSHA256");
    aes = new SecretKeySpec(mac(key, "templates"), "AES");
  }

  /** Makes a new key file, readable by this user only. */
  public static GalleryKey create(Path file) throws GalleryException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, Base64.getEncoder().encodeToString(key) + "\n");
      return new GalleryKey(key);
    } catch (IOException | GeneralSecurityException e) {
      throw new GalleryException("cannot make the gallery's key " + file + ": " + e, e);
    }
  }

  /**
   * Reads a key file.
   *
   * @throws GalleryException when it is missing, too open or no key
   */
  public static GalleryKey read(Path file) throws GalleryException {
    try {
      Set<PosixFilePermission> open = Files.getPosixFilePermissions(file);
      if (open.contains(PosixFilePermission.OTHERS_READ)
          || open.contains(PosixFilePermission.GROUP_READ)) {
        throw new GalleryException(
            file + ": others may read the gallery's key; run chmod 600 on it", null);
      }
      byte[] key =
          Base64.getDecoder().decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
      if (key.length != BYTES) {
        throw new GalleryException(
            file + ": expected 32 bytes in base64, found " + key.length, null);
      }
      return new GalleryKey(key);
    } catch (IOException | IllegalArgumentException | GeneralSecurityException e) {
      throw new GalleryException(
          "the gallery's key "
              + file
              + " cannot be read: "
              + e
              + "; without it no face is recognised",
          e);
    }
  }

  /** What stands for a name in a database: HMAC-SHA-256, 32 bytes. */
  public byte[] tag(String name) {
    try {
      return mac(hmac, name);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  /** Nonce and ciphertext; the tag is bound to it as additional data. */
  public byte[] seal(byte[] plain, byte[] tag) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, tag).doFinal(plain);
      return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  /** The plain bytes; refuses what was changed, moved to another row or sealed with another key. */
  public byte[] open(byte[] sealed, byte[] tag) throws AEADBadTagException {
    if (sealed.length < NONCE + TAG_BITS / 8) {
      throw new AEADBadTagException("too short");
    }
    try {
      byte[] nonce = Arrays.copyOf(sealed, NONCE);
      return cipher(Cipher.DECRYPT_MODE, nonce, tag).doFinal(sealed, NONCE, sealed.length - NONCE);
    } catch (AEADBadTagException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] tag) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, aes, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(tag);
    return cipher;
  }

  private static byte[] mac(byte[] key, String text) throws GeneralSecurityException {
    return mac(new SecretKeySpec(key, "HmacSHA256"), text);
  }

  private static byte[] mac(SecretKeySpec key, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(key);
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "GalleryKey[REDACTED]";
  }
}
