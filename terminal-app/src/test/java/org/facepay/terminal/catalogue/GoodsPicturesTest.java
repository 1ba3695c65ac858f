package org.facepay.terminal.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.facepay.tags.NeedsNatives;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.lab.shop.DemoShop;
import org.facepay.terminal.sale.PriceBook;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.wiring.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture is found by its article's number, in whatever length that is written. */
@NeedsNatives
class GoodsPicturesTest {
  @TempDir Path folder;

  @Test
  void aPictureGoesBeforeTheSprites() throws Exception {
    TerminalConfig config;
    try (DemoShop shop =
        new DemoShop(folder, new DemoShop.Settings(0, Duration.ofSeconds(1), true))) {
      config = Program.config(shop.config());
    }
    GoodsSettings settings = config.books().goods();
    assertEquals("tea", sold(settings, config.data(), "6900123400074").picture());
    Path pictures = Files.createDirectory(settings.pictures());
    Files.writeString(pictures.resolve("6900123400074.svg"), "<svg/>");
    Files.writeString(pictures.resolve("06900123400142.png"), "x");
    Files.writeString(pictures.resolve("crisps.png"), "x");
    Files.writeString(pictures.resolve("6900123400289.gif"), "x");
    String tea = sold(settings, config.data(), "6900123400074").picture();
    assertTrue(tea.startsWith("/pictures/6900123400074.svg?"), tea);
    assertTrue(
        sold(settings, config.data(), "6900123400142")
            .picture()
            .startsWith("/pictures/06900123400142.png?"));
    assertEquals("chips", sold(settings, config.data(), "6900123400289").picture());
    Files.writeString(pictures.resolve("6900123400074.svg"), "<svg></svg>");
    assertTrue(
        !tea.equals(sold(settings, config.data(), "6900123400074").picture()), "another address");
  }

  private static Product sold(GoodsSettings settings, Path data, String code) throws Exception {
    PriceBook.Found found =
        ShopGoods.read(settings, data, new Alarms(InstantSource.system())).prices().find(code, "");
    return ((PriceBook.Found.Item) found).product();
  }
}
