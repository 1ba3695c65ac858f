package org.facepay.terminal.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.files.ExplainedException;
import org.facepay.terminal.language.Sentence;
import org.facepay.terminal.member.Vault;
import org.facepay.terminal.payment.PaymentProvider;
import org.facepay.terminal.payment.PaymentProviders;
import org.facepay.terminal.payment.hold.HoldProvider;
import org.facepay.terminal.payment.hold.HoldProviders;
import org.facepay.terminal.provider.agreement.AgreementProvider;
import org.facepay.terminal.provider.agreement.AgreementSettings;
import org.facepay.terminal.provider.agreement.AgreementWords;
import org.facepay.terminal.provider.agreement.Agreements;
import org.facepay.terminal.provider.alipay.AlipayHolds;
import org.facepay.terminal.provider.alipay.AlipayProvider;
import org.facepay.terminal.provider.alipay.AlipaySettings;
import org.facepay.terminal.provider.balance.BalanceLedger;
import org.facepay.terminal.provider.balance.BalanceProvider;
import org.facepay.terminal.provider.card.CardTerminal;
import org.facepay.terminal.provider.card.NexoProvider;
import org.facepay.terminal.provider.cash.CashProvider;
import org.facepay.terminal.provider.offline.MemberSeller;
import org.facepay.terminal.provider.offline.OfflineProvider;
import org.facepay.terminal.provider.wechat.PayscoreHolds;
import org.facepay.terminal.provider.wechat.WechatAccount;
import org.facepay.terminal.provider.wechat.WechatProvider;
import org.facepay.terminal.provider.wechat.WechatSettings;
import org.facepay.terminal.world.cashier.CardReader;
import org.facepay.terminal.world.cashier.OfflineSellers;
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
    private final CardReader reader = new CardReader();
    private final Closings closings = new Closings();
    private final Alarms alarms;
    private final InstantSource clock;
    private final List<PaymentProvider> all = new ArrayList<>();
    private final OfflineSellers offline;

    Opening(TerminalConfig config, Alarms alarms, InstantSource clock) {
      this.clock = clock;
      this.config = config;
      this.alarms = alarms;
      this.offline =
          new OfflineSellers(
              config.data(),
              (seller, queue, caps) -> new OfflineProvider(seller, queue, caps, clock));
      closings.push(offline::close);
    }

    Providers all() throws IOException {
      AlipaySettings settings = config.money().alipay().open();
      AlipayProvider alipay = new AlipayProvider(settings, clock, alarms);
      closings.push(alipay::close);
      all.add(alipay);
      Optional<AlipayHolds> holds =
          config.money().alipay().holds()
              ? Optional.of(new AlipayHolds(settings, clock, alarms))
              : Optional.empty();
      holds.ifPresent(h -> closings.push(h::close));
      Optional<PayscoreHolds> payscore =
          config.money().wechat().isPresent()
              ? wechat(config.money().wechat().get())
              : Optional.empty();
      Optional<BalanceLedger> accounts =
          config.people().members().isPresent() ? Optional.of(accounts()) : Optional.empty();
      if (config.money().card().isPresent()) {
        all.add(card(config.money().card().get()));
      }
      if (config.people().badges().isPresent()) {
        all.add(new CashProvider());
      }
      Optional<Agreements> agreements =
          config.money().agreement().isPresent()
              ? agreements(config.money().agreement().get(), alipay)
              : Optional.empty();
      return new Providers(
          new PaymentProviders(all),
          alipay,
          accounts,
          holds,
          payscore,
          agreements,
          offline.all(),
          reader,
          alarms,
          closings);
    }

    private Optional<PayscoreHolds> wechat(WechatAccount account) throws IOException {
      WechatSettings settings = account.open(clock.instant());
      WechatProvider wechat = new WechatProvider(settings, clock, alarms);
      closings.push(wechat::close);
      all.add(wechat);
      Optional<PayscoreHolds> payscore =
          account.payscore().map(service -> new PayscoreHolds(settings, service, clock, alarms));
      payscore.ifPresent(p -> closings.push(p::close));
      return payscore;
    }

    private BalanceLedger accounts() throws IOException {
      BalanceLedger ledger = new BalanceLedger(config.data().resolve("balance.db"));
      closings.push(ledger::close);
      all.add(new BalanceProvider(ledger, clock));
      return ledger;
    }

    private PaymentProvider card(CardTerminal card) throws IOException {
      NexoProvider online = new NexoProvider(card.open(), card.link(), reader, clock);
      closings.push(online::close);
      return offline.cards(online, card.offline());
    }

    /** Without the members' key, or with damaged files, everything else goes on. */
    private Optional<Agreements> agreements(AgreementSettings agreement, AlipayProvider alipay)
        throws IOException {
      if (config.people().members().isEmpty()) {
        throw new ExplainedException(
            Sentence.of(AgreementWords.NEEDS_MEMBERS, "payments.agreement", "members"));
      }
      Path data = config.data();
      try {
        Vault vault = MemberFiles.vault(data, config.people().members().get().key());
        Agreements agreements = new Agreements(MemberFiles.agreements(data), vault);
        closings.push(agreements::close);
        AgreementProvider online = new AgreementProvider(alipay, agreements, agreement.product());
        all.add(offline.agreements(online, new MemberSeller(online), vault, agreement.offline()));
        return Optional.of(agreements);
      } catch (IOException e) {
        LOG.error("nobody pays by an agreement: {}", e.getMessage());
        return Optional.empty();
      }
    }
  }

  /** All that promise money. */
  HoldProviders holds() {
    List<HoldProvider> holds = new ArrayList<>();
    alipayHolds.ifPresent(holds::add);
    payscore.ifPresent(holds::add);
    return new HoldProviders(holds);
  }

  @Override
  public void close() {
    closings.close();
  }
}
