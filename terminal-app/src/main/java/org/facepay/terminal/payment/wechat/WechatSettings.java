package org.facepay.terminal.payment.wechat;

import java.net.URI;
import java.security.PrivateKey;
import java.time.Duration;

/**
 * A merchant's access to API v3.
 *
 * @param base what comes before /v3, e.g. https://api.mch.weixin.qq.com
 * @param merchantSerial serial number of the merchant's certificate
 * @param merchantKey its private key, signs requests
 * @param apiKey decrypts the platform's certificates
 * @param connect longest time to make a connection
 * @param answer longest time for one whole exchange, body included
 * @param terminal shown to the merchant with each payment
 */
public record WechatSettings(
    URI base,
    String appId,
    String mchId,
    String merchantSerial,
    PrivateKey merchantKey,
    ApiV3Key apiKey,
    Duration connect,
    Duration answer,
    String terminal) {

  @Override
  public String toString() {
    return "WechatSettings[" + base + ", merchant " + mchId + ", keys [REDACTED]]";
  }
}
