package org.facepay.terminal.lab.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.facepay.peripherals.link.Fault;
import org.facepay.tags.NeedsNatives;
import org.facepay.tags.Slow;
import org.facepay.terminal.devices.HealthReports;
import org.facepay.terminal.lab.browser.PageClient;
import org.facepay.terminal.wiring.Program;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A terminal with a device of every role on pseudo-terminals: what the technician's page and the
 * collector learn of them. One terminal for all tests.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@NeedsNatives
@Slow("waits for devices to be missed")
class FleetTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> DEVICES =
      Set.of(
          "scanner",
          "hand-scanner",
          "printer",
          "scale",
          "bagging",
          "lock",
          "shelves",
          "rfid",
          "cashless",
          "dispenser",
          "drawer");

  @TempDir static Path folder;
  private static DemoShop shop;
  private static Program terminal;
  private static BenchPage bench;
  private static ConsoleClient console;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @BeforeAll
  static void open() throws Exception {
    shop =
        new DemoShop(
            folder.resolve("shop"),
            new DemoShop.Settings(0, Duration.ofSeconds(1), true, false, true));
    terminal = Program.from(shop.config());
    bench = BenchPage.start(shop, 0, () -> {});
    console = new ConsoleClient(terminal.terminal().consoleUrl().orElseThrow());
  }

  @AfterAll
  static void close() throws Exception {
    bench.close();
    terminal.close();
    shop.close();
  }

  private static String page() throws Exception {
    return console.page("/");
  }

  private static void until(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.call()) {
      assertTrue(System.nanoTime() < end, "waited for " + what);
      LockSupport.parkNanos(5_000_000);
    }
  }

  private static List<String> states(String device) throws IOException {
    List<String> states = new ArrayList<>();
    for (String body : shop.collector().ofType(HealthReports.TYPE)) {
      JsonNode json = JSON.readTree(body);
      if (json.path("device").asText().equals(device)) {
        states.add(json.path("state").asText());
      }
    }
    return states;
  }

  private static String bench(String what, String arg) throws Exception {
    String token = bench.url().getQuery().substring("token=".length());
    return HTTP.send(
            HttpRequest.newBuilder(bench.url().resolve("/do"))
                .header("X-Bench-Token", token)
                .POST(
                    BodyPublishers.ofString(
                        "what=" + what + "&arg=" + URLEncoder.encode(arg, StandardCharsets.UTF_8)))
                .build(),
            BodyHandlers.ofString())
        .body();
  }

  @Test
  @Order(1)
  void everyRoleWorksAndIsToldOf() throws Exception {
    until("all devices", () -> page().contains("All 11 devices work"));
    String page = page();
    for (String device : DEVICES) {
      assertTrue(page.contains("<b>" + device + "</b>"), device + " is not in " + page);
      until(device + " at the collector", () -> states(device).contains("ONLINE"));
    }
    assertTrue(shop.cabinet().lock().locked(0));
  }

  @Test
  @Order(2)
  void aSecondScannerSellsToo() throws Exception {
    try (PageClient till = new PageClient(terminal.terminal().url())) {
      JsonNode attract = till.awaitScreen("attract", PATIENCE);
      assertTrue(shop.cabinet().handScanner().scan("6900123400074"), attract.toString());
      JsonNode basket = till.awaitScreen("basket", PATIENCE);
      assertEquals(1, basket.path("screen").path("lines").size());
    }
  }

  @Test
  @Order(2)
  void anUnpluggedDeviceIsShownAndPushedAlsoAfterAnOutage() throws Exception {
    int before = states("cashless").size();
    assertEquals("cashless suffers: HANG_UP", bench("device", "cashless=HANG_UP"));
    until("the page to say so", () -> page().contains("1 of 11 devices needs a hand"));
    assertTrue(page().contains("plugged in"), page());
    until("OFFLINE at the collector", () -> states("cashless").getLast().equals("OFFLINE"));
    shop.network(false);
    assertEquals("cashless is well again", bench("device", "cashless=HEAL"));
    until("the page to say so", () -> page().contains("All 11 devices work"));
    assertTrue(page().contains("Last problem"), page());
    shop.network(true);
    until("ONLINE at the collector", () -> states("cashless").getLast().equals("ONLINE"));
    List<String> told = states("cashless");
    assertEquals(List.of("OFFLINE", "ONLINE"), told.subList(before, told.size()));
  }

  @Test
  @Order(3)
  void theBenchPageInflictsEveryFaultOnEveryDevice() throws Exception {
    for (String device : shop.peers().keySet()) {
      for (Fault fault : Fault.values()) {
        assertEquals(device + " suffers: " + fault, bench("device", device + "=" + fault));
        assertEquals(fault != Fault.REPLUG, shop.peers().get(device).suffers(fault));
      }
      assertEquals(device + " is well again", bench("device", device + "=HEAL"));
    }
    until("all devices again", () -> page().contains("All 11 devices work"));
  }

  @Test
  @Order(4)
  void aSilentScaleIsShownAndComesBackOnItsOldPort() throws Exception {
    assertEquals("scale suffers: MUTE", bench("device", "scale=MUTE"));
    until("the scale to be lost", () -> page().contains("open, but the scale does not answer"));
    until("offline", () -> page().contains("state offline"));
    assertEquals("scale suffers no longer: MUTE", bench("device", "scale=MUTE"));
    until("all devices again", () -> page().contains("All 11 devices work"));
    assertEquals("in the bags: 250 g", bench("bags", "MORE"));
    until("the scale to weigh it", () -> shop.cabinet().bags().weighings() > 0);
    assertEquals("in the bags: 0 g", bench("bags", "EMPTY"));
  }

  @Test
  @Order(5)
  void theDrawerOnThePrinterIsAsThePrinterIs() throws Exception {
    shop.printer().paperOut(true);
    until("two to need a hand", () -> page().contains("2 of 11 devices need a hand"));
    shop.printer().paperOut(false);
    until("none to need a hand", () -> page().contains("All 11 devices work"));
  }
}
