package org.facepay.terminal.provider.agreement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.facepay.sync.sqlite.Database;
import org.facepay.terminal.files.ExplainedException;
import org.facepay.terminal.files.StoreWords;
import org.facepay.terminal.member.Vault;

/**
 * The members' agreements in one SQLite file: under a tag of the member instead of a name, the
 * wallet's number sealed, as members' phones are. Thread-safe.
 */
public final class Agreements implements AutoCloseable {
  private final Path file;
  private final Vault vault;
  private final Connection connection;

  /** Opens or creates the file. */
  public Agreements(Path file, Vault vault) throws IOException {
    this.file = file;
    this.vault = vault;
    try {
      connection =
          Database.open(
              file,
              "PRAGMA secure_delete=ON",
              "CREATE TABLE IF NOT EXISTS agreement(member BLOB PRIMARY KEY, number BLOB NOT NULL,"
                  + " at INTEGER NOT NULL)");
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  /** Keeps a member's agreement instead of the one before. */
  public synchronized void sign(String member, AgreementNumber number, Instant at)
      throws IOException {
    try {
      Database.change(
          connection,
          "INSERT OR REPLACE INTO agreement VALUES(?,?,?)",
          tag(member),
          vault.seal(number.digits().getBytes(StandardCharsets.UTF_8), context(member)),
          at.toEpochMilli());
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  /** A member's agreement, if there is one. */
  public synchronized Optional<AgreementNumber> find(String member) throws IOException {
    try {
      return Database.rows(
              connection,
              "SELECT number FROM agreement WHERE member=?",
              r -> opened(r.getBytes(1), member),
              tag(member))
          .stream()
          .findFirst();
    } catch (SQLException e) {
      throw unusable(e);
    } catch (GeneralSecurityException e) {
      throw new IOException(
          file + ": an agreement was changed, or the key is another one; restore both", e);
    }
  }

  private AgreementNumber opened(byte[] sealed, String member) throws GeneralSecurityException {
    return new AgreementNumber(
        new String(vault.open(sealed, context(member)), StandardCharsets.UTF_8));
  }

  /** Forgets a member's agreement, as when the member leaves; may be repeated. */
  public synchronized void forget(String member) throws IOException {
    try {
      Database.change(connection, "DELETE FROM agreement WHERE member=?", tag(member));
      Database.run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  private byte[] tag(String member) {
    return vault.tag("agreement of " + member);
  }

  private static String context(String member) {
    return "agreement of " + member;
  }

  private IOException unusable(SQLException e) {
    return ExplainedException.ofStore(StoreWords.AGREEMENTS, file, e);
  }

  @Override
  public synchronized void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw unusable(e);
    }
  }
}
