package org.facepay.terminal.wiring;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.facepay.peripherals.lock.DoorState;
import org.facepay.peripherals.lock.LockWorker;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.catalogue.ShopGoods;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.container.ContainerSettings;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.payment.PaymentFlows;
import org.facepay.terminal.payment.hold.HoldFlow;
import org.facepay.terminal.receipt.Books;
import org.facepay.terminal.receipt.SaleRecord;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.settlement.planogram.Planogram;
import org.facepay.terminal.world.cabinet.Cabinet;
import org.facepay.terminal.world.cashier.LateNews;
import org.facepay.terminal.world.claims.Claims;

/**
 * What a smart container has that a till has not: a cabinet, and claims.
 *
 * @param full the planogram, with the prices of now
 */
record CabinetParts(
    TerminalConfig config,
    ContainerSettings settings,
    Planogram full,
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
    Planogram full = settings.planogram(goods.prices());
    return Optional.of(new CabinetParts(config, settings, full, inbox, alarms, clock, closings));
  }

  /**
   * Both.
   *
   * @throws IOException when the shelves or the claims cannot be used; the message says why
   */
  Behind behind(
      Devices fleet, ShopGoods goods, Providers providers, SideParts side, SaleRecord records)
      throws IOException {
    return new Behind(
        Optional.of(cabinet(fleet, goods)), Optional.of(claims(providers, side, records)));
  }

  /**
   * The cabinet, with its devices started.
   *
   * @throws IOException when it has other shelves than the planogram; the message says so
   */
  private Cabinet cabinet(Devices fleet, ShopGoods goods) throws IOException {
    if (fleet.shelfUnits().size() != full.shelves().size()) {
      throw new IOException(
          "%s has %d shelves, and %d are configured"
              .formatted(settings.planogram(), full.shelves().size(), fleet.shelfUnits().size()));
    }
    Bolt bolt = new Bolt(settings.channel());
    Cabinet cabinet =
        new Cabinet(
            new Cabinet.Setup(
                config.data().resolve(Cabinet.FOLDER),
                full,
                fleet.shelfUnits(),
                code -> goods.prices().product(code).orElseThrow()),
            bolt,
            inbox,
            alarms,
            clock);
    closings.push(cabinet::close);
    fleet.shelves(cabinet::weighed).ifPresent(shelves -> closings.push(shelves::close));
    Optional<LockWorker> lock =
        fleet.lock(
            moved -> {
              if (moved.channel() == settings.channel()) {
                cabinet.doorMoved(moved.state());
              }
            });
    bolt.lock = lock;
    lock.ifPresent(l -> closings.push(l::close));
    return cabinet;
  }

  /** The lock board, which is started after the cabinet that hears of it. */
  private static final class Bolt implements Cabinet.Door {
    private final int channel;
    private volatile Optional<LockWorker> lock = Optional.empty();

    Bolt(int channel) {
      this.channel = channel;
    }

    @Override
    public void unlock(Duration holds, Consumer<Boolean> told) {
      lock.ifPresentOrElse(l -> l.unlock(channel, holds, told), () -> told.accept(false));
    }

    @Override
    public DoorState state() {
      return lock.map(l -> l.door(channel)).orElse(DoorState.UNKNOWN);
    }
  }

  /** How a promise of money ends, by provider. */
  Map<String, HoldFlow> flows(Providers providers) {
    return providers.holdFlows(config.money(), VALIDITY);
  }

  /**
   * What is seen through apart from the visits.
   *
   * @throws IOException when its file cannot be used
   */
  private Claims claims(Providers providers, SideParts side, SaleRecord records)
      throws IOException {
    PaymentFlows flows = providers.flows(config.money());
    Claims claims =
        new Claims(
            config.data().resolve("claims.db"),
            Books.events(),
            new Claims.Money(providers.holds(), flows(providers), providers.all(), flows),
            new Claims.Caps(settings.caps().claims(), settings.caps().visits()),
            (_, debt) -> new LateNews(side.journal(), records, clock).owed(debt),
            inbox,
            alarms,
            clock);
    closings.push(claims::close);
    return claims;
  }
}
