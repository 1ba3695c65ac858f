package org.facepay.terminal.provider.wechat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Optional;
import org.facepay.terminal.payment.PaymentFlow;
import org.facepay.terminal.provider.wire.ClientCertificate;
import org.facepay.terminal.provider.wire.Route;
import org.facepay.terminal.provider.wire.Rsa;

/**
 * A merchant's access to API v3, as the configuration has it: its keys are files.
 *
 * @param times how a charge ends
 * @param payscore the pay score's service, where the merchant has one
 */
public record WechatAccount(
    WechatSettings.Merchant merchant,
    Files files,
    Route route,
    PaymentFlow.Times times,
    Optional<PayscoreHolds.Service> payscore) {

  /**
   * What the merchant's keys are in.
   *
   * @param merchantKey PKCS#8
   * @param apiKey opens what the platform seals
   * @param platformKey the platform's public key, for merchants that have one
   * @param certificate of the merchant, for servers that ask who calls
   */
  public record Files(
      Path merchantKey,
      Path apiKey,
      Optional<PlatformKey> platformKey,
      Optional<Path> certificate) {}

  /**
   * WeChat Pay's public key.
   *
   * @param id PUB_KEY_ID_ and digits
   */
  public record PlatformKey(String id, Path file) {
    /** Reads it. */
    public PlatformTrust.Key read() throws IOException {
      return PlatformTrust.Key.read(id, file);
    }
  }

  /**
   * Reads the keys.
   *
   * @throws IOException when one cannot be used; the message says which and why
   */
  public WechatSettings open(Instant now) throws IOException {
    PrivateKey key = Rsa.privateKey(files.merchantKey());
    Route known =
        files.certificate().isPresent()
            ? route.as(ClientCertificate.read(files.certificate().get(), key, now))
            : route;
    Optional<PlatformTrust.Key> platformKey =
        files.platformKey().isPresent()
            ? Optional.of(files.platformKey().get().read())
            : Optional.empty();
    PlatformTrust trust = new PlatformTrust(ApiV3Key.read(files.apiKey()), platformKey);
    return new WechatSettings(merchant, key, trust, known);
  }
}
