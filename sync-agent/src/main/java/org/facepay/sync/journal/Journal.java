package org.facepay.sync.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.facepay.sync.journal.JournalException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The append-only log of what happened at a terminal. An event, the sale it made and the rows to
 * upload are committed in one transaction and are on the disk when {@link #append} returns. Every
 * entry carries the SHA-256 of the one before it, so that a lost tail or a changed byte is found
 * when the file is opened.
 *
 * <p>Thread-safe; writes are serialised by one lock, the outbox is read on a connection of its own.
 */
public final class Journal implements AutoCloseable {
  static final int SCHEMA = 1;

  /** Entries whose chain is verified at every start; {@link #verify} reads all of them. */
  private static final int CHECKED_AT_START = 2_000;

  private static final int BALLAST_BYTES = 1 << 20;
  private static final char[] EPOCH_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ".toCharArray();

  private final Path file;
  private final Path ballast;
  private final long maxPages;
  private final ReentrantLock lock = new ReentrantLock();
  private Connection writer;
  private @Nullable Statements statements;
  private final String epoch;
  private final byte[] receiptKey;
  private long lastSeq;
  private long lastStamp;
  private byte[] lastHash;
  private Runnable onOutgoing = () -> {};

  /** The prepared statements of one writing connection. */
  private record Statements(
      PreparedStatement entry,
      PreparedStatement sale,
      PreparedStatement outbox,
      PreparedStatement close) {
    static Statements on(Connection c) throws SQLException {
      return new Statements(
          c.prepareStatement(
              "INSERT INTO entry(seq,stamp,session,at,type,body,hash) VALUES(?,?,?,?,?,?,?)"),
          c.prepareStatement("INSERT INTO sale(id,at,total_minor,currency,body) VALUES(?,?,?,?,?)"),
          c.prepareStatement("INSERT INTO outbox(id,type,at,data) VALUES(?,?,?,?)"),
          c.prepareStatement("UPDATE state SET open_session=? WHERE one=1"));
    }
  }

  private Journal(Path file, long maxPages) throws SQLException, JournalException {
    this.file = file;
    this.ballast = file.resolveSibling(file.getFileName() + ".ballast");
    this.maxPages = maxPages;
    this.writer = Database.openWriter(file);
    migrate(writer, file);
    limitPages();
    try (PreparedStatement s = writer.prepareStatement("SELECT epoch, receipt_key FROM state");
        ResultSet row = s.executeQuery()) {
      row.next();
      epoch = row.getString(1);
      receiptKey = row.getBytes(2);
    }
    lastSeq = Database.number(writer, "SELECT max(seq) FROM entry");
    lastStamp = Database.number(writer, "SELECT max(stamp) FROM entry");
    lastHash = check(Math.max(1, lastSeq - CHECKED_AT_START + 1));
  }

  /**
   * Opens or creates the journal and checks it.
   *
   * @throws JournalException with what to do when the file is damaged, newer than this program, or
   *     there is no space
   */
  public static Journal open(Path file) throws JournalException {
    return open(file, 0);
  }

  /** As {@link #open(Path)}, with a limit on the file's size in 4 KiB pages (0: none). */
  public static Journal open(Path file, long maxPages) throws JournalException {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Journal journal = new Journal(file, maxPages);
      journal.layBallast();
      return journal;
    } catch (SQLException e) {
      throw Database.failure(file, e);
    } catch (IOException e) {
      throw new JournalException(
          Reason.IO, "cannot create the folder of " + file + ": " + e.getMessage(), e);
    }
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
    return lastStamp;
  }

  /**
   * The entries of the session that has not been closed, oldest first; empty when there is none.
   */
  public List<Entry> openSession() throws JournalException {
    List<Entry> entries = new ArrayList<>();
    lock.lock();
    try (PreparedStatement s =
        writer.prepareStatement(
            "SELECT seq,stamp,session,at,type,body FROM entry WHERE session=(SELECT open_session FROM state) ORDER BY seq")) {
      try (ResultSet row = s.executeQuery()) {
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
      }
    } catch (SQLException e) {
      throw Database.failure(file, e);
    } finally {
      lock.unlock();
    }
    return entries;
  }

  /**
   * Commits one step. When it returns, the step is on the disk; when it throws, nothing of it is.
   *
   * <p>When the disk is full the ballast file beside the journal is given up once, so that the
   * session under way can still be finished; {@link #low} is true from then on.
   */
  public void append(Append step) throws JournalException {
    lock.lock();
    try {
      try {
        commit(step);
      } catch (SQLException first) {
        reopen();
        JournalException failure = Database.failure(file, first);
        if (failure.reason() != Reason.FULL || !giveUpBallast()) {
          throw failure;
        }
        commit(step);
      }
    } catch (SQLException e) {
      reopen();
      throw Database.failure(file, e);
    } finally {
      lock.unlock();
    }
    if (!step.outgoing().isEmpty()) {
      onOutgoing.run();
    }
  }

  /** True while the reserve for finishing a session is used up: no new session should be opened. */
  public boolean low() {
    return !Files.exists(ballast);
  }

  /** Takes the reserve again if there is space; call it while nobody is shopping. */
  public boolean restore() {
    return !low() || layBallast();
  }

  /** Called, on the appending thread, whenever a row was added to the outbox. */
  public void onOutgoing(Runnable listener) {
    onOutgoing = listener;
  }

  /** What is to be uploaded. */
  public Outbox outbox() throws JournalException {
    return new Outbox(this, file);
  }

  /** Reads the whole chain. */
  public void verify() throws JournalException {
    lock.lock();
    try {
      check(1);
    } catch (SQLException e) {
      throw Database.failure(file, e);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Puts a damaged journal and its side files aside under a name with the time; returns the new
   * name.
   */
  public static Path quarantine(Path file, Instant now) throws IOException {
    String suffix = ".damaged-" + now.toString().replace(":", "").replace(".", "");
    for (String side : List.of("-wal", "-shm", ".ballast")) {
      Path from = file.resolveSibling(file.getFileName() + side);
      if (Files.exists(from)) {
        Files.move(from, file.resolveSibling(file.getFileName() + suffix + side));
      }
    }
    return Files.move(file, file.resolveSibling(file.getFileName() + suffix));
  }

  @Override
  public void close() throws JournalException {
    lock.lock();
    try {
      Database.run(writer, "PRAGMA wal_checkpoint(TRUNCATE)");
      writer.close();
    } catch (SQLException e) {
      throw Database.failure(file, e);
    } finally {
      lock.unlock();
    }
  }

  /** Runs one transaction on the writing connection. */
  void write(SqlWork work) throws JournalException {
    lock.lock();
    try {
      Database.run(writer, "BEGIN IMMEDIATE");
      work.on(writer);
      Database.run(writer, "COMMIT");
    } catch (SQLException e) {
      reopen();
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
    Statements s = statements == null ? Statements.on(writer) : statements;
    statements = s;
    long seq = lastSeq + 1;
    byte[] hash =
        hash(
            lastHash,
            seq,
            step.stamp(),
            step.session(),
            step.at().toString(),
            step.type(),
            step.body());
    Database.run(writer, "BEGIN IMMEDIATE");
    insert(
        s.entry,
        seq,
        step.stamp(),
        step.session(),
        step.at().toString(),
        step.type(),
        step.body(),
        hash);
    if (step.sale().isPresent()) {
      Append.Sale sale = step.sale().get();
      insert(
          s.sale, sale.id(), sale.at().toString(), sale.totalMinor(), sale.currency(), sale.body());
    }
    for (Outgoing out : step.outgoing()) {
      insert(s.outbox, out.id(), out.type(), out.at().toString(), out.data());
    }
    if (step.closesSession()) {
      insert(s.close, 0L);
    } else if (step.session() == step.stamp()) {
      insert(s.close, step.session());
    }
    Database.run(writer, "COMMIT");
    lastSeq = seq;
    lastStamp = step.stamp();
    lastHash = hash;
  }

  private static void insert(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.executeUpdate();
  }

  /**
   * After a failure the connection's own idea of its transaction cannot be trusted: take a new one.
   */
  private void reopen() throws JournalException {
    statements = null;
    try {
      writer.close();
    } catch (SQLException e) {
      // A connection that cannot be closed is dropped all the same; SQLite rolls its transaction
      // back.
    }
    try {
      writer = Database.openWriter(file);
      limitPages();
    } catch (SQLException e) {
      throw Database.failure(file, e);
    }
  }

  private void limitPages() throws SQLException {
    if (maxPages > 0) {
      Database.run(writer, "PRAGMA max_page_count=" + maxPages);
    }
  }

  private boolean layBallast() {
    try {
      if (!Files.exists(ballast)) {
        byte[] noise = new byte[BALLAST_BYTES];
        new SecureRandom().nextBytes(noise); // a file of zeros may take no space at all
        Files.write(ballast, noise);
      }
      return true;
    } catch (IOException e) {
      try {
        Files.deleteIfExists(ballast);
      } catch (IOException again) {
        e.addSuppressed(again);
      }
      return false;
    }
  }

  private boolean giveUpBallast() {
    try {
      boolean given = Files.deleteIfExists(ballast);
      if (given && maxPages > 0) {
        Database.run(writer, "PRAGMA max_page_count=" + (maxPages + BALLAST_BYTES / 4096));
      }
      return given;
    } catch (IOException | SQLException e) {
      return false;
    }
  }

  private static void migrate(Connection c, Path file) throws SQLException, JournalException {
    long version = Database.number(c, "PRAGMA user_version");
    if (version > SCHEMA) {
      throw new JournalException(
          Reason.NEWER,
          file
              + " was written by a newer version (schema "
              + version
              + "); install that version again");
    }
    if (version == SCHEMA) {
      return;
    }
    byte[] key = new byte[32];
    SecureRandom random = new SecureRandom();
    random.nextBytes(key);
    StringBuilder letters = new StringBuilder();
    random.ints(4, 0, EPOCH_LETTERS.length).forEach(i -> letters.append(EPOCH_LETTERS[i]));
    Database.run(
        c,
        "BEGIN IMMEDIATE",
        "CREATE TABLE state(one INTEGER PRIMARY KEY CHECK(one=1), epoch TEXT NOT NULL, receipt_key BLOB NOT NULL, open_session INTEGER NOT NULL)",
        "CREATE TABLE entry(seq INTEGER PRIMARY KEY, stamp INTEGER NOT NULL, session INTEGER NOT NULL, at TEXT NOT NULL, type TEXT NOT NULL, body BLOB NOT NULL, hash BLOB NOT NULL)",
        "CREATE INDEX entry_session ON entry(session)",
        "CREATE TABLE sale(id TEXT PRIMARY KEY, at TEXT NOT NULL, total_minor INTEGER NOT NULL, currency TEXT NOT NULL, body BLOB NOT NULL)",
        "CREATE TABLE outbox(n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, at TEXT NOT NULL, data BLOB NOT NULL, refused TEXT)");
    try (PreparedStatement s = c.prepareStatement("INSERT INTO state VALUES(1,?,?,0)")) {
      insert(s, letters.toString(), key);
    }
    Database.run(c, "PRAGMA user_version=" + SCHEMA, "COMMIT");
  }

  /** Verifies pages and the chain from an entry on; returns the hash of the last entry. */
  private byte[] check(long from) throws SQLException, JournalException {
    try (PreparedStatement s = writer.prepareStatement("PRAGMA quick_check(1)");
        ResultSet row = s.executeQuery()) {
      String verdict = row.next() ? row.getString(1) : "no answer";
      if (!verdict.equals("ok")) {
        throw Database.damaged(file, verdict, null);
      }
    }
    byte[] previous = new byte[32];
    long expected = from;
    try (PreparedStatement s =
        writer.prepareStatement(
            "SELECT seq,stamp,session,at,type,body,hash FROM entry WHERE seq>=? ORDER BY seq")) {
      s.setLong(1, Math.max(1, from - 1));
      try (ResultSet row = s.executeQuery()) {
        if (from > 1) {
          if (!row.next()) {
            throw Database.damaged(file, "entry " + (from - 1) + " is missing", null);
          }
          previous = row.getBytes(7);
        }
        while (row.next()) {
          byte[] hash =
              hash(
                  previous,
                  row.getLong(1),
                  row.getLong(2),
                  row.getLong(3),
                  row.getString(4),
                  row.getString(5),
                  row.getBytes(6));
          if (row.getLong(1) != expected || !Arrays.equals(hash, row.getBytes(7))) {
            throw Database.damaged(file, "the chain breaks at entry " + expected, null);
          }
          previous = hash;
          expected++;
        }
      }
    }
    return previous;
  }

  private static byte[] hash(
      byte[] previous, long seq, long stamp, long session, String at, String type, byte[] body) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(previous);
      sha.update(ByteBuffer.allocate(24).putLong(seq).putLong(stamp).putLong(session).array());
      sha.update((at + '\n' + type + '\n').getBytes(StandardCharsets.UTF_8));
      return sha.digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** A finished sale by its id. */
  public Optional<byte[]> sale(String id) throws JournalException {
    lock.lock();
    try (PreparedStatement s = writer.prepareStatement("SELECT body FROM sale WHERE id=?")) {
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
}
