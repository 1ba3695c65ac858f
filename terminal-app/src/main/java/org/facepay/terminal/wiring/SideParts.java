package org.facepay.terminal.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.facepay.kiosk.web.KioskServer;
import org.facepay.peripherals.printer.DrawerKick;
import org.facepay.peripherals.printer.PrinterWorker;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.journal.Sales;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.catalogue.GoodsSettings;
import org.facepay.terminal.catalogue.ShopGoods;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.devices.HealthBoard;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.loop.SteadyClock;
import org.facepay.terminal.payment.PaymentFlows;
import org.facepay.terminal.provider.token.SocketFaceCredentialSource;
import org.facepay.terminal.receipt.BasketCodes;
import org.facepay.terminal.receipt.PaperReceipt;
import org.facepay.terminal.receipt.ReceiptLinks;
import org.facepay.terminal.receipt.SaleRecord;
import org.facepay.terminal.sale.PriceBook;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Numbers;
import org.facepay.terminal.technician.CameraDesk;
import org.facepay.terminal.technician.Deeds;
import org.facepay.terminal.technician.GoodsImport;
import org.facepay.terminal.technician.RecentLog;
import org.facepay.terminal.technician.StateBoard;
import org.facepay.terminal.vending.VendingSettings;
import org.facepay.terminal.world.attendants.Attendants;
import org.facepay.terminal.world.cabinet.KeptVisits;
import org.facepay.terminal.world.cashier.BasketClaims;
import org.facepay.terminal.world.cashier.Counter;
import org.facepay.terminal.world.cashier.Forwarder;
import org.facepay.terminal.world.cashier.LateNews;
import org.facepay.terminal.world.cashier.OpenRefunds;
import org.facepay.terminal.world.cashier.PaymentWorker;
import org.facepay.terminal.world.cashier.ShopHours;
import org.facepay.terminal.world.cashier.StuckOrders;
import org.facepay.terminal.world.cashier.WalletFaceWorker;
import org.facepay.terminal.world.claims.ObjectionMoney;
import org.facepay.terminal.world.claims.ObjectionPlaces;
import org.facepay.terminal.world.claims.Objections;
import org.facepay.terminal.world.faces.CameraMount;
import org.facepay.terminal.world.faces.CameraRow;
import org.facepay.terminal.world.faces.CameraSettings;
import org.facepay.terminal.world.faces.Cameras;
import org.facepay.terminal.world.faces.FaceWorker;
import org.facepay.terminal.world.hands.Fleet;
import org.facepay.terminal.world.media.MediaLoop;
import org.facepay.terminal.world.members.MemberWorker;
import org.facepay.terminal.world.members.OpenMembers;
import org.facepay.terminal.world.reading.BadgeBook;
import org.facepay.terminal.world.reading.Scans;
import org.facepay.terminal.world.reading.ShopCodes;
import org.facepay.terminal.world.vending.Controller;
import org.facepay.terminal.world.vending.Dispenser;
import org.facepay.terminal.world.vending.KeyedGoods;
import org.facepay.terminal.world.vending.VendingMachine;
import org.facepay.terminal.world.weighing.BaggingArea;
import org.facepay.terminal.world.weighing.CheckoutScale;
import org.facepay.terminal.world.weighing.MassBook;

/**
 * What stands beside a till: faces, the wallet's camera, the scale under the bags, refunds, and
 * orders that are settled apart from any session. Each has its own section of the configuration, or
 * none.
 */
record SideParts(
    TerminalConfig config,
    Journal journal,
    SteadyClock clock,
    Inbox<Event> inbox,
    Closings closings) {
  private static final Duration FORWARD = Duration.ofSeconds(20);

  /** The members, where the shop has some and their files can be used. */
  Optional<MemberWorker> members(Providers providers) {
    if (config.people().members().isEmpty() || providers.accounts().isEmpty()) {
      return Optional.empty();
    }
    Optional<OpenMembers> members =
        OpenMembers.open(
            config.data(),
            config.people().members().get(),
            config.identity().id(),
            new OpenMembers.Money(providers.accounts().get(), providers.agreements()),
            inbox,
            clock);
    members.ifPresent(m -> closings.push(m::close));
    return members.map(OpenMembers::worker);
  }

  /**
   * Recognition is never the only way.
   *
   * @param preview takes a JPEG for the page
   * @param board shows how the camera is
   */
  Optional<Faces> faces(MemberWorker members, Consumer<byte[]> preview, HealthBoard board) {
    return config.people().camera().map(settings -> faces(members, settings, preview, board));
  }

  private Faces faces(
      MemberWorker members, CameraSettings settings, Consumer<byte[]> preview, HealthBoard board) {
    CameraMount mount = CameraMount.in(config.data(), settings.rotate());
    CameraRow row = new CameraRow(settings, board.add(Cameras.device(settings)), clock);
    FaceWorker worker =
        new FaceWorker(
            new FaceWorker.Parts(members, Cameras.of(settings, mount), row, inbox, preview, clock));
    closings.push(worker::close);
    return new Faces(worker, worker.framing(settings, mount, deeds()));
  }

  /** Who recognises faces, and whoever points its camera. */
  record Faces(FaceWorker worker, CameraDesk camera) {}

  /** What the console writes down. */
  Deeds deeds() {
    return new Deeds(config.identity().id(), journal::send, clock);
  }

  /** What the console changes of goods: the terminal is made anew when nobody shops. */
  GoodsImport goodsImport(Runnable renew) {
    GoodsSettings goods = config.books().goods();
    return new GoodsImport(goods, config.data(), config::unsellable, renew, deeds());
  }

  /**
   * The evidence of a cabinet's visits and what is objected to, where this is one.
   *
   * @param occupied whether somebody shops
   */
  Optional<Objections> objections(
      RunningTerminal.Money money, ReceiptLinks links, SaleRecord records, BooleanSupplier occupied)
      throws IOException, StorageException {
    Optional<Objections.Rules> rules = config.objections();
    if (rules.isEmpty()) {
      return Optional.empty();
    }
    Objections objections =
        Objections.start(
            new ObjectionPlaces(
                config.data(),
                config.journal(),
                links,
                config.numbers(journal.epoch()),
                config.books().collector()),
            new ObjectionMoney(money.providers().all(), money.flows(), money.refunds(), occupied),
            rules.get(),
            new KeptVisits(config.data(), config.identity().currency(), deeds()),
            new LateNews(journal, records, clock),
            inbox);
    closings.push(objections::close);
    return Optional.of(objections);
  }

  /** The badges of the staff, where the shop gives them some. */
  Optional<BadgeBook> badges() throws IOException {
    Optional<Path> file = config.people().badges();
    return file.isPresent()
        ? Optional.of(BadgeBook.read(file.get(), deeds(), clock))
        : Optional.empty();
  }

  /** What the console tells of the terminal beside its devices. */
  StateBoard state(
      Providers providers,
      PaymentWorker payments,
      Optional<CheckoutScale> scale,
      Optional<VendingMachine> machine) {
    RecentLog log = RecentLog.listening(config.identity().zone());
    closings.push(log::close);
    TreeSet<String> names = new TreeSet<>(providers.all().names());
    return new StateBoard(
        new StateBoard.Parts(
            StateBoard.Books.of(journal, names, payments::reach),
            new StateBoard.Hands(
                () -> {
                  scale.ifPresent(CheckoutScale::zero);
                  return scale.isPresent();
                },
                () -> {
                  machine.ifPresent(VendingMachine::serviced);
                  return machine.isPresent();
                }),
            config.books().goods(),
            config.data(),
            log),
        clock.instant());
  }

  /**
   * A vending machine, watched from now on.
   *
   * @throws IOException when it cannot be run with these goods; the message says why
   */
  Optional<VendingMachine> machine(Fleet fleet, ShopGoods goods, Alarms alarms) throws IOException {
    if (config.session().vending().isEmpty()) {
      return Optional.empty();
    }
    Dispenser dispenser = dispenser(config.session().vending().get(), fleet, goods, alarms);
    closings.push(dispenser::close);
    VendingMachine machine =
        new VendingMachine(
            dispenser,
            config.session().upkeep().orElseThrow(),
            config.data(),
            alarms,
            clock,
            config.identity().zone());
    closings.push(machine::close);
    return Optional.of(machine.watched(inbox::nudge));
  }

  /** What turns its slots: the terminal itself, or a controller that asks for the money. */
  private Dispenser dispenser(VendingSettings vending, Fleet fleet, ShopGoods goods, Alarms alarms)
      throws IOException {
    if (!vending.byKeypad()) {
      return Dispenser.of(fleet.dispenser().orElseThrow());
    }
    var sold =
        new KeyedGoods(vending.products(goods.prices(), goods.recalls()), vending.currency());
    return Controller.on(fleet, sold, vending.alwaysIdle(), inbox, alarms);
  }

  /** What plays on the page while nobody is there. */
  MediaLoop media(KioskServer page, Alarms alarms) {
    MediaLoop.Setup setup =
        new MediaLoop.Setup(
            config.books().goods().media(),
            config.hands().mediaAfter(),
            config.identity(),
            config.data().resolve("plays"));
    MediaLoop media = MediaLoop.start(setup, page, journal::send, alarms, clock, inbox::nudge);
    closings.push(media::close);
    return media;
  }

  Optional<WalletFaceWorker> walletFace() {
    Optional<WalletFaceWorker> worker =
        config
            .people()
            .walletFace()
            .map(socket -> new SocketFaceCredentialSource(socket, clock))
            .map(source -> new WalletFaceWorker(source, inbox));
    worker.ifPresent(w -> closings.push(w::close));
    return worker;
  }

  /** A scale of this name lies under the shoppers' bags. */
  Optional<BaggingArea> bagging() throws IOException {
    if (config.hands().equipment().others().stream()
        .noneMatch(d -> d.name().equals(BaggingArea.NAME))) {
      return Optional.empty();
    }
    MassBook masses = new MassBook(config.data().resolve("masses.db"));
    BaggingArea area = new BaggingArea(masses, config.hands().bagTolerance(), inbox::offer, clock);
    closings.push(area::close);
    return Optional.of(area);
  }

  /** What a scan means in this shop. */
  Scans scans(ShopGoods goods, Providers providers, ReceiptLinks links, People people)
      throws IOException, StorageException {
    return new Scans(
        goods.prices(),
        providers.all(),
        goods.recalls(),
        config.identity().currency(),
        () -> clock.instant().atZone(config.identity().zone()).toLocalDate(),
        shopCodes(goods.prices(), links, people));
  }

  /** Money goes back here only where the shop has given its staff badges. */
  private ShopCodes shopCodes(PriceBook prices, ReceiptLinks links, People people)
      throws IOException, StorageException {
    if (people.badges().isEmpty()) {
      return ShopCodes.none();
    }
    Sales sales = Sales.open(config.journal());
    closings.push(sales::close);
    return ShopCodes.of(
        sales,
        links,
        prices,
        people.badges().get(),
        basketCodes(),
        sale -> people.objections().map(o -> o.goingBack(sale)).orElse(List.of()));
  }

  /**
   * The codes of suspended baskets, where the shop has a key for them.
   *
   * @throws IOException when the key cannot be used
   */
  Optional<BasketCodes> basketCodes() throws IOException {
    return BasketCodes.under(config.session().checkout().assistance().key());
  }

  /** A set-up that is refused, or a silent card terminal, is told before a shopper meets it. */
  void greetProviders(PaymentWorker payments, Numbers numbers) {
    for (String provider : config.money().elsewhere()) {
      payments.greet(numbers.nobodys(config.identity().currency(), provider));
    }
  }

  /** Those who answer from afar, for as long as their badges count. */
  Attendants attendants(Optional<BadgeBook> badges) throws IOException {
    Attendants attendants =
        Attendants.start(
            new Attendants.Shop(
                config.books().collector(),
                config.data(),
                config.identity(),
                config.books().attendants(),
                clock),
            inbox);
    closings.push(attendants::close);
    badges.ifPresent(b -> b.onRevoked(attendants::end));
    return attendants;
  }

  /** Whether suspended baskets may go on here. */
  BasketClaims basketClaims() {
    return BasketClaims.at(config.books().collector(), config.identity().id(), inbox);
  }

  /** What staff do beside the sessions. */
  Counter counter(PrinterWorker printer, Optional<DrawerKick> drawer, PaperReceipt paper) {
    return new Counter(
        new Counter.Books(config.journal(), config.identity(), paper),
        printer,
        drawer,
        new ShopHours(
            config.data().resolve("paused"),
            config.session().opening(),
            config.identity().zone(),
            clock),
        clock);
  }

  /** Sales made offline, where that is allowed. */
  void forwardOfflineSales(Providers providers) {
    if (!providers.offline().isEmpty()) {
      Forwarder forwarder =
          new Forwarder(providers.offline(), journal, config.identity().id(), FORWARD);
      closings.push(forwarder::close);
    }
  }

  /** Orders that staff take from the terminal; without their file nothing may be taken. */
  StuckOrders stuckOrders(Providers providers, PaymentFlows flows, SaleRecord records)
      throws IOException {
    StuckOrders stuck =
        new StuckOrders(
            config.data().resolve("stuck.db"),
            providers.all(),
            flows,
            new LateNews(journal, records, clock)::settled,
            clock);
    closings.push(stuck::close);
    return stuck;
  }

  /** Refunds that were taken in and are not settled. */
  OpenRefunds openRefunds(Providers providers, SaleRecord records) throws IOException {
    OpenRefunds refunds =
        new OpenRefunds(
            config.data().resolve("refunds.db"),
            providers.all(),
            providers.alarms(),
            new LateNews(journal, records, clock)::refunded,
            OpenRefunds.USUAL_PACE,
            clock);
    closings.push(refunds::close);
    return refunds;
  }
}
