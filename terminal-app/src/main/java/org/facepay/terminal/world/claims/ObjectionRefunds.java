package org.facepay.terminal.world.claims;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.facepay.kiosk.screen.PaymentScreen.Settlement;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.loop.SideThread;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.PastSale;
import org.facepay.terminal.session.Return;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.technician.VisitDesk;
import org.facepay.terminal.world.cabinet.KeptVisits;
import org.facepay.terminal.world.cashier.LateNews;
import org.facepay.terminal.world.cashier.OpenRefunds;
import org.facepay.terminal.world.claims.Objection.State;
import org.facepay.terminal.world.claims.ObjectionBook.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes back of bills that were objected to: asked for until it is certain, written into the
 * journal once by the state thread, and told. On its owner's thread.
 */
final class ObjectionRefunds {
  private static final Logger LOG = LoggerFactory.getLogger(ObjectionRefunds.class);
  private static final Duration SOON = Duration.ofMillis(500);

  private final ObjectionBook book;
  private final ObjectionFiles files;
  private final KeptVisits visits;
  private final OpenRefunds open;
  private final LateNews news;
  private final Inbox<Event> inbox;
  private final InstantSource clock;
  private final ApartRefunds apart;
  private final SideThread thread;
  private final Map<String, Told.MoneyReturned> onTheWay = new ConcurrentHashMap<>();
  private final Set<String> delivered = new HashSet<>();

  /** Goes on with those that are in the book. */
  ObjectionRefunds(ObjectionParts parts, ApartRefunds apart, SideThread thread) throws IOException {
    this.book = parts.book();
    this.files = parts.files();
    this.visits = parts.visits();
    this.open = parts.open();
    this.news = parts.news();
    this.inbox = parts.inbox();
    this.clock = parts.news().clock();
    this.apart = apart;
    this.thread = thread;
    try {
      onTheWay.putAll(book.refunds());
    } catch (SQLException e) {
      throw new IOException("the objections cannot be read: " + e.getMessage(), e);
    }
    onTheWay.values().forEach(refund -> ask(refund, true));
  }

  /** What of a sale goes back already and is not recorded yet; any thread. */
  List<Return> goingBack(String sale) {
    return onTheWay.values().stream()
        .map(Told.MoneyReturned::goods)
        .filter(goods -> goods.sale().id().equals(sale))
        .toList();
  }

  /** Whether it is asked for, and not recorded yet; any thread. */
  boolean begun(String number) {
    return onTheWay.containsKey(number);
  }

  /** To the collector, whatever it has not been told. */
  void tell() throws SQLException {
    for (Row row : book.untold()) {
      Objection objection = row.objection();
      if (news.objection(
          objection.sale(), objection.line(), row.state().name(), row.minor(), row.at())) {
        book.told(objection);
      }
    }
  }

  /** An objection has come to something. */
  void became(Objection objection, State state, long minor) throws SQLException {
    LOG.info("{} line {}: {}", objection.sale(), objection.line(), state);
    book.became(new Row(objection, state, minor, clock.instant()));
  }

  /**
   * From now on nobody can tick it at the terminal; then it is asked for.
   *
   * @param goods none where nothing goes back
   * @param became what objections come to by it, on the disk together with it
   */
  void begin(Return goods, String number, List<Row> became) throws SQLException {
    Told.MoneyReturned refund = new Told.MoneyReturned(goods, number, Settlement.PROCESSING);
    boolean asks = !goods.lines().isEmpty();
    if (book.begin(asks ? List.of(refund) : List.of(), became)) {
      onTheWay.put(number, refund);
      ask(refund, false);
    }
    tell();
  }

  private void ask(Told.MoneyReturned refund, boolean again) {
    apart.begin(
        refund,
        again,
        new ApartRefunds.Ended() {
          @Override
          public void taken(Told.MoneyReturned taken) {
            record(taken);
          }

          @Override
          public void refused(Told.MoneyReturned refused, String code) {
            LOG.error("{} is refused: {}; somebody has to look", refused.requestNo(), code);
            insist(() -> over(refused, State.REVIEW));
          }
        });
  }

  /** Into the journal by the state thread, once; then it is over. */
  private void record(Told.MoneyReturned refund) {
    try {
      if (!files.recorded(refund.requestNo())) {
        if (delivered.add(refund.requestNo())) {
          inbox.deliver(refund);
        }
        thread.later(() -> record(refund), SOON);
        return;
      }
    } catch (StorageException e) {
      LOG.error("{} cannot be looked up: {}", refund.requestNo(), e.getMessage());
      thread.later(() -> record(refund), SOON);
      return;
    }
    PastSale sale = refund.goods().sale();
    if (refund.settlement() != Settlement.SETTLED) {
      open.follow(
          sale.order(apart.subject()), sale.amount(refund.goods().lines()), refund.requestNo());
    }
    insist(() -> over(refund, State.RETURNED));
  }

  /** Something that the disk has to take. */
  interface Writing {
    void done() throws SQLException, IOException, StorageException;
  }

  void insist(Writing writing) {
    thread.insist(
        "what has come of an objection is not written down yet",
        () -> {
          try {
            writing.done();
            return true;
          } catch (IOException | StorageException e) {
            LOG.error("{}", e.toString());
            return false;
          }
        });
  }

  private void over(Told.MoneyReturned refund, State state) throws SQLException, IOException {
    PastSale sale = refund.goods().sale();
    for (Row row : book.of(sale.id())) {
      int line = row.objection().line();
      boolean its = refund.goods().lines().contains(line);
      if (its && row.state() == State.REFUNDING) {
        became(row.objection(), state, state == State.RETURNED ? row.minor() : 0);
      }
    }
    if (state == State.REVIEW) {
      visits.objected(
          Objection.visit(sale.id()), VisitDesk.Why.DISPUTED, refund.requestNo(), clock);
    }
    book.end(refund.requestNo());
    onTheWay.remove(refund.requestNo());
    tell();
  }
}
