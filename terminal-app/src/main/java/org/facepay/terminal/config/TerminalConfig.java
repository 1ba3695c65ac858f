package org.facepay.terminal.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.facepay.peripherals.link.Binding;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.link.SerialSettings.FlowControl;
import org.facepay.peripherals.link.SerialSettings.Parity;
import org.facepay.peripherals.printer.DrawerKick;
import org.facepay.peripherals.printer.PrinterProfile;
import org.facepay.peripherals.printer.Printers;
import org.facepay.terminal.language.Language;
import org.facepay.terminal.sale.InStoreRule;
import org.facepay.terminal.sale.Limits;
import org.facepay.terminal.sale.Numbering;

/** Everything a terminal is told by its configuration file, already checked. */
public record TerminalConfig(
    Identity identity,
    Path data,
    Path catalogue,
    Panel panel,
    Devices devices,
    Checkout checkout,
    Alipay alipay,
    Collector collector,
    Optional<Members> members,
    Optional<Faces> faces,
    Optional<WalletFace> walletFace,
    Optional<Technician> technician,
    Optional<Wechat> wechat,
    Optional<Path> recalls,
    Optional<Refunds> refunds,
    Optional<Vending> vending,
    PaymentsConfig payments) {

  /** The file of the journal. */
  public Path journal() {
    return data.resolve("journal.db");
  }

  /** Files that nobody but the terminal's user may read. */
  public List<Path> secrets() {
    List<Path> files = new ArrayList<>(List.of(alipay.merchantKey()));
    wechat.ifPresent(w -> files.addAll(List.of(w.merchantKey(), w.apiKey())));
    members.ifPresent(m -> files.add(m.key()));
    technician.ifPresent(t -> files.add(t.pin()));
    payments.card().flatMap(PaymentsConfig.Card::key).ifPresent(k -> files.add(k.passphrase()));
    return files;
  }

  /**
   * Where a key is kept when nothing else is said: beside the folder of what it seals, never in it,
   * since a copy of that folder would open itself.
   *
   * @param data the terminal's data folder
   */
  public static Path key(Path data, String name) {
    return data.toAbsolutePath().normalize().resolveSibling("keys").resolve(name);
  }

  /**
   * Which terminal this is.
   *
   * @param id letters and digits, at most 12; unique among the merchant's terminals
   */
  public record Identity(String id, Name shop, Name terminal, ZoneId zone, Currency currency) {}

  /** A name in the languages of the page. */
  public record Name(String zh, String en) {
    public String in(Language language) {
      return language.choose(zh, en);
    }
  }

  /**
   * The shopper's page.
   *
   * @param port on the loopback address, 0 for any free one
   * @param layout p21, l10 or l7; empty: the one nearest to the window
   */
  public record Panel(int port, Optional<String> layout) {}

  /**
   * What is plugged in.
   *
   * @param scanner of the till, as its printer and scale
   * @param others kept open and watched, in the order of the file
   */
  public record Devices(
      Device scanner, Device printer, Optional<Device> scale, List<Device> others) {}

  /**
   * One device.
   *
   * @param name its key, unique among the devices
   * @param driver name in the role's catalogue
   * @param port a stable path such as those under /dev/serial/by-id, usb:VID:PID[:SERIAL] or
   *     tcp:HOST:PORT; of a drawer on the printer, the printer's
   */
  public record Device(String name, String role, String driver, Binding port, Setup setup) {
    /** The driver of a drawer that hangs on the till's printer. */
    public static final String ON_PRINTER = "printer";

    /** The drivers of devices on GPIO lines: the kernel's character device, and Pi4J. */
    public static final Set<String> ON_LINES = Set.of("gpio", "pi4j");

    /** A device that differs from its delivery in the speed of its line alone. */
    public Device(
        String name,
        String role,
        String driver,
        Binding port,
        Optional<Integer> baud,
        List<Integer> units,
        Lines lines) {
      this(
          name,
          role,
          driver,
          port,
          new Setup(
              SerialLine.at(baud), units, lines, Printers.profile(driver), DrawerKick.usual()));
    }

    /** Symbols per second, when it is not what the device is delivered with. */
    public Optional<Integer> baud() {
      return setup.line().baud();
    }

    /** Bus addresses of shelves, for that role alone. */
    public List<Integer> units() {
      return setup.units();
    }

    /** Of a device on GPIO, for those drivers alone. */
    public Lines lines() {
      return setup.lines();
    }
  }

  /**
   * How a device is set up, as far as that means anything for its role and driver.
   *
   * @param units bus addresses of shelves
   * @param printer what the printer can
   * @param drawer how the drawer hangs on its printer
   */
  public record Setup(
      SerialLine line,
      List<Integer> units,
      Lines lines,
      PrinterProfile printer,
      DrawerKick drawer) {}

  /** What differs on a serial line from how the device is delivered. */
  public record SerialLine(
      Optional<Integer> baud,
      Optional<Integer> dataBits,
      Optional<Parity> parity,
      Optional<Integer> stopBits,
      Optional<FlowControl> flowControl) {
    /** Another speed, if one is given. */
    static SerialLine at(Optional<Integer> baud) {
      return new SerialLine(
          baud, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The line of a device that is delivered like that. */
    public SerialSettings over(SerialSettings delivered) {
      return new SerialSettings(
          baud.orElse(delivered.baud()),
          dataBits.orElse(delivered.dataBits()),
          stopBits.orElse(delivered.stopBits()),
          parity.orElse(delivered.parity()),
          flowControl.orElse(delivered.flowControl()));
    }
  }

  /**
   * GPIO lines.
   *
   * @param offsets of a lock: bolt, then door switch
   * @param activeLow those of them that mean yes when they are low
   */
  public record Lines(List<Integer> offsets, Set<Integer> activeLow) {
    /** None. */
    public static final Lines NONE = new Lines(List.of(), Set.of());
  }

  /**
   * The rules of the till.
   *
   * @param bagTolerance grams that a change in the bags may differ from what was scanned
   */
  public record Checkout(
      Limits limits,
      Times times,
      boolean printAlways,
      String bag,
      List<InStoreRule> inStoreCodes,
      int bagTolerance,
      Optional<ShownCode> shownCode,
      Optional<Instalments> instalments) {
    /** How the shop's articles are numbered. */
    public Numbering numbering() {
      return new Numbering(inStoreCodes, bag);
    }
  }

  /** What a vending machine holds; with it the terminal sells by slot, not at a till. */
  public record Vending(List<VendingSlot> slots) {}

  /**
   * One slot of a vending machine.
   *
   * @param number as the dispenser counts them, from 1
   * @param code of the article in it
   */
  public record VendingSlot(int number, String code) {}

  /**
   * A code on the terminal's screen that a phone scans.
   *
   * @param wallets whose codes the shopper can choose from
   */
  public record ShownCode(List<String> wallets, Duration valid) {}

  /**
   * Paying in parts with Alipay (hb_fq_num).
   *
   * @param from least total it is offered for, minor units
   * @param sellerPays whether the shop pays the fee
   */
  public record Instalments(long from, boolean sellerPays, List<Plan> plans) {}

  /**
   * One number of parts.
   *
   * @param feeBasisPoints of the total, when the shopper pays it; as agreed with the wallet
   */
  public record Plan(int months, int feeBasisPoints) {}

  /** How long screens stay. */
  public record Times(
      Duration idle, Duration warning, Duration doubt, Duration success, Duration afterPaper) {}

  /** The Alipay open platform. */
  public record Alipay(
      URI gateway, String appId, Path merchantKey, Path alipayKey, Waits waits, Polling polling) {}

  /**
   * WeChat Pay, API v3.
   *
   * @param base what comes before /v3
   * @param merchantSerial of the merchant's certificate
   * @param platformKey the platform's public key, for merchants that have one
   */
  public record Wechat(
      URI base,
      String appId,
      String mchId,
      String merchantSerial,
      Path merchantKey,
      Path apiKey,
      Optional<PlatformKey> platformKey,
      Waits waits,
      Polling polling) {}

  /**
   * WeChat Pay's public key.
   *
   * @param id PUB_KEY_ID_ and digits
   */
  public record PlatformKey(String id, Path file) {}

  /** How long to wait for another machine: for the connection, and for the whole answer. */
  public record Waits(Duration connect, Duration answer) {}

  /** How often and how long to ask for a payment's outcome. */
  public record Polling(
      Duration first,
      Duration every,
      Duration giveUp,
      Duration inFlight,
      Duration firstRetry,
      Duration longestRetry) {}

  /**
   * The shop's members; they need no camera.
   *
   * @param key of what is kept of them; another partition than theirs is best
   */
  public record Members(Path key) {}

  /**
   * The shop's own recognition of its members.
   *
   * @param secondFactorAbove total from which a face alone does not pay, minor units
   * @param look how long the camera looks at most
   */
  public record Faces(Camera camera, long secondFactorAbove, Duration look) {}

  /**
   * The shopper's camera.
   *
   * @param path a device such as /dev/v4l/by-id/…, a clip or a folder of pictures
   * @param rate pictures a second
   * @param exposure in units of 100 microseconds; empty: automatic
   * @param rotate degrees clockwise that set its pictures upright: 0, 90, 180 or 270
   */
  public record Camera(
      Source source,
      Path path,
      int width,
      int height,
      int rate,
      Optional<Integer> exposure,
      int rotate) {}

  /** Where pictures come from. */
  public enum Source {
    V4L2,
    CLIP,
    STILLS
  }

  /**
   * A wallet's certified face camera.
   *
   * @param socket of the vendor's service on this machine
   */
  public record WalletFace(Path socket) {}

  /**
   * The technician's console.
   *
   * @param port on the loopback address
   * @param pin file with 6 to 12 digits, readable by the terminal's user alone
   */
  public record Technician(int port, Path pin) {}

  /**
   * Money back at the terminal.
   *
   * @param badges file of the staff who may agree to it
   */
  public record Refunds(Path badges) {}

  /**
   * The cloud.
   *
   * @param receipts what an e-receipt's address begins with
   * @param longestPause between two tries while the collector is away
   */
  public record Collector(URI events, URI receipts, Waits waits, Duration longestPause) {}
}
