package org.facepay.terminal.wiring;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facepay.terminal.catalogue.Recalls;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.payment.CardPresented;
import org.facepay.terminal.payment.PaymentFlow;
import org.facepay.terminal.payment.PaymentFlows;
import org.facepay.terminal.provider.agreement.AgreementProvider;
import org.facepay.terminal.provider.balance.BalanceProvider;
import org.facepay.terminal.provider.wechat.WechatProvider;
import org.facepay.terminal.sale.PriceBook;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.session.Numbers;
import org.facepay.terminal.session.Times;
import org.facepay.terminal.session.charge.Ways;
import org.facepay.terminal.session.member.Accounts;
import org.facepay.terminal.session.member.Faces;
import org.facepay.terminal.session.member.Members;
import org.facepay.terminal.vending.Rules.Slot;

/**
 * The rules of each kind of session from the configuration.
 *
 * @param flows how a charge ends with each provider
 * @param epoch of the journal
 * @param recognises whether faces can really be recognised: the store and its key are there
 */
record RulesOf(
    TerminalConfig config,
    Providers providers,
    PaymentFlows flows,
    String epoch,
    boolean recognises) {

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

  Numbers numbers() {
    return new Numbers(config.identity().id(), epoch, config.identity().shop().zh());
  }

  org.facepay.terminal.checkout.Rules checkout() {
    return new org.facepay.terminal.checkout.Rules(
        numbers(),
        new org.facepay.terminal.checkout.Rules.Goods(
            config.identity().currency(),
            config.checkout().limits(),
            config.checkout().printAlways()),
        flows,
        times(),
        members(),
        ways());
  }

  /**
   * @throws IOException when a slot holds what cannot be sold there
   */
  org.facepay.terminal.vending.Rules vending(
      TerminalConfig.Vending vending, PriceBook prices, Recalls recalls) throws IOException {
    List<Slot> slots = new ArrayList<>();
    for (TerminalConfig.VendingSlot slot : vending.slots()) {
      Product product =
          prices.product(slot.code()).orElseThrow(() -> unsold(slot, "is no article"));
      if (product.unit() != Product.Unit.PIECE || product.price() <= 0) {
        throw unsold(slot, "is not sold by the piece for a price");
      }
      if (!recalls.calledBack(product.code(), Optional.empty())) {
        slots.add(new Slot(slot.number(), product));
      }
    }
    return new org.facepay.terminal.vending.Rules(
        numbers(), config.identity().currency(), flows, times(), slots);
  }

  private static IOException unsold(TerminalConfig.VendingSlot slot, String why) {
    return new IOException(
        "slot %d of the vending machine: %s %s of the list of goods"
            .formatted(slot.number(), slot.code(), why));
  }

  private Times times() {
    var times = config.checkout().times();
    return new Times(
        times.idle(), times.warning(), times.doubt(), times.success(), times.afterPaper());
  }

  private Ways ways() {
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

  private Members members() {
    String wallet = config.walletFace().isPresent() ? providers.alipay().name() : "";
    Faces faces =
        config
            .faces()
            .filter(f -> recognises)
            .map(f -> new Faces(true, f.secondFactorAbove(), f.look(), wallet))
            .orElseGet(() -> Faces.walletOnly(wallet));
    Accounts accounts =
        new Accounts(
            providers.accounts().isPresent() ? BalanceProvider.NAME : "",
            providers.agreements().isPresent() ? AgreementProvider.NAME : "");
    return new Members(accounts, faces);
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
