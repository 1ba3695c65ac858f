package org.facepay.sync.desk;

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
 * X.509 certificates of keys of one's own (RFC 5280, version 3, DER), since the JDK makes none:
 * signed by themselves with SHA256withRSA.
 */
public final class SelfSigned {
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int UTF8_STRING = 0x0c;
  private static final int GENERALIZED_TIME = 0x18;
  private static final int UTC_TIME = 0x17;
  private static final int OCTET_STRING = 0x04;
  private static final int VERSION = 0xa0;
  private static final int EXTENSIONS = 0xa3;
  private static final int DNS_NAME = 0x82;
  private static final int IP_ADDRESS = 0x87;

  /** sha256WithRSAEncryption without parameters. */
  private static final byte[] ALGORITHM = HexFormat.of().parseHex("300d06092a864886f70d01010b0500");

  /** The attribute type commonName. */
  private static final byte[] COMMON_NAME = HexFormat.of().parseHex("0603550403");

  /** The extension subjectAltName. */
  private static final byte[] ALTERNATIVE_NAME = HexFormat.of().parseHex("0603551d11");

  private SelfSigned() {}

  /**
   * A certificate of a key pair.
   *
   * @param name of a host, or its IPv4 address, under which it is called too (RFC 9525)
   */
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
              keys.getPublic().getEncoded(),
              der(EXTENSIONS, der(SEQUENCE, called(name))));
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

  private static byte[] called(String name) {
    byte[] host =
        name.matches("\\d{1,3}(\\.\\d{1,3}){3}")
            ? der(IP_ADDRESS, address(name))
            : der(DNS_NAME, name.getBytes(StandardCharsets.UTF_8));
    return der(SEQUENCE, ALTERNATIVE_NAME, der(OCTET_STRING, der(SEQUENCE, host)));
  }

  private static byte[] address(String dotted) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String part : dotted.split("\\.", -1)) {
      bytes.write(Integer.parseInt(part));
    }
    return bytes.toByteArray();
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
