package org.facepay.terminal.payment.alipay;

import java.net.URI;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;

/**
 * A merchant's access to the open platform.
 *
 * @param gateway full address of gateway.do
 * @param merchantKey signs requests
 * @param alipayKey verifies replies
 * @param connect longest time to make a connection
 * @param answer longest time for one whole exchange, body included
 * @param terminal shown to the merchant with each trade
 */
public record AlipaySettings(
    URI gateway,
    String appId,
    PrivateKey merchantKey,
    PublicKey alipayKey,
    Duration connect,
    Duration answer,
    String terminal) {

  @Override
  public String toString() {
    return "AlipaySettings[" + gateway + ", app " + appId + ", keys [REDACTED]]";
  }
}
