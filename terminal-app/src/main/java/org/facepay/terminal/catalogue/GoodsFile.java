package org.facepay.terminal.catalogue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.TaxRate;

/**
 * The list of goods as a table of tab-separated UTF-8 text, one article a line: code, Chinese name
 * and note, English name and note, price, regular price, member price, unit (piece or kg), tax in
 * per cent, picture. Lines that begin with # and empty ones are passed over.
 */
public final class GoodsFile {
  private static final int COLUMNS = 11;
  private static final int REPORTED = 20;

  private GoodsFile() {}

  /**
   * Reads the whole file.
   *
   * @throws CatalogueException naming every bad line (the first 20), nothing of the file is used
   *     then
   */
  public static List<Product> read(Path file, Currency currency) throws CatalogueException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new CatalogueException(file + " cannot be read as UTF-8 text: " + e, e);
    }
    List<Product> products = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      try {
        Product product = product(line.split("\t", -1), currency);
        if (!codes.add(product.code())) {
          throw new IllegalArgumentException(
              "the code " + product.code() + " is already in use above");
        }
        products.add(product);
      } catch (IllegalArgumentException | ArithmeticException e) {
        problems.add("line " + (i + 1) + ": " + e.getMessage());
      }
    }
    if (products.isEmpty() && problems.isEmpty()) {
      problems.add("it names no goods");
    }
    if (!problems.isEmpty()) {
      throw new CatalogueException(
          file
              + ": "
              + problems.size()
              + " bad lines\n  "
              + String.join("\n  ", problems.subList(0, Math.min(REPORTED, problems.size()))));
    }
    return products;
  }

  private static Product product(String[] c, Currency currency) {
    if (c.length != COLUMNS) {
      throw new IllegalArgumentException(
          "expected " + COLUMNS + " columns separated by tabs, found " + c.length);
    }
    if (!c[0].matches("[0-9]{3,13}")) {
      throw new IllegalArgumentException("expected a code of 3 to 13 digits, found " + c[0]);
    }
    Product.Unit unit =
        switch (c[8]) {
          case "piece" -> Product.Unit.PIECE;
          case "kg" -> Product.Unit.KILOGRAM;
          default ->
              throw new IllegalArgumentException("expected the unit piece or kg, found " + c[8]);
        };
    long member = minor(c[7], currency);
    if (unit == Product.Unit.KILOGRAM && member == 0) {
      throw new IllegalArgumentException("expected a price above 0 for goods sold by weight");
    }
    return new Product(
        c[0],
        new Product.Text(named(c[1]), c[2]),
        new Product.Text(named(c[3]), c[4]),
        minor(c[5], currency),
        minor(c[6], currency),
        member,
        unit,
        new TaxRate(percent(c[9])),
        c[10]);
  }

  private static String named(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("expected a name");
    }
    return name;
  }

  private static long minor(String text, Currency currency) {
    if (!text.matches("\\d{1,7}(\\.\\d{1,3})?")) {
      throw new IllegalArgumentException("expected a price such as 5.00, found " + text);
    }
    return new BigDecimal(text)
        .movePointRight(currency.getDefaultFractionDigits())
        .longValueExact();
  }

  private static int percent(String text) {
    if (!text.matches("\\d{1,2}(\\.\\d{1,2})?")) {
      throw new IllegalArgumentException("expected a tax rate such as 13, found " + text);
    }
    return new BigDecimal(text).movePointRight(2).intValueExact();
  }
}
