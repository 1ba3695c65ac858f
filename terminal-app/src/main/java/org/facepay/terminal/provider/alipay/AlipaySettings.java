package org.facepay.terminal.provider.alipay;

import java.net.URI;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import org.facepay.terminal.provider.wire.PublicKeys;
import org.facepay.terminal.provider.wire.Route;

/**
 * A merchant's access to the open platform, with its keys.
 *
 * @param merchantKey signs requests
 * @param alipayKeys verify replies; several while Alipay's key is exchanged
 */
public record AlipaySettings(
    Application application, PrivateKey merchantKey, PublicKeys alipayKeys) {

  /**
   * The merchant's application.
   *
   * @param gateway full address of gateway.do
   * @param terminal shown to the merchant with each trade
   * @param sellerPercent who pays for instalments: 0 the shopper, 100 the shop
   */
  public record Application(
      URI gateway, String appId, Route route, String terminal, int sellerPercent) {
    public Application {
      if (sellerPercent != 0 && sellerPercent != 100) {
        throw new IllegalArgumentException(
            "instalments paid by the shop to " + sellerPercent + " %");
      }
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
        new Application(gateway, appId, new Route(connect, answer), terminal, 0),
        merchantKey,
        PublicKeys.of(alipayKey));
  }

  @Override
  public String toString() {
    return "AlipaySettings["
        + application.gateway()
        + ", app "
        + application.appId()
        + ", keys [REDACTED]]";
  }
}
