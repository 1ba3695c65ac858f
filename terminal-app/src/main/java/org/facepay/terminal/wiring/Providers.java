package org.facepay.terminal.wiring;

import java.io.IOException;
import java.time.InstantSource;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.payment.alipay.AlipayProvider;
import org.facepay.terminal.payment.alipay.AlipaySettings;
import org.facepay.terminal.payment.wire.Rsa;

/** Makes payment providers from the configuration. A new provider is one method here. */
public final class Providers {
  private Providers() {}

  /**
   * Alipay.
   *
   * @throws IOException when a key cannot be used; the message says which and why
   */
  public static AlipayProvider alipay(TerminalConfig config) throws IOException {
    var alipay = config.alipay();
    return new AlipayProvider(
        new AlipaySettings(
            alipay.gateway(),
            alipay.appId(),
            Rsa.privateKey(alipay.merchantKey()),
            Rsa.publicKey(alipay.alipayKey()),
            alipay.waits().connect(),
            alipay.waits().answer(),
            config.identity().id()),
        InstantSource.system());
  }
}
