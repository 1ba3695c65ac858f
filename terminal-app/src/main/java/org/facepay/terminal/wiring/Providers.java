package org.facepay.terminal.wiring;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.config.PaymentsConfig;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.member.Vault;
import org.facepay.terminal.payment.PaymentProvider;
import org.facepay.terminal.payment.PaymentProviders;
import org.facepay.terminal.provider.agreement.AgreementProvider;
import org.facepay.terminal.provider.agreement.Agreements;
import org.facepay.terminal.provider.alipay.AlipayHolds;
import org.facepay.terminal.provider.alipay.AlipayProvider;
import org.facepay.terminal.provider.alipay.AlipaySettings;
import org.facepay.terminal.provider.balance.BalanceLedger;
import org.facepay.terminal.provider.balance.BalanceProvider;
import org.facepay.terminal.provider.card.CardSettings;
import org.facepay.terminal.provider.card.HttpNexoLink;
import org.facepay.terminal.provider.card.NexoKey;
import org.facepay.terminal.provider.card.NexoLink;
import org.facepay.terminal.provider.card.NexoProvider;
import org.facepay.terminal.provider.card.TcpNexoLink;
import org.facepay.terminal.provider.offline.MemberSeller;
import org.facepay.terminal.provider.offline.OfflineCaps;
import org.facepay.terminal.provider.offline.OfflineProvider;
import org.facepay.terminal.provider.offline.OfflineQueue;
import org.facepay.terminal.provider.offline.OfflineSeller;
import org.facepay.terminal.provider.wechat.ApiV3Key;
import org.facepay.terminal.provider.wechat.PayscoreHolds;
import org.facepay.terminal.provider.wechat.PlatformTrust;
import org.facepay.terminal.provider.wechat.WechatProvider;
import org.facepay.terminal.provider.wechat.WechatSettings;
import org.facepay.terminal.provider.wire.ClientCertificate;
import org.facepay.terminal.provider.wire.PublicKeys;
import org.facepay.terminal.provider.wire.Route;
import org.facepay.terminal.provider.wire.Rsa;
import org.facepay.terminal.provider.wire.Wire;
import org.facepay.terminal.world.cashier.CardReader;
import org.facepay.terminal.world.cashier.OfflineFiles;
import org.facepay.terminal.world.members.MemberFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A terminal's payment providers, made from its configuration. A new provider is one method here.
 *
 * @param accounts of the members, where the shop has members
 * @param alipayHolds Alipay's pre-authorisation, where it is configured
 * @param payscore WeChat's pay score, where it is configured
 * @param agreements the members' agreements, where they are configured
 * @param offline those that sell within caps while they cannot be reached, or have done so
 * @param reader what the card terminal displays
 * @param alarms what they tell the technician
 * @param closings ends them all
 */
public record Providers(
    PaymentProviders all,
    AlipayProvider alipay,
    Optional<BalanceLedger> accounts,
    Optional<AlipayHolds> alipayHolds,
    Optional<PayscoreHolds> payscore,
    Optional<Agreements> agreements,
    List<OfflineProvider> offline,
    CardReader reader,
    Alarms alarms,
    Closings closings)
    implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

  /**
   * Opens all of them, or leaves none open.
   *
   * @throws IOException when a key or the ledger cannot be used; the message says which and why
   */
  public static Providers open(TerminalConfig config, Alarms alarms, InstantSource clock)
      throws IOException {
    Opening opening = new Opening(config, alarms, clock);
    boolean opened = false;
    try {
      Providers providers = opening.all();
      opened = true;
      return providers;
    } finally {
      if (!opened) {
        opening.closings.close();
      }
    }
  }

  /** What is open so far. */
  private static final class Opening {
    private final TerminalConfig config;
    private final PaymentsConfig more;
    private final CardReader reader = new CardReader();
    private final Closings closings = new Closings();
    private final Alarms alarms;
    private final InstantSource clock;
    private final List<PaymentProvider> all = new ArrayList<>();
    private final List<OfflineProvider> offline = new ArrayList<>();

    Opening(TerminalConfig config, Alarms alarms, InstantSource clock) {
      this.clock = clock;
      this.config = config;
      this.alarms = alarms;
      this.more = config.payments();
    }

    Providers all() throws IOException {
      AlipaySettings settings = alipaySettings(config);
      AlipayProvider alipay = new AlipayProvider(settings, clock, alarms);
      closings.push(alipay::close);
      all.add(alipay);
      Optional<AlipayHolds> holds =
          more.holds() ? Optional.of(new AlipayHolds(settings, clock, alarms)) : Optional.empty();
      holds.ifPresent(h -> closings.push(h::close));
      Optional<PayscoreHolds> payscore = wechat();
      Optional<BalanceLedger> accounts = accounts();
      if (more.card().isPresent()) {
        all.add(card(more.card().get()));
      }
      Optional<Agreements> agreements =
          more.agreement().isPresent()
              ? agreements(more.agreement().get(), alipay)
              : Optional.empty();
      return new Providers(
          new PaymentProviders(all),
          alipay,
          accounts,
          holds,
          payscore,
          agreements,
          List.copyOf(offline),
          reader,
          alarms,
          closings);
    }

    private Optional<PayscoreHolds> wechat() throws IOException {
      if (config.wechat().isEmpty()) {
        return Optional.empty();
      }
      WechatSettings settings =
          wechatSettings(config.wechat().get(), more, config.identity().id(), clock.instant());
      WechatProvider wechat = new WechatProvider(settings, clock, alarms);
      closings.push(wechat::close);
      all.add(wechat);
      Optional<PayscoreHolds> payscore =
          more.payscore()
              .map(id -> new PayscoreHolds.Service(id, more.notices()))
              .map(service -> new PayscoreHolds(settings, service, clock, alarms));
      payscore.ifPresent(p -> closings.push(p::close));
      return payscore;
    }

    private Optional<BalanceLedger> accounts() throws IOException {
      if (config.members().isEmpty()) {
        return Optional.empty();
      }
      BalanceLedger ledger = new BalanceLedger(config.data().resolve("balance.db"));
      closings.push(ledger::close);
      all.add(new BalanceProvider(ledger, clock));
      return Optional.of(ledger);
    }

    /** Without its key, or with a damaged file, the card terminal has to reach its host. */
    private PaymentProvider card(PaymentsConfig.Card card) throws IOException {
      NexoProvider online = new NexoProvider(settings(card), link(card), reader, clock);
      closings.push(online::close);
      Path file = OfflineFiles.cards(config.data());
      if (!sellsOffline(file, card.offline())) {
        return online;
      }
      try {
        return offline(online, file, OfflineFiles.cardsSeal(config.data()), card.offline());
      } catch (IOException e) {
        LOG.error("cards are sold online only: {}", e.getMessage());
        return online;
      }
    }

    /** Without the members' key, or with damaged files, everything else goes on. */
    private Optional<Agreements> agreements(
        PaymentsConfig.Agreement agreement, AlipayProvider alipay) throws IOException {
      if (config.members().isEmpty()) {
        throw new IOException("payments.agreement: needs the section members");
      }
      Path data = config.data();
      try {
        Vault vault = MemberFiles.vault(data, config.members().get().key());
        Agreements agreements = new Agreements(MemberFiles.agreements(data), vault);
        closings.push(agreements::close);
        AgreementProvider online = new AgreementProvider(alipay, agreements, agreement.product());
        Path file = OfflineFiles.agreements(data);
        all.add(
            sellsOffline(file, agreement.offline())
                ? offline(new MemberSeller(online), file, vault, agreement.offline())
                : online);
        return Optional.of(agreements);
      } catch (IOException e) {
        LOG.error("nobody pays by an agreement: {}", e.getMessage());
        return Optional.empty();
      }
    }

    /** What was sold before the shop gave up its caps is forwarded all the same. */
    private static boolean sellsOffline(Path file, Optional<PaymentsConfig.Offline> caps) {
      return caps.isPresent() || Files.exists(file);
    }

    private OfflineProvider offline(
        OfflineSeller seller, Path file, Vault vault, Optional<PaymentsConfig.Offline> caps)
        throws IOException {
      OfflineQueue queue = new OfflineQueue(file, vault);
      closings.push(queue::close);
      OfflineCaps allowed =
          caps.map(c -> new OfflineCaps(c.perSale(), c.total(), c.count(), c.age()))
              .orElse(OfflineCaps.NONE);
      OfflineProvider provider = new OfflineProvider(seller, queue, allowed, clock);
      offline.add(provider);
      return provider;
    }
  }

  private static CardSettings settings(PaymentsConfig.Card card) throws IOException {
    Optional<NexoKey> key =
        card.key().isPresent()
            ? Optional.of(
                NexoKey.read(
                    card.key().get().id(),
                    card.key().get().version(),
                    card.key().get().passphrase()))
            : Optional.empty();
    return new CardSettings(
        card.saleId(), card.poiId(), key, card.dialogue(), card.waits().answer());
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

  private static WechatSettings wechatSettings(
      TerminalConfig.Wechat wechat, PaymentsConfig more, String terminal, Instant now)
      throws IOException {
    PrivateKey key = Rsa.privateKey(wechat.merchantKey());
    Route route = route(wechat.waits(), more.wechat());
    if (more.certificate().isPresent()) {
      route = route.as(ClientCertificate.read(more.certificate().get(), key, now));
    }
    Optional<PlatformTrust.Key> platformKey =
        wechat.platformKey().isPresent()
            ? Optional.of(
                PlatformTrust.Key.read(
                    wechat.platformKey().get().id(), wechat.platformKey().get().file()))
            : Optional.empty();
    return new WechatSettings(
        wechat.base(),
        wechat.appId(),
        wechat.mchId(),
        wechat.merchantSerial(),
        key,
        new PlatformTrust(ApiV3Key.read(wechat.apiKey()), platformKey),
        route,
        terminal,
        more.notices());
  }

  private static AlipaySettings alipaySettings(TerminalConfig config) throws IOException {
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
  public void close() {
    closings.close();
  }
}
