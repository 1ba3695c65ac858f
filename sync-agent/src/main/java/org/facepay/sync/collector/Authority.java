package org.facepay.sync.collector;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.function.Supplier;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.facepay.sync.desk.SelfSigned;
import org.facepay.sync.identity.Certificates;
import org.facepay.sync.identity.Credentials;
import org.facepay.sync.identity.SigningRequest;
import org.jspecify.annotations.Nullable;

/**
 * Signs who terminals are, and who the collector is to them (RFC 5280). Whoever has its file can
 * make up terminals: it is for the collector's user alone.
 */
final class Authority {
  /** A terminal's, and the collector's own. */
  static final Duration LIFE = Duration.ofDays(90);

  private static final Duration OWN_LIFE = Duration.ofDays(20 * 365);
  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);
  private static final String NAME = "FacePay collector authority";

  private final Credentials own;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  private Authority(Credentials own, InstantSource clock) {
    this.own = own;
    this.clock = clock;
  }

  /**
   * Reads it, or makes it where there is none.
   *
   * @throws IOException when the file is damaged or cannot be written; it is never replaced
   */
  static Authority in(Path file, InstantSource clock) throws IOException {
    if (Files.exists(file)) {
      try {
        return new Authority(Credentials.decode(Files.readAllBytes(file)), clock);
      } catch (IOException e) {
        throw new IOException(
            file
                + " is "
                + e.getMessage()
                + "; bring it back from a backup: all terminals know"
                + " the collector by it",
            e);
      }
    }
    Authority made = new Authority(make(clock.instant()), clock);
    Path fresh =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            ".authority",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(fresh, made.own.encoded());
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    return made;
  }

  private static Credentials make(Instant now) {
    KeyPair keys = SigningRequest.newKey();
    X500Principal name = new X500Principal("CN=" + NAME);
    try {
      X509v3CertificateBuilder builder =
          builder(name, BigInteger.ONE, now, OWN_LIFE, name, keys.getPublic())
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
              .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
      X509Certificate certificate = signed(builder, keys);
      return new Credentials(keys.getPrivate(), certificate, certificate);
    } catch (CertIOException e) {
      throw new IllegalStateException("two extensions", e);
    }
  }

  /** Its certificate. */
  X509Certificate certificate() {
    return own.certificate();
  }

  /** What its terminals know it by. */
  String fingerprint() {
    return Certificates.fingerprint(own.certificate());
  }

  /** A certificate that names a terminal. */
  X509Certificate terminal(String name, PublicKey key) {
    return issue(name, key, KeyPurposeId.id_kp_clientAuth, null);
  }

  /**
   * Who the collector is, renewed by itself from half of a certificate's life on.
   *
   * @param host name or IPv4 address that terminals call it by
   */
  Supplier<Credentials> server(String host) {
    return new Supplier<>() {
      private Credentials current = server();

      @Override
      public synchronized Credentials get() {
        if (!clock.instant().isBefore(current.renewFrom())) {
          current = server();
        }
        return current;
      }

      private Credentials server() {
        KeyPair keys = SigningRequest.newKey();
        X509Certificate certificate =
            issue(host, keys.getPublic(), KeyPurposeId.id_kp_serverAuth, SelfSigned.called(host));
        return new Credentials(keys.getPrivate(), certificate, own.certificate());
      }
    };
  }

  private X509Certificate issue(
      String name, PublicKey key, KeyPurposeId purpose, @Nullable GeneralNames called) {
    BigInteger serial = new BigInteger(127, random).setBit(126);
    X500Principal issuer = own.certificate().getSubjectX500Principal();
    try {
      X509v3CertificateBuilder builder =
          builder(issuer, serial, clock.instant(), LIFE, new X500Principal("CN=" + name), key)
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
              .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
              .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
      if (called != null) {
        builder.addExtension(Extension.subjectAlternativeName, false, called);
      }
      return signed(builder, new KeyPair(own.certificate().getPublicKey(), own.key()));
    } catch (CertIOException e) {
      throw new IllegalStateException("four extensions", e);
    }
  }

  /** Begins a day before: clocks differ. */
  private static X509v3CertificateBuilder builder(
      X500Principal issuer,
      BigInteger serial,
      Instant now,
      Duration life,
      X500Principal subject,
      PublicKey key) {
    return new JcaX509v3CertificateBuilder(
        issuer,
        serial,
        Date.from(now.minus(CLOCKS_DIFFER)),
        Date.from(now.plus(life)),
        subject,
        key);
  }

  private static X509Certificate signed(X509v3CertificateBuilder builder, KeyPair by) {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate())));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("a key on P-256 signs", e);
    }
  }
}
