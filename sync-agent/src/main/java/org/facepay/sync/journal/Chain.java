package org.facepay.sync.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.facepay.sync.digest.Sha256;
import org.facepay.sync.journal.Append.Sale;
import org.facepay.sync.sqlite.Database;
import org.facepay.sync.sqlite.StorageException;

/**
 * The SHA-256 chain over the entries: each hash covers the entry, the sale it made and the hash
 * before it. It finds what SQLite's own check does not look for: a changed byte in a body, an entry
 * taken out of the middle, a sale that was changed, added or deleted. It cannot know of entries
 * that once followed the last one; {@link HighWater} does.
 */
final class Chain {
  private Chain() {}

  /** The last entry of the log; seq 0 and a hash of zeros when it is empty. */
  record Tail(long seq, long stamp, byte[] hash) {
    static Tail of(Connection c) throws SQLException {
      try (PreparedStatement s =
              c.prepareStatement("SELECT seq,stamp,hash FROM entry ORDER BY seq DESC LIMIT 1");
          ResultSet row = s.executeQuery()) {
        return row.next()
            ? new Tail(row.getLong(1), row.getLong(2), row.getBytes(3))
            : new Tail(0, 0, new byte[32]);
      }
    }

    Tail after(Append step) {
      long next = seq + 1;
      return new Tail(
          next,
          step.stamp(),
          Chain.hash(
              hash,
              next,
              step.stamp(),
              step.session(),
              step.at().toString(),
              step.type(),
              step.body(),
              step.sale()));
    }
  }

  /** Verifies pages and the chain from an entry on. */
  static void check(Connection c, Path file, long from) throws SQLException, StorageException {
    try (PreparedStatement s = c.prepareStatement("PRAGMA quick_check(1)");
        ResultSet row = s.executeQuery()) {
      String verdict = row.next() ? row.getString(1) : "no answer";
      if (!verdict.equals("ok")) {
        throw Database.damaged(file, verdict, null);
      }
    }
    String sale =
        Schema.sealsSales(c)
            ? "entry.sale,sale.id,sale.at,total_minor,currency,sale.body"
                + " FROM entry LEFT JOIN sale ON sale.id=entry.sale"
            : "NULL FROM entry";
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT seq,stamp,session,entry.at,type,entry.body,hash,"
                + sale
                + " WHERE seq>=? ORDER BY seq")) {
      s.setLong(1, Math.max(1, from - 1));
      try (ResultSet row = s.executeQuery()) {
        byte[] previous = new byte[32];
        if (from > 1) {
          if (!row.next() || row.getLong(1) != from - 1) {
            throw Database.damaged(file, "entry " + (from - 1) + " is missing", null);
          }
          previous = row.getBytes(7);
        }
        check(row, file, from, previous);
      }
    }
  }

  private static void check(ResultSet row, Path file, long from, byte[] before)
      throws SQLException, StorageException {
    byte[] previous = before;
    long expected = from;
    while (row.next()) {
      byte[] hash =
          hash(
              previous,
              row.getLong(1),
              row.getLong(2),
              row.getLong(3),
              row.getString(4),
              row.getString(5),
              row.getBytes(6),
              sale(row, file));
      if (row.getLong(1) != expected || !Arrays.equals(hash, row.getBytes(7))) {
        throw Database.damaged(file, "the chain breaks at entry " + expected, null);
      }
      previous = hash;
      expected++;
    }
  }

  /** The sale an entry made, as it stands now. */
  private static Optional<Sale> sale(ResultSet row, Path file)
      throws SQLException, StorageException {
    String id = row.getString(8);
    if (id == null) {
      return Optional.empty();
    }
    if (row.getString(9) == null) {
      throw Database.damaged(file, "sale " + id + " is missing", null);
    }
    try {
      return Optional.of(
          new Sale(
              id,
              Instant.parse(row.getString(10)),
              row.getLong(11),
              row.getString(12),
              row.getBytes(13)));
    } catch (DateTimeException e) {
      throw Database.damaged(file, "sale " + id + " has no time", e);
    }
  }

  /** Finds sales that no entry made. */
  static void checkSales(Connection c, Path file) throws SQLException, StorageException {
    if (!Schema.sealsSales(c)) {
      return;
    }
    long strange =
        Database.number(
            c,
            "SELECT count(*) FROM sale WHERE rowid>(SELECT unsealed_sales FROM state)"
                + " AND id NOT IN (SELECT sale FROM entry WHERE sale IS NOT NULL)");
    if (strange > 0) {
      throw Database.damaged(file, strange + " sales were made by no entry", null);
    }
  }

  static byte[] hash(
      byte[] previous,
      long seq,
      long stamp,
      long session,
      String at,
      String type,
      byte[] body,
      Optional<Sale> sale) {
    MessageDigest sha = Sha256.begun();
    sha.update(previous);
    sha.update(ByteBuffer.allocate(24).putLong(seq).putLong(stamp).putLong(session).array());
    sha.update((at + '\n' + type + '\n').getBytes(StandardCharsets.UTF_8));
    sha.update(body);
    if (sale.isPresent()) {
      sha.update(digest(sale.get()));
    }
    return sha.digest();
  }

  private static byte[] digest(Sale sale) {
    MessageDigest sha = Sha256.begun();
    String head = String.join("\n", sale.id(), sale.at().toString(), sale.currency(), "");
    sha.update(head.getBytes(StandardCharsets.UTF_8));
    sha.update(ByteBuffer.allocate(Long.BYTES).putLong(sale.totalMinor()).array());
    return sha.digest(sale.body());
  }
}
