package org.facepay.sync.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.facepay.sync.sqlite.Database;
import org.facepay.sync.sqlite.StorageException;

/**
 * The append-only log of what happened at a terminal. An event, the sale it made and the rows to
 * upload are committed in one transaction and are on the disk when {@link #append} returns. A
 * {@link Chain} of hashes finds a changed byte, a {@link HighWater} mark a lost tail, both when the
 * file is opened.
 *
 * <p>Thread-safe; writes are serialised by one lock, the outbox is read on a connection of its own.
 * One process at a time.
 */
public final class Journal implements AutoCloseable {
  /** How far at most the stamps of a start begin behind those of the one before. */
  private static final long FARTHEST_START = 1L << 40;

  private final Path file;
  private final HighWater highWater;
  private final ReentrantLock lock = new ReentrantLock();
  private final String epoch;
  private final byte[] receiptKey;
  private final long firstStamp;
  private final Writer writer;
  private volatile Runnable onOutgoing = () -> {};

  private Journal(Path file, long maxPages, HighWater highWater, Connection c)
      throws SQLException, StorageException {
    this.file = file;
    this.highWater = highWater;
    if (Schema.made(c, file)) {
      Schema.migrate(c);
    } else {
      Schema.create(c);
    }
    try (PreparedStatement s = c.prepareStatement("SELECT epoch, receipt_key FROM state");
        ResultSet row = s.executeQuery()) {
      if (!row.next()) {
        throw Database.damaged(file, "it has lost its name", null);
      }
      epoch = row.getString(1);
      receiptKey = row.getBytes(2);
    }
    writer = new Writer(file, maxPages, highWater, c);
    firstStamp = lastStamp() + 1 + new SecureRandom().nextLong(FARTHEST_START);
  }

  /**
   * Opens or creates the journal and checks it.
   *
   * @throws StorageException with what to do when the file is damaged, newer than this program, in
   *     use by another one, or there is no space
   */
  public static Journal open(Path file) throws StorageException {
    return open(file, 0);
  }

  /**
   * As {@link #open(Path)}, with a limit on the file's size in 4 KiB pages (0: none), the ballast
   * not counted.
   */
  public static Journal open(Path file, long maxPages) throws StorageException {
    HighWater highWater = null;
    Connection connection = null;
    Journal journal = null;
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      highWater = HighWater.of(file);
      Inspection.of(file, highWater);
      connection = Database.openWriter(file);
      Journal made = new Journal(file, maxPages, highWater, connection);
      Chain.Tail tail = made.writer.tail();
      highWater.found(tail.seq(), tail.hash());
      journal = made;
      return made;
    } catch (SQLException e) {
      throw Database.failure(file, e);
    } catch (IOException e) {
      throw Database.failure(file, e);
    } finally {
      if (journal == null) {
        Database.drop(connection);
        if (highWater != null) {
          highWater.close();
        }
      }
    }
  }

  /**
   * Whether the mark beside the journal was missing or cut short when it was opened: whether its
   * newest entries were lost cannot be told then, and somebody should be told of that.
   */
  public boolean markLost() {
    return highWater.lost();
  }

  /** Four letters that tell this journal from every earlier one of the terminal. */
  public String epoch() {
    return epoch;
  }

  /** 32 random bytes made with the journal; e-receipt links are derived from them. */
  public byte[] receiptKey() {
    return receiptKey.clone();
  }

  /** The highest stamp in the log, 0 when it is empty. */
  public long lastStamp() {
    lock.lock();
    try {
      return writer.tail().stamp();
    } finally {
      lock.unlock();
    }
  }

  /** When the newest entry was made, by the clock of then; empty when there is none. */
  public Optional<Instant> lastAt() throws StorageException {
    return alone(
        () ->
            Database.<Instant, StorageException>rows(
                    writer.connection(),
                    "SELECT at FROM entry ORDER BY seq DESC LIMIT 1",
                    row -> Instant.parse(row.getString(1)))
                .stream()
                .findFirst());
  }

  /**
   * Where the stamps of this start begin: a random distance behind the last one. Every number of a
   * sale, an order or an event is made of a stamp, so a disk that was put back to an earlier day,
   * and two copies of one disk, never give the same number twice. Also names this start to the
   * collector.
   */
  public long firstStamp() {
    return firstStamp;
  }

  /**
   * The entries of the session that has not been closed, oldest first; empty when there is none.
   * What was written while nobody shopped is of session 0, which is none.
   */
  public List<Entry> openSession() throws StorageException {
    return alone(
        () ->
            Database.<Entry, StorageException>rows(
                writer.connection(),
                "SELECT seq,stamp,session,at,type,body FROM entry"
                    + " WHERE session=(SELECT open_session FROM state) AND session<>0 ORDER BY seq",
                row ->
                    new Entry(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        Instant.parse(row.getString(4)),
                        row.getString(5),
                        row.getBytes(6))));
  }

  /** A finished sale by its id. */
  public Optional<byte[]> sale(String id) throws StorageException {
    return alone(
        () ->
            Database.<byte[], StorageException>rows(
                    writer.connection(),
                    "SELECT body FROM sale WHERE id=?",
                    row -> row.getBytes(1),
                    id)
                .stream()
                .findFirst());
  }

  /**
   * Commits one step. When it returns, the step is on the disk; when it throws, nothing of it
   * stands, and the same step may be appended again.
   *
   * <p>When the disk is full the ballast file beside the journal is given up once, so that the
   * session under way can still be finished; {@link #low} is true from then on.
   */
  public void append(Append step) throws StorageException {
    alone(
        () -> {
          writer.append(step);
          return true;
        });
    if (!step.outgoing().isEmpty()) {
      onOutgoing.run();
    }
  }

  /**
   * Puts something into the outbox that belongs to no session, such as the health of a device. It
   * is on the disk when this returns, but is no entry of the log; nor is the reserve given up for
   * it. What waits under the same id already stays as it is.
   */
  public void send(Outgoing out) throws StorageException {
    write(
        c -> {
          try (PreparedStatement s =
              c.prepareStatement("INSERT OR IGNORE INTO outbox(id,type,at,data) VALUES(?,?,?,?)")) {
            JournalStatements.insert(s, out.id(), out.type(), out.at().toString(), out.data());
          }
        });
    onOutgoing.run();
  }

  /** True while the reserve for finishing a session is used up: no new session should be opened. */
  public boolean low() {
    return writer.low();
  }

  /** Takes the reserve again if there is space; call it while nobody is shopping. */
  public boolean restore() {
    lock.lock();
    try {
      return writer.restore();
    } finally {
      lock.unlock();
    }
  }

  /** Called, on the appending thread, whenever a row was added to the outbox. */
  public void onOutgoing(Runnable listener) {
    onOutgoing = listener;
  }

  /** What is to be uploaded. */
  public Outbox outbox() throws StorageException {
    return new Outbox(this, file);
  }

  /** Reads the whole chain and all sales. */
  public void verify() throws StorageException {
    alone(
        () -> {
          Chain.check(writer.connection(), file, 1);
          Chain.checkSales(writer.connection(), file);
          return true;
        });
  }

  /**
   * Puts a damaged journal and its side files aside under a name with the time; returns the new
   * name. The journal goes first: side files left alone are still found damaged.
   */
  public static Path quarantine(Path file, Instant now) throws IOException {
    String suffix = ".damaged-" + now.toString().replace(":", "").replace(".", "");
    Path aside = file.resolveSibling(file.getFileName() + suffix);
    if (Files.exists(file)) {
      Files.move(file, aside);
    }
    for (String side : Inspection.SIDES) {
      Path from = file.resolveSibling(file.getFileName() + side);
      if (Files.exists(from)) {
        Files.move(from, file.resolveSibling(file.getFileName() + suffix + side));
      }
    }
    return aside;
  }

  @Override
  public void close() throws StorageException {
    lock.lock();
    try {
      writer.close();
    } catch (SQLException e) {
      throw Database.failure(file, e);
    } finally {
      highWater.close();
      lock.unlock();
    }
  }

  /** Runs one transaction on the writing connection. */
  void write(Writer.SqlWork work) throws StorageException {
    alone(
        () -> {
          writer.write(work);
          return true;
        });
  }

  private <T> T alone(Database.Work<T, StorageException> work) throws StorageException {
    lock.lock();
    try {
      return work.run();
    } catch (DateTimeException e) {
      throw Database.damaged(file, e.toString(), e);
    } catch (SQLException e) {
      throw Database.failure(file, e);
    } finally {
      lock.unlock();
    }
  }
}
