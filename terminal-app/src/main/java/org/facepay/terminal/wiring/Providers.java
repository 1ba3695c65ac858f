package org.facepay.terminal.wiring;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.payment.PaymentProvider;
import org.facepay.terminal.payment.PaymentProviders;
import org.facepay.terminal.payment.alipay.AlipayProvider;
import org.facepay.terminal.payment.alipay.AlipaySettings;
import org.facepay.terminal.payment.balance.BalanceLedger;
import org.facepay.terminal.payment.balance.BalanceProvider;
import org.facepay.terminal.payment.wechat.ApiV3Key;
import org.facepay.terminal.payment.wechat.WechatProvider;
import org.facepay.terminal.payment.wechat.WechatSettings;
import org.facepay.terminal.payment.wire.Rsa;

/**
 * A terminal's payment providers, made from its configuration. A new provider is one method here.
 *
 * @param accounts of the members, where the shop has members
 */
public record Providers(
    PaymentProviders all,
    AlipayProvider alipay,
    Optional<WechatProvider> wechat,
    Optional<BalanceLedger> accounts)
    implements AutoCloseable {

  /**
   * Opens all of them.
   *
   * @throws IOException when a key or the ledger cannot be used; the message says which and why
   */
  public static Providers open(TerminalConfig config) throws IOException {
    AlipayProvider alipay = alipay(config);
    List<PaymentProvider> all = new ArrayList<>(List.of(alipay));
    Optional<WechatProvider> wechat = Optional.empty();
    if (config.wechat().isPresent()) {
      wechat = Optional.of(wechat(config.wechat().get(), config.identity().id()));
      all.add(wechat.get());
    }
    Optional<BalanceLedger> accounts = Optional.empty();
    if (config.faces().isPresent()) {
      BalanceLedger ledger = new BalanceLedger(config.data().resolve("balance.db"));
      accounts = Optional.of(ledger);
      all.add(new BalanceProvider(ledger, InstantSource.system()));
    }
    return new Providers(new PaymentProviders(all), alipay, wechat, accounts);
  }

  private static WechatProvider wechat(TerminalConfig.Wechat wechat, String terminal)
      throws IOException {
    return new WechatProvider(
        new WechatSettings(
            wechat.base(),
            wechat.appId(),
            wechat.mchId(),
            wechat.merchantSerial(),
            Rsa.privateKey(wechat.merchantKey()),
            ApiV3Key.read(wechat.apiKey()),
            wechat.waits().connect(),
            wechat.waits().answer(),
            terminal),
        InstantSource.system());
  }

  private static AlipayProvider alipay(TerminalConfig config) throws IOException {
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

  @Override
  public void close() throws IOException {
    alipay.close();
    wechat.ifPresent(WechatProvider::close);
    if (accounts.isPresent()) {
      accounts.get().close();
    }
  }
}
