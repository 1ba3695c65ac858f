package org.facepay.terminal.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.facepay.sync.sqlite.Database;
import org.facepay.tags.NeedsNatives;
import org.facepay.terminal.alarm.Alarm;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.lab.shop.DemoShop;
import org.facepay.terminal.sale.PriceBook;
import org.facepay.terminal.wiring.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a terminal sells of a list that is not as it should be, and what it tells. */
@NeedsNatives
class ShopGoodsTest {
  private static final String TEA = "6900123400074\t茶\t\tTea\t\t5.00\t5.00\t5.00\tpiece\t13\ttea\n";

  @TempDir Path folder;
  private final Alarms alarms = new Alarms(InstantSource.system());

  private List<Alarm.Kind> told() {
    return alarms.standing().stream().map(Alarm::kind).toList();
  }

  @Test
  void aLineThatNoScanCanBringIsToldAndTheOthersAreSold() throws Exception {
    TerminalConfig config = config();
    GoodsSettings settings = config.books().goods();
    Path list = settings.list();
    Files.writeString(list, "\uFEFF" + TEA + TEA.replace("6900123400074", "6932170000000"));
    ShopGoods goods = ShopGoods.read(settings, config.data(), alarms);
    assertInstanceOf(PriceBook.Found.Item.class, goods.prices().find("6900123400074", ""));
    assertEquals(List.of(Alarm.Kind.GOODS_UNREACHABLE), told());
    assertTrue(alarms.standing().getFirst().detail().english().contains("line 2: 6932170000000"));
    Files.writeString(list, TEA + TEA);
    assertEquals(
        2, ShopGoods.read(settings, config.data(), alarms).prices().size(), "the last good list");
    assertTrue(told().contains(Alarm.Kind.GOODS_LIST));
    Files.writeString(list, TEA);
    assertEquals(1, ShopGoods.read(settings, config.data(), alarms).prices().size());
    assertEquals(List.of(), told());
  }

  @Test
  void aListThatIsKnownIsNotReadAgainButNoChangeIsMissed() throws Exception {
    TerminalConfig config = config();
    GoodsSettings settings = config.books().goods();
    Files.writeString(settings.list(), TEA);
    assertEquals(500, price(settings, config));
    Path file = config.data().resolve("pricebook.db");
    try (ProductStore store = new ProductStore(file)) {
      assertTrue(store.has(settings.origin(), store.products()));
    }
    try (var store = Database.openWriter(file)) {
      Database.run(store, "UPDATE product SET price=1, member=1");
    }
    assertEquals(500, price(settings, config), "somebody wrote into the store");
    Files.writeString(settings.list(), TEA.replace("5.00", "6.00"));
    assertEquals(600, price(settings, config), "somebody wrote into the list");
    Files.writeString(settings.list(), TEA);
    assertEquals(500, price(settings, config), "the list of before is back");
  }

  @Test
  void whatCannotBeScannedIsToldAtEveryStart() throws Exception {
    TerminalConfig config = config();
    GoodsSettings settings = config.books().goods();
    Files.writeString(settings.list(), TEA + TEA.replace("6900123400074", "6932170000000"));
    assertEquals(500, price(settings, config));
    Alarms next = new Alarms(InstantSource.system());
    ShopGoods.read(settings, config.data(), next);
    assertEquals(Alarm.Kind.GOODS_UNREACHABLE, next.standing().getFirst().kind());
  }

  private long price(GoodsSettings settings, TerminalConfig config) throws CatalogueException {
    ShopGoods goods = ShopGoods.read(settings, config.data(), alarms);
    return goods.prices().product("6900123400074").orElseThrow().price();
  }

  private TerminalConfig config() throws Exception {
    try (DemoShop shop =
        new DemoShop(folder, new DemoShop.Settings(0, Duration.ofSeconds(1), true))) {
      return Program.config(shop.config());
    }
  }
}
