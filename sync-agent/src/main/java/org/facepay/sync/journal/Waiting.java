package org.facepay.sync.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.facepay.sync.sqlite.Database;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.sync.sqlite.StorageException.Reason;

/** What waits for the collector, read beside a terminal at work or of a stopped one; no trace. */
public final class Waiting implements AutoCloseable {
  private final Look look;
  private final String epoch;
  private long last;

  private Waiting(Look look, String epoch) {
    this.look = look;
    this.epoch = epoch;
  }

  /**
   * Opens a journal to read it.
   *
   * @throws StorageException when it is none
   */
  public static Waiting in(Path file) throws StorageException, SQLException, IOException {
    Look look = Look.at(file);
    boolean good = false;
    try {
      if (!Schema.made(look.connection(), file)) {
        throw new StorageException(Reason.DAMAGED, file + " is no journal: it has no tables");
      }
      List<String> epoch =
          Database.<String, SQLException>rows(
              look.connection(), "SELECT epoch FROM state", row -> row.getString(1));
      if (epoch.isEmpty()) {
        throw Database.damaged(file, "it has lost its name", null);
      }
      good = true;
      return new Waiting(look, epoch.getFirst());
    } finally {
      if (!good) {
        look.close();
      }
    }
  }

  /** Four letters that tell the journal from every other one. */
  public String epoch() {
    return epoch;
  }

  /** The next rows, at least one and then so many bytes of data; none when all were read. */
  public List<Outgoing> next(int bytes) throws SQLException {
    List<Outgoing> rows = new ArrayList<>();
    try (PreparedStatement s =
        look.connection()
            .prepareStatement(
                "SELECT n,id,type,at,data FROM outbox WHERE refused IS NULL AND n>? ORDER BY n")) {
      s.setLong(1, last);
      try (ResultSet row = s.executeQuery()) {
        for (int sum = 0; row.next(); ) {
          byte[] data = row.getBytes(5);
          sum += data.length;
          if (sum > bytes && !rows.isEmpty()) {
            break;
          }
          last = row.getLong(1);
          rows.add(
              new Outgoing(
                  row.getString(2), row.getString(3), Instant.parse(row.getString(4)), data));
        }
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException, IOException {
    look.close();
  }
}
