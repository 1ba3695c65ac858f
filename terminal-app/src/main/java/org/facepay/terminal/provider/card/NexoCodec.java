package org.facepay.terminal.provider.card;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;

/**
 * Messages as they travel: in the clear, or encrypted with AES-256-CBC and authenticated with
 * HMAC-SHA256 over the plain text (Terminal API, "protect local communications"). A codec with a
 * key accepts nothing in the clear. Thread-safe.
 */
public final class NexoCodec {
  static final String REQUEST = "SaleToPOIRequest";
  static final String RESPONSE = "SaleToPOIResponse";
  private static final int CRYPTO_VERSION = 1;
  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Optional<NexoKey> key;
  private final SecureRandom random = new SecureRandom();

  public NexoCodec(Optional<NexoKey> key) {
    this.key = key;
  }

  /** A message that was authenticated, if it has to be. */
  public record Message(boolean request, JsonNode content) {
    public JsonNode header() {
      return content.path("MessageHeader");
    }

    public String category() {
      return header().path("MessageCategory").asText();
    }

    public String serviceId() {
      return header().path("ServiceID").asText();
    }

    /** The part that is named after the category, e.g. PaymentResponse. */
    public JsonNode body() {
      return content.path(category() + (request ? "Request" : "Response"));
    }
  }

  public static ObjectNode object() {
    return JSON.createObjectNode();
  }

  public String write(Message message) {
    String outer = message.request() ? REQUEST : RESPONSE;
    ObjectNode plain = object();
    plain.set(outer, message.content());
    if (key.isEmpty()) {
      return plain.toString();
    }
    ObjectNode sealed = object();
    sealed.set(outer, sealed(plain.toString(), message.header(), key.get()));
    return sealed.toString();
  }

  private ObjectNode sealed(String plain, JsonNode header, NexoKey by) {
    byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
    byte[] nonce = new byte[NexoKey.IV];
    random.nextBytes(nonce);
    try {
      ObjectNode sealed = object();
      sealed.set("MessageHeader", header);
      sealed.put("NexoBlob", base64(crypt(Cipher.ENCRYPT_MODE, bytes, nonce, by)));
      ObjectNode trailer = sealed.putObject("SecurityTrailer");
      trailer.put("AdyenCryptoVersion", CRYPTO_VERSION).put("KeyIdentifier", by.identifier());
      trailer.put("KeyVersion", by.version()).put("Nonce", base64(nonce));
      trailer.put("Hmac", base64(hmac(bytes, by)));
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES encrypts anything", e);
    }
  }

  /**
   * Reads a message.
   *
   * @throws NexoException when it is none, or was not made with the key
   */
  public Message read(String text) throws NexoException {
    Message outer = parse(text);
    if (key.isEmpty()) {
      if (outer.content().has("NexoBlob")) {
        throw new NexoException("an encrypted message, but no key is configured");
      }
      return outer;
    }
    Message inner = parse(opened(outer.content(), key.get()));
    if (inner.request() != outer.request()) {
      throw new NexoException("a message of another kind than its envelope");
    }
    return inner;
  }

  private static Message parse(String text) throws NexoException {
    try {
      JsonNode tree = JSON.readTree(text);
      if (tree != null && tree.size() == 1) {
        for (String name : new String[] {REQUEST, RESPONSE}) {
          if (tree.path(name).isObject()) {
            return new Message(name.equals(REQUEST), tree.path(name));
          }
        }
      }
      throw new NexoException("no nexo message");
    } catch (IOException e) {
      throw new NexoException("no whole JSON message");
    }
  }

  private static String opened(JsonNode envelope, NexoKey by) throws NexoException {
    JsonNode trailer = envelope.path("SecurityTrailer");
    if (!trailer.path("KeyIdentifier").asText().equals(by.identifier())
        || trailer.path("KeyVersion").asInt(-1) != by.version()
        || trailer.path("AdyenCryptoVersion").asInt(-1) != CRYPTO_VERSION) {
      throw new NexoException("not encrypted with the key of this terminal");
    }
    try {
      byte[] nonce = Base64.getDecoder().decode(trailer.path("Nonce").asText());
      byte[] hmac = Base64.getDecoder().decode(trailer.path("Hmac").asText());
      byte[] blob = Base64.getDecoder().decode(envelope.path("NexoBlob").asText());
      if (nonce.length != NexoKey.IV) {
        throw new NexoException("no nonce");
      }
      byte[] plain = crypt(Cipher.DECRYPT_MODE, blob, nonce, by);
      if (!MessageDigest.isEqual(hmac(plain, by), hmac)) {
        throw new NexoException("wrongly authenticated");
      }
      return new String(plain, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new NexoException("wrongly encrypted");
    }
  }

  private static byte[] crypt(int mode, byte[] bytes, byte[] nonce, NexoKey by)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(mode, by.cipher(), by.iv(nonce));
    return cipher.doFinal(bytes);
  }

  private static byte[] hmac(byte[] bytes, NexoKey by) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(by.hmac());
    return mac.doFinal(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
