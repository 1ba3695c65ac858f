package org.facepay.terminal.technician;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facepay.sync.digest.Sha256;
import org.facepay.terminal.catalogue.CatalogueException;
import org.facepay.terminal.catalogue.GoodsFile;
import org.facepay.terminal.catalogue.GoodsSettings;
import org.facepay.terminal.catalogue.ProductStore;
import org.facepay.terminal.files.ExplainedException;
import org.facepay.terminal.files.OwnerOnly;
import org.facepay.terminal.language.Sentence;
import org.facepay.terminal.sale.Product;

/**
 * A new list of goods, brought in at the console. It is laid aside and read first; only a list
 * without a bad line takes the place of the one in use, which stays beside it as {@code ….before}.
 * Whatever happens meanwhile, one of the two is in its place, whole. Thread-safe.
 */
public final class GoodsImport {
  /** Ten thousand articles with long names. */
  public static final int MOST_BYTES = 2 << 20;

  /** More than that help nobody. */
  private static final int MOST_LINES = 20;

  private final GoodsSettings settings;
  private final Path data;
  private final Function<List<Product>, Optional<Sentence>> sellable;
  private final Runnable renew;
  private final Deeds deeds;
  private boolean pending;

  /**
   * What a list would bring.
   *
   * @param digest names the list; empty when it cannot be taken
   * @param articles that can be sold by it
   * @param problems for which it is not taken, a line each
   * @param notes about articles that are taken, but no scan can bring
   */
  public record Report(
      String digest, int articles, List<Sentence> problems, List<Sentence> notes, Changes changes) {
    static Report refused(List<Sentence> problems) {
      return new Report("", 0, problems, List.of(), new Changes(List.of(), List.of(), List.of()));
    }
  }

  /** What is different from the list in use, by the codes of articles. */
  public record Changes(List<Product> fresh, List<Product> gone, List<Priced> priced) {}

  /** An article whose price is another. */
  public record Priced(Product before, Product now) {}

  /**
   * @param sellable why a terminal of this kind cannot sell such goods, such as a machine's slot
   *     whose article is missing
   * @param renew has the terminal sell by the new list as soon as nobody shops
   */
  public GoodsImport(
      GoodsSettings settings,
      Path data,
      Function<List<Product>, Optional<Sentence>> sellable,
      Runnable renew,
      Deeds deeds) {
    this.settings = settings;
    this.data = data;
    this.sellable = sellable;
    this.renew = renew;
    this.deeds = deeds;
  }

  /** Whether a list waits for the last shopper to leave. */
  synchronized boolean pending() {
    return pending;
  }

  Currency currency() {
    return settings.currency();
  }

  /** How many articles are sold now. */
  int articles() {
    return present().size();
  }

  /**
   * Lays a list aside and reads it.
   *
   * @throws IOException when it cannot be laid aside
   */
  synchronized Report lay(byte[] list) throws IOException {
    if (list.length > MOST_BYTES) {
      return Report.refused(List.of(Sentence.of(GoodsWords.TOO_LARGE)));
    }
    OwnerOnly.replace(aside(), list);
    Report report = read(list);
    if (report.digest().isEmpty()) {
      Files.deleteIfExists(aside());
    }
    return report;
  }

  /**
   * Takes the list that was laid aside.
   *
   * @param digest of the report that was agreed to
   * @param by who agreed
   * @return empty when no such list lies there; else its report, which still may refuse it
   * @throws IOException when it cannot be put in place; the list in use stays
   */
  synchronized Optional<Report> take(String digest, String by) throws IOException {
    if (digest.isEmpty() || !Files.isRegularFile(aside())) {
      return Optional.empty();
    }
    byte[] list = Files.readAllBytes(aside());
    if (!Sha256.hex(list).equals(digest)) {
      return Optional.empty();
    }
    Report report = read(list);
    if (!report.digest().isEmpty()) {
      if (Files.exists(settings.list())) {
        OwnerOnly.replace(before(), Files.readAllBytes(settings.list()));
      }
      OwnerOnly.replace(settings.list(), list);
      Files.deleteIfExists(aside());
      deeds.did(by, Deeds.Deed.GOODS_IMPORTED, report.articles() + " " + digest.substring(0, 12));
      pending = true;
      renew.run();
    }
    return Optional.of(report);
  }

  /** The list that was in use until the last import. */
  Path before() {
    return settings.list().resolveSibling(settings.list().getFileName() + ".before");
  }

  private Path aside() {
    return data.resolve("goods.uploaded");
  }

  private Report read(byte[] list) {
    List<Sentence> unseen = unseen(list);
    if (!unseen.isEmpty()) {
      return Report.refused(unseen);
    }
    GoodsSettings laid =
        new GoodsSettings(aside(), settings.recalls(), settings.currency(), settings.numbering());
    try {
      GoodsFile file = laid.goods();
      Optional<Sentence> why = sellable.apply(file.products());
      return why.isPresent()
          ? Report.refused(List.of(why.get()))
          : new Report(
              Sha256.hex(list),
              file.products().size(),
              List.of(),
              file.unreachable(),
              changes(file.products()));
    } catch (CatalogueException e) {
      return Report.refused(problems(e));
    }
  }

  /** The first of the bad lines; or why there are no lines to be read. */
  private static List<Sentence> problems(CatalogueException e) {
    if (e.faults().isEmpty()) {
      Sentence why =
          e.getCause() instanceof IOException io ? ExplainedException.why(io) : e.explanation();
      return List.of(Sentence.of(GoodsWords.NO_TEXT, why));
    }
    List<Sentence> lines = new ArrayList<>(e.faults().stream().limit(MOST_LINES).toList());
    if (e.faults().size() > MOST_LINES) {
      lines.add(Sentence.of(GoodsWords.MORE_LINES, e.faults().size() - MOST_LINES));
    }
    return lines;
  }

  /** Lines with characters that no article's name has, such as NUL. */
  private static List<Sentence> unseen(byte[] list) {
    List<Sentence> lines = new ArrayList<>();
    int line = 1;
    for (byte b : list) {
      if (b >= 0 && b < ' ' && b != '\t' && b != '\r' && b != '\n') {
        lines.add(Sentence.of(GoodsWords.UNSEEN, line, (int) b));
        if (lines.size() == MOST_LINES) {
          return lines;
        }
      }
      line += b == '\n' ? 1 : 0;
    }
    return lines;
  }

  private Changes changes(List<Product> products) {
    Map<String, Product> before = byCode(present());
    Map<String, Product> now = byCode(products);
    return new Changes(
        missing(products.stream(), before),
        missing(before.values().stream(), now),
        products.stream().flatMap(p -> priced(before, p).stream()).toList());
  }

  private static Optional<Priced> priced(Map<String, Product> before, Product now) {
    return Optional.ofNullable(before.get(now.code()))
        .filter(old -> old.price() != now.price())
        .map(old -> new Priced(old, now));
  }

  private static List<Product> missing(Stream<Product> of, Map<String, Product> in) {
    return of.filter(p -> !in.containsKey(p.code())).toList();
  }

  private static Map<String, Product> byCode(List<Product> products) {
    return products.stream().collect(Collectors.toMap(Product::code, p -> p));
  }

  /** Those of the last good list, which are the ones that are sold. */
  private List<Product> present() {
    try {
      return ProductStore.kept(data.resolve("pricebook.db"));
    } catch (CatalogueException e) {
      return List.of();
    }
  }
}
