package org.facepay.terminal.lab.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.facepay.sync.journal.Journal;
import org.facepay.sync.journal.JournalCheck;
import org.facepay.sync.journal.Outbox;
import org.facepay.sync.journal.Outgoing;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.terminal.catalogue.CatalogueException;
import org.facepay.terminal.catalogue.ProductStore;
import org.facepay.terminal.sale.Product;

/**
 * Opens what a power cut left as the next start does, and compares it with what the world had been
 * told by then.
 *
 * @param lostAcked what was told and is gone
 * @param corrupt stores that do not open, or do not pass their own check
 * @param halfApplied changes of which a part is there
 */
record StoreAudit(List<String> lostAcked, List<String> corrupt, List<String> halfApplied) {

  /** What the world had been told. */
  static final class Told {
    private final Set<String> sales = new HashSet<>();
    private final Set<String> events = new HashSet<>();
    private int goods;
    private boolean migrated;

    void hear(String said) {
      String[] words = said.split(" ", 2);
      switch (words[0]) {
        case "sale" -> sales.add(words[1]);
        case "event" -> events.add(words[1]);
        case "settling" -> events.remove(words[1]);
        case "goods" -> goods = Integer.parseInt(words[1]);
        case "migrated" -> migrated = true;
        default -> throw new IllegalArgumentException(said);
      }
    }
  }

  static StoreAudit of(Path folder, Told told) throws IOException {
    StoreAudit audit = new StoreAudit(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    audit.journal(folder.resolve(StoreWork.JOURNAL), told);
    audit.older(folder.resolve(StoreWork.OLDER), told);
    audit.goods(folder.resolve(StoreWork.GOODS), told);
    return audit;
  }

  private void journal(Path file, Told told) {
    try (Journal journal = Journal.open(file);
        Outbox outbox = journal.outbox()) {
      journal.verify();
      for (String sale : told.sales) {
        if (journal.sale(sale).isEmpty()) {
          lostAcked.add(sale);
        }
      }
      Set<String> waiting = new HashSet<>();
      for (Outgoing event : outbox.oldest(Integer.MAX_VALUE, Integer.MAX_VALUE)) {
        waiting.add(event.id());
      }
      told.events.stream().filter(id -> !waiting.contains(id)).forEach(lostAcked::add);
    } catch (StorageException e) {
      corrupt.add(e.getMessage());
    }
  }

  /** The journal of an older program is as it was, or wholly as this program has it. */
  private void older(Path file, Told told) {
    try {
      Journal.open(file).close();
      JournalCheck check = JournalCheck.of(file);
      if (check.entries() != StoreWork.OLDER_ENTRIES) {
        (told.migrated ? lostAcked : halfApplied).add(check.entries() + " entries of " + file);
      }
    } catch (StorageException e) {
      corrupt.add(e.getMessage());
    }
  }

  private void goods(Path file, Told told) throws IOException {
    if (!Files.exists(file) && told.goods == 0) {
      return;
    }
    try (ProductStore store = new ProductStore(file)) {
      List<Product> products = store.products();
      Set<Long> prices = new HashSet<>();
      products.forEach(product -> prices.add(product.price()));
      if (prices.size() > 1 || (!prices.isEmpty() && products.size() != StoreWork.ARTICLES)) {
        halfApplied.add(products.size() + " articles at " + prices);
      } else if (told.goods > 0 && prices.stream().allMatch(price -> price < told.goods)) {
        lostAcked.add("goods " + told.goods + ", found " + prices);
      }
    } catch (CatalogueException e) {
      corrupt.add(e.getMessage());
    }
  }
}
