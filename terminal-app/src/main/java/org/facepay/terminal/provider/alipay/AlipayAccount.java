package org.facepay.terminal.provider.alipay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.facepay.terminal.payment.PaymentFlow;
import org.facepay.terminal.payment.hold.HoldFlow;
import org.facepay.terminal.payment.hold.HoldProvider;
import org.facepay.terminal.provider.wire.PublicKeys;
import org.facepay.terminal.provider.wire.Rsa;

/**
 * A merchant's access to the open platform, as the configuration has it: its keys are files.
 *
 * @param merchantKey PKCS#8
 * @param times how a charge ends
 * @param holds whether pre-authorisation can be used
 */
public record AlipayAccount(
    AlipaySettings.Application application,
    Path merchantKey,
    Path alipayKey,
    PaymentFlow.Times times,
    boolean holds) {

  /**
   * Reads the keys.
   *
   * @throws IOException when one cannot be used; the message says which and why
   */
  public AlipaySettings open() throws IOException {
    return new AlipaySettings(
        application, Rsa.privateKey(merchantKey), PublicKeys.inFile(alipayKey));
  }

  /**
   * How a promise of money by a code ends, by provider.
   *
   * @param validity nobody claims it for longer
   */
  public Map<String, HoldFlow> holdFlows(Duration validity) {
    return holds
        ? Map.of(AlipayProvider.NAME, new HoldFlow(times, validity, HoldProvider.Rest.RELEASED))
        : Map.of();
  }
}
