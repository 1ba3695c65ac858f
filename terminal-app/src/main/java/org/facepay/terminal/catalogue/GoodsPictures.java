package org.facepay.terminal.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.facepay.kiosk.web.Pictures;
import org.facepay.terminal.language.Sentence;
import org.facepay.terminal.sale.Product;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Photographs and drawings of the goods: files of a folder beside the list, each named after its
 * article's number, such as {@code 6900123400074.jpg}. They go before the sprite's pictures; an
 * article that has neither shows its first letter.
 *
 * @param addresses on the page, by article; they change with the file, so no page shows the one of
 *     before
 */
record GoodsPictures(Map<String, String> addresses) {
  private static final Logger LOG = LoggerFactory.getLogger(GoodsPictures.class);

  /** What there is; a folder that cannot be read is logged, and nothing else stops for it. */
  static GoodsPictures in(GoodsSettings settings) {
    Path folder = settings.pictures();
    Map<String, String> addresses = new TreeMap<>();
    List<Sentence> useless = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          Optional<String> article = article(file, settings);
          if (article.isEmpty()) {
            useless.add(Sentence.verbatim(file.getFileName().toString()));
          } else {
            addresses.put(article.get(), address(file));
          }
        }
      } catch (IOException e) {
        LOG.warn("the pictures in {} cannot be read: {}", folder, e.toString());
      }
    }
    if (!useless.isEmpty()) {
      LOG.warn(
          "{}: not shown, for a picture is an svg, png, jpg or webp file of at most {} KiB named"
              + " after an article's number: {}",
          folder,
          Pictures.MOST_BYTES / 1024,
          GoodsFile.summary(useless, CatalogueWords.FILES));
    }
    return new GoodsPictures(addresses);
  }

  /** The goods with these pictures. */
  List<Product> onto(List<Product> products) {
    return products.stream()
        .map(p -> addresses.containsKey(p.code()) ? p.withPicture(addresses.get(p.code())) : p)
        .toList();
  }

  private static Optional<String> article(Path file, GoodsSettings settings) throws IOException {
    var is = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return is.isRegularFile() && is.size() <= Pictures.MOST_BYTES
        ? Pictures.article(file.getFileName().toString()).map(settings.numbering()::normal)
        : Optional.empty();
  }

  private static String address(Path file) throws IOException {
    return Pictures.HOME
        + file.getFileName()
        + "?"
        + Files.getLastModifiedTime(file).toMillis()
        + "-"
        + Files.size(file);
  }
}
