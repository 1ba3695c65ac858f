package org.facepay.terminal.catalogue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.facepay.terminal.files.TextFile;
import org.facepay.terminal.language.Phrase;
import org.facepay.terminal.language.Sentence;
import org.facepay.terminal.sale.AgeLimit;
import org.facepay.terminal.sale.Numbering;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.TaxRate;

/**
 * The list of goods as a table of tab-separated UTF-8 text, one article a line: code, Chinese name
 * and note, English name and note, price, regular price, member price, unit (piece or kg), tax in
 * per cent, picture and, for what not everybody may buy, the age as {@code age=18}. Codes are
 * brought to the form that scans have, too ({@link Numbering}).
 *
 * @param unreachable a sentence for every article that no shopper can bring to the till, with its
 *     line; the others can be sold all the same
 */
public record GoodsFile(List<Product> products, List<Sentence> unreachable) {
  /** Longer names would be more paper than receipt. */
  private static final int MOST_WORDS = 80;

  private static final int COLUMNS = 11;

  /** Where the age stands, if anywhere. */
  private static final int AGE = COLUMNS;

  private static final Pattern CODE = Pattern.compile("[0-9]{3,13}|0[0-9]{13}");
  private static final Pattern PRICE = Pattern.compile("\\d{1,9}(\\.\\d{1,3})?");
  private static final Pattern PERCENT = Pattern.compile("\\d{1,2}(\\.\\d{1,2})?");

  /** More than that help nobody. */
  private static final int REPORTED = 20;

  public GoodsFile {
    products = List.copyOf(products);
    unreachable = List.copyOf(unreachable);
  }

  /**
   * Reads the whole file.
   *
   * @throws CatalogueException naming every bad line (the first 20), nothing of the file is used
   *     then
   */
  public static GoodsFile read(Path file, Currency currency, Numbering numbering)
      throws CatalogueException {
    List<Product> products = new ArrayList<>();
    List<Sentence> faults = new ArrayList<>();
    List<Sentence> unreachable = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    for (TableLine line : TableLine.read(file)) {
      try {
        Product product = product(line, currency, numbering);
        Integer before = lines.putIfAbsent(product.code(), line.number());
        if (before != null) {
          throw new WrongCell(CatalogueWords.TWICE, product.code(), before);
        }
        numbering
            .unreachable(product)
            .ifPresent(
                why ->
                    unreachable.add(
                        new WrongCell(CatalogueWords.NOT_SCANNED, line.cell(0), why)
                            .at(line.number())));
        products.add(product);
      } catch (WrongCell e) {
        faults.add(e.at(line.number()));
      }
    }
    if (products.isEmpty() && faults.isEmpty()) {
      faults.add(Sentence.of(CatalogueWords.EMPTY));
    }
    if (!faults.isEmpty()) {
      throw new CatalogueException(
          Sentence.of(CatalogueWords.FILE, file, summary(faults, CatalogueWords.BAD_LINES)),
          faults);
    }
    return new GoodsFile(products, unreachable);
  }

  /**
   * How many there are, then the first 20.
   *
   * @param what they are
   */
  static Sentence summary(List<Sentence> lines, Phrase what) {
    List<Sentence> all = new ArrayList<>(List.of(Sentence.of(what, lines.size())));
    all.addAll(lines.subList(0, Math.min(REPORTED, lines.size())));
    return Sentence.lines(all);
  }

  private static Product product(TableLine line, Currency currency, Numbering numbering)
      throws WrongCell {
    if (line.cells().size() < COLUMNS || !line.fits(AGE + 1)) {
      throw new WrongCell(CatalogueWords.COLUMNS, COLUMNS, line.cells().size());
    }
    String code = line.cell(0);
    if (!CODE.matcher(code).matches()) {
      boolean ofCase = code.matches("[0-9]{14}");
      throw new WrongCell(
          ofCase ? CatalogueWords.CASE : CatalogueWords.CODE, TextFile.visible(code));
    }
    Product.Unit unit =
        switch (line.cell(8)) {
          case "piece" -> Product.Unit.PIECE;
          case "kg" -> Product.Unit.KILOGRAM;
          default -> throw new WrongCell(CatalogueWords.UNIT, TextFile.visible(line.cell(8)));
        };
    long member = minor(line.cell(7), currency);
    if (unit == Product.Unit.KILOGRAM && member == 0) {
      throw new WrongCell(CatalogueWords.FREE);
    }
    long price = minor(line.cell(5), currency);
    long regular = minor(line.cell(6), currency);
    if (price < member || regular < price) {
      throw new WrongCell(CatalogueWords.PRICES, numbering.normal(code), regular, price, member);
    }
    return new Product(
        numbering.normal(code),
        new Product.Text(named(line.cell(1)), words(line.cell(2))),
        new Product.Text(named(line.cell(3)), words(line.cell(4))),
        price,
        regular,
        member,
        unit,
        new TaxRate(percent(line.cell(9))),
        line.cell(10),
        age(line.cell(AGE)));
  }

  private static AgeLimit age(String text) throws WrongCell {
    if (text.isEmpty()) {
      return AgeLimit.NONE;
    }
    if (!text.matches("age=[1-9]\\d?")) {
      throw new WrongCell(CatalogueWords.AGE, TextFile.visible(text));
    }
    return new AgeLimit(Integer.parseInt(text.substring("age=".length())));
  }

  private static String named(String name) throws WrongCell {
    if (name.isBlank()) {
      throw new WrongCell(CatalogueWords.NAME);
    }
    return words(name);
  }

  /** What is printed and shown with every piece that is sold. */
  private static String words(String text) throws WrongCell {
    if (text.length() > MOST_WORDS) {
      throw new WrongCell(CatalogueWords.WORDS, MOST_WORDS, text.length());
    }
    return text;
  }

  private static long minor(String text, Currency currency) throws WrongCell {
    int decimals = currency.getDefaultFractionDigits();
    if (PRICE.matcher(text).matches()) {
      BigDecimal minor = new BigDecimal(text).movePointRight(decimals).stripTrailingZeros();
      if (minor.scale() <= 0) {
        return minor.longValueExact();
      }
    }
    throw new WrongCell(
        CatalogueWords.PRICE, BigDecimal.valueOf(500, decimals), currency, TextFile.visible(text));
  }

  private static int percent(String text) throws WrongCell {
    if (!PERCENT.matcher(text).matches()) {
      throw new WrongCell(CatalogueWords.TAX, TextFile.visible(text));
    }
    return new BigDecimal(text).movePointRight(2).intValueExact();
  }
}
