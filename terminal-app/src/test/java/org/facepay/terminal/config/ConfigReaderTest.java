package org.facepay.terminal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.web.KioskServer;
import org.facepay.kiosk.web.Panel;
import org.facepay.terminal.sale.InStoreRule;
import org.facepay.terminal.sale.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole mapping of the file, its defaults, and every mistake at once. */
class ConfigReaderTest extends ConfigFixture {
  @Test
  void readsEverything() throws Exception {
    TerminalConfig config = read(GOOD);
    assertEquals("自助收银 3 号", config.identity().terminal().zh());
    assertEquals(folder.resolve("data"), config.data());
    assertEquals(
        new KioskServer.Settings(8480, Optional.of(Panel.P21), Optional.empty()),
        config.hands().page());
    assertEquals(Optional.of(19200), config.hands().equipment().printer().baud());
    assertEquals(Optional.empty(), config.hands().equipment().scanner().baud());
    assertEquals(new Limits(50, 200_050, 20), config.session().checkout().goods().limits());
    assertTrue(config.session().checkout().goods().printAlways());
    assertEquals(
        List.of(new InStoreRule("21IIIIIWWWWWC", 1), new InStoreRule("26IIIIIPPPPPWWWWWC", 1)),
        config.books().goods().numbering().rules());
    assertEquals(Duration.ofMinutes(1), config.session().checkout().times().idle());
    assertEquals(
        Duration.ofSeconds(20), config.session().checkout().times().success(), "a default");
    assertEquals(Duration.ofMillis(500), config.money().alipay().application().route().connect());
    assertEquals(Duration.ofSeconds(90), config.money().alipay().times().giveUp());
    assertEquals(Duration.ofSeconds(15), config.books().collector().answer());
  }

  @Test
  void readsHowTheCameraIsMounted() throws Exception {
    String camera = "\nfaces: { camera: { source: v4l2, path: /dev/video0%s } }\n";
    assertEquals(0, read(GOOD + camera.formatted("")).people().camera().orElseThrow().rotate());
    for (int degrees : new int[] {0, 90, 180, 270}) {
      TerminalConfig config = read(GOOD + camera.formatted(", rotate: " + degrees));
      assertEquals(degrees, config.people().camera().orElseThrow().rotate());
    }
    for (String wrong : List.of("45", "360", "-90", "left")) {
      List<String> problems = problems(GOOD + camera.formatted(", rotate: " + wrong));
      assertTrue(problems.getFirst().startsWith("faces.camera.rotate: expected 0, 90"));
    }
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
      assertEquals(
          code, read(GOOD.replace("6900123400562", code)).books().goods().numbering().bag());
    }
    assertTrue(problems(GOOD.replace("6900123400562", "21")).getFirst().contains("bag"));
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
    assertEquals(
        2, read(rest).books().goods().numbering().rules().size(), "a layout for all the others");
  }

  @Test
  void amountsHaveTheDecimalsOfTheirCurrency() throws Exception {
    String yen = GOOD.replace("currency: CNY", "currency: JPY");
    assertEquals(
        2_000,
        read(yen.replace("2000.50", "2000")).session().checkout().goods().limits().totalMinor());
    assertEquals(
        List.of("checkout.most-total: expected an amount such as 500000 in JPY, found \"2000.50\""),
        problems(yen));
    String dinar = GOOD.replace("currency: CNY", "currency: KWD").replace("2000.50", "20.505");
    assertEquals(20_505, read(dinar).session().checkout().goods().limits().totalMinor());
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
}
