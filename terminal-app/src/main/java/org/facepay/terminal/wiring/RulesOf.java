package org.facepay.terminal.wiring;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facepay.terminal.checkout.Rules;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.payment.CardPresented;
import org.facepay.terminal.payment.PaymentFlow;
import org.facepay.terminal.payment.PaymentFlows;
import org.facepay.terminal.provider.agreement.AgreementProvider;
import org.facepay.terminal.provider.balance.BalanceProvider;
import org.facepay.terminal.provider.wechat.WechatProvider;
import org.facepay.terminal.session.Numbers;
import org.facepay.terminal.session.Times;
import org.facepay.terminal.session.charge.Ways;
import org.facepay.terminal.session.member.Faces;

/** The session's rules from the configuration. */
final class RulesOf {
  private RulesOf() {}

  /** How a charge ends with each provider. */
  static PaymentFlows flows(TerminalConfig config, Providers providers) {
    PaymentFlow flow = flow(config.alipay().polling(), Duration.ZERO);
    Map<String, PaymentFlow> flows = new LinkedHashMap<>();
    providers.all().names().forEach(name -> flows.put(name, flow));
    config
        .wechat()
        .ifPresent(
            wechat ->
                flows.put(
                    WechatProvider.NAME, flow(wechat.polling(), wechat.polling().inFlight())));
    return new PaymentFlows(flows);
  }

  /**
   * @param epoch of the journal
   * @param members whether faces can really be recognised: the store and its key are there
   */
  static Rules rules(
      TerminalConfig config,
      Providers providers,
      PaymentFlows flows,
      String epoch,
      boolean members) {
    var times = config.checkout().times();
    return new Rules(
        new Numbers(config.identity().id(), epoch, config.identity().shop().zh()),
        new Rules.Goods(
            config.identity().currency(),
            config.checkout().limits(),
            config.checkout().printAlways()),
        flows,
        new Times(
            times.idle(), times.warning(), times.doubt(), times.success(), times.afterPaper()),
        faces(config, providers, members),
        ways(config, providers));
  }

  private static Ways ways(TerminalConfig config, Providers providers) {
    var shown = config.checkout().shownCode();
    return new Ways(
        shown.map(TerminalConfig.ShownCode::wallets).orElse(List.of()),
        shown.map(TerminalConfig.ShownCode::valid).orElse(Duration.ZERO),
        providers.all().accepting(new CardPresented()).orElse(""),
        config
            .checkout()
            .instalments()
            .map(
                i ->
                    new Ways.Instalments(
                        providers.alipay().name(),
                        i.from(),
                        i.sellerPays(),
                        i.plans().stream()
                            .map(p -> new Ways.Plan(p.months(), p.feeBasisPoints()))
                            .toList())));
  }

  private static Faces faces(TerminalConfig config, Providers providers, boolean members) {
    String wallet = config.walletFace().isPresent() ? providers.alipay().name() : "";
    return config
        .faces()
        .filter(faces -> members)
        .map(
            faces ->
                new Faces(
                    true,
                    BalanceProvider.NAME,
                    providers.agreements().isPresent() ? AgreementProvider.NAME : "",
                    faces.secondFactorAbove(),
                    faces.look(),
                    wallet))
        .orElseGet(() -> Faces.walletOnly(wallet));
  }

  /**
   * @param firstCancel WeChat advises against reversing while the payment may still be under way
   */
  private static PaymentFlow flow(TerminalConfig.Polling polling, Duration firstCancel) {
    return new PaymentFlow(
        new PaymentFlow.Times(
            polling.first(),
            polling.every(),
            polling.giveUp(),
            polling.inFlight(),
            polling.firstRetry(),
            polling.longestRetry(),
            firstCancel));
  }
}
