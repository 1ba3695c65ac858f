package org.facepay.terminal.catalogue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facepay.terminal.alarm.Alarm.Kind;
import org.facepay.terminal.alarm.Alarms;
import org.facepay.terminal.language.Sentence;
import org.facepay.terminal.sale.PriceBook;
import org.facepay.terminal.sale.Product;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the shop sells and must not sell. A list that cannot be read is an alarm: the goods of the
 * last good list are sold until it is mended.
 */
public record ShopGoods(PriceBook prices, Recalls recalls) {
  private static final Logger LOG = LoggerFactory.getLogger(ShopGoods.class);

  /**
   * Reads both lists.
   *
   * @param data the folder where the last good list is kept
   * @throws CatalogueException when there are no goods, not even of before, or the recalls cannot
   *     be read: what was called back would be sold
   */
  public static ShopGoods read(GoodsSettings settings, Path data, Alarms alarms)
      throws CatalogueException {
    Recalls recalls = settings.recalled();
    List<Product> products = products(settings, data, alarms);
    List<Product> shown = GoodsPictures.in(settings).onto(products);
    return new ShopGoods(new PriceBook(shown, settings.numbering().rules()), recalls);
  }

  private static List<Product> products(GoodsSettings settings, Path data, Alarms alarms)
      throws CatalogueException {
    Path list = settings.list();
    Path file = data.resolve("pricebook.db");
    try (ProductStore store = new ProductStore(file)) {
      List<Product> kept = store.products();
      String origin = settings.origin();
      if (store.has(origin, kept)) {
        tell(alarms, list, List.of());
        alarms.clear(Kind.GOODS_LIST, list.toString());
        return kept;
      }
      GoodsFile goods = settings.goods();
      if (store.load(goods.products())) {
        LOG.info("took over the goods of {}", list);
      }
      boolean sameFile = origin.equals(settings.origin());
      if (sameFile && goods.unreachable().isEmpty()) {
        store.readFrom(origin);
      }
      tell(alarms, list, goods.unreachable());
      alarms.clear(Kind.GOODS_LIST, list.toString());
      return store.products();
    } catch (CatalogueException e) {
      alarms.raise(Kind.GOODS_LIST, list.toString(), e.explanation());
      List<Product> kept = Files.exists(file) ? ProductStore.kept(file) : List.of();
      if (kept.isEmpty()) {
        throw e;
      }
      return kept;
    }
  }

  private static void tell(Alarms alarms, Path list, List<Sentence> unreachable) {
    if (unreachable.isEmpty()) {
      alarms.clear(Kind.GOODS_UNREACHABLE, list.toString());
    } else {
      alarms.raise(
          Kind.GOODS_UNREACHABLE,
          list.toString(),
          GoodsFile.summary(unreachable, CatalogueWords.CANNOT_BE_SCANNED));
    }
  }
}
