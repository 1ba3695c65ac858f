package org.facepay.terminal.payment.agreement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.facepay.sync.journal.Database;
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
      Files.createDirectories(file.toAbsolutePath().getParent());
      connection = Database.openWriter(file);
      Database.run(
          connection,
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
    try (PreparedStatement s =
        connection.prepareStatement("INSERT OR REPLACE INTO agreement VALUES(?,?,?)")) {
      s.setBytes(1, tag(member));
      s.setBytes(2, vault.seal(number.digits().getBytes(StandardCharsets.UTF_8), context(member)));
      s.setLong(3, at.toEpochMilli());
      s.executeUpdate();
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  /** A member's agreement, if there is one. */
  public synchronized Optional<AgreementNumber> find(String member) throws IOException {
    try (PreparedStatement s =
        connection.prepareStatement("SELECT number FROM agreement WHERE member=?")) {
      s.setBytes(1, tag(member));
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          return Optional.empty();
        }
        byte[] plain = vault.open(r.getBytes(1), context(member));
        return Optional.of(new AgreementNumber(new String(plain, StandardCharsets.UTF_8)));
      }
    } catch (SQLException e) {
      throw unusable(e);
    } catch (GeneralSecurityException e) {
      throw new IOException(
          file + ": an agreement was changed, or the key is another one; restore both", e);
    }
  }

  /** Forgets a member's agreement, as when the member leaves; may be repeated. */
  public synchronized void forget(String member) throws IOException {
    try (PreparedStatement s =
        connection.prepareStatement("DELETE FROM agreement WHERE member=?")) {
      s.setBytes(1, tag(member));
      s.executeUpdate();
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
    return new IOException("the agreements in " + file + " cannot be used: " + e.getMessage(), e);
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
