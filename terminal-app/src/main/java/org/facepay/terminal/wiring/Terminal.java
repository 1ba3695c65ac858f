package org.facepay.terminal.wiring;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.facepay.kiosk.screen.Display;
import org.facepay.kiosk.screen.Screen;
import org.facepay.kiosk.screen.Snapshot;
import org.facepay.kiosk.web.KioskServer;
import org.facepay.kiosk.web.Panel;
import org.facepay.peripherals.printer.PrinterWorker;
import org.facepay.peripherals.printer.Printers;
import org.facepay.peripherals.scale.Scales;
import org.facepay.peripherals.scanner.ScannerWorker;
import org.facepay.peripherals.scanner.Scanners;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.journal.JournalException;
import org.facepay.sync.uplink.Uplink;
import org.facepay.terminal.catalogue.CatalogueException;
import org.facepay.terminal.catalogue.ProductStore;
import org.facepay.terminal.catalogue.Recalls;
import org.facepay.terminal.checkout.Checkout;
import org.facepay.terminal.checkout.Effect;
import org.facepay.terminal.checkout.Event;
import org.facepay.terminal.checkout.Rules;
import org.facepay.terminal.checkout.State;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.devices.Sources;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.loop.SteadyClock;
import org.facepay.terminal.loop.TerminalLoop;
import org.facepay.terminal.loop.Timers;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.receipt.PaperReceipt;
import org.facepay.terminal.receipt.ReceiptLinks;
import org.facepay.terminal.receipt.SaleRecord;
import org.facepay.terminal.sale.Money;
import org.facepay.terminal.sale.PriceBook;
import org.facepay.terminal.screen.ScreenOf;
import org.facepay.terminal.screen.Touches;
import org.facepay.terminal.technician.Console;
import org.facepay.terminal.technician.PrivacyDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One self-checkout terminal, running. Made from its configuration, closed in the reverse order;
 * whatever was under way goes on when it is made again on the same folder.
 */
public final class Terminal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Terminal.class);
  private static final int INBOX = 1024;
  private static final Duration PRINT_PATIENCE = Duration.ofSeconds(5);
  private static final Duration STOP = Duration.ofSeconds(5);

  private final Closings open = new Closings();
  private final TerminalConfig config;
  private final Inbox<Event> inbox = new Inbox<>(INBOX);
  private final KioskServer page;
  private volatile Touches touches = Touches.none();
  private volatile Optional<TerminalLoop<State, Event, Effect>> loop = Optional.empty();
  private Optional<Thread> stateThread = Optional.empty();
  private Optional<Console> console = Optional.empty();

  /** Something a terminal cannot run without is missing; the message says what to do. */
  public static final class StartException extends Exception {
    private static final long serialVersionUID = 1L;

    StartException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private Terminal(TerminalConfig config) throws IOException {
    this.config = config;
    page =
        KioskServer.start(
            new KioskServer.Settings(
                config.panel().port(),
                config.panel().layout().map(l -> Panel.valueOf(l.toUpperCase(Locale.ROOT))),
                Optional.of(pageToken(config.data()))),
            received -> touches.event(received.intent()).ifPresent(inbox::offer));
    open.push(page::close);
  }

  /**
   * Starts a terminal. The page answers first, so that a shopper sees that the terminal is
   * starting.
   *
   * <p>With a damaged journal or a full disk the page says that nothing can be sold, the log says
   * what to do, and the program stays up.
   */
  public static Terminal start(TerminalConfig config, Providers providers) throws StartException {
    try {
      Files.createDirectories(config.data());
      Terminal terminal = new Terminal(config);
      try {
        terminal.begin(providers);
        return terminal;
      } catch (CatalogueException | IOException e) {
        terminal.close();
        throw e;
      }
    } catch (CatalogueException | IOException e) {
      throw new StartException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
    }
  }

  /** The shopper's page, with its launch token. */
  public URI url() {
    return page.url();
  }

  /** The technician's console, where there is one. */
  public Optional<URI> consoleUrl() {
    return console.map(Console::url);
  }

  /** The page's server, for benchmarks of what is painted. */
  public KioskServer page() {
    return page;
  }

  private void begin(Providers providers) throws CatalogueException, IOException {
    page.show(new Snapshot(0, display(), new Screen.Boot(), Optional.empty()));
    PriceBook prices = prices();
    Recalls recalls =
        config.recalls().isPresent() ? Recalls.read(config.recalls().get()) : Recalls.none();
    Journal journal;
    try {
      journal = Journal.open(config.journal());
    } catch (JournalException e) {
      if (e.reason() != JournalException.Reason.DAMAGED
          && e.reason() != JournalException.Reason.FULL) {
        throw new IOException(e.getMessage(), e);
      }
      LOG.error("not selling: {}", e.getMessage());
      Screen.ClosedReason reason =
          e.reason() == JournalException.Reason.FULL
              ? Screen.ClosedReason.STORAGE_FULL
              : Screen.ClosedReason.STORAGE_DAMAGED;
      page.show(new Snapshot(1, display(), new Screen.Closed(reason), Optional.empty()));
      return;
    }
    open.push(journal::close);
    try {
      compose(providers, prices, recalls, journal);
    } catch (JournalException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void compose(Providers providers, PriceBook prices, Recalls recalls, Journal journal)
      throws JournalException, IOException {
    SteadyClock clock = new SteadyClock();
    ReceiptLinks links = new ReceiptLinks(config.collector().receipts(), journal.receiptKey());
    SideParts side = new SideParts(config, providers, journal, clock, inbox, open);
    Fleet fleet = new Fleet(config, journal, clock);
    open.push(fleet::close);
    Optional<FaceWorker> faces = side.faces(page::preview, fleet.board());
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
                                inbox::nudge,
                                health),
                        CheckoutScale::statistics));
    scale.ifPresent(s -> open.push(s::close));
    touches =
        new Touches(
            prices.product(config.checkout().bag()),
            prices::product,
            scale.<Touches.Scale>map(s -> s).orElse(Touches.Scale.none()));
    Rules rules = RulesOf.rules(config, providers, journal.epoch(), faces.isPresent());
    Timers<Event.Timer> timers = new Timers<>();
    open.push(timers::close);
    PaymentWorker payments = new PaymentWorker(providers.all(), inbox, Terminal::bug);
    open.push(payments::close);
    PrinterWorker printer = printer(fleet);
    open.push(printer::close);
    PaperReceipt paper = new PaperReceipt(config.identity(), links);
    console(
        new Console.Desks(
            fleet.board()::rows,
            new DayBooks(config.journal(), config.identity(), printer, paper, clock),
            faces.<PrivacyDesk>map(f -> f)),
        clock);
    ScreenOf screens = new ScreenOf(config.identity(), rules, links, prices.products());
    SaleRecord records = new SaleRecord(config.identity(), links);
    Optional<BaggingArea> bagging = side.bagging();
    CheckoutWorld world =
        new CheckoutWorld(
            new CheckoutWorld.Parts(
                page,
                screens,
                inbox,
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
                side.stuckOrders(rules, records)),
            clock,
            config.identity().zone());
    CheckoutMachine machine = new CheckoutMachine(new Checkout(rules), records);
    TerminalLoop<State, Event, Effect> made =
        new TerminalLoop<>(machine, journal, inbox, world, clock);
    providers.reader().onChange(inbox::nudge);
    side.forwardOfflineSales();
    if (made.replay()) {
      inbox.deliver(new Event.Restarted());
    }
    Uplink uplink = uplink(journal, world);
    open.push(uplink::close);
    loop = Optional.of(made);
    stateThread =
        Optional.of(
            Thread.ofPlatform()
                .name("state")
                .uncaughtExceptionHandler(Terminal::bug)
                .start(made::run));
    Scans scans =
        new Scans(
            prices,
            providers.all(),
            recalls,
            config.identity().currency().getDefaultFractionDigits(),
            () -> clock.instant().atZone(config.identity().zone()).toLocalDate(),
            side.shopCodes(prices, links));
    ScannerWorker scanner = scanner(fleet, world, scans);
    open.push(scanner::close);
    fleet.startOthers(
        result -> inbox.offer(scans.event(result)),
        reading -> bagging.ifPresent(area -> area.weighed(reading)));
    uplink.start();
    payments.greet(
        new Order(
            config.identity().id() + "_" + journal.epoch() + "_0_0",
            new Money(1, config.identity().currency()),
            rules.subject(),
            providers.alipay().name()));
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

  private PriceBook prices() throws CatalogueException {
    try (ProductStore store = new ProductStore(config.data().resolve("pricebook.db"))) {
      if (store.load(config.catalogue(), config.identity().currency())) {
        LOG.info("took over the goods of {}", config.catalogue());
      }
      return new PriceBook(store.products(), config.checkout().inStoreCodes());
    }
  }

  /** The console is for staff: that it cannot be opened is no reason not to sell. */
  private void console(Console.Desks desks, SteadyClock clock) {
    if (config.technician().isEmpty()) {
      return;
    }
    var settings = config.technician().get();
    try {
      Console made = Console.start(settings.port(), settings.pin(), desks, clock);
      open.push(made::close);
      console = Optional.of(made);
      LOG.info("technician's console {}", made.url());
    } catch (IOException e) {
      LOG.error("no technician's console: {}", e.getMessage());
    }
  }

  private PrinterWorker printer(Fleet fleet) {
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

  private ScannerWorker scanner(Fleet fleet, CheckoutWorld world, Scans scans) {
    var device = config.devices().scanner();
    return fleet.watch(
        device,
        told ->
            ScannerWorker.start(
                "scanner",
                Scanners.named(device.driver()),
                Sources.opener(Scanners.CATALOGUE, device),
                result -> inbox.offer(scans.event(result)),
                health -> {
                  told.accept(health);
                  world.scannerReady(health.online());
                }),
        ScannerWorker::statistics);
  }

  private Uplink uplink(Journal journal, CheckoutWorld world) throws JournalException {
    var collector = config.collector();
    return new Uplink(
        new Uplink.Settings(
            collector.events(),
            "urn:facepay:terminal:" + config.identity().id() + ":" + journal.epoch(),
            collector.waits().connect(),
            collector.waits().answer()),
        journal,
        status -> world.online(status.online()),
        ids -> CheckoutMachine.stored(ids).forEach(inbox::deliver));
  }

  private Display display() {
    return new Display(
        Display.Language.ZH,
        false,
        false,
        config.identity().shop().zh(),
        config.identity().terminal().zh(),
        "",
        true);
  }

  /**
   * A page that is open keeps working over a restart, so the token is kept beside the journal, for
   * this user only.
   */
  private static String pageToken(Path data) throws IOException {
    Path file = data.resolve("page.token");
    if (!Files.exists(file)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }
    return Files.readString(file).strip();
  }

  @Override
  public void close() {
    loop.ifPresent(TerminalLoop::stop);
    stateThread.ifPresent(
        thread -> {
          try {
            thread.join(STOP);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    open.close();
  }
}
