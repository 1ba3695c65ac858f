package org.facepay.terminal.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import org.facepay.kiosk.web.KioskServer;
import org.facepay.sync.uplink.Uplink;
import org.facepay.terminal.catalogue.GoodsSettings;
import org.facepay.terminal.catalogue.Recalls;
import org.facepay.terminal.checkout.CheckoutSettings;
import org.facepay.terminal.container.ContainerSettings;
import org.facepay.terminal.devices.Equipment;
import org.facepay.terminal.files.ExplainedException;
import org.facepay.terminal.language.Sentence;
import org.facepay.terminal.payment.PaymentFlow;
import org.facepay.terminal.payment.PaymentFlows;
import org.facepay.terminal.provider.agreement.AgreementSettings;
import org.facepay.terminal.provider.alipay.AlipayAccount;
import org.facepay.terminal.provider.alipay.AlipayProvider;
import org.facepay.terminal.provider.card.CardTerminal;
import org.facepay.terminal.provider.card.NexoProvider;
import org.facepay.terminal.provider.wechat.WechatAccount;
import org.facepay.terminal.provider.wechat.WechatProvider;
import org.facepay.terminal.sale.Identity;
import org.facepay.terminal.sale.PriceBook;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.session.Numbers;
import org.facepay.terminal.technician.Console;
import org.facepay.terminal.vending.VendingSettings;
import org.facepay.terminal.world.attendants.AttendantSettings;
import org.facepay.terminal.world.cabinet.Cabinet;
import org.facepay.terminal.world.cabinet.Planograms;
import org.facepay.terminal.world.cashier.OpeningHours;
import org.facepay.terminal.world.claims.Objections;
import org.facepay.terminal.world.faces.CameraSettings;
import org.facepay.terminal.world.hands.Fleet;
import org.facepay.terminal.world.members.MemberSettings;
import org.facepay.terminal.world.vending.Upkeep;

/**
 * Everything a terminal is told by its configuration file, already checked, in the chapters in
 * which a terminal is put together. What a feature is told is a record of the feature's own.
 */
public record TerminalConfig(
    Identity identity, Books books, Hands hands, Money money, People people, Session session) {

  /**
   * What is read and written down.
   *
   * @param data folder of all that the terminal keeps
   * @param receipts what an e-receipt's address begins with
   * @param attendants the page of the terminal's own, on which staff are told
   */
  public record Books(
      Path data,
      GoodsSettings goods,
      Uplink.Endpoint collector,
      URI receipts,
      Optional<AttendantSettings> attendants) {
    /** With the collector as it is asked by who this terminal is. */
    Books with(Uplink.Endpoint known) {
      return new Books(data, goods, known, receipts, attendants);
    }
  }

  /**
   * What it works with.
   *
   * @param page the shopper's, without its token
   * @param bagTolerance grams that a change in the bags may differ from what was scanned
   * @param mediaAfter how long nobody has touched anything before something plays
   */
  public record Hands(
      Equipment equipment, KioskServer.Settings page, int bagTolerance, Duration mediaAfter) {}

  /** Who takes the money. */
  public record Money(
      AlipayAccount alipay,
      Optional<WechatAccount> wechat,
      Optional<CardTerminal> card,
      Optional<AgreementSettings> agreement) {

    /**
     * How a charge ends; who has no times of its own has those of Alipay.
     *
     * @param providers names of all that take money
     */
    public PaymentFlows flows(Collection<String> providers) {
      PaymentFlow usual = new PaymentFlow(alipay.times());
      Map<String, PaymentFlow> flows = new TreeMap<>();
      providers.forEach(name -> flows.put(name, usual));
      wechat.ifPresent(w -> flows.put(WechatProvider.NAME, new PaymentFlow(w.times())));
      return new PaymentFlows(flows);
    }

    /** Those elsewhere, who are asked at the start whether they answer: wallets, card terminal. */
    public List<String> elsewhere() {
      List<String> names = new ArrayList<>(List.of(AlipayProvider.NAME));
      wechat.ifPresent(_ -> names.add(WechatProvider.NAME));
      card.ifPresent(_ -> names.add(NexoProvider.NAME));
      return names;
    }
  }

  /**
   * Who shops, and who looks after the terminal.
   *
   * @param camera of a shop that recognises its members
   * @param walletFace socket of a wallet's certified face camera
   * @param badges file of the staff who may agree to money back
   */
  public record People(
      Optional<MemberSettings> members,
      Optional<CameraSettings> camera,
      Optional<Path> walletFace,
      Optional<Console.Settings> console,
      Optional<Path> badges) {}

  /**
   * What is sold how: at a till, or by slot or behind a door where that is there.
   *
   * @param upkeep of a machine that sells by slot
   * @param opening when; empty: around the clock
   */
  public record Session(
      CheckoutSettings checkout,
      Optional<VendingSettings> vending,
      Optional<ContainerSettings> container,
      Optional<Upkeep> upkeep,
      Optional<OpeningHours> opening) {

    /** Roles of devices that the kind of session works with itself. */
    public Set<String> ownRoles() {
      if (container.isPresent()) {
        return Set.of(Fleet.LOCK, Fleet.SHELF);
      }
      return vending
          .map(v -> Set.of(v.byKeypad() ? Fleet.CASHLESS : Fleet.DISPENSER))
          .orElse(Set.of());
    }

    /**
     * Why a terminal of this kind cannot sell these goods; empty when it can.
     *
     * @param data its folder, with what a cabinet has learned
     */
    public Optional<Sentence> unsellable(PriceBook prices, Path data) {
      try {
        if (vending.isPresent()) {
          var _ = vending.get().sold(prices, Recalls.none());
        }
        if (container.isPresent()) {
          var _ =
              container
                  .get()
                  .priced(
                      Planograms.newest(data.resolve(Cabinet.FOLDER), container.get().layout()),
                      prices);
        }
        return Optional.empty();
      } catch (IOException e) {
        return Optional.of(ExplainedException.why(e));
      }
    }
  }

  /** Why this terminal cannot sell these goods; empty when it can. */
  public Optional<Sentence> unsellable(List<Product> goods) {
    return session.unsellable(new PriceBook(goods, books.goods().numbering().rules()), data());
  }

  /** How it numbers what it asks of others, with the four letters of its journal. */
  public Numbers numbers(String epoch) {
    return new Numbers(identity.id(), epoch, identity.shop().zh());
  }

  /** What becomes of objections to a container's bills, where this is one. */
  public Optional<Objections.Rules> objections() {
    return session
        .container()
        .map(c -> new Objections.Rules(books.collector().longestPause(), c.sure()));
  }

  /** The folder of all that the terminal keeps. */
  public Path data() {
    return books.data();
  }

  /** The file of the journal. */
  public Path journal() {
    return data().resolve("journal.db");
  }

  /** Files that nobody but the terminal's user may read. */
  public List<Path> secrets() {
    List<Path> files = new ArrayList<>(List.of(money.alipay().merchantKey()));
    money
        .wechat()
        .map(WechatAccount::files)
        .ifPresent(w -> files.addAll(List.of(w.merchantKey(), w.apiKey())));
    people.members().ifPresent(m -> files.add(m.key()));
    people.console().ifPresent(c -> files.add(c.pin()));
    books.attendants().flatMap(AttendantSettings::shop).ifPresent(s -> files.add(s.key()));
    money.card().flatMap(CardTerminal::key).ifPresent(k -> files.add(k.passphrase()));
    return files;
  }

  /** As it is for a terminal that the collector knows. */
  public TerminalConfig enrolled(SSLContext as) {
    return new TerminalConfig(
        identity, books.with(books.collector().as(as)), hands, money, people, session);
  }
}
