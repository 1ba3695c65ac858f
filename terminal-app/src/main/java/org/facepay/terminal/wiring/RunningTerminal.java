package org.facepay.terminal.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.facepay.kiosk.web.KioskServer;
import org.facepay.peripherals.printer.PrinterWorker;
import org.facepay.peripherals.scanner.ScanResult;
import org.facepay.peripherals.scanner.ScannerWorker;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.sync.uplink.Uplink;
import org.facepay.terminal.alarm.Alarm;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.catalogue.CatalogueException;
import org.facepay.terminal.catalogue.ShopGoods;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.devices.AlarmReports;
import org.facepay.terminal.devices.LiveTest;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.loop.SteadyClock;
import org.facepay.terminal.loop.Timers;
import org.facepay.terminal.loop.TrueTime;
import org.facepay.terminal.loop.VitalThread;
import org.facepay.terminal.payment.PaymentFlows;
import org.facepay.terminal.receipt.Books;
import org.facepay.terminal.receipt.PaperReceipt;
import org.facepay.terminal.receipt.ReceiptLinks;
import org.facepay.terminal.receipt.SaleRecord;
import org.facepay.terminal.sale.PriceBook;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Numbers;
import org.facepay.terminal.session.Timer;
import org.facepay.terminal.session.charge.Ways;
import org.facepay.terminal.session.member.Members;
import org.facepay.terminal.technician.Console;
import org.facepay.terminal.technician.DayBooks;
import org.facepay.terminal.technician.StateBoard;
import org.facepay.terminal.technician.Workshop;
import org.facepay.terminal.wiring.CabinetParts.Behind;
import org.facepay.terminal.world.CollectorIdentity;
import org.facepay.terminal.world.CollectorLink;
import org.facepay.terminal.world.Rehearsal;
import org.facepay.terminal.world.StateThread;
import org.facepay.terminal.world.World;
import org.facepay.terminal.world.cashier.OpenRefunds;
import org.facepay.terminal.world.cashier.PaymentWorker;
import org.facepay.terminal.world.cashier.StuckOrders;
import org.facepay.terminal.world.claims.Objections;
import org.facepay.terminal.world.hands.Fleet;
import org.facepay.terminal.world.media.MediaLoop;
import org.facepay.terminal.world.members.MemberWorker;
import org.facepay.terminal.world.reading.BadgeBook;
import org.facepay.terminal.world.reading.Scans;
import org.facepay.terminal.world.reading.Touches;
import org.facepay.terminal.world.vending.VendingMachine;
import org.facepay.terminal.world.weighing.BaggingArea;
import org.facepay.terminal.world.weighing.CheckoutScale;

/**
 * Everything behind the page of a terminal that can sell, put together from its open journal;
 * whatever was under way goes on when it is made again on the same folder.
 */
final class RunningTerminal implements AutoCloseable {
  /**
   * What stands before a terminal can sell, and stays when it cannot.
   *
   * @param shown number of the last snapshot and up
   * @param touches takes what touches mean from now on
   * @param occupied whether somebody shops
   * @param console takes what the technician is shown from now on
   * @param renew has it made anew as soon as nobody shops
   */
  record Outside(
      KioskServer page,
      Inbox<Event> inbox,
      AtomicLong shown,
      AtomicBoolean occupied,
      Consumer<Touches> touches,
      Consumer<Console.Desks> console,
      Runnable renew) {}

  /** What is known of the time, and the even clock that takes it over. */
  record Time(TrueTime known, SteadyClock clock) {}

  private TerminalConfig config;
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

  private void begin() throws StorageException, CatalogueException, IOException {
    Files.createDirectories(config.data());
    Journal journal = Journal.open(config.journal());
    open.push(journal::close);
    alarms.set(journal.markLost(), Alarm.Kind.JOURNAL_MARK_LOST, config.journal().toString(), "");
    journal.lastAt().ifPresent(time.known()::notBefore);
    clock.adjust();
    enrolled();
    collector().watchClock();
    Providers providers = Providers.open(config, alarms, clock);
    open.push(providers::close);
    ShopGoods goods = ShopGoods.read(config.books().goods(), config.data(), alarms);
    Written written = written(journal);
    Hands hands = hands(goods, written);
    Money money = money(providers, written);
    People people = people(money, hands, written);
    session(goods, written, hands, money, people);
  }

  /** Who it is to its collector from now on, if it was enrolled. */
  private void enrolled() {
    CollectorIdentity.lookAfter(config.data(), config.books().collector().events(), clock)
        .ifPresent(
            identity -> {
              open.push(identity::close);
              config = config.enrolled(identity.tls());
            });
  }

  private CollectorLink collector() {
    return new CollectorLink(config.identity().id(), outside.inbox(), alarms, time.known());
  }

  /** First chapter: what is written down. */
  private record Written(
      Journal journal, ReceiptLinks links, SaleRecord records, PaperReceipt paper) {}

  private Written written(Journal journal) throws StorageException {
    new AlarmReports(config.identity().id(), journal::send, clock).tellOf(alarms);
    ReceiptLinks links = new ReceiptLinks(config.books().receipts(), journal.receiptKey());
    Ways ways = config.session().checkout().ways();
    return new Written(
        journal,
        links,
        new SaleRecord(config.identity(), links, ways),
        new PaperReceipt(config.identity(), links, ways));
  }

  /** Second chapter: devices. */
  private record Hands(
      Fleet fleet,
      Optional<CheckoutScale> scale,
      PrinterWorker printer,
      Optional<BaggingArea> bagging,
      Optional<VendingMachine> machine,
      MediaLoop media) {
    /** What a scan or a touch comes to here. */
    Event met(Event event) {
      media.touched();
      return machine.map(m -> m.met(event)).orElse(event);
    }
  }

  private Hands hands(ShopGoods goods, Written written) throws IOException {
    Fleet fleet =
        new Fleet(
            config.hands().equipment(),
            config.session().ownRoles(),
            config.identity().id(),
            written.journal()::send,
            clock);
    open.push(fleet::close);
    Optional<CheckoutScale> scale = fleet.scale(outside.inbox()::nudge);
    scale.ifPresent(s -> open.push(s::close));
    PrinterWorker printer = fleet.printer();
    open.push(printer::close);
    Optional<VendingMachine> machine = side(written).machine(fleet, goods, alarms);
    MediaLoop media = side(written).media(outside.page(), alarms);
    return new Hands(fleet, scale, printer, side(written).bagging(), machine, media);
  }

  /** Third chapter: money. */
  record Money(
      Providers providers,
      PaymentFlows flows,
      PaymentWorker payments,
      StuckOrders stuck,
      OpenRefunds refunds) {}

  private Money money(Providers providers, Written written) throws IOException {
    PaymentFlows flows = config.money().flows(providers.all().names());
    PaymentWorker payments =
        new PaymentWorker(providers.all(), providers.holds(), outside.inbox(), VitalThread::bug);
    open.push(payments::close);
    providers.reader().onChange(outside.inbox()::nudge);
    SideParts side = side(written);
    side.forwardOfflineSales(providers);
    return new Money(
        providers,
        flows,
        payments,
        side.stuckOrders(providers, flows, written.records()),
        side.openRefunds(providers, written.records()));
  }

  /** Fourth chapter: people. */
  private People people(Money money, Hands hands, Written written)
      throws IOException, StorageException {
    SideParts side = side(written);
    Optional<BadgeBook> badges = side.badges();
    Optional<MemberWorker> members = side.members(money.providers());
    Optional<SideParts.Faces> faces =
        members.flatMap(m -> side.faces(m, outside.page()::preview, hands.fleet().board()));
    Optional<Objections> objections =
        side.objections(money, written.links(), written.records(), outside.occupied()::get);
    StateBoard state =
        side.state(money.providers(), money.payments(), hands.scale(), hands.machine());
    outside
        .console()
        .accept(
            new Console.Desks(
                alarms::standing,
                hands.fleet().board()::rows,
                new DayBooks(
                    config.journal(), config.identity(), hands.printer(), written.paper(), clock),
                members.map(m -> m),
                Optional.of(state),
                Optional.of(
                    new Workshop(
                        new LiveTest(hands.fleet().board()),
                        outside.occupied()::get,
                        side.goodsImport(outside.renew()),
                        badges.map(b -> b),
                        faces.map(SideParts.Faces::camera),
                        objections.map(o -> o),
                        side.deeds()))));
    return new People(
        members, faces.map(SideParts.Faces::worker), side.walletFace(), state, badges, objections);
  }

  private SideParts side(Written written) {
    return new SideParts(config, written.journal(), clock, outside.inbox(), open);
  }

  /** Fifth chapter: the session, of the kind this terminal runs. */
  private void session(ShopGoods goods, Written written, Hands hands, Money money, People people)
      throws StorageException, IOException {
    Numbers numbers = config.numbers(written.journal().epoch());
    Optional<CabinetParts> door =
        CabinetParts.of(config, goods, outside.inbox(), alarms, clock, open);
    Kinds kinds =
        new Kinds(
            config.identity(),
            numbers,
            money.flows(),
            written.links(),
            goods,
            side(written).basketCodes(),
            hands.machine());
    Members usable = people.usable(config.session().checkout().members(), money.providers());
    Kinds.Kind<?> kind = kinds.of(config.session(), door, usable);
    World<?> world = running(kind, door, goods, written, hands, money, people);
    Uplink uplink =
        collector().uplink(config.books().collector(), written.journal(), world, people.state());
    open.push(uplink::close);
    Scans scans = side(written).scans(goods, money.providers(), written.links(), people);
    Consumer<ScanResult> scanned = read -> outside.inbox().offer(hands.met(scans.event(read)));
    ScannerWorker scanner = hands.fleet().scanner(scanned, world::scanner);
    open.push(scanner::close);
    hands
        .fleet()
        .startOthers(scanned, reading -> hands.bagging().ifPresent(area -> area.weighed(reading)));
    uplink.start();
    side(written).greetProviders(money.payments(), numbers);
  }

  /** Replays what was open, and goes on. */
  private <G> World<G> running(
      Kinds.Kind<G> kind,
      Optional<CabinetParts> door,
      ShopGoods goods,
      Written written,
      Hands hands,
      Money money,
      People people)
      throws StorageException, IOException {
    PriceBook prices = goods.prices();
    touches(kind, prices, hands);
    Behind behind =
        door.isPresent()
            ? door.get().behind(hands.fleet(), goods, money, side(written), written.records())
            : Behind.NOTHING;
    World<G> world =
        new World<>(
            kind.frame(),
            kind.page(),
            parts(behind, written, hands, money, people),
            clock,
            config.identity().zone());
    Books<G> books = new Books<>(kind.frame(), written.records());
    open.push(StateThread.start(books, world, written.journal(), outside.inbox(), clock)::close);
    Rehearsal.begin(books, kind.page(), prices, money.providers().alipay().name());
    return world;
  }

  private World.Parts parts(Behind behind, Written written, Hands hands, Money money, People people)
      throws IOException {
    Timers<Timer> timers = new Timers<>();
    open.push(timers::close);
    return new World.Parts(
        outside.page(),
        outside.shown(),
        outside.occupied(),
        outside.inbox(),
        timers,
        money.payments(),
        hands.printer(),
        written.paper(),
        written.journal(),
        people.members(),
        people.faces(),
        people.walletFace(),
        hands.scale(),
        money.providers().reader(),
        hands.bagging(),
        hands.machine(),
        hands.media(),
        behind.cabinet(),
        behind.claims(),
        side(written).counter(hands.printer(), hands.fleet().drawer(), written.paper()),
        side(written).attendants(people.badges()),
        side(written).basketClaims(),
        side(written).basketCodes(),
        money.stuck(),
        money.refunds(),
        alarms);
  }

  /** From now on touches mean what this shop has. */
  private void touches(Kinds.Kind<?> kind, PriceBook prices, Hands hands) {
    outside
        .touches()
        .accept(
            new Touches(
                prices.product(config.books().goods().numbering().bag()),
                kind.goods(),
                hands.scale().<Touches.Scale>map(s -> s).orElse(Touches.Scale.none()),
                hands::met));
  }

  @Override
  public void close() {
    open.close();
  }
}
