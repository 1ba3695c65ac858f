package org.facepay.terminal.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Currency;
import java.util.Optional;
import org.facepay.terminal.files.TextFile;
import org.facepay.terminal.sale.Numbering;

/**
 * Where a shop's goods are listed, and how they are numbered.
 *
 * @param list of what it sells
 * @param recalls of what it must not sell
 * @param currency of the prices
 */
public record GoodsSettings(
    Path list, Optional<Path> recalls, Currency currency, Numbering numbering) {

  /** The folder of the goods' pictures, beside their list; it need not exist. */
  public Path pictures() {
    return list.resolveSibling("pictures");
  }

  /** The folder of what plays while nobody is there, beside it; it need not exist. */
  public Path media() {
    return list.resolveSibling("media");
  }

  /** What must not be sold. */
  public Recalls recalled() throws CatalogueException {
    return recalls.isPresent() ? Recalls.read(recalls.get(), numbering) : Recalls.none();
  }

  /** All that decides what {@link #goods} says: the text of the list, and how it is read. */
  String origin() throws CatalogueException {
    try {
      return currency + " " + numbering + "\n" + TextFile.read(list);
    } catch (IOException e) {
      throw CatalogueException.unreadable(list, e);
    }
  }

  /** What is sold. */
  public GoodsFile goods() throws CatalogueException {
    return GoodsFile.read(list, currency, numbering);
  }
}
