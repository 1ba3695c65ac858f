package org.facepay.terminal.world.claims;

import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.terminal.session.Answered.ClaimEnd;
import org.facepay.terminal.session.PastSale;
import org.facepay.terminal.session.Return;
import org.facepay.terminal.technician.VisitDesk;
import org.facepay.terminal.world.cabinet.KeptVisits;
import org.facepay.terminal.world.claims.Objection.State;
import org.facepay.terminal.world.claims.ObjectionBook.Row;

/** What somebody decides who has looked at a visit: what of its bill goes back, once. */
record ObjectionVerdicts(
    ObjectionBook book,
    ObjectionFiles files,
    KeptVisits visits,
    ObjectionRefunds refunds,
    InstantSource clock) {
  /** The bill of a visit, as long as somebody can decide that something of it goes back. */
  Optional<PastSale> bill(String visit) throws IOException {
    try {
      Optional<PastSale> sale = files.ofVisit(visit).filter(PastSale::refundable);
      return sale.isPresent() && decidable(sale.get().id()) ? sale : Optional.empty();
    } catch (SQLException | StorageException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private boolean decidable(String sale) throws SQLException, IOException, StorageException {
    String number = Objection.decided(sale);
    return files.fate(sale).end().equals(Optional.of(ClaimEnd.TAKEN))
        && !refunds.begun(number)
        && !files.recorded(number);
  }

  /** Keeps what somebody has said of a visit; false where there is none. */
  boolean looked(String name, VisitDesk.Verdict verdict, List<Integer> back, String by)
      throws IOException {
    Optional<PastSale> sale = files.ofVisit(name);
    if (!visits.looked(name, verdict, back, by)) {
      return false;
    }
    sale.ifPresent(s -> refunds.insist(() -> decided(s.id(), back, by)));
    return true;
  }

  /** What somebody has decided who looked: these pieces go back, and nothing else of it. */
  private void decided(String id, List<Integer> back, String by)
      throws SQLException, IOException, StorageException {
    PastSale sale = files.sale(id).orElseThrow(() -> new IOException("no sale " + id));
    Return goods = new Return(sale, List.of(), by);
    for (PastSale.PastLine line : decidable(id) ? sale.lines() : List.<PastSale.PastLine>of()) {
      goods = goods.with(line, Collections.frequency(back, line.number()));
    }
    List<Row> rows = new ArrayList<>();
    for (Row row : book.of(sale.id())) {
      int line = row.objection().line();
      if (row.state() == State.REVIEW) {
        int pieces = Collections.frequency(goods.lines(), line);
        State next = pieces > 0 ? State.REFUNDING : State.KEPT;
        long minor = sale.amount(Collections.nCopies(pieces, line)).minor();
        rows.add(new Row(row.objection(), next, minor, clock.instant()));
      }
    }
    refunds.begin(goods, Objection.decided(sale.id()), rows);
  }
}
