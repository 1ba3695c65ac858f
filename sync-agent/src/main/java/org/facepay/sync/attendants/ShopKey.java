package org.facepay.sync.attendants;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the terminals of a shop know each other by: HMAC-SHA-256 (RFC 2104) over a purpose, a time,
 * a number used once and the body. An answer is sealed over the number of what was asked, so that
 * it answers nothing else. Thread-safe.
 */
public final class ShopKey {
  static final String TIME = "X-Shop-Time";
  static final String NONCE = "X-Shop-Nonce";

  /** Of a request and of its answer. */
  public static final String SEAL = "X-Shop-Seal";

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key;

  /**
   * @param key at least 16 secret bytes
   */
  public ShopKey(byte[] key) {
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  /**
   * What a request carries.
   *
   * @param time milliseconds since 1970, UTC
   * @param nonce 18 random bytes, base64url
   * @param seal over both and the body
   */
  public record Stamp(String time, String nonce, String seal) {
    /** Headers, by turns a name and its value. */
    public String[] headers() {
      return new String[] {TIME, time, NONCE, nonce, SEAL, seal};
    }

    /** From what a request carries; empty when it is not all there. */
    static Optional<Stamp> of(Function<String, Optional<String>> header) {
      Optional<String> time = header.apply(TIME).filter(t -> t.matches("\\d{1,15}"));
      Optional<String> nonce = header.apply(NONCE).filter(n -> n.matches("[A-Za-z0-9_-]{24}"));
      Optional<String> seal = header.apply(SEAL);
      return time.isPresent() && nonce.isPresent() && seal.isPresent()
          ? Optional.of(new Stamp(time.get(), nonce.get(), seal.get()))
          : Optional.empty();
    }

    Instant at() {
      return Instant.ofEpochMilli(Long.parseLong(time));
    }
  }

  /** Seals what is asked. */
  public Stamp stamp(Instant now, byte[] body) {
    byte[] bytes = new byte[18];
    random.nextBytes(bytes);
    String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    String time = Long.toString(now.toEpochMilli());
    return new Stamp(time, nonce, seal("asked", time, nonce, body));
  }

  /** Whether somebody with this key has asked exactly this. */
  boolean asked(Stamp stamp, byte[] body) {
    return same(seal("asked", stamp.time(), stamp.nonce(), body), stamp.seal());
  }

  /** Seals the answer to what was asked so. */
  String answer(Stamp stamp, byte[] body) {
    return seal("answered", stamp.time(), stamp.nonce(), body);
  }

  /** Whether somebody with this key has answered just that. */
  public boolean answered(Stamp stamp, byte[] body, String seal) {
    return same(answer(stamp, body), seal);
  }

  /** Names the key among others, and tells nothing of it. */
  String shop() {
    return seal("shop", "", "", new byte[0]);
  }

  /** Seals where a terminal's page stands. */
  String here(String terminal, URI home, Instant at) {
    byte[] what = (terminal + " " + home).getBytes(StandardCharsets.UTF_8);
    return seal("here", Long.toString(at.toEpochMilli()), "", what);
  }

  boolean same(String ours, String claimed) {
    return MessageDigest.isEqual(
        ours.getBytes(StandardCharsets.UTF_8), claimed.getBytes(StandardCharsets.UTF_8));
  }

  /** The key may seal other things of the shop: the first word tells them apart. */
  private String seal(String purpose, String time, String nonce, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(
          ("FPA1|" + purpose + "|" + time + "|" + nonce + "|").getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  @Override
  public String toString() {
    return "ShopKey[REDACTED]";
  }
}
