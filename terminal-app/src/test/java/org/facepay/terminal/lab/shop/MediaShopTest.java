package org.facepay.terminal.lab.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.facepay.tags.NeedsNatives;
import org.facepay.terminal.lab.browser.PageClient;
import org.facepay.terminal.wiring.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Posters on the screen that waits, at every kind of terminal. */
@NeedsNatives
class MediaShopTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private DemoShop shop(DemoShop.Form form) throws Exception {
    DemoShop shop =
        new DemoShop(
            folder.resolve("shop"),
            new DemoShop.Settings(0, Duration.ofMillis(1_500), true, false, true, form));
    DemoMedia.of(shop).hang();
    return shop;
  }

  private static JsonNode shows(PageClient page, String type) throws Exception {
    return page.awaitScreen(type, OpenShop.PATIENCE).path("screen");
  }

  @ParameterizedTest
  @CsvSource({
    "CHECKOUT,attract",
    "VENDING,vendingShelf",
    "KEYPAD,vendingKeypad",
    "CONTAINER,containerWelcome"
  })
  void postersPlayWhereNobodyIsAndGiveWayToAHand(DemoShop.Form form, String waiting)
      throws Exception {
    try (DemoShop shop = shop(form);
        Program terminal = Program.from(shop.config());
        PageClient page = new PageClient(terminal.terminal().url())) {
      assertEquals("tea.png", shows(page, "playing").path("item").asText());
      page.touch("stillHere");
      shows(page, waiting);
      String second = shows(page, "playing").path("item").asText();
      assertEquals("morning.png", second, "the next in turn");
      DemoMedia.of(shop).takeOut();
      page.await(
          "it goes at once",
          s -> !s.path("screen").path("item").asText().equals("morning.png"),
          Duration.ofSeconds(2));
    }
  }

  @Test
  void whoeverScansShopsAndWhatPlayedIsTold() throws Exception {
    try (DemoShop shop = shop(DemoShop.Form.CHECKOUT)) {
      Path plays = shop.config().resolveSibling("data").resolve("plays");
      try (Program terminal = Program.from(shop.config());
          PageClient page = new PageClient(terminal.terminal().url())) {
        long playing = page.awaitScreen("playing", OpenShop.PATIENCE).path("seq").asLong();
        OpenShop.until(
            "it is on the glass",
            () -> terminal.terminal().page().paintedSeq().orElse(0) >= playing);
        shop.scanner().scan("6900123400074");
        shows(page, "basket");
        OpenShop.until("it is kept", () -> Files.exists(plays));
      }
      String kept = Files.readString(plays);
      assertTrue(kept.startsWith("tea.png\t") && kept.contains("GAVE_WAY"), kept);
      Files.writeString(plays, kept.replaceAll("\t20[0-9-]+T", "\t2020-01-01T"));
      try (Program terminal = Program.from(shop.config())) {
        OpenShop.until(
            "the collector knows",
            () -> !shop.collector().ofType("org.facepay.media.v1").isEmpty());
        JsonNode told = JSON.readTree(shop.collector().ofType("org.facepay.media.v1").getFirst());
        assertEquals("K3", told.path("terminal").asText());
        assertEquals("tea.png", told.path("plays").path(0).path("item").asText());
        assertFalse(terminal.terminal().url().toString().isEmpty());
      }
    }
  }
}
