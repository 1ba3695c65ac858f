package org.facepay.sync.identity;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * A file that says who wrote it, whatever way it came: signed data with its content and its
 * signer's certificate in it (CMS, RFC 5652; {@code openssl cms -verify} reads it, too).
 */
public record SignedFile(X509Certificate signer, byte[] content) {
  /** What the signer's certificate is for. */
  public enum Signer {
    TERMINAL,
    COLLECTOR
  }

  /** Signs. */
  public static byte[] of(Credentials own, byte[] content) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(own.key()),
                  own.certificate()));
      generator.addCertificates(new JcaCertStore(List.of(own.certificate())));
      return generator.generate(new CMSProcessableByteArray(content), true).getEncoded();
    } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException e) {
      throw new IllegalStateException("a key on P-256 signs", e);
    }
  }

  /**
   * Reads one. How long the certificate lives is not looked at: a stick may lie in a drawer.
   *
   * @throws IOException when it is not whole, changed, or signed by nobody of that authority
   */
  public static SignedFile read(byte[] file, X509Certificate authority, Signer who)
      throws IOException {
    try {
      CMSSignedData signed = new CMSSignedData(file);
      Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
      if (signers.size() != 1 || signed.getSignedContent() == null) {
        throw new IOException("not signed by one");
      }
      SignerInformation signer = signers.iterator().next();
      Optional<X509CertificateHolder> found =
          signed.getCertificates().getMatches(null).stream()
              .filter(signer.getSID()::match)
              .findFirst();
      if (found.isEmpty()) {
        throw new IOException("its signer's certificate is not in it");
      }
      X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(found.get());
      new TrustedAuthority(authority, Instant.EPOCH, InstantSource.system())
          .checkSigner(certificate, who);
      if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate))) {
        throw new IOException("its signature is wrong");
      }
      return new SignedFile(certificate, (byte[]) signed.getSignedContent().getContent());
    } catch (CertificateException e) {
      throw new IOException("signed by a stranger: " + e.getMessage(), e);
    } catch (CMSException | OperatorCreationException | RuntimeException e) {
      throw new IOException("no whole signed file: " + e.getMessage(), e);
    }
  }
}
