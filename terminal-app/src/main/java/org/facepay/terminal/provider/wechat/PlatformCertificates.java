package org.facepay.terminal.provider.wechat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.facepay.terminal.provider.wire.DoubtWords;
import org.facepay.terminal.provider.wire.Rsa;
import org.facepay.terminal.provider.wire.UntrustedException;

/**
 * The platform's certificates that are in force: several while they are being exchanged (API v3,
 * {@code GET /v3/certificates}). They come encrypted with the API v3 key, which is what makes them
 * the platform's. A plain value.
 */
record PlatformCertificates(Map<String, Trusted> bySerial) {
  private static final int LEAST_KEY_BITS = 2048;
  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+");

  /**
   * @param key the certificate's, as {@link Rsa} verifies by at once
   */
  record Trusted(X509Certificate certificate, PublicKey key) {
    boolean inForce(Instant now) {
      return !now.isBefore(certificate.getNotBefore().toInstant())
          && !now.isAfter(certificate.getNotAfter().toInstant());
    }
  }

  static PlatformCertificates none() {
    return new PlatformCertificates(Map.of());
  }

  /**
   * Decrypts an answer to {@code /v3/certificates}.
   *
   * @throws UntrustedException when any of them cannot be decrypted, or is no RSA certificate of
   *     its serial number
   */
  static PlatformCertificates read(WechatReply reply, ApiV3Key key) throws UntrustedException {
    Map<String, Trusted> all = new HashMap<>();
    for (JsonNode entry : reply.content().path("data")) {
      JsonNode sealed = entry.path("encrypt_certificate");
      String serial = serial(entry.path("serial_no").asText());
      try {
        byte[] pem =
            key.decrypt(
                Base64.getDecoder().decode(sealed.path("ciphertext").asText()),
                sealed.path("nonce").asText(),
                sealed.path("associated_data").asText());
        X509Certificate certificate =
            (X509Certificate)
                CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem));
        if (!(certificate.getPublicKey() instanceof RSAPublicKey rsa)
            || rsa.getModulus().bitLength() < LEAST_KEY_BITS
            || !serial(certificate.getSerialNumber()).equals(serial)) {
          throw new UntrustedException(DoubtWords.OTHER_CERTIFICATE, serial);
        }
        all.put(serial, new Trusted(certificate, Rsa.publicKey(rsa.getEncoded())));
      } catch (GeneralSecurityException | IllegalArgumentException e) {
        throw new UntrustedException(DoubtWords.SEALED, serial);
      }
    }
    if (all.isEmpty()) {
      throw new UntrustedException(DoubtWords.NO_CERTIFICATES);
    }
    return new PlatformCertificates(Map.copyOf(all));
  }

  boolean anyInForce(Instant now) {
    return bySerial.values().stream().anyMatch(trusted -> trusted.inForce(now));
  }

  /** The key of a certificate that is valid at this time. */
  Optional<PublicKey> key(String serial, Instant now) {
    return Optional.ofNullable(bySerial.get(serial(serial)))
        .filter(trusted -> trusted.inForce(now))
        .map(Trusted::key);
  }

  private static String serial(BigInteger number) {
    return serial(number.toString(16));
  }

  /** Hexadecimal digits, in capitals and without leading zeros. */
  private static String serial(String text) {
    return LEADING_ZEROS.matcher(text.toUpperCase(Locale.ROOT)).replaceFirst("");
  }
}
