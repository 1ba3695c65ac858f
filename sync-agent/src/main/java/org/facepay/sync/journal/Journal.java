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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.facepay.sync.sqlite.Database;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.sync.sqlite.StorageException.Reason;
import org.jspecify.annotations.Nullable;

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
  private static final int PAGE_BYTES = 4096;

  /** How far at most the stamps of a start begin behind those of the one before. */
  private static final long FARTHEST_START = 1L << 40;

  private final Path file;
  private final Ballast ballast;
  private final HighWater highWater;
  private final long maxPages;
  private final ReentrantLock lock = new ReentrantLock();
  private final String epoch;
  private final byte[] receiptKey;
  private final long firstStamp;
  private @Nullable Connection writer;
  private @Nullable JournalStatements statements;
  private Chain.Tail tail;
  private boolean closed;

  /** Whether the last commit failed: SQLite may have brought it to the disk all the same. */
  private boolean doubtful;

  private volatile Runnable onOutgoing = () -> {};

  private Journal(Path file, long maxPages, HighWater highWater, Connection c)
      throws SQLException, StorageException {
    this.file = file;
    this.ballast = Ballast.of(file);
    this.maxPages = maxPages;
    this.highWater = highWater;
    this.writer = c;
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
    tail = Chain.Tail.of(c);
    firstStamp = tail.stamp() + 1 + new SecureRandom().nextLong(FARTHEST_START);
    ballast.take();
    limitPages(c);
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
      journal = new Journal(file, maxPages, highWater, connection);
      highWater.found(journal.tail.seq(), journal.tail.hash());
      return journal;
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
      return tail.stamp();
    } finally {
      lock.unlock();
    }
  }

  /** When the newest entry was made, by the clock of then; empty when there is none. */
  public Optional<Instant> lastAt() throws StorageException {
    lock.lock();
    try (PreparedStatement s =
            connection().prepareStatement("SELECT at FROM entry ORDER BY seq DESC LIMIT 1");
        ResultSet row = s.executeQuery()) {
      return row.next() ? Optional.of(Instant.parse(row.getString(1))) : Optional.empty();
    } catch (DateTimeException e) {
      throw Database.damaged(file, e.toString(), e);
    } catch (SQLException e) {
      throw Database.failure(file, e);
    } finally {
      lock.unlock();
    }
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
   */
  public List<Entry> openSession() throws StorageException {
    List<Entry> entries = new ArrayList<>();
    lock.lock();
    try (PreparedStatement s =
            connection()
                .prepareStatement(
                    "SELECT seq,stamp,session,at,type,body FROM entry WHERE session=(SELECT open_session FROM state) ORDER BY seq");
        ResultSet row = s.executeQuery()) {
      while (row.next()) {
        entries.add(
            new Entry(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                Instant.parse(row.getString(4)),
                row.getString(5),
                row.getBytes(6)));
      }
    } catch (DateTimeException e) {
      throw Database.damaged(file, e.toString(), e);
    } catch (SQLException e) {
      throw Database.failure(file, e);
    } finally {
      lock.unlock();
    }
    return entries;
  }

  /** A finished sale by its id. */
  public Optional<byte[]> sale(String id) throws StorageException {
    lock.lock();
    try (PreparedStatement s = connection().prepareStatement("SELECT body FROM sale WHERE id=?")) {
      s.setString(1, id);
      try (ResultSet row = s.executeQuery()) {
        return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw Database.failure(file, e);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Commits one step. When it returns, the step is on the disk; when it throws, nothing of it
   * stands, and the same step may be appended again.
   *
   * <p>When the disk is full the ballast file beside the journal is given up once, so that the
   * session under way can still be finished; {@link #low} is true from then on.
   */
  public void append(Append step) throws StorageException {
    lock.lock();
    try {
      try {
        commit(step);
      } catch (SQLException first) {
        drop();
        StorageException failure = Database.failure(file, first);
        if (failure.reason() != Reason.FULL || !ballast.giveUp()) {
          throw failure;
        }
        commit(step);
      }
    } catch (SQLException e) {
      drop();
      throw Database.failure(file, e);
    } finally {
      lock.unlock();
    }
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
    return !ballast.held();
  }

  /** Takes the reserve again if there is space; call it while nobody is shopping. */
  public boolean restore() {
    lock.lock();
    try {
      if (low() && ballast.take()) {
        limitPages(connection());
      }
      return !low();
    } catch (SQLException e) {
      ballast.giveUp();
      return false;
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
    lock.lock();
    try {
      Chain.check(connection(), file, 1);
      Chain.checkSales(connection(), file);
    } catch (SQLException e) {
      throw Database.failure(file, e);
    } finally {
      lock.unlock();
    }
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
      if (!closed && writer != null) {
        Database.run(writer, "PRAGMA wal_checkpoint(TRUNCATE)");
      }
    } catch (SQLException e) {
      throw Database.failure(file, e);
    } finally {
      closed = true;
      drop();
      highWater.close();
      lock.unlock();
    }
  }

  /** Runs one transaction on the writing connection. */
  void write(SqlWork work) throws StorageException {
    lock.lock();
    try {
      Connection c = connection();
      Database.run(c, "BEGIN IMMEDIATE");
      work.on(c);
      Database.run(c, "COMMIT");
    } catch (SQLException e) {
      drop();
      throw Database.failure(file, e);
    } finally {
      lock.unlock();
    }
  }

  /** Statements inside a transaction. */
  interface SqlWork {
    void on(Connection connection) throws SQLException;
  }

  private void commit(Append step) throws SQLException {
    Connection c = connection();
    if (doubtful && tail.seq() > 0 && tail.stamp() == step.stamp()) {
      // The commit that failed has reached the file after all; make sure of the disk, too.
      Database.run(c, "PRAGMA wal_checkpoint(TRUNCATE)");
      doubtful = false;
      return;
    }
    doubtful = true;
    Chain.Tail next = tail.after(step);
    JournalStatements s = statements == null ? JournalStatements.on(c) : statements;
    statements = s;
    Database.run(c, "BEGIN IMMEDIATE");
    s.insert(step, next);
    Database.run(c, "COMMIT");
    doubtful = false;
    tail = next;
    highWater.mark(next.seq(), next.hash());
  }

  /** The writing connection; a new one after a failure. */
  private Connection connection() throws SQLException {
    Connection c = writer;
    if (c == null) {
      if (closed) {
        throw new SQLException("the journal is closed");
      }
      c = Database.openWriter(file);
      writer = c;
      limitPages(c);
      tail = Chain.Tail.of(c);
    }
    return c;
  }

  /** After a failure the connection's own idea of its transaction cannot be trusted. */
  private void drop() {
    statements = null;
    Database.drop(writer);
    writer = null;
  }

  private void limitPages(Connection c) throws SQLException {
    if (maxPages > 0) {
      long reserve = low() ? Ballast.BYTES / PAGE_BYTES : 0;
      Database.run(c, "PRAGMA max_page_count=" + (maxPages + reserve));
    }
  }
}
