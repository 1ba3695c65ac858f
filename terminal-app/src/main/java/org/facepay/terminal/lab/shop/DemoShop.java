package org.facepay.terminal.lab.shop;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.facepay.peripherals.link.SimulatedPeer;
import org.facepay.peripherals.printer.PrinterSimulator;
import org.facepay.peripherals.scale.ScaleSimulator;
import org.facepay.peripherals.scanner.ScannerSimulator;
import org.facepay.sync.collector.Collector;
import org.facepay.sync.identity.Enrolment;
import org.facepay.terminal.files.OwnerOnly;
import org.facepay.terminal.lab.sandbox.AlipaySandbox;
import org.facepay.terminal.lab.sandbox.FaceCameraSimulator;
import org.facepay.terminal.lab.sandbox.WechatSandbox;
import org.facepay.terminal.lab.sandbox.card.CardTerminalSimulator;
import org.facepay.terminal.lab.shop.DemoKeys.Owner;
import org.facepay.terminal.provider.balance.BalanceLedger;
import org.facepay.terminal.provider.wechat.ApiV3Key;
import org.facepay.terminal.world.CollectorIdentity;
import org.facepay.terminal.world.reading.Badges;

/**
 * Everything around a terminal, each as a real peer: a scanner and a printer on pseudo-terminals,
 * Alipay's gateway and the collector on loopback sockets, and the configuration file that names
 * them.
 */
public final class DemoShop implements AutoCloseable {
  private static final String POI = "V400m-324688179";
  private static final String APP_ID = "2026112200000001";

  private static final String WECHAT_APP = "wx20261122000001";
  private static final String WECHAT_MERCHANT = "1900000001";
  private static final String WECHAT_SERIAL = "5157F09EFDC096DE15EBE81A47057A72";
  private static final String API_V3_KEY = "0123456789abcdef0123456789abcdef";

  private static final String ATTENDANT = "小李";

  /** Of the demo's technician. */
  public static final String PIN = "204610";

  private final Path folder;
  private final ScannerSimulator scanner;
  private final PrinterSimulator printer;
  private final ScaleSimulator scale;
  private final Optional<DemoCabinet> cabinet;
  private final AlipaySandbox wallet;
  private final WechatSandbox wechat;
  private final CollectorSwitch collector;
  private final StaffPage staffPage;
  private final Optional<FaceCameraSimulator> walletCamera;
  private final Path config;
  private final Settings settings;
  private final String badge;
  private String memberCode = "";
  private String attendants = "";
  private final CardTerminalSimulator card;

  /** What the terminal is. */
  public enum Form {
    CHECKOUT,
    VENDING,
    /** A vending machine whose own controller asks for the money. */
    KEYPAD,
    CONTAINER
  }

  /**
   * How the shop differs from the default one.
   *
   * @param port of the shopper's page, 0 for any free one
   * @param late how long the wallet's slowest answers take
   * @param quick whether the terminal's waits are shortened, so that faults resolve in seconds
   * @param faces whether the shop has members, a camera and a wallet's face camera
   * @param cabinet whether there is more than the till's devices
   * @param form what the terminal is
   */
  public record Settings(
      int port, Duration late, boolean quick, boolean faces, boolean cabinet, Form form) {
    public Settings(int port, Duration late, boolean quick, boolean faces, boolean cabinet) {
      this(port, late, quick, faces, cabinet, Form.CHECKOUT);
    }

    public Settings(int port, Duration late, boolean quick, boolean faces) {
      this(port, late, quick, faces, false);
    }

    public Settings(int port, Duration late, boolean quick) {
      this(port, late, quick, false);
    }
  }

  /** Opens the shop; the folder keeps the terminal's data, the paper and the collector's events. */
  public DemoShop(Path folder, Settings settings) throws IOException {
    OwnerOnly.fromNowOn();
    this.folder = Files.createDirectories(folder);
    Path devices = Files.createDirectories(folder.resolve("devices"));
    goods();
    scanner = ScannerSimulator.start(devices.resolve("scanner"));
    printer = PrinterSimulator.start(devices.resolve("printer"), folder.resolve("paper"));
    scale = ScaleSimulator.start("toledo-8217", devices.resolve("scale"));
    cabinet = settings.cabinet() ? Optional.of(new DemoCabinet(devices)) : Optional.empty();
    wallet = alipay(settings.late());
    wechat = wechat(settings.late());
    card = new CardTerminalSimulator(POI, Optional.empty(), Duration.ofSeconds(60));
    card.floor(new BigDecimal("100.00"));
    staffPage = StaffPage.make();
    collector = new CollectorSwitch(folder.resolve("collector.db"), staffPage);
    walletCamera =
        settings.faces()
            ? Optional.of(
                new FaceCameraSimulator(devices.resolve("wallet.sock"), new SecureRandom()))
            : Optional.empty();
    writeSecret("technician.pin", PIN);
    writeSecret("shop.key", "the key of the demo shop");
    if (settings.faces()) {
      memberCode = DemoMembers.prepare(data()).text();
      film(FaceClip.Person.ANNA);
    }
    Files.deleteIfExists(folder.resolve("badges.txt"));
    badge = Badges.code();
    Badges.add(folder.resolve("badges.txt"), ATTENDANT, badge);
    config = folder.resolve("terminal.yaml");
    this.settings = settings;
    if (!Files.exists(CollectorIdentity.file(data()))) {
      enrol(collector.running(), "K3");
    }
    opens("");
  }

  private Path data() {
    return folder.resolve("data");
  }

  /** Makes the terminal known to a collector, as a technician does with a ticket. */
  void enrol(Collector at, String terminal) throws IOException {
    try {
      CollectorIdentity.keep(
          data(), Enrolment.enrol(at.ticket(terminal), terminal, InstantSource.system()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the terminal was enrolled", e);
    }
  }

  /**
   * Gives the terminal an attendants' page of its own; as {@link #opens}.
   *
   * @param peers addresses of other terminals' pages, with commas between
   */
  void attendsItself(String peers) throws IOException {
    String others = peers.isEmpty() ? "" : ", peers: [" + peers + "]";
    attendants =
        "attendants: { port: 0, address: 127.0.0.1, shop: { key: shop.key" + others + " } }\n";
    opens("");
  }

  /**
   * Writes the terminal's configuration anew; it is read when the terminal is started.
   *
   * @param hours such as 08:00-22:00; empty: around the clock
   */
  void opens(String hours) throws IOException {
    String section = hours.isEmpty() ? "" : "hours: \"" + hours + "\"\n";
    Files.writeString(config, yaml(section));
  }

  private void goods() throws IOException {
    try (InputStream goods = DemoShop.class.getResourceAsStream("goods.tsv")) {
      if (goods == null) {
        throw new IOException("the demo's list of goods is missing from the program");
      }
      Files.copy(goods, folder.resolve("goods.tsv"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Alipay's gateway, and the keys that the terminal needs for it. */
  private AlipaySandbox alipay(Duration late) throws IOException {
    KeyPair merchant = DemoKeys.of(Owner.ALIPAY_MERCHANT);
    KeyPair alipay = DemoKeys.of(Owner.ALIPAY);
    write("merchant.key", merchant.getPrivate());
    write("alipay.pub", alipay.getPublic());
    return new AlipaySandbox(
        APP_ID, merchant.getPublic(), alipay, DemoKeys.of(Owner.ALIPAY_FORGER), late);
  }

  /** WeChat's gateway, and the keys that the terminal needs for it. */
  private WechatSandbox wechat(Duration late) throws IOException {
    KeyPair merchant = DemoKeys.of(Owner.WECHAT_MERCHANT);
    writeSecret("wechat-v3.key", API_V3_KEY);
    write("wechat-merchant.key", merchant.getPrivate());
    WechatSandbox.Merchant known =
        new WechatSandbox.Merchant(
            WECHAT_APP,
            WECHAT_MERCHANT,
            WECHAT_SERIAL,
            merchant.getPublic(),
            ApiV3Key.of(API_V3_KEY));
    return new WechatSandbox(
        known, DemoKeys.of(Owner.WECHAT), DemoKeys.of(Owner.WECHAT_FORGER), late);
  }

  public ScannerSimulator scanner() {
    return scanner;
  }

  /** What the badge of the shop's only member of staff holds. */
  public String badge() {
    return badge;
  }

  /** What the shop's only member holds to the scanner; empty where there are no members. */
  public String memberCode() {
    return memberCode;
  }

  /** The card terminal beside the screen. */
  public CardTerminalSimulator card() {
    return card;
  }

  public PrinterSimulator printer() {
    return printer;
  }

  public AlipaySandbox wallet() {
    return wallet;
  }

  public ScaleSimulator scale() {
    return scale;
  }

  public boolean hasCabinet() {
    return cabinet.isPresent();
  }

  /** What stands beside the till, in a shop that has it. */
  public DemoCabinet cabinet() {
    return cabinet.orElseThrow();
  }

  /** All simulated devices by their names in the configuration, for faults. */
  public Map<String, SimulatedPeer> peers() {
    Map<String, SimulatedPeer> peers = new LinkedHashMap<>();
    peers.put("scanner", scanner.peer());
    peers.put("printer", printer.peer());
    peers.put("scale", scale.peer());
    cabinet.ifPresent(c -> peers.putAll(c.peers()));
    return peers;
  }

  /** WeChat's gateway; the first wallet is Alipay's. */
  public WechatSandbox wechat() {
    return wechat;
  }

  public Collector collector() {
    return collector.running();
  }

  /** What a phone opens to become the one of the shop's only member of staff. */
  public URI attendantsPhone() {
    return StaffPage.pairing(collector.running(), ATTENDANT);
  }

  /** Hash of the key that the attendant's page proves itself with. */
  public String attendantsPin() {
    return staffPage.pin();
  }

  /** The wallet's certified face camera, in a shop with faces. */
  public FaceCameraSimulator walletCamera() {
    return walletCamera.orElseThrow();
  }

  /** Lets somebody stand before the camera from its next look on. */
  public void film(FaceClip.Person person) throws IOException {
    FaceClip.film(person, camera());
  }

  /** Holds any picture before the camera. */
  public void film(BufferedImage picture) throws IOException {
    FaceClip.film(picture, camera());
  }

  /** Pulls the camera out; filming somebody plugs it in again. */
  public void unplugCamera() throws IOException {
    try (Stream<Path> pictures = Files.list(camera())) {
      for (Path picture : pictures.toList()) {
        Files.delete(picture);
      }
    }
    Files.delete(camera());
  }

  /** What the members' accounts have paid for goods, minor units. */
  public long soldOnAccounts() throws IOException {
    try (BalanceLedger ledger = new BalanceLedger(data().resolve("balance.db"))) {
      return ledger.sold();
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private Path camera() {
    return folder.resolve("devices").resolve("camera");
  }

  /** The terminal's configuration file. */
  public Path config() {
    return config;
  }

  /** Cuts the terminal off from wallets, bank and collector, or joins it again. */
  public void network(boolean on) throws IOException {
    wallet.online(on);
    wechat.online(on);
    card.host(on);
    collector.online(on);
  }

  @Override
  public void close() throws IOException {
    try (scanner;
        printer;
        scale;
        wallet;
        wechat;
        card;
        collector) {
      if (walletCamera.isPresent()) {
        walletCamera.get().close();
      }
      if (cabinet.isPresent()) {
        cabinet.get().close();
      }
    }
  }

  private void write(String name, Key key) throws IOException {
    writeSecret(name, Base64.getMimeEncoder().encodeToString(key.getEncoded()));
  }

  private void writeSecret(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text + "\n");
  }

  private String yaml(String hours) throws IOException {
    return new ShopFile(settings)
        .with("hours", hours)
        .with("attendants", attendants)
        .with("scanner", scanner.path())
        .with("printer", printer.path())
        .with("scale", scale.path())
        .with("cabinet", cabinet.map(DemoCabinet::yaml).orElse(""))
        .with("gateway", wallet.gateway())
        .with("alipay-app", APP_ID)
        .with("wechat", wechat.base())
        .with("wechat-app", WECHAT_APP)
        .with("wechat-merchant", WECHAT_MERCHANT)
        .with("wechat-serial", WECHAT_SERIAL)
        .with("card", card.tcp().getPort())
        .with("poi", POI)
        .with("events", collector.running().uri())
        .with("receipts", collector.running().receipts())
        .text();
  }
}
