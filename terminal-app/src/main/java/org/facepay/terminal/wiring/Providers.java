package org.facepay.terminal.wiring;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.config.PaymentsConfig;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.member.Vault;
import org.facepay.terminal.payment.PaymentProvider;
import org.facepay.terminal.payment.PaymentProviders;
import org.facepay.terminal.payment.agreement.AgreementProvider;
import org.facepay.terminal.payment.agreement.Agreements;
import org.facepay.terminal.payment.alipay.AlipayHolds;
import org.facepay.terminal.payment.alipay.AlipayProvider;
import org.facepay.terminal.payment.alipay.AlipaySettings;
import org.facepay.terminal.payment.balance.BalanceLedger;
import org.facepay.terminal.payment.balance.BalanceProvider;
import org.facepay.terminal.payment.card.CardSettings;
import org.facepay.terminal.payment.card.HttpNexoLink;
import org.facepay.terminal.payment.card.NexoKey;
import org.facepay.terminal.payment.card.NexoLink;
import org.facepay.terminal.payment.card.NexoProvider;
import org.facepay.terminal.payment.card.ReaderListener;
import org.facepay.terminal.payment.card.TcpNexoLink;
import org.facepay.terminal.payment.offline.OfflineCaps;
import org.facepay.terminal.payment.offline.OfflineProvider;
import org.facepay.terminal.payment.offline.OfflineQueue;
import org.facepay.terminal.payment.wechat.ApiV3Key;
import org.facepay.terminal.payment.wechat.PayscoreHolds;
import org.facepay.terminal.payment.wechat.WechatProvider;
import org.facepay.terminal.payment.wechat.WechatSettings;
import org.facepay.terminal.payment.wire.ClientCertificate;
import org.facepay.terminal.payment.wire.PublicKeys;
import org.facepay.terminal.payment.wire.Route;
import org.facepay.terminal.payment.wire.Rsa;
import org.facepay.terminal.payment.wire.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A terminal's payment providers, made from its configuration. A new provider is one method here.
 *
 * @param accounts of the members, where the shop has members
 * @param card the card terminal, where there is one
 * @param alipayHolds Alipay's pre-authorisation, where it is configured
 * @param payscore WeChat's pay score, where it is configured
 * @param signed the members' agreements, where they are configured
 * @param reader what the card terminal displays
 */
public record Providers(
    PaymentProviders all,
    AlipayProvider alipay,
    Optional<WechatProvider> wechat,
    Optional<BalanceLedger> accounts,
    Optional<NexoProvider> card,
    Optional<AlipayHolds> alipayHolds,
    Optional<PayscoreHolds> payscore,
    Optional<Signed> signed,
    CardReader reader)
    implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Providers.class);
  private static final InstantSource CLOCK = InstantSource.system();

  /**
   * Members' agreements.
   *
   * @param offline sells by them while the wallet cannot be reached, where that is allowed
   * @param queue what was sold so
   */
  public record Signed(
      Agreements agreements, Optional<OfflineProvider> offline, Optional<OfflineQueue> queue) {}

  /**
   * Opens all of them.
   *
   * @throws IOException when a key or the ledger cannot be used; the message says which and why
   */
  public static Providers open(TerminalConfig config) throws IOException {
    CardReader reader = new CardReader();
    PaymentsConfig more = config.payments();
    AlipaySettings settings = alipay(config);
    AlipayProvider alipay = new AlipayProvider(settings, CLOCK);
    List<PaymentProvider> all = new ArrayList<>(List.of(alipay));
    Optional<WechatSettings> wechatSettings =
        config.wechat().isPresent()
            ? Optional.of(wechat(config.wechat().get(), more, config.identity().id()))
            : Optional.empty();
    Optional<WechatProvider> wechat = wechatSettings.map(s -> new WechatProvider(s, CLOCK));
    wechat.ifPresent(all::add);
    Optional<BalanceLedger> accounts = Optional.empty();
    if (config.faces().isPresent()) {
      BalanceLedger ledger = new BalanceLedger(config.data().resolve("balance.db"));
      accounts = Optional.of(ledger);
      all.add(new BalanceProvider(ledger, CLOCK));
    }
    Optional<NexoProvider> card =
        more.card().isPresent() ? Optional.of(card(more.card().get(), reader)) : Optional.empty();
    card.ifPresent(all::add);
    Optional<Signed> signed =
        more.agreement().isPresent()
            ? signed(config, more.agreement().get(), alipay, all)
            : Optional.empty();
    return new Providers(
        new PaymentProviders(all),
        alipay,
        wechat,
        accounts,
        card,
        more.holds() ? Optional.of(new AlipayHolds(settings, CLOCK)) : Optional.empty(),
        wechatSettings.flatMap(s -> payscore(s, more)),
        signed,
        reader);
  }

  private static Optional<PayscoreHolds> payscore(WechatSettings settings, PaymentsConfig more) {
    return more.payscore()
        .map(
            id ->
                new PayscoreHolds(settings, new PayscoreHolds.Service(id, more.notices()), CLOCK));
  }

  /** Without the members' key, or with damaged files, everything else goes on. */
  private static Optional<Signed> signed(
      TerminalConfig config,
      PaymentsConfig.Agreement agreement,
      AlipayProvider alipay,
      List<PaymentProvider> all)
      throws IOException {
    if (config.faces().isEmpty()) {
      throw new IOException("payments.agreement: needs the section faces, which has the members");
    }
    try {
      Vault vault = FaceMembers.vault(config.data(), config.faces().get().key());
      return Optional.of(signed(config.data(), vault, agreement, alipay, all));
    } catch (IOException e) {
      LOG.error("nobody pays by an agreement: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static Signed signed(
      Path data,
      Vault vault,
      PaymentsConfig.Agreement agreement,
      AlipayProvider alipay,
      List<PaymentProvider> all)
      throws IOException {
    Agreements agreements = new Agreements(FaceMembers.agreements(data), vault);
    AgreementProvider online = new AgreementProvider(alipay, agreements, agreement.product());
    if (agreement.offline().isEmpty()) {
      all.add(online);
      return new Signed(agreements, Optional.empty(), Optional.empty());
    }
    PaymentsConfig.Offline caps = agreement.offline().get();
    OfflineQueue queue = new OfflineQueue(data.resolve("offline.db"), vault);
    OfflineProvider offline =
        new OfflineProvider(
            online,
            queue,
            new OfflineCaps(caps.perSale(), caps.total(), caps.count(), caps.age()),
            CLOCK);
    all.add(offline);
    return new Signed(agreements, Optional.of(offline), Optional.of(queue));
  }

  private static NexoProvider card(PaymentsConfig.Card card, ReaderListener reader)
      throws IOException {
    Optional<NexoKey> key =
        card.key().isPresent()
            ? Optional.of(
                NexoKey.read(
                    card.key().get().id(),
                    card.key().get().version(),
                    card.key().get().passphrase()))
            : Optional.empty();
    CardSettings settings =
        new CardSettings(card.saleId(), card.poiId(), key, card.dialogue(), card.waits().answer());
    return new NexoProvider(settings, link(card), reader, CLOCK);
  }

  private static NexoLink link(PaymentsConfig.Card card) throws IOException {
    if ("tcp".equals(card.address().getScheme())) {
      return new TcpNexoLink(
          new InetSocketAddress(card.address().getHost(), card.address().getPort()),
          card.waits().connect());
    }
    Optional<InetSocketAddress> notices =
        card.notices() == 0 ? Optional.empty() : Optional.of(new InetSocketAddress(card.notices()));
    return new HttpNexoLink(
        card.address(),
        new Wire(route(card.waits(), card.network())),
        card.waits().answer(),
        notices);
  }

  private static WechatSettings wechat(
      TerminalConfig.Wechat wechat, PaymentsConfig more, String terminal) throws IOException {
    PrivateKey key = Rsa.privateKey(wechat.merchantKey());
    Route route = route(wechat.waits(), more.wechat());
    if (more.certificate().isPresent()) {
      route = route.as(ClientCertificate.read(more.certificate().get(), key, CLOCK.instant()));
    }
    return new WechatSettings(
        wechat.base(),
        wechat.appId(),
        wechat.mchId(),
        wechat.merchantSerial(),
        key,
        ApiV3Key.read(wechat.apiKey()),
        route,
        terminal,
        more.notices());
  }

  private static AlipaySettings alipay(TerminalConfig config) throws IOException {
    var alipay = config.alipay();
    boolean sellerPays = config.checkout().instalments().filter(i -> i.sellerPays()).isPresent();
    return new AlipaySettings(
        alipay.gateway(),
        alipay.appId(),
        Rsa.privateKey(alipay.merchantKey()),
        PublicKeys.inFile(alipay.alipayKey()),
        route(alipay.waits(), config.payments().alipay()),
        config.identity().id(),
        sellerPays ? 100 : 0);
  }

  private static Route route(TerminalConfig.Waits waits, PaymentsConfig.Network network) {
    return new Route(
        waits.connect(), waits.answer(), network.proxy(), network.pins(), Optional.empty());
  }

  @Override
  public void close() throws IOException {
    alipay.close();
    wechat.ifPresent(WechatProvider::close);
    card.ifPresent(NexoProvider::close);
    alipayHolds.ifPresent(AlipayHolds::close);
    payscore.ifPresent(PayscoreHolds::close);
    if (accounts.isPresent()) {
      accounts.get().close();
    }
    if (signed.isPresent()) {
      signed.get().agreements().close();
    }
    if (signed.isPresent() && signed.get().queue().isPresent()) {
      signed.get().queue().get().close();
    }
  }
}
