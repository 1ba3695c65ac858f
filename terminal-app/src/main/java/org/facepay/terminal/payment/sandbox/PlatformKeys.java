package org.facepay.terminal.payment.sandbox;

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
import java.util.random.RandomGenerator;
import org.facepay.terminal.payment.wechat.ApiV3Key;

/** The platform's keys: the newest signs, the one before is in force still. Thread-safe. */
final class PlatformKeys {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int IN_FORCE = 2;

  /** A key and its certificate. */
  record Signer(KeyPair keys, X509Certificate certificate) {
    String serial() {
      return certificate.getSerialNumber().toString(16).toUpperCase(java.util.Locale.ROOT);
    }
  }

  private final RandomGenerator random;
  private final Deque<Signer> inForce = new ArrayDeque<>();

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

  Signer signer(KeyPair keys) {
    byte[] serial = new byte[20];
    random.nextBytes(serial);
    serial[0] = 0x5f; // positive, and of full length
    Instant now = Instant.now();
    return new Signer(
        keys,
        SelfSigned.of(
            keys,
            new BigInteger(serial),
            "Sandbox Platform",
            now.minus(Duration.ofDays(1)),
            now.plus(Duration.ofDays(1825))));
  }

  synchronized Signer current() {
    return inForce.getFirst();
  }

  /** The answer to {@code GET /v3/certificates}. */
  synchronized ObjectNode sealed(ApiV3Key key) {
    ObjectNode reply = JSON.createObjectNode();
    ArrayNode data = reply.putArray("data");
    for (Signer signer : inForce) {
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
