package org.facepay.terminal.world.claims;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.facepay.sync.journal.Sales;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.terminal.receipt.PastSales;
import org.facepay.terminal.receipt.ReceiptLinks;
import org.facepay.terminal.session.PastSale;
import org.facepay.terminal.session.Return;

/**
 * What is written elsewhere of a visit's bill: the sale with what has gone back, and whether its
 * money was taken.
 *
 * @param prefix what the numbers of this terminal's sales begin with
 */
record ObjectionFiles(
    Sales sales, ReceiptLinks links, ClaimEnds ends, String prefix, PastSales past) {
  ObjectionFiles(Sales sales, ReceiptLinks links, ClaimEnds ends, String prefix) {
    this(sales, links, ends, prefix, new PastSales(sales, links, _ -> ""));
  }

  /** With what goes back already and is not recorded. */
  ObjectionFiles with(Function<String, List<Return>> onTheWay) {
    return new ObjectionFiles(
        sales, links, ends, prefix, new PastSales(sales, links, _ -> "", onTheWay));
  }

  Optional<PastSale> sale(String id) throws IOException {
    return past.sale(id);
  }

  /** The bill of a visit; empty where nothing was charged. */
  Optional<PastSale> ofVisit(String name) throws IOException {
    return past.ofSession(prefix + name + "_");
  }

  ClaimEnds.Fate fate(String sale) throws SQLException, IOException {
    return ends.of(sale);
  }

  /** Whether a refund stands in the journal. */
  boolean recorded(String number) throws StorageException {
    return sales.sale(number).isPresent();
  }

  void close() throws StorageException {
    sales.close();
  }
}
