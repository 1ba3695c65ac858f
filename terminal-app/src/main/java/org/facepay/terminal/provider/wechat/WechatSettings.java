package org.facepay.terminal.provider.wechat;

import java.net.URI;
import java.security.PrivateKey;
import java.time.Duration;
import org.facepay.terminal.provider.wire.Route;

/**
 * A merchant's access to API v3.
 *
 * @param base what comes before /v3, e.g. https://api.mch.weixin.qq.com
 * @param merchantSerial serial number of the merchant's certificate
 * @param merchantKey its private key, signs requests
 * @param trust verifies the platform's answers
 * @param terminal shown to the merchant with each payment
 * @param notices where the platform tells of payments by a shown code, which it asks for; the
 *     terminal itself asks. Empty: no code can be shown
 */
public record WechatSettings(
    URI base,
    String appId,
    String mchId,
    String merchantSerial,
    PrivateKey merchantKey,
    PlatformTrust trust,
    Route route,
    String terminal,
    String notices) {

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
        base,
        appId,
        mchId,
        merchantSerial,
        merchantKey,
        PlatformTrust.certificates(apiKey),
        new Route(connect, answer),
        terminal,
        "");
  }

  @Override
  public String toString() {
    return "WechatSettings[" + base + ", merchant " + mchId + ", keys [REDACTED]]";
  }
}
