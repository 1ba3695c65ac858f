package org.facepay.terminal.provider.wire;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.facepay.terminal.files.ExplainedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SHA256withRSA over UTF-8 text, base64 (RFC 8017, PKCS #1 v1.5), as Alipay's RSA2 and WeChat Pay's
 * SHA256-RSA2048 use it, and the files its keys come from. Signing is most of what a call costs, so
 * it is done by AWS-LC, in half the JDK's time ({@code scripts/bench payments}); any RSA key will
 * do, one that was read here does at once.
 */
public final class Rsa {
  private static final Logger LOG = LoggerFactory.getLogger(Rsa.class);
  private static final String ALGORITHM = "SHA256withRSA";
  private static final Provider PROVIDER = provider();
  private static final Set<PosixFilePermission> OPEN = PosixFilePermissions.fromString("---rw-rw-");
  private static final Set<PosixFilePermission> CHANGEABLE =
      PosixFilePermissions.fromString("-------w-");
  private static final int LEAST_BITS = 2048;
  private static final int MOST_KEYS = 2;

  private Rsa() {}

  /**
   * Loads the library that signs, so that a terminal which starts has it ready when it opens its
   * first wallet; that takes as long as an eighth of the start.
   */
  public static void load() {
    LOG.debug("{} signs", PROVIDER.getName());
  }

  /** AWS-LC, or the JDK's own where its library cannot be loaded. */
  private static Provider provider() {
    Throwable missing = AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError();
    if (missing == null) {
      return AmazonCorrettoCryptoProvider.INSTANCE;
    }
    LOG.warn("signatures take twice as long, AWS-LC does not load: {}", missing.getMessage());
    return Security.getProviders("Signature." + ALGORITHM)[0];
  }

  public static String sign(String text, PrivateKey key) {
    try {
      Signature rsa = Signature.getInstance(ALGORITHM, PROVIDER);
      rsa.initSign(key);
      rsa.update(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(rsa.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a checked RSA key signs", e);
    }
  }

  /** Whether the signature is the key's; anything that is no signature is not. */
  public static boolean verify(String text, String signature, PublicKey key) {
    try {
      Signature rsa = Signature.getInstance(ALGORITHM, PROVIDER);
      rsa.initVerify(key);
      rsa.update(text.getBytes(StandardCharsets.UTF_8));
      return rsa.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * @param pkcs8 PKCS#8, DER
   * @throws GeneralSecurityException when it is no RSA key
   */
  public static PrivateKey privateKey(byte[] pkcs8) throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA", PROVIDER).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }

  /**
   * Reads the merchant's key: PKCS#8, base64 with or without PEM lines.
   *
   * @throws IOException when it is no RSA key, or when others than its owner may read it
   */
  public static PrivateKey privateKey(Path file) throws IOException {
    byte[] content = secret(file);
    try {
      return privateKey(base64(file, content));
    } catch (GeneralSecurityException e) {
      throw new ExplainedException(e, file, KeyWords.NO_PRIVATE_KEY);
    }
  }

  /** Reads a wallet's key: X.509 SubjectPublicKeyInfo, base64 with or without PEM lines. */
  public static PublicKey publicKey(Path file) throws IOException {
    List<PublicKey> keys = publicKeys(file);
    if (keys.size() != 1) {
      throw new ExplainedException(file, KeyWords.ONE_PUBLIC_KEY, keys.size());
    }
    return keys.getFirst();
  }

  /**
   * Reads a wallet's keys, one, or two in PEM while they are exchanged.
   *
   * @throws IOException when a key is none, too short, or when everybody may change it: whoever can
   *     change it can say that a payment was made
   */
  public static List<PublicKey> publicKeys(Path file) throws IOException {
    if (!Collections.disjoint(Files.getPosixFilePermissions(file), CHANGEABLE)) {
      throw new ExplainedException(file, KeyWords.CHANGEABLE, "chmod o-w");
    }
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    List<PublicKey> keys = new ArrayList<>();
    for (String part : text.split("-----END [A-Z ]+-----", MOST_KEYS + 2)) {
      if (!part.isBlank()) {
        keys.add(publicKey(file, part));
      }
    }
    if (keys.isEmpty() || keys.size() > MOST_KEYS) {
      throw new ExplainedException(file, KeyWords.PUBLIC_KEYS, keys.size());
    }
    return List.copyOf(keys);
  }

  /**
   * @param x509 SubjectPublicKeyInfo, DER
   * @throws GeneralSecurityException when it is no RSA key
   */
  public static PublicKey publicKey(byte[] x509) throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA", PROVIDER).generatePublic(new X509EncodedKeySpec(x509));
  }

  private static PublicKey publicKey(Path file, String text) throws IOException {
    try {
      PublicKey key = publicKey(base64(file, text.getBytes(StandardCharsets.ISO_8859_1)));
      if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < LEAST_BITS) {
        throw new ExplainedException(
            file, KeyWords.SHORT, LEAST_BITS, rsa.getModulus().bitLength());
      }
      return key;
    } catch (GeneralSecurityException e) {
      throw new ExplainedException(e, file, KeyWords.NO_PUBLIC_KEY);
    }
  }

  /**
   * Reads a secret.
   *
   * @throws IOException when others than its owner may read it
   */
  public static byte[] secret(Path file) throws IOException {
    if (!Collections.disjoint(Files.getPosixFilePermissions(file), OPEN)) {
      throw new ExplainedException(file, KeyWords.READABLE, "chmod 600");
    }
    return Files.readAllBytes(file);
  }

  private static byte[] base64(Path file, byte[] content) throws IOException {
    String text =
        new String(content, StandardCharsets.ISO_8859_1).replaceAll("-----[A-Z ]+-----", "");
    try {
      return Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new ExplainedException(e, file, KeyWords.NO_BASE64);
    }
  }
}
