package org.facepay.terminal.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.facepay.peripherals.dispenser.DispenserWorker;
import org.facepay.peripherals.printer.DrawerKick;
import org.facepay.peripherals.printer.PrinterWorker;
import org.facepay.peripherals.worker.Health;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.journal.Outbox;
import org.facepay.sync.journal.Outgoing;
import org.facepay.sync.journal.Sales;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.catalogue.ShopGoods;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.devices.HealthBoard;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.loop.SteadyClock;
import org.facepay.terminal.member.MemberException;
import org.facepay.terminal.member.Terms;
import org.facepay.terminal.payment.Payment;
import org.facepay.terminal.payment.PaymentFlows;
import org.facepay.terminal.provider.token.SocketFaceCredentialSource;
import org.facepay.terminal.provider.wechat.WechatProvider;
import org.facepay.terminal.receipt.BasketCodes;
import org.facepay.terminal.receipt.PaperReceipt;
import org.facepay.terminal.receipt.PastSales;
import org.facepay.terminal.receipt.ReceiptLinks;
import org.facepay.terminal.receipt.SaleRecord;
import org.facepay.terminal.sale.PriceBook;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Numbers;
import org.facepay.terminal.technician.RecentLog;
import org.facepay.terminal.technician.StateBoard;
import org.facepay.terminal.world.cashier.Attendants;
import org.facepay.terminal.world.cashier.BasketClaims;
import org.facepay.terminal.world.cashier.Counter;
import org.facepay.terminal.world.cashier.Forwarder;
import org.facepay.terminal.world.cashier.OpenRefunds;
import org.facepay.terminal.world.cashier.PaymentWorker;
import org.facepay.terminal.world.cashier.StuckOrders;
import org.facepay.terminal.world.cashier.WalletFaceWorker;
import org.facepay.terminal.world.faces.CameraSettings;
import org.facepay.terminal.world.faces.Cameras;
import org.facepay.terminal.world.faces.FaceWorker;
import org.facepay.terminal.world.members.MemberFiles;
import org.facepay.terminal.world.members.MemberWorker;
import org.facepay.terminal.world.reading.Badges;
import org.facepay.terminal.world.reading.Scans;
import org.facepay.terminal.world.reading.ShopCodes;
import org.facepay.terminal.world.vending.VendingMachine;
import org.facepay.terminal.world.weighing.BaggingArea;
import org.facepay.terminal.world.weighing.CheckoutScale;
import org.facepay.terminal.world.weighing.MassBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
  private static final Logger LOG = LoggerFactory.getLogger(SideParts.class);

  /** EX_TEMPFAIL of sysexits.h: try again. */
  private static final int RESTART = 75;

  private static final Duration FORWARD = Duration.ofSeconds(20);

  /**
   * Without their key or with a damaged store the terminal sells as to strangers, and the log says
   * what to do.
   */
  Optional<MemberWorker> members(Providers providers) {
    if (config.people().members().isEmpty() || providers.accounts().isEmpty()) {
      return Optional.empty();
    }
    try {
      MemberFiles members =
          MemberFiles.open(
              config.data(),
              config.people().members().orElseThrow().key(),
              new Terms(Terms.CURRENT_NOTICE, config.identity().id()),
              clock.instant());
      closings.push(() -> close(members));
      MemberWorker worker =
          new MemberWorker(
              new MemberWorker.Parts(
                  members, providers.accounts().get(), providers.agreements(), inbox, clock));
      closings.push(worker::close);
      return Optional.of(worker);
    } catch (MemberException | IOException e) {
      LOG.error("nobody is known as a member: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Recognition is never the only way.
   *
   * @param preview takes a JPEG for the page
   * @param board shows how the camera is
   */
  FaceWorker faces(
      MemberWorker members, CameraSettings settings, Consumer<byte[]> preview, HealthBoard board) {
    Consumer<Health> camera = board.add(Cameras.device(settings));
    camera.accept(Cameras.off(clock.instant()));
    FaceWorker worker =
        new FaceWorker(
            new FaceWorker.Parts(
                members,
                Cameras.of(settings),
                problem -> camera.accept(Cameras.health(settings, problem, clock.instant())),
                inbox,
                preview,
                clock));
    closings.push(worker::close);
    return worker;
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
            new StateBoard.Books(
                () -> rows(Outbox::waiting), () -> rows(Outbox::refused), names, payments::reach),
            new StateBoard.Hands(
                () -> {
                  scale.ifPresent(CheckoutScale::zero);
                  return scale.isPresent();
                },
                () -> {
                  machine.ifPresent(VendingMachine::serviced);
                  return machine.isPresent();
                },
                SideParts::restart),
            config.books().goods(),
            config.data(),
            log),
        clock.instant());
  }

  /** A vending machine, watched from now on. */
  Optional<VendingMachine> machine(Optional<DispenserWorker> dispenser, Alarms alarms) {
    return dispenser.map(
        d -> {
          closings.push(d::close);
          VendingMachine machine =
              new VendingMachine(
                  VendingMachine.Dispenser.of(d),
                  config.session().upkeep().orElseThrow(),
                  config.data(),
                  alarms,
                  clock,
                  config.identity().zone());
          closings.push(machine::close);
          return machine.watched(inbox::nudge);
        });
  }

  private long rows(OutboxRows rows) throws StorageException {
    try (Outbox outbox = journal.outbox()) {
      return rows.of(outbox);
    }
  }

  /** What is counted of an outbox. */
  @FunctionalInterface
  private interface OutboxRows {
    long of(Outbox outbox) throws StorageException;
  }

  /** Systemd names each run of a unit; without it nobody is known to start the program again. */
  private static boolean restart() {
    boolean supervised = System.getenv().containsKey("INVOCATION_ID");
    if (supervised) {
      Thread.ofPlatform().name("restart").start(() -> System.exit(RESTART));
    }
    return supervised;
  }

  private static void close(MemberFiles members) {
    try {
      members.close();
    } catch (MemberException e) {
      LOG.warn("closing the members: {}", e.getMessage());
    }
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
  Scans scans(ShopGoods goods, Providers providers, ReceiptLinks links)
      throws IOException, StorageException {
    return new Scans(
        goods.prices(),
        providers.all(),
        goods.recalls(),
        config.identity().currency(),
        () -> clock.instant().atZone(config.identity().zone()).toLocalDate(),
        shopCodes(goods.prices(), links));
  }

  /** Money goes back here only where the shop has given its staff badges. */
  private ShopCodes shopCodes(PriceBook prices, ReceiptLinks links)
      throws IOException, StorageException {
    if (config.people().badges().isEmpty()) {
      return ShopCodes.none();
    }
    Badges badges = Badges.read(config.people().badges().get());
    Sales sales = Sales.open(config.journal());
    closings.push(sales::close);
    Function<String, String> pictures =
        code -> prices.product(code).map(Product::picture).orElse("");
    return new ShopCodes(
        Optional.of(new PastSales(sales, links, pictures)),
        badges,
        basketCodes().map(codes -> new ShopCodes.Kept(codes, prices::product)));
  }

  /**
   * The codes of suspended baskets, where the shop has a key for them.
   *
   * @throws IOException when the key cannot be used
   */
  Optional<BasketCodes> basketCodes() throws IOException {
    Optional<Path> file = config.session().checkout().assistance().key();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    byte[] key = Files.readString(file.get()).strip().getBytes(StandardCharsets.UTF_8);
    if (key.length < 16) {
      throw new IOException(file.get() + ": expected a key of at least 16 characters");
    }
    return Optional.of(new BasketCodes(key));
  }

  /** A set-up that a wallet refuses is told at the start, before a shopper meets it. */
  void greetWallets(Providers providers, PaymentWorker payments, Numbers numbers) {
    List<String> wallets = new ArrayList<>(List.of(providers.alipay().name()));
    config.money().wechat().ifPresent(_ -> wallets.add(WechatProvider.NAME));
    for (String wallet : wallets) {
      payments.greet(numbers.nobodys(config.identity().currency(), wallet));
    }
  }

  /** Those who answer from afar. */
  Attendants attendants() {
    Attendants attendants =
        Attendants.start(config.books().collector().events(), config.identity(), inbox);
    closings.push(attendants::close);
    return attendants;
  }

  /** Whether suspended baskets may go on here. */
  BasketClaims basketClaims() {
    return BasketClaims.at(config.books().collector().events(), config.identity().id(), inbox);
  }

  /** What staff do beside the sessions. */
  Counter counter(PrinterWorker printer, Optional<DrawerKick> drawer, PaperReceipt paper) {
    return new Counter(
        new Counter.Books(config.journal(), config.identity(), paper),
        printer,
        drawer,
        new Counter.Hours(config.data().resolve("paused"), config.session().opening()),
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
            payment -> settledLater(payment, records),
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
            refund ->
                told(
                    "refund-settled-" + refund.requestNo(),
                    SaleRecord.REFUND_SETTLED,
                    records.refundSettled(refund.order(), refund.amount(), refund.requestNo())),
            OpenRefunds.USUAL_PACE,
            clock);
    closings.push(refunds::close);
    return refunds;
  }

  /** Whether it will be told. */
  private boolean settledLater(Payment payment, SaleRecord records) {
    String number = payment.order().outTradeNo();
    boolean told =
        told("settled-later-" + number, SaleRecord.SETTLED_LATER, records.settledLater(payment));
    if (told) {
      LOG.info("{} has ended: {}", number, payment.end());
    }
    return told;
  }

  private boolean told(String id, String type, byte[] body) {
    return told(new Outgoing(id, type, clock.instant(), body));
  }

  /** Whether it will be told. */
  boolean told(Outgoing row) {
    try {
      journal.send(row);
      return true;
    } catch (StorageException e) {
      LOG.debug("{} is not told yet", row.id(), e);
      return false;
    }
  }
}
