package org.facepay.terminal.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.facepay.peripherals.scanner.Scan;
import org.facepay.terminal.catalogue.CatalogueException;
import org.facepay.terminal.catalogue.Recalls;
import org.facepay.terminal.checkout.Event;
import org.facepay.terminal.payment.PaymentProviders;
import org.facepay.terminal.sale.PriceBook;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.Quantity;
import org.facepay.terminal.sale.TaxRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the codes on goods mean at the till. */
class ScansTest {
  private static final Product TEA = product("6900123400074", Product.Unit.PIECE);
  private static final Product CHEESE = product("6900123400142", Product.Unit.KILOGRAM);
  private static final char FNC1 = 0x1d;

  @TempDir Path folder;

  private static Product product(String code, Product.Unit unit) {
    return new Product(
        code,
        new Product.Text("茶", ""),
        new Product.Text("Tea", ""),
        500,
        500,
        500,
        unit,
        new TaxRate(1300),
        "tea");
  }

  private static Scans scans(Recalls recalls) {
    return new Scans(
        new PriceBook(List.of(TEA, CHEESE), List.of()),
        new PaymentProviders(List.of()),
        recalls,
        2,
        () -> LocalDate.of(2026, 11, 25),
        ShopCodes.none());
  }

  private static Event scan(Recalls recalls, String data, String aim) {
    return scans(recalls).event(new Scan(data, Optional.of(aim).filter(a -> !a.isEmpty()), 0));
  }

  private static Event scan(String data, String aim) {
    return scan(Recalls.none(), data, aim);
  }

  @Test
  void aDataMatrixBringsItsWeightOrItsPrice() {
    assertEquals(
        new Event.ItemScanned(CHEESE, new Quantity.Grams(486)),
        scan("0106900123400142" + "3103000486", "]d2"));
    assertEquals(
        new Event.ItemScanned(CHEESE, new Quantity.Pack(1_290)),
        scan("0106900123400142" + "39221290", "]d2"));
    assertInstanceOf(
        Event.UnknownItemScanned.class, scan("0106900123400142", "]d2"), "no weight, no price");
  }

  @Test
  void aDigitalLinkIsAnArticleAndAForeignAddressIsNone() {
    assertEquals(
        new Event.ItemScanned(TEA, new Quantity.Pieces(1)),
        scan("https://id.gs1.org/01/06900123400074/10/AB1", ""));
    assertInstanceOf(Event.UnreadableScanned.class, scan("https://example.com/menu", ""));
  }

  @Test
  void expiredGoodsAreRefusedFromTheDayAfter() {
    assertEquals(
        new Event.ItemScanned(TEA, new Quantity.Pieces(1)),
        scan("0106900123400074" + "17261125", "]d2"));
    assertEquals(
        new Event.GoodsRefused(TEA, Event.Refusal.EXPIRED),
        scan("0106900123400074" + "17261124", "]d2"));
  }

  @Test
  void recalledGoodsAreRefusedByArticleBatchOrSerial() throws Exception {
    Path file = folder.resolve("recalls.tsv");
    Files.writeString(file, "# recalls\n6900123400074\tAB1\n6900123400142\n");
    Recalls recalls = Recalls.read(file);
    assertEquals(
        new Event.GoodsRefused(TEA, Event.Refusal.RECALLED),
        scan(recalls, "0106900123400074" + "10AB1" + FNC1 + "17270101", "]d2"));
    assertInstanceOf(Event.ItemScanned.class, scan(recalls, "0106900123400074" + "10AB2", "]d2"));
    assertInstanceOf(Event.ItemScanned.class, scan(recalls, "6900123400074", ""));
    assertInstanceOf(
        Event.GoodsRefused.class, scan(recalls, "0106900123400142" + "3103000486", "]d2"));
    Files.writeString(file, "milk\n");
    assertTrue(
        String.valueOf(
                assertThrows(CatalogueException.class, () -> Recalls.read(file)).getMessage())
            .contains("line 1"));
  }

  @Test
  void anyTextIsSomethingAndNothingThrows() {
    Random random = new Random(9);
    String[] aims = {"", "]d2", "]C1", "]E0", "]Q3"};
    for (int n = 0; n < 20_000; n++) {
      StringBuilder data = new StringBuilder(random.nextBoolean() ? "01069001234000" : "");
      random.ints(random.nextInt(40), 0x1d, 0x7f).forEach(c -> data.append((char) c));
      scan(data.toString(), aims[random.nextInt(aims.length)]);
    }
  }
}
