package org.facepay.terminal.lab.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.facepay.tags.NeedsBrowser;
import org.facepay.tags.NeedsNatives;
import org.facepay.tags.Slow;
import org.facepay.terminal.lab.browser.Chromium;
import org.facepay.terminal.wiring.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ten-item trip with real Chromium, and a few trips whose terminal is killed. */
@NeedsNatives
@NeedsBrowser
@Slow("walks whole trips in Chromium and kills terminals on the way")
class TripTest {
  @TempDir Path folder;

  @Test
  void anAgeIsSettledFromAPhoneAndCashIsTaken() throws Exception {
    ByteArrayOutputStream timeline = new ByteArrayOutputStream();
    try (DemoShop shop =
            new DemoShop(
                folder.resolve("shop"),
                new DemoShop.Settings(0, Duration.ofSeconds(1), false, false, true));
        Program local = Program.from(shop.config());
        Chromium browser = Chromium.headless(local.terminal().url(), 1080, 1920);
        Chromium phone = Chromium.phone(shop.attendantsPhone(), shop.attendantsPin())) {
      PrintStream out = new PrintStream(timeline, true, StandardCharsets.UTF_8);
      AttendantTrip.Result result = new AttendantTrip(shop, browser, phone, out).run();
      assertTrue(result.good(), result + "\n" + timeline);
      assertTrue(
          result.toString().matches("TRIP items=11 paid=true .* acknowledged_ms=[0-9]+ cash=true"));
      phone.screenshot(Path.of("target", "attendant.png"));
    }
  }

  @Test
  void tenItemsInARealBrowser() throws Exception {
    ByteArrayOutputStream timeline = new ByteArrayOutputStream();
    try (DemoShop shop =
            new DemoShop(
                folder.resolve("shop"), new DemoShop.Settings(0, Duration.ofSeconds(1), false));
        Program local = Program.from(shop.config());
        Chromium browser = Chromium.headless(local.terminal().url(), 1080, 1920)) {
      PrintStream out = new PrintStream(timeline, true, StandardCharsets.UTF_8);
      Trip.Result result = new Trip(shop, browser, out, Trip.Pay.CODE, false).run();
      assertTrue(result.good(), result + "\n" + timeline);
      assertEquals(10, result.items());
      assertTrue(Files.size(result.receipt()) > 1_000);
    }
  }

  @Test
  void killedTerminalsLoseAndDoubleNothing() throws Exception {
    try (DemoShop shop =
        new DemoShop(
            folder.resolve("shop"), new DemoShop.Settings(0, Duration.ofMillis(700), true))) {
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
      CrashTrips.Result result =
          new CrashTrips(shop, folder.resolve("terminal.log"), out, 7).run(4);
      assertTrue(result.good(), result + "\n" + said.toString(StandardCharsets.UTF_8));
    }
    Path natives = folder.resolve("shop").resolve("data").resolve("natives");
    try (Stream<Path> left = Files.list(natives)) {
      assertTrue(left.count() <= 2, "killed programs leave nothing behind but the last one's");
    }
  }
}
