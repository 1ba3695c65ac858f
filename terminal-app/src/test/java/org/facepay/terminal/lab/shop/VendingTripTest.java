package org.facepay.terminal.lab.shop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.facepay.tags.NeedsBrowser;
import org.facepay.tags.NeedsNatives;
import org.facepay.tags.Slow;
import org.facepay.terminal.lab.browser.Chromium;
import org.facepay.terminal.wiring.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A vending machine before real Chromium, and a few vends under every fault. */
@NeedsNatives
@NeedsBrowser
@Slow("walks a trip in Chromium, and waits for motors and wallets that fail")
class VendingTripTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

  private DemoShop shop(boolean quick, boolean faces) throws Exception {
    return new DemoShop(
        folder.resolve("shop"),
        new DemoShop.Settings(
            0, Duration.ofMillis(700), quick, faces, true, DemoShop.Form.VENDING));
  }

  @ParameterizedTest
  @EnumSource
  void threePiecesInARealBrowser(Trip.Pay pay) throws Exception {
    try (DemoShop shop = shop(false, pay == Trip.Pay.FACE);
        Program local = Program.from(shop.config());
        Chromium browser = Chromium.headless(local.terminal().url(), 1080, 1920)) {
      VendingTrip.Result result = new VendingTrip(shop, browser, out, pay, false).run();
      assertTrue(result.good(), result + "\n" + said.toString(StandardCharsets.UTF_8));
      assertTrue(
          result.toString().matches("TRIP items=3 paid=true .* drop_to_collect_ms=[0-9]+"),
          result.toString());
    }
  }

  @Test
  void everyVendHasOneTruthWhateverFails() throws Exception {
    try (DemoShop shop = shop(true, false)) {
      Judged result = new VendingTorture(shop, folder.resolve("terminal.log"), out, 1).run(10);
      assertTrue(result.good(), result + "\n" + said.toString(StandardCharsets.UTF_8));
    }
  }
}
