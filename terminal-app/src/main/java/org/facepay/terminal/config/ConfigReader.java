package org.facepay.terminal.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facepay.terminal.files.TextFile;

/** Reads the one YAML file of a terminal. */
public final class ConfigReader {
  /** An answer takes that long by itself. */
  static final Duration SECOND = Duration.ofSeconds(1);

  /** Less is as good as nothing on a network. */
  static final Duration INSTANT = Duration.ofMillis(100);

  private final Roles roles;

  /** The roles there are, by their names. */
  public record Roles(Map<String, RoleKeys> byName) {}

  public ConfigReader(Roles roles) {
    this.roles = roles;
  }

  /**
   * Reads and checks the file.
   *
   * @throws ConfigException with every problem there is, each with its path and what was expected
   */
  public TerminalConfig read(Path file) throws ConfigException {
    List<String> problems = new ArrayList<>();
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
    TerminalConfig config = config(new Section(tree(file), "", folder, problems));
    if (!problems.isEmpty()) {
      throw new ConfigException(file, problems);
    }
    return config;
  }

  /**
   * Reads and checks the devices alone, for a technician who has no use for the rest.
   *
   * @throws ConfigException as {@link #read}
   */
  public List<TerminalConfig.Device> devices(Path file) throws ConfigException {
    List<String> problems = new ArrayList<>();
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
    Section root = new Section(tree(file), "", folder, problems);
    List<TerminalConfig.Device> devices = new DevicesReader(roles).read(root.section("devices"));
    if (!problems.isEmpty()) {
      throw new ConfigException(file, problems);
    }
    return devices;
  }

  private static JsonNode tree(Path file) throws ConfigException {
    try {
      return YamlTree.parse(TextFile.read(file));
    } catch (YamlTree.YamlException e) {
      throw new ConfigException(file, List.of(String.valueOf(e.getMessage())));
    } catch (FileSystemException e) {
      throw new ConfigException(
          file,
          List.of(
              "cannot be read: "
                  + e
                  + "; name the file with --config, or copy the one of the demo"));
    } catch (IOException e) {
      throw new ConfigException(file, List.of(String.valueOf(e.getMessage())));
    }
  }

  private TerminalConfig config(Section root) {
    TerminalConfig.Identity identity = identity(root.section("terminal"));
    Path data = root.path("data", "the folder for the journal and the price book");
    PeopleReader people = PeopleReader.read(root, data, identity.currency());
    TerminalConfig config =
        new TerminalConfig(
            identity,
            data,
            root.path("catalogue", "the name of the list of goods"),
            panel(root.section("screen")),
            devices(root.section("devices")),
            CheckoutReader.read(root.section("checkout"), identity.currency()),
            alipay(root.section("alipay")),
            collector(root.section("collector")),
            people.members(),
            people.faces(),
            root.optionalSection("wallet-face").map(ConfigReader::walletFace),
            root.optionalSection("technician").map(ConfigReader::technician),
            root.optionalSection("wechat").map(ConfigReader::wechat),
            root.optionalFile("recalls"),
            root.optionalSection("refunds").map(ConfigReader::refunds),
            root.optionalSection("vending").map(VendingReader::read),
            root.optionalSection("payments")
                .map(s -> PaymentsReader.read(s, identity.currency()))
                .orElse(PaymentsConfig.NONE));
    ports(root, config);
    config.vending().ifPresent(v -> VendingReader.needsDispenser(root, config.devices()));
    root.end();
    return config;
  }

  /** Whoever listens does so on a port of its own; 0 is any free one. */
  private static void ports(Section root, TerminalConfig config) {
    Map<String, Integer> wanted = new LinkedHashMap<>();
    wanted.put("screen.port", config.panel().port());
    config.technician().ifPresent(t -> wanted.put("technician.port", t.port()));
    config.payments().card().ifPresent(c -> wanted.put("payments.card.notices-port", c.notices()));
    Map<Integer, String> owners = new HashMap<>();
    wanted.forEach(
        (key, port) -> {
          String owner = port == 0 ? null : owners.putIfAbsent(port, key);
          if (owner != null) {
            root.refuse(key, "expected a port of its own, but " + owner + " has " + port);
          }
        });
  }

  private static TerminalConfig.Identity identity(Section s) {
    TerminalConfig.Identity identity =
        new TerminalConfig.Identity(
            s.text("id", "[A-Za-z0-9]{1,12}", "1 to 12 letters and digits"),
            name(s.section("shop")),
            name(s.section("name")),
            s.value(
                "zone", "a time zone such as Asia/Shanghai", ZoneId.of("UTC"), ConfigReader::zone),
            s.value(
                "currency",
                "a currency such as CNY",
                Currency.getInstance("CNY"),
                ConfigReader::currency));
    s.end();
    return identity;
  }

  private static @org.jspecify.annotations.Nullable ZoneId zone(String raw) {
    try {
      return ZoneId.of(raw);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** One that prices can be in; precious metals and the like have no decimals. */
  private static @org.jspecify.annotations.Nullable Currency currency(String raw) {
    return Currency.getAvailableCurrencies().stream()
        .filter(c -> c.getCurrencyCode().equals(raw) && c.getDefaultFractionDigits() >= 0)
        .findFirst()
        .orElse(null);
  }

  private static TerminalConfig.Name name(Section s) {
    String expected = "a name of 1 to 40 characters";
    TerminalConfig.Name name =
        new TerminalConfig.Name(
            s.text("zh", ".{1,40}", expected), s.text("en", ".{1,40}", expected));
    s.end();
    return name;
  }

  private static TerminalConfig.Panel panel(Section s) {
    String layout =
        s.optional(
            "layout",
            "auto, p21, l10 or l7",
            "auto",
            raw -> raw.matches("auto|p21|l10|l7") ? raw : null);
    TerminalConfig.Panel panel =
        new TerminalConfig.Panel(
            s.number("port", 0, 65_535, 0),
            layout.equals("auto") ? Optional.empty() : Optional.of(layout));
    s.end();
    return panel;
  }

  private TerminalConfig.Devices devices(Section s) {
    List<TerminalConfig.Device> all = new DevicesReader(roles).read(s);
    TerminalConfig.Devices devices =
        new TerminalConfig.Devices(
            DevicesReader.till(s, all, "scanner"),
            DevicesReader.till(s, all, "printer"),
            s.has("scale") ? Optional.of(DevicesReader.till(s, all, "scale")) : Optional.empty(),
            all.stream().filter(d -> !d.name().matches("scanner|printer|scale")).toList());
    s.end();
    return devices;
  }

  static Optional<Integer> given(int given) {
    return given == 0 ? Optional.empty() : Optional.of(given);
  }

  private static TerminalConfig.Alipay alipay(Section s) {
    TerminalConfig.Alipay alipay =
        new TerminalConfig.Alipay(
            s.uri("gateway"),
            s.text("app-id", "[0-9]{8,32}", "the application's number"),
            s.file("merchant-private-key"),
            s.file("alipay-public-key"),
            waits(s.section("waits")),
            polling(s.section("polling"), Duration.ofSeconds(3), Duration.ofSeconds(60)));
    s.end();
    return alipay;
  }

  /** As the wallets' manuals advise: WeChat asks more slowly and gives up sooner. */
  private static TerminalConfig.Wechat wechat(Section s) {
    TerminalConfig.Wechat wechat =
        new TerminalConfig.Wechat(
            s.value(
                "base",
                "an address without a slash at its end, such as https://api.mch.weixin.qq.com",
                URI.create("https://invalid.example"),
                raw -> raw.endsWith("/") ? null : Section.web(raw)),
            s.text("app-id", "wx[0-9a-zA-Z]{8,32}", "the application's number, wx…"),
            s.text("mch-id", "[0-9]{6,32}", "the merchant's number"),
            s.text("merchant-serial", "[0-9A-Fa-f]{8,64}", "the serial number of the certificate"),
            s.file("merchant-private-key"),
            s.file("api-v3-key"),
            s.optionalSection("platform-key").map(ConfigReader::platformKey),
            waits(s.section("waits")),
            polling(s.section("polling"), Duration.ofSeconds(5), Duration.ofSeconds(45)));
    s.end();
    return wechat;
  }

  private static TerminalConfig.PlatformKey platformKey(Section s) {
    TerminalConfig.PlatformKey key =
        new TerminalConfig.PlatformKey(
            s.text("id", "PUB_KEY_ID_[0-9A-Za-z]{8,64}", "the public key's id, PUB_KEY_ID_…"),
            s.file("file"));
    s.end();
    return key;
  }

  private static TerminalConfig.Polling polling(Section p, Duration every, Duration giveUp) {
    TerminalConfig.Polling polling =
        new TerminalConfig.Polling(
            p.duration("first", INSTANT, Duration.ofSeconds(5)),
            p.duration("every", INSTANT, every),
            p.duration("give-up", SECOND, giveUp),
            p.duration("in-flight", SECOND, Duration.ofSeconds(15)),
            p.duration("first-retry", INSTANT, Duration.ofMillis(500)),
            p.duration("longest-retry", INSTANT, Duration.ofSeconds(10)));
    if (polling.every().compareTo(polling.giveUp()) > 0) {
      p.refuse("every", "expected no more than give-up");
    }
    if (polling.firstRetry().compareTo(polling.longestRetry()) > 0) {
      p.refuse("first-retry", "expected no more than longest-retry");
    }
    p.end();
    return polling;
  }

  private static TerminalConfig.WalletFace walletFace(Section s) {
    TerminalConfig.WalletFace face =
        new TerminalConfig.WalletFace(s.path("socket", "the socket of the vendor's face service"));
    s.end();
    return face;
  }

  private static TerminalConfig.Technician technician(Section s) {
    TerminalConfig.Technician technician =
        new TerminalConfig.Technician(s.number("port", 0, 65_535, 0), s.file("pin"));
    s.end();
    return technician;
  }

  private static TerminalConfig.Refunds refunds(Section s) {
    TerminalConfig.Refunds refunds = new TerminalConfig.Refunds(s.file("badges"));
    s.end();
    return refunds;
  }

  private static TerminalConfig.Collector collector(Section s) {
    TerminalConfig.Collector collector =
        new TerminalConfig.Collector(
            s.uri("events"),
            s.value(
                "receipts",
                "an address that ends with a slash, such as https://example.com/r/",
                URI.create("https://invalid.example/"),
                raw -> raw.endsWith("/") && !raw.matches(".*[?#].*") ? Section.web(raw) : null),
            waits(s.section("waits")),
            s.duration("longest-pause", SECOND, Duration.ofMinutes(1)));
    s.end();
    return collector;
  }

  private static TerminalConfig.Waits waits(Section s) {
    TerminalConfig.Waits waits =
        new TerminalConfig.Waits(
            s.duration("connect", INSTANT, Duration.ofSeconds(5)),
            s.duration("answer", SECOND, Duration.ofSeconds(15)));
    s.end();
    return waits;
  }
}
