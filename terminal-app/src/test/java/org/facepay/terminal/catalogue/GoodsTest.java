package org.facepay.terminal.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.facepay.terminal.demo.DemoShop;
import org.facepay.terminal.sale.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of goods on its way into the till. */
class GoodsTest {
  private static final Currency CNY = Currency.getInstance("CNY");
  private static final String TEA =
      "6900123400074\t无糖乌龙茶\t500 ml\tOolong tea\t500 ml\t5.00\t6.00\t4.50\tpiece\t13\ttea\n";

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("goods.tsv"), text);
  }

  @Test
  void readsAnArticle() throws Exception {
    Product tea = GoodsFile.read(file("# goods\n\n" + TEA), CNY).getFirst();
    assertEquals(500, tea.price());
    assertEquals(600, tea.regular());
    assertEquals(1300, tea.tax().basisPoints());
    assertEquals("无糖乌龙茶", tea.zh().name());
  }

  @Test
  void namesEveryBadLineAndUsesNothing() throws Exception {
    Path bad =
        file(
            TEA
                + TEA
                + "x\n"
                + TEA.replace("5.00\t6.00", "five\t6.00").replace("074", "081")
                + TEA.replace("5.00\t6.00", "7.00\t6.00").replace("074", "082")
                + TEA.replace("piece", "litre").replace("074", "083"));
    String message =
        assertThrows(CatalogueException.class, () -> GoodsFile.read(bad, CNY)).getMessage();
    for (int line = 2; line <= 6; line++) {
      assertTrue(message.contains("line " + line + ":"), message);
    }
    assertThrows(CatalogueException.class, () -> GoodsFile.read(file("# nothing\n"), CNY));
    Files.write(folder.resolve("latin.tsv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThrows(CatalogueException.class, () -> GoodsFile.read(folder.resolve("latin.tsv"), CNY));
  }

  @Test
  void namesArticlesByThreeToThirteenDigits() throws Exception {
    String code = TEA.substring(0, TEA.indexOf('\t'));
    for (String item : List.of("212", "200002", "26123451234", "2612345123456")) {
      assertEquals(
          item, GoodsFile.read(file(TEA.replace(code, item)), CNY).getFirst().code(), item);
    }
    for (String item : List.of("21", "26123451234567", "21a")) {
      Path bad = file(TEA.replace(code, item));
      assertThrows(CatalogueException.class, () -> GoodsFile.read(bad, CNY), item);
    }
    Files.writeString(folder.resolve("recalls.tsv"), "200002\n");
    assertTrue(Recalls.read(folder.resolve("recalls.tsv")).calledBack("200002", Optional.empty()));
  }

  @Test
  void whatIsSoldByWeightHasAPrice() throws Exception {
    Path free =
        file(
            TEA.replace("5.00\t6.00", "0.00\t6.00").replaceFirst("\t[0-9.]+\tpiece", "\t0.00\tkg"));
    assertTrue(
        String.valueOf(
                assertThrows(CatalogueException.class, () -> GoodsFile.read(free, CNY))
                    .getMessage())
            .contains("above 0"));
  }

  @Test
  void theTillKeepsItsGoodsWhenTheNewListIsBad() throws Exception {
    try (ProductStore store = new ProductStore(folder.resolve("pricebook.db"))) {
      assertTrue(store.load(file(TEA), CNY));
      assertFalse(store.load(file(TEA), CNY), "the same list is not taken over again");
      assertThrows(CatalogueException.class, () -> store.load(file("broken"), CNY));
      assertEquals(1, store.products().size());
      assertTrue(store.load(file(TEA.replace("5.00\t6.00", "5.50\t6.00")), CNY));
      assertEquals(550, store.products().getFirst().price());
    }
  }

  @Test
  void aDamagedCopyOfTheListIsMadeAnew() throws Exception {
    Path database = folder.resolve("pricebook.db");
    try (ProductStore store = new ProductStore(database)) {
      store.load(file(TEA), CNY);
    }
    Files.write(database, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    try (ProductStore store = new ProductStore(database)) {
      assertTrue(store.load(file(TEA), CNY));
      assertEquals(1, store.products().size());
    }
  }

  @Test
  void theDemoSellsAtLeastTwoHundredArticlesWithPictures() throws Exception {
    Path goods = folder.resolve("demo.tsv");
    try (var in = DemoShop.class.getResourceAsStream("goods.tsv")) {
      Files.copy(in, goods);
    }
    List<Product> products = GoodsFile.read(goods, CNY);
    assertTrue(products.size() >= 200, products.size() + " articles");
    for (Product product : products) {
      assertTrue(
          product.zh().name().codePoints().anyMatch(Character::isIdeographic), product.toString());
      assertTrue(product.en().name().chars().allMatch(c -> c < 0x250), product.toString());
    }
  }
}
