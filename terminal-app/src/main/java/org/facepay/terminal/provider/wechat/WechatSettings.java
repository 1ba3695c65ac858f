package org.facepay.terminal.provider.wechat;

import java.net.URI;
import java.security.PrivateKey;
import java.time.Duration;
import org.facepay.terminal.provider.wire.Route;

/**
 * A merchant's access to API v3, with its keys.
 *
 * @param merchantKey of the merchant's certificate, signs requests
 * @param trust verifies the platform's answers
 */
public record WechatSettings(
    Merchant merchant, PrivateKey merchantKey, PlatformTrust trust, Route route) {

  /**
   * The merchant.
   *
   * @param base what comes before /v3, e.g. https://api.mch.weixin.qq.com
   * @param serial of the merchant's certificate
   * @param terminal shown to the merchant with each payment
   * @param notices where the platform tells of payments by a shown code, which it asks for; the
   *     terminal itself asks. Empty: no code can be shown
   */
  public record Merchant(
      URI base, String appId, String mchId, String serial, String terminal, String notices) {}

  /** With certificates, without a proxy and shown codes. */
  public WechatSettings(
      URI base,
      String appId,
      String mchId,
      String merchantSerial,
      PrivateKey merchantKey,
      ApiV3Key apiKey,
      Duration connect,
      Duration answer,
      String terminal) {
    this(
        new Merchant(base, appId, mchId, merchantSerial, terminal, ""),
        merchantKey,
        PlatformTrust.certificates(apiKey),
        new Route(connect, answer));
  }

  @Override
  public String toString() {
    return "WechatSettings["
        + merchant.base()
        + ", merchant "
        + merchant.mchId()
        + ", keys [REDACTED]]";
  }
}
