package org.facepay.terminal.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import org.facepay.sync.digest.Sha256;
import org.facepay.sync.journal.Look;
import org.facepay.sync.sqlite.Database;
import org.facepay.sync.sqlite.StorageException.Reason;
import org.facepay.terminal.files.StoreWords;
import org.facepay.terminal.language.Explained;
import org.facepay.terminal.language.Sentence;
import org.facepay.terminal.sale.AgeLimit;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.TaxRate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The goods in SQLite, in a file of their own. A changed list replaces all of them in one
 * transaction, so that a till never sells from half a list. The file is only a copy of the list: a
 * damaged one is made anew.
 */
public final class ProductStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProductStore.class);

  /** Raised with every change of the tables, or of how a list is read; it is taken over again. */
  private static final int LAYOUT = 4;

  private final Path file;
  private final Connection connection;
  private @Nullable List<Product> held;

  public ProductStore(Path file) throws CatalogueException {
    this.file = file;
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      connection = sound(file) ? Database.openWriter(file) : anew(file);
      if (Database.number(connection, "PRAGMA user_version") != LAYOUT) {
        Database.run(
            connection,
            "DROP TABLE IF EXISTS product",
            "DROP TABLE IF EXISTS origin",
            "PRAGMA user_version=" + LAYOUT);
      }
      Database.run(
          connection,
          "CREATE TABLE IF NOT EXISTS product(code TEXT PRIMARY KEY, zh TEXT NOT NULL, zh_note TEXT NOT NULL,"
              + " en TEXT NOT NULL, en_note TEXT NOT NULL, price INTEGER NOT NULL, regular INTEGER NOT NULL, member INTEGER NOT NULL,"
              + " unit TEXT NOT NULL, tax INTEGER NOT NULL, picture TEXT NOT NULL, age INTEGER NOT NULL)",
          "CREATE TABLE IF NOT EXISTS origin(digest TEXT NOT NULL)");
    } catch (SQLException | IOException e) {
      throw failure(e);
    }
  }

  /** A disk that is full or cannot be written does not make a good file a damaged one. */
  private static boolean sound(Path file) throws SQLException {
    try (Connection c = Database.openWriter(file);
        PreparedStatement s = c.prepareStatement("PRAGMA quick_check(1)");
        ResultSet r = s.executeQuery()) {
      return r.next() && r.getString(1).equals("ok");
    } catch (SQLException e) {
      if (Database.reason(e) == Reason.DAMAGED) {
        return false;
      }
      throw e;
    }
  }

  /** The goods that were taken over last, where the file cannot be opened for writing. */
  public static List<Product> kept(Path file) throws CatalogueException {
    try (Look look = Look.at(file)) {
      return products(look.connection());
    } catch (SQLException | IOException e) {
      throw new CatalogueException(Sentence.of(CatalogueWords.KEPT_UNREADABLE, file, why(e)), e);
    }
  }

  private static Connection anew(Path file) throws IOException, SQLException {
    LOG.warn("{} is damaged and made anew from the list of goods", file);
    for (String side : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + side));
    }
    return Database.openWriter(file);
  }

  /**
   * Takes these goods over unless they are those that are already there.
   *
   * @return whether anything changed
   */
  public boolean load(List<Product> products) throws CatalogueException {
    if (new HashSet<>(products).equals(new HashSet<>(products()))) {
      return false;
    }
    try {
      Database.run(connection, "BEGIN IMMEDIATE", "DELETE FROM product", "DELETE FROM origin");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO product VALUES(?,?,?,?,?,?,?,?,?,?,?,?)")) {
        for (Product p : products) {
          insert(insert, p);
        }
      }
      Database.run(connection, "COMMIT");
      held = List.copyOf(products);
      return true;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Keeps what the goods were read from, for {@link #has}. */
  void readFrom(String origin) throws CatalogueException {
    String digest = digest(origin, products());
    try {
      Database.run(
          connection,
          "BEGIN IMMEDIATE",
          "DELETE FROM origin",
          "INSERT INTO origin VALUES('" + digest + "')",
          "COMMIT");
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /**
   * Whether these goods are what was read from there, so that a long list need not be read at every
   * start. The digest is of both: neither a list that changed nor a file that did stays unseen.
   */
  boolean has(String origin, List<Product> kept) throws CatalogueException {
    try (PreparedStatement s = connection.prepareStatement("SELECT digest FROM origin");
        ResultSet r = s.executeQuery()) {
      return r.next() && r.getString(1).equals(digest(origin, kept));
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static String digest(String origin, List<Product> products) {
    MessageDigest sha = Sha256.begun();
    sha.update(origin.getBytes(StandardCharsets.UTF_8));
    for (Product product : products) {
      sha.update(product.toString().getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  /** What is there; read once, since nobody else writes while this is open. */
  public List<Product> products() throws CatalogueException {
    List<Product> known = held;
    if (known == null) {
      try {
        known = products(connection);
      } catch (SQLException e) {
        throw failure(e);
      }
      held = known;
    }
    return known;
  }

  private static List<Product> products(Connection connection) throws SQLException {
    List<Product> products = new ArrayList<>();
    try (PreparedStatement s = connection.prepareStatement("SELECT * FROM product");
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        products.add(
            new Product(
                r.getString(1),
                new Product.Text(r.getString(2), r.getString(3)),
                new Product.Text(r.getString(4), r.getString(5)),
                r.getLong(6),
                r.getLong(7),
                r.getLong(8),
                Product.Unit.valueOf(r.getString(9)),
                new TaxRate(r.getInt(10)),
                r.getString(11),
                new AgeLimit(r.getInt(12))));
      }
    }
    return products;
  }

  @Override
  public void close() throws CatalogueException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static void insert(PreparedStatement s, Product p) throws SQLException {
    Object[] values = {
      p.code(),
      p.zh().name(),
      p.zh().note(),
      p.en().name(),
      p.en().note(),
      p.price(),
      p.regular(),
      p.memberPrice(),
      p.unit().name(),
      p.tax().basisPoints(),
      p.picture(),
      p.age().years()
    };
    for (int i = 0; i < values.length; i++) {
      s.setObject(i + 1, values[i]);
    }
    s.executeUpdate();
  }

  private CatalogueException failure(Exception e) {
    return new CatalogueException(Sentence.of(CatalogueWords.NOT_KEPT, file, why(e)), e);
  }

  private static Sentence why(Exception e) {
    return e instanceof SQLException sql
        ? StoreWords.of(Database.reason(sql), String.valueOf(e.getMessage()))
        : Explained.of(e);
  }
}
