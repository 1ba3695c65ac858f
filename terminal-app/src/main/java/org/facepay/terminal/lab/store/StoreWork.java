package org.facepay.terminal.lab.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.facepay.sync.journal.Append;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.journal.Outbox;
import org.facepay.sync.journal.Outgoing;
import org.facepay.sync.sqlite.Database;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.terminal.catalogue.CatalogueException;
import org.facepay.terminal.catalogue.ProductStore;
import org.facepay.terminal.sale.AgeLimit;
import org.facepay.terminal.sale.Product;
import org.facepay.terminal.sale.TaxRate;

/**
 * What a terminal writes in a day, in a process that is watched: sales, steps of sessions, what the
 * collector has taken, new lists of goods, checkpoints, ends and starts, and a journal of an older
 * program. It says what is done when it is done, and what is going to be taken away before.
 */
final class StoreWork {
  static final String JOURNAL = "journal.db";
  static final String OLDER = "older.db";
  static final String GOODS = "goods.db";

  /** Entries of the journal that an older program left. */
  static final int OLDER_ENTRIES = 20;

  static final int ARTICLES = 60;

  private static final int SETTLED_AT_ONCE = 20;
  private static final Instant AT = Instant.parse("2026-01-05T08:00:00Z");

  private final Path folder;
  private final Random chance;
  private int goods;

  private StoreWork(Path folder, long seed) {
    this.folder = folder;
    this.chance = new Random(seed);
  }

  /**
   * Works and ends.
   *
   * @param arguments the folder, how many steps, and what fixes them
   */
  public static void main(String[] arguments)
      throws IOException, StorageException, CatalogueException {
    StoreWork work = new StoreWork(Path.of(arguments[0]), Long.parseLong(arguments[2]));
    int steps = Integer.parseInt(arguments[1]);
    Journal.open(work.folder.resolve(OLDER)).close();
    work.tell("migrated");
    for (int done = 0; done < steps; ) {
      done += work.fromStartToEnd(Math.min(steps - done, 20 + work.chance.nextInt(60)));
    }
  }

  /** A journal as the first layout had it, whose sales were no part of its chain. */
  static void olderJournal(Path folder) throws StorageException, SQLException {
    Path file = folder.resolve(OLDER);
    try (Journal journal = Journal.open(file)) {
      for (int i = 0; i < OLDER_ENTRIES; i++) {
        journal.append(step(journal, Optional.empty(), List.of()));
      }
    }
    try (Connection c = Database.openWriter(file)) {
      Database.run(
          c,
          "ALTER TABLE entry DROP COLUMN sale",
          "ALTER TABLE state DROP COLUMN unsealed_sales",
          "PRAGMA user_version=1",
          "PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }

  private int fromStartToEnd(int steps) throws IOException, StorageException, CatalogueException {
    try (Journal journal = Journal.open(folder.resolve(JOURNAL));
        Outbox outbox = journal.outbox()) {
      for (int i = 0; i < steps; i++) {
        switch (chance.nextInt(12)) {
          case 0 -> takeGoods();
          case 1 -> settle(outbox);
          case 2 -> journal.append(step(journal, Optional.empty(), List.of()));
          case 3 -> send(journal);
          default -> sell(journal);
        }
      }
    }
    return steps;
  }

  private void sell(Journal journal) throws IOException, StorageException {
    String id = "S" + (journal.lastStamp() + 1);
    byte[] body = noise(200 + chance.nextInt(2_000)).getBytes(StandardCharsets.UTF_8);
    Outgoing event = new Outgoing("sale-" + id, "org.facepay.sale.completed", AT, body);
    Append.Sale sale = new Append.Sale(id, AT, 1_290, "CNY", body);
    journal.append(step(journal, Optional.of(sale), List.of(event)));
    tell("sale " + id);
    tell("event " + event.id());
  }

  private void send(Journal journal) throws IOException, StorageException {
    Outgoing health = new Outgoing("health-" + chance.nextLong(), "health", AT, new byte[] {'1'});
    journal.send(health);
    tell("event " + health.id());
  }

  private static Append step(Journal journal, Optional<Append.Sale> sale, List<Outgoing> events)
      throws StorageException {
    long stamp = journal.lastStamp() + 1;
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    return new Append(stamp, stamp, AT, "Touched", body, sale, events, sale.isPresent());
  }

  /** The collector has some of them; one of four it does not take, which stay. */
  private void settle(Outbox outbox) throws IOException, StorageException {
    Collection<String> stored = new ArrayList<>();
    for (Outgoing event : outbox.oldest(SETTLED_AT_ONCE, 1 << 20)) {
      if (chance.nextInt(4) > 0) {
        stored.add(event.id());
      }
    }
    for (String id : stored) {
      tell("settling " + id);
    }
    outbox.settle(stored, Map.of());
  }

  private void takeGoods() throws IOException, CatalogueException {
    goods++;
    try (ProductStore store = new ProductStore(folder.resolve(GOODS))) {
      store.load(articles(goods));
    }
    tell("goods " + goods);
  }

  /** A list of goods in which everything costs as much as it is the how-many-eth. */
  static List<Product> articles(int price) {
    List<Product> articles = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      Product.Text name = new Product.Text("货品 " + i, "500 g");
      articles.add(
          new Product(
              "20000" + (100 + i),
              name,
              name,
              price,
              price,
              price,
              Product.Unit.PIECE,
              new TaxRate(1_300),
              "",
              AgeLimit.NONE));
    }
    return articles;
  }

  private String noise(int letters) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < letters; i++) {
      text.append((char) ('a' + chance.nextInt(26)));
    }
    return text.toString();
  }

  private void tell(String what) throws IOException {
    Files.writeString(
        folder.resolve(WriteLog.TOLD),
        what + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
