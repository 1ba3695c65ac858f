package org.facepay.terminal.lab.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.facepay.sync.desk.SelfSigned;
import org.facepay.terminal.provider.wechat.ApiV3Key;
import org.jspecify.annotations.Nullable;

/**
 * The platform's keys. Of the certificates the newest signs, the one before is in force still. A
 * merchant may have the platform's public key as well, or instead: it signs the answers to requests
 * that ask for it, or all of them. Thread-safe.
 */
final class PlatformKeys {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int IN_FORCE = 2;

  /** What an answer is signed with, and the name it goes by. */
  sealed interface Signer {
    KeyPair keys();

    String serial();
  }

  /** A key and its certificate. */
  record Certified(KeyPair keys, X509Certificate certificate) implements Signer {
    @Override
    public String serial() {
      return certificate.getSerialNumber().toString(16).toUpperCase(java.util.Locale.ROOT);
    }
  }

  /** A key that merchants have by itself. */
  record Bare(KeyPair keys, String serial) implements Signer {}

  private final RandomGenerator random;
  private final Deque<Certified> inForce = new ArrayDeque<>();
  private Optional<Bare> publicKey = Optional.empty();
  private boolean publicKeyOnly;

  PlatformKeys(KeyPair first, RandomGenerator random) {
    this.random = random;
    rotate(first);
  }

  /** From now on this key signs. */
  synchronized void rotate(KeyPair keys) {
    inForce.addFirst(signer(keys));
    while (inForce.size() > IN_FORCE) {
      inForce.removeLast();
    }
  }

  synchronized void publicKey(String id, KeyPair keys, boolean only) {
    publicKey = Optional.of(new Bare(keys, id));
    publicKeyOnly = only;
  }

  synchronized boolean hasCertificates() {
    return !publicKeyOnly;
  }

  Certified signer(KeyPair keys) {
    byte[] serial = new byte[20];
    random.nextBytes(serial);
    serial[0] = 0x5f; // positive, and of full length
    Instant now = Instant.now();
    return new Certified(
        keys,
        SelfSigned.of(
            keys,
            new BigInteger(serial),
            "Sandbox Platform",
            now.minus(Duration.ofDays(1)),
            now.plus(Duration.ofDays(1825))));
  }

  /**
   * What signs an answer.
   *
   * @param wanted the serial number that the request asks for; null: none
   */
  synchronized Signer signerFor(@Nullable String wanted) {
    boolean bare = publicKey.filter(k -> publicKeyOnly || k.serial().equals(wanted)).isPresent();
    return bare ? publicKey.get() : inForce.getFirst();
  }

  /** The answer to {@code GET /v3/certificates}. */
  synchronized ObjectNode sealed(ApiV3Key key) {
    ObjectNode reply = JSON.createObjectNode();
    ArrayNode data = reply.putArray("data");
    for (Certified signer : inForce) {
      byte[] random12 = new byte[6];
      random.nextBytes(random12);
      String nonce = HexFormat.of().formatHex(random12);
      byte[] pem = SelfSigned.pem(signer.certificate()).getBytes(StandardCharsets.UTF_8);
      ObjectNode entry = data.addObject().put("serial_no", signer.serial());
      entry.put("effective_time", signer.certificate().getNotBefore().toInstant().toString());
      entry.put("expire_time", signer.certificate().getNotAfter().toInstant().toString());
      entry
          .putObject("encrypt_certificate")
          .put("algorithm", "AEAD_AES_256_GCM")
          .put("nonce", nonce)
          .put("associated_data", "certificate")
          .put(
              "ciphertext",
              Base64.getEncoder().encodeToString(key.encrypt(pem, nonce, "certificate")));
    }
    return reply;
  }
}
