package org.facepay.terminal.provider.alipay;

import java.net.URI;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import org.facepay.terminal.provider.wire.PublicKeys;
import org.facepay.terminal.provider.wire.Route;

/**
 * A merchant's access to the open platform.
 *
 * @param gateway full address of gateway.do
 * @param merchantKey signs requests
 * @param alipayKeys verify replies; several while Alipay's key is exchanged
 * @param terminal shown to the merchant with each trade
 * @param sellerPercent who pays for instalments: 0 the shopper, 100 the shop
 */
public record AlipaySettings(
    URI gateway,
    String appId,
    PrivateKey merchantKey,
    PublicKeys alipayKeys,
    Route route,
    String terminal,
    int sellerPercent) {

  public AlipaySettings {
    if (sellerPercent != 0 && sellerPercent != 100) {
      throw new IllegalArgumentException("instalments paid by the shop to " + sellerPercent + " %");
    }
  }

  /** With one key that never changes, no proxy, and instalments that the shopper pays for. */
  public AlipaySettings(
      URI gateway,
      String appId,
      PrivateKey merchantKey,
      PublicKey alipayKey,
      Duration connect,
      Duration answer,
      String terminal) {
    this(
        gateway,
        appId,
        merchantKey,
        PublicKeys.of(alipayKey),
        new Route(connect, answer),
        terminal,
        0);
  }

  @Override
  public String toString() {
    return "AlipaySettings[" + gateway + ", app " + appId + ", keys [REDACTED]]";
  }
}
