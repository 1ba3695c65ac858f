package org.facepay.terminal.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.facepay.kiosk.web.KioskServer;
import org.facepay.peripherals.printer.PrinterWorker;
import org.facepay.peripherals.printer.Printers;
import org.facepay.peripherals.scale.Scales;
import org.facepay.peripherals.scanner.ScannerWorker;
import org.facepay.peripherals.scanner.Scanners;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.sync.uplink.Uplink;
import org.facepay.terminal.alarm.Alarm;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.catalogue.CatalogueException;
import org.facepay.terminal.catalogue.Recalls;
import org.facepay.terminal.checkout.Checkout;
import org.facepay.terminal.checkout.Rules;
import org.facepay.terminal.checkout.State;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.devices.Sources;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.loop.SteadyClock;
import org.facepay.terminal.loop.TerminalLoop;
import org.facepay.terminal.loop.Timers;
import org.facepay.terminal.loop.TrueTime;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.provider.wechat.WechatProvider;
import org.facepay.terminal.receipt.Books;
import org.facepay.terminal.receipt.PaperReceipt;
import org.facepay.terminal.receipt.ReceiptLinks;
import org.facepay.terminal.receipt.SaleRecord;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.PriceBook;
import org.facepay.terminal.screen.ScreenOf;
import org.facepay.terminal.session.Effect;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.technician.Console;
import org.facepay.terminal.technician.DayBooks;
import org.facepay.terminal.technician.PrivacyDesk;
import org.facepay.terminal.world.World;
import org.facepay.terminal.world.cashier.PaymentWorker;
import org.facepay.terminal.world.cashier.WalletFaceWorker;
import org.facepay.terminal.world.faces.FaceWorker;
import org.facepay.terminal.world.reading.Scans;
import org.facepay.terminal.world.reading.Touches;
import org.facepay.terminal.world.weighing.BaggingArea;
import org.facepay.terminal.world.weighing.CheckoutScale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything behind the page of a terminal that can sell, put together from its open journal.
 * Closed in the reverse order; whatever was under way goes on when it is made again on the same
 * folder.
 */
final class RunningTerminal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunningTerminal.class);
  private static final Duration PRINT_PATIENCE = Duration.ofSeconds(5);
  private static final Duration STOP = Duration.ofSeconds(5);

  /**
   * What stands before a terminal can sell, and stays when it cannot.
   *
   * @param shown number of the last snapshot and up
   * @param touches takes what touches mean from now on
   * @param console takes what the technician is shown from now on
   */
  record Outside(
      KioskServer page,
      Inbox<Event> inbox,
      AtomicLong shown,
      Consumer<Touches> touches,
      Consumer<Console.Desks> console) {}

  /** What is known of the time, and the even clock that takes it over while nobody shops. */
  record Time(TrueTime known, SteadyClock clock) {}

  private final TerminalConfig config;
  private final Outside outside;
  private final Alarms alarms;
  private final Time time;
  private final SteadyClock clock;
  private final Closings open = new Closings();

  private RunningTerminal(TerminalConfig config, Outside outside, Alarms alarms, Time time) {
    this.config = config;
    this.outside = outside;
    this.alarms = alarms;
    this.time = time;
    this.clock = time.clock();
  }

  /**
   * Opens what it needs and begins to sell, or leaves nothing open.
   *
   * @throws StorageException when the journal cannot be used
   * @throws CatalogueException when there are no goods to sell, not even those of before
   * @throws IOException when a file or key of another part cannot be used
   */
  static RunningTerminal start(TerminalConfig config, Outside outside, Alarms alarms, Time time)
      throws StorageException, CatalogueException, IOException {
    RunningTerminal terminal = new RunningTerminal(config, outside, alarms, time);
    boolean started = false;
    try {
      terminal.begin();
      started = true;
      return terminal;
    } finally {
      if (!started) {
        terminal.close();
      }
    }
  }

  private void watchClock() {
    Optional<String> doubt = time.known().doubt();
    alarms.set(doubt.isPresent(), Alarm.Kind.CLOCK, config.identity().id(), doubt.orElse(""));
  }

  private void begin() throws StorageException, CatalogueException, IOException {
    Files.createDirectories(config.data());
    Journal journal = Journal.open(config.journal());
    open.push(journal::close);
    alarms.set(journal.markLost(), Alarm.Kind.JOURNAL_MARK_LOST, config.journal().toString(), "");
    journal.lastAt().ifPresent(time.known()::notBefore);
    clock.adjust();
    watchClock();
    Providers providers = Providers.open(config, alarms, clock);
    open.push(providers::close);
    ShopGoods goods = ShopGoods.read(config, alarms);
    compose(providers, goods.prices(), goods.recalls(), journal);
  }

  private void compose(Providers providers, PriceBook prices, Recalls recalls, Journal journal)
      throws StorageException, IOException {
    new AlarmReports(config.identity().id(), journal::send, clock).tellOf(alarms);
    ReceiptLinks links = new ReceiptLinks(config.collector().receipts(), journal.receiptKey());
    SideParts side = new SideParts(config, providers, journal, clock, outside.inbox(), open);
    Devices fleet = new Devices(config, journal, clock);
    open.push(fleet::close);
    Optional<FaceWorker> faces = side.faces(outside.page()::preview, fleet.board());
    Optional<WalletFaceWorker> walletFace = side.walletFace();
    Optional<CheckoutScale> scale =
        config
            .devices()
            .scale()
            .map(
                device ->
                    fleet.watch(
                        device,
                        health ->
                            new CheckoutScale(
                                device.driver(),
                                Sources.opener(Scales.CATALOGUE, device),
                                outside.inbox()::nudge,
                                health),
                        CheckoutScale::statistics));
    scale.ifPresent(s -> open.push(s::close));
    outside
        .touches()
        .accept(
            new Touches(
                prices.product(config.checkout().bag()),
                prices::product,
                scale.<Touches.Scale>map(s -> s).orElse(Touches.Scale.none())));
    Rules rules = RulesOf.rules(config, providers, journal.epoch(), faces.isPresent());
    Timers<Event.Timer> timers = new Timers<>();
    open.push(timers::close);
    PaymentWorker payments =
        new PaymentWorker(providers.all(), outside.inbox(), RunningTerminal::bug);
    open.push(payments::close);
    PrinterWorker printer = printer(fleet);
    open.push(printer::close);
    PaperReceipt paper = new PaperReceipt(config.identity(), links);
    outside
        .console()
        .accept(
            new Console.Desks(
                alarms::standing,
                fleet.board()::rows,
                new DayBooks(config.journal(), config.identity(), printer, paper, clock),
                faces.<PrivacyDesk>map(f -> f)));
    ScreenOf screens = new ScreenOf(config.identity(), rules, links, prices.products());
    SaleRecord records = new SaleRecord(config.identity(), links);
    Optional<BaggingArea> bagging = side.bagging();
    World world =
        new World(
            new World.Parts(
                outside.page(),
                outside.shown(),
                screens,
                outside.inbox(),
                timers,
                payments,
                printer,
                paper,
                journal,
                faces,
                walletFace,
                scale,
                providers.reader(),
                bagging,
                side.stuckOrders(rules, records),
                side.openRefunds(records),
                alarms),
            clock,
            config.identity().zone());
    Books machine = new Books(new Checkout(rules), records);
    TerminalLoop<State, Event, Effect> made =
        new TerminalLoop<>(machine, journal, outside.inbox(), world, clock);
    providers.reader().onChange(outside.inbox()::nudge);
    side.forwardOfflineSales();
    if (made.replay()) {
      outside.inbox().deliver(new Event.Restarted());
    }
    Uplink uplink = uplink(journal, world, alarms);
    uplink.onServerTime(
        now -> {
          time.known().collectorSays(now);
          watchClock();
        });
    open.push(uplink::close);
    Thread state =
        Thread.ofPlatform()
            .name("state")
            .uncaughtExceptionHandler(RunningTerminal::bug)
            .start(made::run);
    open.push(() -> stop(made, state));
    Scans scans =
        new Scans(
            prices,
            providers.all(),
            recalls,
            config.identity().currency(),
            () -> clock.instant().atZone(config.identity().zone()).toLocalDate(),
            side.shopCodes(prices, links));
    ScannerWorker scanner = scanner(fleet, world, scans);
    open.push(scanner::close);
    fleet.startOthers(
        result -> outside.inbox().offer(scans.event(result)),
        reading -> bagging.ifPresent(area -> area.weighed(reading)));
    uplink.start();
    greetWallets(providers, payments, rules);
    prices.products().stream()
        .findFirst()
        .ifPresent(
            goods ->
                Thread.ofVirtual()
                    .name("rehearsal")
                    .start(new Rehearsal(machine, screens, goods, providers.alipay().name())));
  }

  /**
   * A bug ends the program, which is started again and replays its journal; carrying on could lose
   * a sale.
   */
  private static void bug(Thread thread, Throwable e) {
    LOG.error(
        "a bug on the {} thread; the program ends and must be started again", thread.getName(), e);
    Runtime.getRuntime().halt(70);
  }

  private static void stop(TerminalLoop<State, Event, Effect> loop, Thread state) {
    loop.stop();
    try {
      boolean ignored = state.join(STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A set-up that a wallet refuses is told at the start, before a shopper meets it. */
  private void greetWallets(Providers providers, PaymentWorker payments, Rules rules) {
    List<String> wallets = new ArrayList<>(List.of(providers.alipay().name()));
    config.wechat().ifPresent(_ -> wallets.add(WechatProvider.NAME));
    for (String wallet : wallets) {
      payments.greet(
          new Order(
              config.identity().id() + "_" + rules.epoch() + "_0_0",
              new Money(1, config.identity().currency()),
              rules.subject(),
              wallet));
    }
  }

  private PrinterWorker printer(Devices fleet) {
    var device = config.devices().printer();
    return fleet.watchPrinter(
        device,
        health ->
            PrinterWorker.start(
                "printer",
                Sources.printer(device),
                Sources.opener(Printers.CATALOGUE, device),
                PRINT_PATIENCE,
                health),
        PrinterWorker::statistics);
  }

  private ScannerWorker scanner(Devices fleet, World world, Scans scans) {
    var device = config.devices().scanner();
    return fleet.watch(
        device,
        told ->
            ScannerWorker.start(
                "scanner",
                Scanners.named(device.driver()),
                Sources.opener(Scanners.CATALOGUE, device),
                result -> outside.inbox().offer(scans.event(result)),
                health -> {
                  told.accept(health);
                  world.scannerReady(health.online());
                }),
        ScannerWorker::statistics);
  }

  private Uplink uplink(Journal journal, World world, Alarms alarms) throws StorageException {
    var collector = config.collector();
    return new Uplink(
        new Uplink.Settings(
            collector.events(),
            "urn:facepay:terminal:" + config.identity().id() + ":" + journal.epoch(),
            collector.waits().connect(),
            collector.waits().answer()),
        journal,
        status -> {
          world.online(status.online());
          alarms.set(status.twin(), Alarm.Kind.TWIN, config.identity().id(), "");
        },
        ids -> Books.stored(ids).forEach(outside.inbox()::deliver));
  }

  @Override
  public void close() {
    open.close();
  }
}
