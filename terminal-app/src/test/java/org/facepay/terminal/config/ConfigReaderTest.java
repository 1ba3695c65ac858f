package org.facepay.terminal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.facepay.peripherals.link.SerialSettings;
import org.facepay.peripherals.link.SerialSettings.FlowControl;
import org.facepay.peripherals.link.SerialSettings.Parity;
import org.facepay.peripherals.printer.Answers;
import org.facepay.peripherals.printer.DrawerKick;
import org.facepay.peripherals.printer.PrinterProfile;
import org.facepay.tags.Slow;
import org.facepay.terminal.config.RoleKeys.Extra;
import org.facepay.terminal.config.RoleKeys.LineUse;
import org.facepay.terminal.sale.InStoreRule;
import org.facepay.terminal.sale.Limits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole mapping of the file, its defaults, and every mistake at once. */
class ConfigReaderTest {
  private static final String GOOD =
      """
      terminal:
        id: K3
        shop: { zh: 晴里便利, en: Qingli Market }
        name: { zh: 自助收银 3 号, en: Self-checkout 3 }
        zone: Asia/Shanghai
        currency: CNY
      data: data
      catalogue: goods.tsv
      screen: { port: 8480, layout: p21 }
      devices:
        scanner: { driver: line, port: /dev/serial/by-id/usb-scanner }
        printer: { driver: escpos, port: /dev/serial/by-id/usb-printer, baud: 19200 }
      checkout:
        most-articles: 50
        most-total: 2000.50
        receipt: always
        bag: "6900123400562"
        in-store-codes:
          - { layout: 21IIIIIWWWWWC, unit: 1 }
          - { layout: 26IIIIIPPPPPWWWWWC, unit: 1 }
        times: { idle: 1 min, warning: 30 s }
      alipay:
        gateway: https://openapi.alipay.com/gateway.do
        app-id: "2026112200000001"
        merchant-private-key: merchant.key
        alipay-public-key: alipay.pub
        waits: { connect: 500 ms }
        polling: { give-up: 90 s }
      collector:
        events: https://collector.example.com/v1/events
        receipts: https://collector.example.com/r/
        waits: {}
      """;

  @TempDir Path folder;
  private final ConfigReader reader =
      new ConfigReader(
          new ConfigReader.Roles(
              Map.of(
                  "scanner",
                  RoleKeys.of(List.of("line")),
                  "printer",
                  RoleKeys.of(List.of("escpos")).with(Extra.PRINTER),
                  "scale",
                  RoleKeys.of(List.of("mt-sics")),
                  "shelf",
                  RoleKeys.of(List.of("modbus-generic-32")).with(Extra.UNITS),
                  "lock",
                  RoleKeys.of(List.of("modbus-generic-1"))
                      .onLines(new LineUse(2, 2, "two lines: [bolt, door switch]")),
                  "tone",
                  RoleKeys.of(List.of()).onLines(new LineUse(1, 1, "one line: [buzzer]")),
                  "cashdrawer",
                  RoleKeys.of(List.of("escpos", "printer")).with(Extra.DRAWER))));

  @BeforeEach
  void files() throws IOException {
    for (String name : List.of("goods.tsv", "merchant.key", "alipay.pub")) {
      Files.writeString(folder.resolve(name), "x");
    }
  }

  private TerminalConfig read(String yaml) throws ConfigException, IOException {
    Path file = Files.writeString(folder.resolve("terminal.yaml"), yaml);
    return reader.read(file);
  }

  private List<String> problems(String yaml) {
    return assertThrows(ConfigException.class, () -> read(yaml)).problems();
  }

  @Test
  void readsEverything() throws Exception {
    TerminalConfig config = read(GOOD);
    assertEquals("自助收银 3 号", config.identity().terminal().zh());
    assertEquals(folder.resolve("data"), config.data());
    assertEquals(new TerminalConfig.Panel(8480, Optional.of("p21")), config.panel());
    assertEquals(Optional.of(19200), config.devices().printer().baud());
    assertEquals(Optional.empty(), config.devices().scanner().baud());
    assertEquals(new Limits(50, 200_050), config.checkout().limits());
    assertTrue(config.checkout().printAlways());
    assertEquals(
        List.of(new InStoreRule("21IIIIIWWWWWC", 1), new InStoreRule("26IIIIIPPPPPWWWWWC", 1)),
        config.checkout().inStoreCodes());
    assertEquals(Duration.ofMinutes(1), config.checkout().times().idle());
    assertEquals(Duration.ofSeconds(20), config.checkout().times().success(), "a default");
    assertEquals(Duration.ofMillis(500), config.alipay().waits().connect());
    assertEquals(Duration.ofSeconds(90), config.alipay().polling().giveUp());
    assertEquals(Duration.ofSeconds(15), config.collector().waits().answer());
  }

  @Test
  void readsHowLinesPrintersAndDrawersAreSetUp() throws Exception {
    String set =
        GOOD.replace(
            "baud: 19200",
            "baud: 19200, parity: even, data-bits: 8, stop-bits: 2, flow-control: xon-xoff, profile: 58mm-basic, answers: identity");
    TerminalConfig.Setup printer = read(set).devices().printer().setup();
    assertEquals(
        new SerialSettings(19_200, 8, 2, Parity.EVEN, FlowControl.XON_XOFF),
        printer.line().over(SerialSettings.eightN1(115_200)));
    assertEquals(
        PrinterProfile.named().get("58mm-basic").answering(Answers.IDENTITY), printer.printer());
    assertEquals(PrinterProfile.WIDE, read(GOOD).devices().printer().setup().printer());
    String drawer =
        GOOD.replace(
            "devices:",
            "devices:\n  cashdrawer: { driver: printer, pin: 5, pulse: 60 ms, open-level: low }");
    assertEquals(
        new DrawerKick(1, Duration.ofMillis(60), false),
        read(drawer).devices().others().getFirst().setup().drawer());
  }

  @Test
  void readsHowTheCameraIsMounted() throws Exception {
    String camera = "\nfaces: { camera: { source: v4l2, path: /dev/video0%s } }\n";
    assertEquals(0, read(GOOD + camera.formatted("")).faces().orElseThrow().camera().rotate());
    for (int degrees : new int[] {0, 90, 180, 270}) {
      TerminalConfig config = read(GOOD + camera.formatted(", rotate: " + degrees));
      assertEquals(degrees, config.faces().orElseThrow().camera().rotate());
    }
    for (String wrong : List.of("45", "360", "-90", "left")) {
      List<String> problems = problems(GOOD + camera.formatted(", rotate: " + wrong));
      assertTrue(problems.getFirst().startsWith("faces.camera.rotate: expected 0, 90"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "parity: mark, parity",
    "data-bits: 7, data-bits",
    "data-bits: 9, data-bits",
    "stop-bits: 0, stop-bits",
    "flow-control: dtr-dsr, flow-control",
    "profile: 112mm, profile",
    "answers: always, answers",
    "pin: 2, pin"
  })
  void refusesWhatNoPrinterHas(String setting, String key) {
    List<String> problems = problems(GOOD.replace("baud: 19200", "baud: 19200, " + setting));
    assertTrue(problems.getFirst().startsWith("devices.printer." + key), problems.toString());
    assertEquals(1, problems.size());
  }

  @ParameterizedTest
  @CsvSource({"pin: 3, pin", "pulse: 1 ms, pulse", "pulse: 600 ms, pulse", "open-level: up, open"})
  void refusesWhatNoDrawerHas(String setting, String key) {
    String drawer =
        GOOD.replace("devices:", "devices:\n  cashdrawer: { driver: printer, " + setting + " }");
    List<String> problems = problems(drawer);
    assertTrue(problems.getFirst().startsWith("devices.cashdrawer." + key), problems.toString());
  }

  /** DC1 and DC3 are bytes of what a scale says. */
  @Test
  void refusesSoftwareHandshakeWhereBytesAreData() {
    String scale =
        GOOD.replace(
            "devices:",
            "devices:\n  scale: { driver: mt-sics, port: /dev/x, flow-control: xon-xoff }");
    assertTrue(problems(scale).getFirst().startsWith("devices.scale.flow-control"));
  }

  @Test
  void reportsEveryMistakeAtOnceWithItsPath() {
    String bad =
        GOOD.replace("id: K3", "id: K-3")
            .replace("zone: Asia/Shanghai", "zone: Asia/Nowhere")
            .replace("port: 8480", "port: 84800")
            .replace("driver: line", "driver: laser")
            .replace("most-total: 2000.50", "most-total: lots")
            .replace("idle: 1 min", "idle: 60")
            .replace("receipt: always", "receipt: never")
            .replace("21IIIIIWWWWWC", "21IIIIIWWWW")
            .replace("connect: 500 ms", "connect: 5 lightyears")
            .replace("gateway: https://openapi.alipay.com/gateway.do", "gateway: openapi")
            .replace("give-up: 90 s", "giveup: 90 s")
            .replace("  waits: {}", "  waits: []");
    List<String> problems = problems(bad);
    for (String path :
        List.of(
            "terminal.id",
            "terminal.zone",
            "screen.port",
            "devices.scanner.driver",
            "checkout.most-total",
            "checkout.times.idle",
            "checkout.receipt",
            "checkout.in-store-codes[0].layout",
            "alipay.waits.connect",
            "alipay.gateway",
            "alipay.polling.giveup: unknown key",
            "collector.waits")) {
      assertTrue(
          problems.stream().anyMatch(p -> p.startsWith(path)), path + " is not among " + problems);
    }
    assertEquals(12, problems.size(), problems.toString());
    assertTrue(
        problems.stream().allMatch(p -> p.contains("expected") || p.contains("unknown key")),
        problems.toString());
  }

  @Test
  void theCarrierBagIsAnyArticleOfTheList() throws Exception {
    for (String code : List.of("212", "200002", "6900123400562")) {
      assertEquals(code, read(GOOD.replace("6900123400562", code)).checkout().bag());
    }
    assertTrue(problems(GOOD.replace("6900123400562", "21")).getFirst().contains("bag"));
  }

  private static final String PAYMENTS =
      """
      payments:
        alipay: { proxy: "proxy.shop:3128", pins: "%s %s", holds: true }
        wechat: { notices: https://shop.example/wechat, payscore-service: "500001" }
        card:
          terminal: tcp:192.168.1.20:5000
          sale-id: TILL-1
          poi-id: V400m-324688179
          key: { id: facepay, version: 2, passphrase: merchant.key }
          dialogue: 2 min
          offline: { per-sale: 50.00, age: 2 h }
        agreement:
          offline: { per-sale: 80.00, total: 900.00, count: 20, age: 4 h }
      """
          .formatted("A".repeat(43) + "=", "B".repeat(43) + "=");

  @Test
  void readsWaysToPay() throws Exception {
    assertEquals(PaymentsConfig.NONE, read(GOOD).payments());
    PaymentsConfig payments = read(GOOD + PAYMENTS).payments();
    assertEquals(3128, payments.alipay().proxy().orElseThrow().getPort());
    assertEquals(2, payments.alipay().pins().size());
    assertEquals(PaymentsConfig.Network.PLAIN, payments.wechat());
    assertTrue(payments.holds());
    assertEquals(Optional.of("500001"), payments.payscore());
    assertEquals("https://shop.example/wechat", payments.notices());
    PaymentsConfig.Card card = payments.card().orElseThrow();
    assertEquals("tcp", card.address().getScheme());
    assertEquals(5000, card.address().getPort());
    assertEquals(2, card.key().orElseThrow().version());
    assertEquals(Duration.ofMinutes(2), card.dialogue());
    assertEquals(
        Optional.of(new PaymentsConfig.Offline(5_000, 100_000, 50, Duration.ofHours(2))),
        card.offline());
    assertEquals(
        new PaymentsConfig.Offline(8_000, 90_000, 20, Duration.ofHours(4)),
        payments.agreement().orElseThrow().offline().orElseThrow());
    assertEquals("GENERAL_WITHHOLDING", payments.agreement().orElseThrow().product());
  }

  /** What would only be found when somebody pays: a port above all, no host, a pin said twice. */
  @Test
  void addressesThatCannotBeConnectedToAreMistakes() throws Exception {
    for (String address :
        List.of(
            "tcp:192.168.1.20:70000",
            "tcp:192.168.1.20:0",
            "http://:80/nexo",
            "https://card_terminal/nexo",
            "https://192.168.1.20:99999/nexo")) {
      List<String> problems = problems(GOOD + PAYMENTS.replace("tcp:192.168.1.20:5000", address));
      assertEquals(1, problems.size(), address + problems);
      assertTrue(problems.getFirst().startsWith("payments.card.terminal"), problems::toString);
    }
    List<String> port = problems(GOOD.replace("openapi.alipay.com/", "openapi.alipay.com:99999/"));
    assertEquals(1, port.size(), port::toString);
    String twice = PAYMENTS.replace("B".repeat(43), "A".repeat(43));
    assertEquals(1, read(GOOD + twice).payments().alipay().pins().size());
  }

  @Test
  void reportsEveryMistakeInWaysToPay() {
    String bad =
        PAYMENTS
            .replace("proxy.shop:3128", "proxy.shop")
            .replace("AAA=", "AA")
            .replace("https://shop.example/wechat", "http://shop.example/wechat")
            .replace("tcp:192.168.1.20:5000", "192.168.1.20")
            .replace("TILL-1", "TILL 1")
            .replace("version: 2", "version: two")
            .replace("passphrase: merchant.key", "passphrase: none.key")
            .replace("count: 20", "count: 0")
            .replace("per-sale: 50.00, age: 2 h", "per-sale: 50.001, ages: 2 h")
            .replace("dialogue", "dialog");
    List<String> problems = problems(GOOD + bad);
    for (String path :
        List.of(
            "payments.alipay.proxy",
            "payments.alipay.pins",
            "payments.wechat.notices",
            "payments.card.terminal",
            "payments.card.sale-id",
            "payments.card.key.version",
            "payments.card.key.passphrase",
            "payments.card.dialog: unknown key",
            "payments.card.offline.per-sale",
            "payments.card.offline.ages: unknown key",
            "payments.agreement.offline.count")) {
      assertTrue(
          problems.stream().anyMatch(p -> p.startsWith(path)), path + " is not among " + problems);
    }
    assertEquals(11, problems.size(), problems.toString());
  }

  private static String withDevices(String more) {
    return GOOD.replace("checkout:\n", more.indent(2) + "checkout:\n");
  }

  @Test
  void readsDevicesOfEveryRole() throws Exception {
    TerminalConfig.Devices devices =
        read(withDevices(
                """
                lock: { driver: modbus-generic-1, port: /dev/ttyUSB3 }
                back-door: { role: lock, driver: gpio, port: /dev/gpiochip0, lines: [17, 27], active-low: [27] }
                buzzer: { role: tone, driver: pi4j, port: /dev/gpiochip0, lines: [13] }
                left-shelves: { role: shelf, driver: modbus-generic-32, port: tcp:10.0.0.7:502, units: [1, 2, 3] }
                drawer: { role: cashdrawer, driver: printer }
                hand-scanner: { role: scanner, driver: line, port: usb:0c2e:0200 }
                """))
            .devices();
    assertEquals(
        List.of("lock", "back-door", "buzzer", "left-shelves", "drawer", "hand-scanner"),
        devices.others().stream().map(TerminalConfig.Device::name).toList());
    assertEquals("lock", devices.others().get(0).role());
    assertEquals(
        new TerminalConfig.Lines(List.of(17, 27), Set.of(27)), devices.others().get(1).lines());
    assertEquals(List.of(1, 2, 3), devices.others().get(3).units());
    assertEquals(devices.printer().port(), devices.others().get(4).port());
    assertEquals("scanner", devices.scanner().role());
  }

  @Test
  void reportsEveryMistakeInDevices() throws Exception {
    Path real = Files.createFile(folder.resolve("tty7"));
    Files.createSymbolicLink(folder.resolve("by-id"), real);
    List<String> problems =
        problems(
            withDevices(
                """
                toaster: { driver: line, port: /dev/a }
                lock: { driver: laser, port: /dev/b }
                Big_Shelf: { role: shelf, driver: modbus-generic-32, port: /dev/c }
                second: { role: scanner, driver: line, port: /dev/serial/by-id/usb-scanner }
                chip: { role: lock, driver: gpio, port: tcp:1.2.3.4:5, lines: [4] }
                horn: { role: tone, driver: gpio, port: /dev/gpiochip0, lines: [4], active-low: [5] }
                horn2: { role: tone, driver: pi4j, port: /dev/gpiochip0, lines: [4], baud: 9600 }
                one: { role: cashdrawer, driver: escpos, port: tty7 }
                two: { role: cashdrawer, driver: escpos, port: by-id }
                scale: { role: lock, driver: modbus-generic-1, port: /dev/d }
                """));
    for (String start :
        List.of(
            "devices.toaster.role: missing; expected a role: cashdrawer, lock,",
            "devices.lock.driver: expected a driver: gpio, modbus-generic-1, pi4j, found \"laser\"",
            "devices.Big_Shelf: expected a name",
            "devices.Big_Shelf.units: missing",
            "devices.second.port: expected a port of its own, but scanner has",
            "devices.chip.port: expected a GPIO chip",
            "devices.chip.lines: expected two lines",
            "devices.horn.active-low: expected some of the lines [4]",
            "devices.horn2.port: expected a port of its own, but horn has /dev/gpiochip0 line 4",
            "devices.horn2.baud: unknown key",
            "devices.two.port: expected a port of its own, but one has",
            "devices.scale.role: expected scale")) {
      assertTrue(
          problems.stream().anyMatch(p -> p.startsWith(start)),
          start + " is not among " + problems);
    }
    assertEquals(12, problems.size(), problems.toString());
  }

  @Test
  void readsTheDevicesAloneWhateverElseIsWrong() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("terminal.yaml"),
            "alipay: broken\n"
                + "devices:\n"
                + "  drawer: { role: cashdrawer, driver: escpos, port: tty1 }\n");
    assertEquals(
        folder.resolve("tty1").toString(), reader.devices(file).getFirst().port().toString());
  }

  @Test
  void reportsWhatIsMissing() {
    List<String> problems = problems("terminal: { id: K3 }");
    assertTrue(
        problems.contains("data: missing; expected the folder for the journal and the price book"),
        problems.toString());
    assertTrue(
        problems.stream().anyMatch(p -> p.startsWith("terminal.shop: missing")),
        problems.toString());
    assertTrue(problems.size() > 10, problems.toString());
  }

  @Test
  void namesThePlaceOfBrokenYaml() {
    assertTrue(problems("terminal: [").getFirst().startsWith("line "));
    assertTrue(problems("terminal: {id: K3}\nterminal: {id: K4}").getFirst().contains("line 2"));
    assertTrue(problems("just a sentence").getFirst().contains("expected a mapping"));
  }

  /** YAML 1.1 takes each of these for a number, a truth, a time or a date. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "007", "NO", "0x10", "yes", "Off", "y", "null", "1e3", "0b11", "0o17", "12e03", "08", "inf"
      })
  void aTextStaysAsItWasWritten(String text) throws Exception {
    assertEquals(text, read(GOOD.replace("id: K3", "id: " + text)).identity().id());
    String card = PAYMENTS.replace("sale-id: TILL-1", "sale-id: " + text);
    assertEquals(text, read(GOOD + card).payments().card().orElseThrow().saleId());
  }

  @Test
  void whatLooksLikeATimeOrANumberIsATextToo() throws Exception {
    TerminalConfig config =
        read(
            GOOD.replace("\"6900123400562\"", "0012345670012")
                .replace("zh: 晴里便利", "zh: 2026-11-29")
                .replace("en: Qingli Market", "en: 12:30:00"));
    assertEquals("0012345670012", config.checkout().bag());
    assertEquals(new TerminalConfig.Name("2026-11-29", "12:30:00"), config.identity().shop());
    assertEquals("1_0", read(GOOD.replace("zh: 晴里便利", "zh: 1_0")).identity().shop().zh());
    assertEquals("~", read(GOOD.replace("zh: 晴里便利", "zh: ~")).identity().shop().zh());
  }

  @ParameterizedTest
  @CsvSource({"010, 10", "0042, 42", "9, 9", "\"017\", 17"})
  void numbersAreDecimal(String text, int number) throws Exception {
    TerminalConfig config = read(GOOD.replace("most-articles: 50", "most-articles: " + text));
    assertEquals(number, config.checkout().limits().articles());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x10", "0b1", "1_0", "1e1", "+5", "5.0", "０１", "1:30", ""})
  void whatIsNoDecimalNumberIsRefused(String text) {
    List<String> problems = problems(GOOD.replace("most-articles: 50", "most-articles: " + text));
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(problems.getFirst().startsWith("checkout.most-articles: expected a whole number"));
  }

  /** What stands in the third line. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "  zone: *place",
        "  zone: &place Asia/Shanghai",
        "  zone: !!str Asia/Shanghai",
        "  zone: !place Asia/Shanghai",
        "  zone: &place [ Asia/Shanghai ]",
        "  zone: !!set { Asia/Shanghai }",
        "  <<: *place",
        "\tzone: Asia/Shanghai",
        "  \tzone: Asia/Shanghai",
        "  ? [ zone ]\n  : Asia/Shanghai",
        "  id: K4",
        "  zone: |\n    Asia/Shanghai",
        "  zone: >-\n    Asia/Shanghai",
        "  zone: Asia/\n    Shanghai",
        "  zone: \"Asia/\n    Shanghai\"",
        "  zone: @place",
        "  zone: `place`",
        "  zone: %place",
        "  zone: }",
        "  zone: a: b",
        "  zone: \u0007",
        "  zone: \uFFFD",
        "---",
      })
  void whateverElseYamlOffersIsRefusedWithItsLine(String line) {
    List<String> problems = problems("terminal:\n  id: K3\n" + line + "\n");
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(problems.getFirst().startsWith("line 3: "), problems::toString);
  }

  @Test
  void aByteOrderMarkAndOneDocumentStartAreNoneOfThat() throws Exception {
    assertEquals("K3", read("\uFEFF---\n" + GOOD + "...\n").identity().id());
    assertEquals("K3", read(GOOD.replace("\n", "\r\n")).identity().id());
    assertTrue(problems("%YAML 1.1\n---\n" + GOOD).getFirst().startsWith("line 1: directives"));
  }

  @Test
  void aFileThatIsNotUtf8IsSaidToBeNone() throws IOException {
    Path file = folder.resolve("terminal.yaml");
    Files.write(file, GOOD.getBytes(Charset.forName("GBK")));
    List<String> problems = assertThrows(ConfigException.class, () -> reader.read(file)).problems();
    assertEquals(
        List.of("line 3: no UTF-8 text (GBK or UTF-16?); save the file as UTF-8"), problems);
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 60, 5_000, 200_000})
  void whatIsNestedTooDeeplyIsRefusedWithItsLine(int depth) {
    for (String text :
        List.of(
            "terminal:\n  id: " + "[".repeat(depth), "terminal:\n  id: " + "{a: ".repeat(depth))) {
      List<String> problems = problems(text);
      assertEquals(List.of("line 2: nested deeper than any key"), problems);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "answer: 0 s",
        "answer: 0 ms",
        "answer: 999 ms",
        "answer: 169 h",
        "connect: 0 min",
        "connect: 99 ms",
        "connect: 999999999 h"
      })
  void nothingIsWaitedForNotAtAllOrWithoutEnd(String wait) {
    for (String text :
        List.of(
            GOOD.replace("waits: { connect: 500 ms }", "waits: { " + wait + " }"),
            GOOD.replace("waits: {}", "waits: { " + wait + " }"))) {
      List<String> problems = problems(text);
      assertEquals(1, problems.size(), problems::toString);
      assertTrue(problems.getFirst().contains("waits."), problems::toString);
    }
  }

  @Test
  void timesThatMakeNoSenseAreRefused() {
    for (String bad :
        List.of(
            "give-up: 0 s", "every: 0 s", "in-flight: 0 s", "first-retry: 20 s", "every: 2 h")) {
      List<String> problems = problems(GOOD.replace("give-up: 90 s", bad));
      assertEquals(1, problems.size(), problems::toString);
      assertTrue(problems.getFirst().startsWith("alipay.polling."), problems::toString);
    }
    for (String bad : List.of("idle: 0 s", "warning: 0 min", "doubt: 1 ms", "after-paper: 0 h")) {
      List<String> problems = problems(GOOD.replace("idle: 1 min, warning: 30 s", bad));
      assertEquals(1, problems.size(), problems::toString);
    }
    for (String bad : List.of("dialogue: 0 s", "dialogue: 9 s", "answer: 0 s", "connect: 0 s")) {
      assertEquals(1, problems(GOOD + PAYMENTS.replace("dialogue: 2 min", bad)).size(), bad);
    }
    assertEquals(1, problems(GOOD + PAYMENTS.replace("age: 2 h", "age: 0 s")).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://collector.example.com/r",
        "https://collector.example.com",
        "https://collector.example.com/r?id=",
        "https://collector.example.com/r/#/",
        "collector.example.com/r/"
      })
  void receiptsBeginWithAnAddressThatEndsWithASlash(String address) {
    List<String> problems = problems(GOOD.replace("https://collector.example.com/r/", address));
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(
        problems.getFirst().startsWith("collector.receipts: expected an address that ends with"),
        problems::toString);
  }

  @Test
  void whoeverListensHasAPortOfItsOwn() throws Exception {
    String console = "technician: { port: 8480, pin: merchant.key }\n";
    assertEquals(
        List.of("technician.port: expected a port of its own, but screen.port has 8480"),
        problems(GOOD + console));
    String card = PAYMENTS.replace("dialogue: 2 min", "notices-port: 8480");
    assertEquals(1, problems(GOOD + card).size());
    assertEquals(2, problems(GOOD + console + card).size());
    String free = console.replace("8480", "0");
    read(GOOD.replace("port: 8480", "port: 0") + free);
  }

  @Test
  void oneDeviceIsOneDeviceHoweverItsPortIsWritten() {
    for (String pair :
        List.of(
            "usb:0c2e:0200 usb:0C2E:0200",
            "usb:0c2e:0200 usb:0c2e:0200:A1",
            "usb:0c2e:0200:A1 usb:0c2e:0200",
            "tcp:Shelf.shop:502 tcp:shelf.shop:0502",
            "/dev/ttyS1 /dev/../dev/ttyS1")) {
      String[] ports = pair.split(" ");
      List<String> problems =
          problems(
              withDevices(
                  "lock: { driver: modbus-generic-1, port: \"%s\" }\nscale: { driver: mt-sics, port: \"%s\" }\n"
                      .formatted(ports[0], ports[1])));
      assertEquals(1, problems.size(), problems::toString);
      assertTrue(
          problems
              .getFirst()
              .startsWith("devices.scale.port: expected a port of its own, but lock"),
          problems::toString);
    }
  }

  @Test
  void twoLayoutsOfOnePrefixAreRefused() throws Exception {
    for (String second : List.of("21IIIIIWWWWWC", "21IIIIIPPPPPC", "21IIIIVPPPPPC")) {
      List<String> problems = problems(GOOD.replace("26IIIIIPPPPPWWWWWC", second));
      assertEquals(
          List.of(
              "checkout.in-store-codes[1].layout: expected a prefix of its own, but 21IIIIIWWWWWC"
                  + " takes all its codes"),
          problems);
    }
    String general = GOOD.replace("21IIIIIWWWWWC", "2IIIIIIWWWWWC");
    assertEquals(1, problems(general.replace("26IIIIIPPPPPWWWWWC", "22IIIIIPPPPPC")).size());
    String rest = GOOD.replace("26IIIIIPPPPPWWWWWC", "2IIIIIIPPPPPC");
    assertEquals(2, read(rest).checkout().inStoreCodes().size(), "a layout for all the others");
  }

  @Test
  void amountsHaveTheDecimalsOfTheirCurrency() throws Exception {
    String yen = GOOD.replace("currency: CNY", "currency: JPY");
    assertEquals(2_000, read(yen.replace("2000.50", "2000")).checkout().limits().totalMinor());
    assertEquals(
        List.of("checkout.most-total: expected an amount such as 500000 in JPY, found \"2000.50\""),
        problems(yen));
    String dinar = GOOD.replace("currency: CNY", "currency: KWD").replace("2000.50", "20.505");
    assertEquals(20_505, read(dinar).checkout().limits().totalMinor());
    for (String none : List.of("XAU", "XXX", "cny", "RMB", "¥")) {
      assertEquals(
          List.of("terminal.currency: expected a currency such as CNY, found \"" + none + "\""),
          problems(GOOD.replace("currency: CNY", "currency: " + none)));
    }
  }

  @Test
  void saysThatAFileIsNotThere() {
    ConfigException e =
        assertThrows(ConfigException.class, () -> reader.read(folder.resolve("none.yaml")));
    assertTrue(e.getMessage().contains("none.yaml"), e.getMessage());
  }

  @Test
  @Slow("reads 2,000 damaged files")
  void takesAnyBytes() throws IOException {
    Random random = new Random(11);
    byte[] good = GOOD.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = good.clone();
      for (int n = 0; n < 1 + random.nextInt(8); n++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Path file =
          Files.write(
              folder.resolve("terminal.yaml"),
              java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)));
      try {
        reader.read(file);
      } catch (ConfigException e) {
        assertTrue(!e.problems().isEmpty());
      }
    }
  }
}
