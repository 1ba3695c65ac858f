package org.facepay.terminal.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.facepay.kiosk.web.KioskServer;
import org.facepay.kiosk.web.Panel;
import org.facepay.sync.uplink.Uplink;
import org.facepay.terminal.catalogue.GoodsSettings;
import org.facepay.terminal.checkout.CheckoutSettings;
import org.facepay.terminal.devices.Equipment;
import org.facepay.terminal.devices.Equipment.Device;
import org.facepay.terminal.devices.RoleKeys;
import org.facepay.terminal.files.TextFile;
import org.facepay.terminal.language.Name;
import org.facepay.terminal.provider.card.NexoProvider;
import org.facepay.terminal.sale.Identity;
import org.facepay.terminal.sale.Numbering;
import org.facepay.terminal.world.cashier.OpeningHours;

/** Reads the one YAML file of a terminal. */
public final class ConfigReader {
  /** An answer takes that long by itself. */
  static final Duration SECOND = Duration.ofSeconds(1);

  /** Less is as good as nothing on a network. */
  static final Duration INSTANT = Duration.ofMillis(100);

  private static final Duration MEDIA_AFTER = Duration.ofSeconds(30);

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
  public List<Device> devices(Path file) throws ConfigException {
    List<String> problems = new ArrayList<>();
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
    Section root = new Section(tree(file), "", folder, problems);
    List<Device> devices = new DevicesReader(roles).read(root.section("devices"));
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
    Identity identity = identity(root.section("terminal"));
    Currency currency = identity.currency();
    Path data = root.path("data", "the folder for the journal and the price book");
    PeopleReader people = PeopleReader.read(root, data, currency);
    PaymentsReader payments =
        root.optionalSection("payments")
            .map(s -> PaymentsReader.read(s, currency))
            .orElse(PaymentsReader.NONE);
    CheckoutReader checkout =
        CheckoutReader.read(
            root.section("checkout"),
            root.optionalSection("offers"),
            identity,
            payments.card().isPresent() ? NexoProvider.NAME : "",
            people.met(payments.agreement().isPresent()));
    Optional<VendingReader> vending =
        VendingReader.in(root, checkout.tariff(), checkout.settings().times());
    TerminalConfig config =
        new TerminalConfig(
            identity,
            books(root, data, currency, checkout.numbering()),
            hands(root, checkout.bagTolerance()),
            money(root, identity.id(), checkout.sellerPays(), payments),
            people.people(),
            session(root, currency, checkout.settings(), vending));
    ports(root, config);
    vending.ifPresent(v -> v.needsDispenser(root, config.hands().equipment()));
    if (config.session().container().isPresent()) {
      container(root, config);
    }
    root.end();
    return config;
  }

  private static TerminalConfig.Session session(
      Section root, Currency currency, CheckoutSettings checkout, Optional<VendingReader> vending) {
    return new TerminalConfig.Session(
        checkout,
        vending.map(VendingReader::settings),
        root.optionalSection("container")
            .map(s -> ContainerReader.read(s, currency, checkout.times())),
        vending.map(VendingReader::upkeep),
        root.optional("hours", "times such as 07:00-22:00", Optional.empty(), ConfigReader::hours));
  }

  private static void container(Section root, TerminalConfig config) {
    ContainerReader.needsCabinet(root, config.hands().equipment());
    if (config.session().vending().isPresent()) {
      root.refuse("container", "expected no section vending beside it");
    }
    if (!config.money().alipay().holds() && config.people().members().isEmpty()) {
      root.refuse(
          "container", "expected members, or holds: true in the section alipay: who opens it?");
    }
  }

  private static TerminalConfig.Books books(
      Section root, Path data, Currency currency, Numbering numbering) {
    GoodsSettings goods =
        new GoodsSettings(
            root.path("catalogue", "the name of the list of goods"),
            root.optionalFile("recalls"),
            currency,
            numbering);
    Section s = root.section("collector");
    RouteReader.Waits waits = RouteReader.waits(s.section("waits"));
    TerminalConfig.Books books =
        new TerminalConfig.Books(
            data,
            goods,
            new Uplink.Endpoint(
                s.safeUri("events"),
                waits.connect(),
                waits.answer(),
                s.duration("longest-pause", SECOND, Duration.ofMinutes(1))),
            s.value(
                "receipts",
                "an address that ends with a slash, such as https://example.com/r/",
                URI.create("https://invalid.example/"),
                raw -> raw.endsWith("/") && !raw.matches(".*[?#].*") ? Section.web(raw) : null),
            root.optionalSection("attendants").map(a -> AttendantsReader.read(a, data)));
    s.end();
    return books;
  }

  private static TerminalConfig.Money money(
      Section root, String terminal, boolean sellerPays, PaymentsReader payments) {
    return new TerminalConfig.Money(
        WalletsReader.alipay(root.section("alipay"), terminal, sellerPays),
        root.optionalSection("wechat").map(s -> WalletsReader.wechat(s, terminal)),
        payments.card(),
        payments.agreement());
  }

  /** Whoever listens does so on a port of its own; 0 is any free one. */
  private static void ports(Section root, TerminalConfig config) {
    Map<String, Integer> wanted = new LinkedHashMap<>();
    wanted.put("screen.port", config.hands().page().port());
    config.people().console().ifPresent(c -> wanted.put("technician.port", c.port()));
    config.books().attendants().ifPresent(a -> wanted.put("attendants.port", a.port()));
    config.money().card().ifPresent(c -> wanted.put("payments.card.notices-port", c.noticesPort()));
    Map<Integer, String> owners = new HashMap<>();
    wanted.forEach(
        (key, port) -> {
          String owner = port == 0 ? null : owners.putIfAbsent(port, key);
          if (owner != null) {
            root.refuse(key, "expected a port of its own, but " + owner + " has " + port);
          }
        });
  }

  private static Identity identity(Section s) {
    Identity identity =
        new Identity(
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

  private static Optional<OpeningHours> hours(String raw) {
    if (!raw.matches("([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]")) {
      throw new IllegalArgumentException("two times of the day with a dash between them");
    }
    return Optional.of(
        new OpeningHours(LocalTime.parse(raw.substring(0, 5)), LocalTime.parse(raw.substring(6))));
  }

  /** One that prices can be in; precious metals and the like have no decimals. */
  private static @org.jspecify.annotations.Nullable Currency currency(String raw) {
    return Currency.getAvailableCurrencies().stream()
        .filter(c -> c.getCurrencyCode().equals(raw) && c.getDefaultFractionDigits() >= 0)
        .findFirst()
        .orElse(null);
  }

  static Name name(Section s) {
    String expected = "a name of 1 to 40 characters";
    Name name = new Name(s.text("zh", ".{1,40}", expected), s.text("en", ".{1,40}", expected));
    s.end();
    return name;
  }

  private TerminalConfig.Hands hands(Section root, int bagTolerance) {
    Section s = root.section("screen");
    KioskServer.Settings page = page(s);
    Duration mediaAfter = s.duration("media-after", SECOND, MEDIA_AFTER);
    s.end();
    return new TerminalConfig.Hands(
        equipment(root.section("devices")), page, bagTolerance, mediaAfter);
  }

  private static KioskServer.Settings page(Section s) {
    Optional<Panel> layout =
        s.optional(
            "layout",
            "auto, p21, l10 or l7",
            Optional.empty(),
            raw ->
                switch (raw) {
                  case "auto" -> Optional.empty();
                  case "p21", "l10", "l7" ->
                      Optional.of(Panel.valueOf(raw.toUpperCase(Locale.ROOT)));
                  default -> null;
                });
    KioskServer.Settings page =
        new KioskServer.Settings(s.number("port", 0, 65_535, 0), layout, Optional.empty());
    return page;
  }

  private Equipment equipment(Section s) {
    List<Device> all = new DevicesReader(roles).read(s);
    Equipment equipment =
        new Equipment(
            DevicesReader.till(s, all, "scanner"),
            DevicesReader.till(s, all, "printer"),
            s.has("scale") ? Optional.of(DevicesReader.till(s, all, "scale")) : Optional.empty(),
            all.stream().filter(d -> !d.name().matches("scanner|printer|scale")).toList());
    s.end();
    return equipment;
  }

  static Optional<Integer> given(int given) {
    return given == 0 ? Optional.empty() : Optional.of(given);
  }
}
