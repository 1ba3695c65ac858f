package org.facepay.terminal.world.claims;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.facepay.sync.journal.Sales;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.sync.uplink.CloudEvents;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.loop.SideThread;
import org.facepay.terminal.receipt.Books;
import org.facepay.terminal.session.Answered.ClaimEnd;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Numbers;
import org.facepay.terminal.session.PastSale;
import org.facepay.terminal.session.Return;
import org.facepay.terminal.technician.VisitDesk;
import org.facepay.terminal.world.cabinet.KeptVisits;
import org.facepay.terminal.world.cashier.LateNews;
import org.facepay.terminal.world.claims.Objection.State;
import org.facepay.terminal.world.claims.ObjectionBook.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What shoppers object to on their e-receipts. Where the cells are not sure of the line, the money
 * goes back by itself; else the visit waits at the console, whose verdict gives back what it says.
 * A line goes back once, whoever decides it, and the collector is told each turn. A thread of its
 * own; what is on the disk goes on after a restart.
 */
public final class Objections implements VisitDesk, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Objections.class);

  /**
   * How it works.
   *
   * @param poll from one question to the collector to the next
   * @param sure from which probability a line is not given back without a look
   */
  public record Rules(Duration poll, double sure) {}

  private final ObjectionBook book;
  private final WaitingObjections collector;
  private final ObjectionFiles files;
  private final KeptVisits visits;
  private final ObjectionRefunds refunds;
  private final ObjectionVerdicts verdicts;
  private final InstantSource clock;
  private final Rules rules;
  private final SideThread thread;
  private boolean unheard;

  /**
   * Goes on with what is in its file, and begins to ask the collector.
   *
   * @throws IOException when the file or the journal cannot be used; the message says why
   */
  public static Objections start(
      ObjectionPlaces places,
      ObjectionMoney money,
      Rules rules,
      KeptVisits visits,
      LateNews news,
      Inbox<Event> inbox)
      throws IOException, StorageException {
    SideThread thread = new SideThread("objections");
    Numbers numbers = places.numbers();
    return new Objections(
        new ObjectionParts(
            new ObjectionBook(places.data().resolve("objections.db"), Books.events()),
            WaitingObjections.at(
                places.collector(),
                CloudEvents.SOURCE + numbers.terminal() + ":" + numbers.epoch()),
            new ObjectionFiles(
                Sales.open(places.journal()),
                places.links(),
                new ClaimEnds(places.data().resolve(Claims.FILE)),
                numbers.terminal() + "_" + numbers.epoch() + "_"),
            visits,
            money.open(),
            news,
            inbox),
        rules,
        new ApartRefunds(
            money.providers(),
            money.flows(),
            numbers.subject(),
            money.occupied(),
            thread,
            news.clock(),
            ApartRefunds.Pace.USUAL),
        thread);
  }

  Objections(ObjectionParts parts, Rules rules, ApartRefunds apart, SideThread thread)
      throws IOException {
    this.book = parts.book();
    this.collector = parts.collector();
    this.visits = parts.visits();
    this.clock = parts.news().clock();
    this.rules = rules;
    this.thread = thread;
    refunds = new ObjectionRefunds(parts, apart, thread);
    files = parts.files().with(refunds::goingBack);
    verdicts = new ObjectionVerdicts(book, files, visits, refunds, clock);
    thread.execute(this::turn);
  }

  /** What of a sale goes back already and is not recorded yet; any thread. */
  public List<Return> goingBack(String sale) {
    return refunds.goingBack(sale);
  }

  private void turn() {
    try {
      for (Objection objection : heard()) {
        book.add(objection, clock.instant());
      }
      for (Row row : book.fresh()) {
        decide(row.objection());
      }
      refunds.tell();
      book.prune(clock.instant());
    } catch (SQLException e) {
      LOG.error("what is objected to is not written down: {}", e.getMessage());
    } finally {
      thread.later(this::turn, rules.poll());
    }
  }

  private List<Objection> heard() {
    try {
      List<Objection> heard = collector.ask();
      unheard = false;
      return heard;
    } catch (IOException e) {
      if (!unheard) {
        LOG.warn("nobody says what shoppers object to: {}", e.toString());
      }
      unheard = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return List.of();
  }

  private void decide(Objection objection) throws SQLException {
    try {
      Optional<PastSale> sale = files.sale(objection.sale());
      Optional<PastSale.PastLine> line = sale.flatMap(s -> line(s, objection.line()));
      ClaimEnds.Fate fate = files.fate(objection.sale());
      if (fate.open()) {
        return; // its money is still being taken
      }
      if (line.isEmpty() || !visits.has(Objection.visit(objection.sale()))) {
        refunds.became(objection, State.EXPIRED, 0);
      } else if (line.get().left() == 0) {
        refunds.became(objection, State.RETURNED, line.get().amountMinor());
      } else if (fate.end().equals(Optional.of(ClaimEnd.TAKEN)) && unsure(objection, line.get())) {
        giveBack(objection, sale.get(), line.get());
      } else {
        visits.objected(Objection.visit(objection.sale()), Why.DISPUTED, said(line.get()), clock);
        refunds.became(objection, State.REVIEW, 0);
      }
    } catch (IOException e) {
      LOG.error("{} cannot be decided yet: {}", objection.sale(), e.toString());
    }
  }

  private static Optional<PastSale.PastLine> line(PastSale sale, int number) {
    return sale.lines().stream().filter(l -> l.number() == number).findFirst();
  }

  private static String said(PastSale.PastLine line) {
    return line.name() + " " + line.quantity();
  }

  /** Whether the cells do not exclude what the shopper says. */
  private boolean unsure(Objection objection, PastSale.PastLine line) throws IOException {
    return visits.marginal(Objection.visit(objection.sale()), line.code(), line.pieces().count())
        < rules.sure();
  }

  private void giveBack(Objection objection, PastSale sale, PastSale.PastLine line)
      throws SQLException, IOException {
    int pieces = objection.why() == Objection.Why.WRONG_NUMBER ? 1 : line.left();
    Return goods = new Return(sale, Collections.nCopies(pieces, line.number()), "");
    visits.objected(Objection.visit(sale.id()), Why.RETURNED, said(line), clock);
    long minor = sale.amount(goods.lines()).minor();
    Row row = new Row(objection, State.REFUNDING, minor, clock.instant());
    refunds.begin(goods, objection.number(), List.of(row));
  }

  @Override
  public List<Entry> visits() {
    return visits.visits();
  }

  @Override
  public Optional<Sheet> visit(String name) throws IOException {
    Optional<Sheet> sheet = visits.visit(name);
    return sheet.isPresent() ? Optional.of(sheet.get().with(verdicts.bill(name))) : sheet;
  }

  @Override
  public boolean looked(String name, Verdict verdict, List<Integer> back, String by)
      throws IOException {
    return verdicts.looked(name, verdict, back, by);
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      boolean ignored = thread.awaitTermination(2, TimeUnit.SECONDS);
      book.close();
      files.close();
    } catch (SQLException | StorageException e) {
      LOG.warn("closing the objections: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
