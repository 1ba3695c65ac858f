package org.facepay.terminal.wiring;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.catalogue.ShopGoods;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.container.ContainerSettings;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.payment.hold.HoldFlow;
import org.facepay.terminal.receipt.Books;
import org.facepay.terminal.receipt.SaleRecord;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.world.cabinet.Cabinet;
import org.facepay.terminal.world.cabinet.Planograms;
import org.facepay.terminal.world.cabinet.WorkingCabinet;
import org.facepay.terminal.world.cashier.LateNews;
import org.facepay.terminal.world.claims.Claims;
import org.facepay.terminal.world.hands.Fleet;

/**
 * What a smart container has that a till has not: a cabinet, and claims.
 *
 * @param planograms with the prices of now
 */
record CabinetParts(
    TerminalConfig config,
    ContainerSettings settings,
    Planograms planograms,
    Inbox<Event> inbox,
    Alarms alarms,
    InstantSource clock,
    Closings closings) {
  /** A hold that nobody claims. */
  private static final Duration VALIDITY = Duration.ofDays(1);

  /** Behind a door: the cabinet, and what is claimed after a visit. */
  record Behind(Optional<Cabinet> cabinet, Optional<Claims> claims) {
    static final Behind NOTHING = new Behind(Optional.empty(), Optional.empty());
  }

  /**
   * Those of the container that is configured.
   *
   * @throws IOException when the planogram cannot be sold from; the message says why
   */
  static Optional<CabinetParts> of(
      TerminalConfig config,
      ShopGoods goods,
      Inbox<Event> inbox,
      Alarms alarms,
      InstantSource clock,
      Closings closings)
      throws IOException {
    Optional<ContainerSettings> container = config.session().container();
    if (container.isEmpty()) {
      return Optional.empty();
    }
    ContainerSettings settings = container.get();
    Planograms planograms =
        Planograms.open(
            config.data().resolve(Cabinet.FOLDER),
            settings.layout(),
            read -> settings.priced(read, goods.prices()),
            clock.instant());
    return Optional.of(
        new CabinetParts(config, settings, planograms, inbox, alarms, clock, closings));
  }

  /**
   * Both.
   *
   * @throws IOException when the shelves or the claims cannot be used; the message says why
   */
  Behind behind(
      Fleet fleet, ShopGoods goods, RunningTerminal.Money money, SideParts side, SaleRecord records)
      throws IOException {
    settings.fits(planograms.now(), fleet.shelfUnits().size());
    Cabinet.Setup setup =
        new Cabinet.Setup(
            config.data().resolve(Cabinet.FOLDER),
            planograms,
            fleet.shelfUnits(),
            code -> goods.prices().product(code).orElseThrow(),
            settings.sure());
    WorkingCabinet cabinet =
        WorkingCabinet.start(fleet, settings.channel(), setup, inbox, alarms, clock);
    closings.push(cabinet::close);
    return new Behind(Optional.of(cabinet.cabinet()), Optional.of(claims(money, side, records)));
  }

  /** How a promise of money ends, by provider. */
  Map<String, HoldFlow> promises() {
    return config.money().alipay().holdFlows(VALIDITY);
  }

  private Claims claims(RunningTerminal.Money money, SideParts side, SaleRecord records)
      throws IOException {
    Providers asked = money.providers();
    Claims claims =
        new Claims(
            config.data().resolve(Claims.FILE),
            Books.events(),
            new Claims.Wallets(
                asked.holds(), promises(), asked.all(), money.flows(), Claims.UNSENT),
            new Claims.Caps(settings.caps().claims(), settings.caps().visits()),
            (_, debt) -> new LateNews(side.journal(), records, clock).owed(debt),
            inbox,
            alarms,
            clock);
    closings.push(claims::close);
    return claims;
  }
}
