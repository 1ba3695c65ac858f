package org.facepay.terminal.lab.sandbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * X.509 certificates for the sandbox's own keys (RFC 5280, version 3, DER), since the JDK makes
 * none: signed by themselves with SHA256withRSA.
 */
public final class SelfSigned {
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int UTF8_STRING = 0x0c;
  private static final int GENERALIZED_TIME = 0x18;
  private static final int UTC_TIME = 0x17;
  private static final int VERSION = 0xa0;

  /** sha256WithRSAEncryption without parameters. */
  private static final byte[] ALGORITHM = HexFormat.of().parseHex("300d06092a864886f70d01010b0500");

  /** The attribute type commonName. */
  private static final byte[] COMMON_NAME = HexFormat.of().parseHex("0603550403");

  private SelfSigned() {}

  /** A certificate of a key pair. */
  public static X509Certificate of(
      KeyPair keys, BigInteger serial, String name, Instant notBefore, Instant notAfter) {
    try {
      byte[] who = named(name);
      byte[] body =
          der(
              SEQUENCE,
              der(VERSION, der(INTEGER, new byte[] {2})),
              der(INTEGER, serial.toByteArray()),
              ALGORITHM,
              who,
              der(SEQUENCE, time(notBefore), time(notAfter)),
              who,
              keys.getPublic().getEncoded());
      Signature rsa = Signature.getInstance("SHA256withRSA");
      rsa.initSign(keys.getPrivate());
      rsa.update(body);
      byte[] signature = der(BIT_STRING, new byte[1], rsa.sign());
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(der(SEQUENCE, body, ALGORITHM, signature)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an RSA key signs", e);
    }
  }

  /** The PEM text of a certificate (RFC 7468). */
  public static String pem(X509Certificate certificate) {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("it was read from its encoding", e);
    }
  }

  private static byte[] named(String name) {
    byte[] text = der(UTF8_STRING, name.getBytes(StandardCharsets.UTF_8));
    return der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, text)));
  }

  /** Two digits of the year until 2049, four after. */
  private static byte[] time(Instant at) {
    boolean late = at.atOffset(ZoneOffset.UTC).getYear() >= 2050;
    String pattern = late ? "yyyyMMddHHmmss'Z'" : "yyMMddHHmmss'Z'";
    String text =
        DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC).format(at);
    return der(late ? GENERALIZED_TIME : UTC_TIME, text.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] der(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    int length = content.size();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (length > 255) {
      out.write(0x82);
      out.write(length >> 8);
    } else if (length > 127) {
      out.write(0x81);
    }
    out.write(length);
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }
}
