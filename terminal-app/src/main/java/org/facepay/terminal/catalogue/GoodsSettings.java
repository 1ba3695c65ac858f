package org.facepay.terminal.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Currency;
import java.util.HexFormat;
import java.util.Optional;
import org.facepay.sync.digest.Sha256;
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

  /** A digest of all that decides what {@link #goods} says: the list, and how it is read. */
  String origin() throws CatalogueException {
    MessageDigest sha = Sha256.begun();
    sha.update((currency + " " + numbering + "\n").getBytes(StandardCharsets.UTF_8));
    try (OutputStream digest = new DigestOutputStream(OutputStream.nullOutputStream(), sha)) {
      Files.copy(list, digest);
    } catch (IOException e) {
      throw CatalogueException.unreadable(list, e);
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  /** What is sold. */
  public GoodsFile goods() throws CatalogueException {
    return GoodsFile.read(list, currency, numbering);
  }
}
