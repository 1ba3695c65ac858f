package org.facepay.vision.gallery;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.AEADBadTagException;

/**
 * The members' templates on the disk, each sealed together with the member's name; the database
 * alone tells neither. A withdrawn template is overwritten ({@code secure_delete}), leaves the
 * write-ahead log at once, and a tombstone without any face data remains for the other terminals.
 *
 * <p>Used by one thread at a time.
 */
public final class TemplateStore implements AutoCloseable {
  private final Path file;
  private final GalleryKey key;
  private final Connection connection;

  /** One stored template; prints without it. */
  public static final class Stored {
    private final String member;
    private final float[] template;

    Stored(String member, float[] template) {
      this.member = member;
      this.template = template;
    }

    public String member() {
      return member;
    }

    /** The floats themselves, not a copy: wipe them after use. */
    public float[] template() {
      return template;
    }

    @Override
    public String toString() {
      return "Stored[REDACTED]";
    }
  }

  /** Opens or creates the database. */
  public TemplateStore(Path file, GalleryKey key) throws GalleryException {
    this.file = file;
    this.key = key;
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      run(
          "PRAGMA journal_mode=WAL",
          "PRAGMA synchronous=FULL",
          "PRAGMA secure_delete=ON",
          "CREATE TABLE IF NOT EXISTS template(n INTEGER PRIMARY KEY, tag BLOB NOT NULL, sealed BLOB NOT NULL)",
          "CREATE INDEX IF NOT EXISTS template_tag ON template(tag)",
          "CREATE TABLE IF NOT EXISTS tombstone(tag BLOB PRIMARY KEY, at TEXT NOT NULL)");
    } catch (SQLException | IOException e) {
      throw failure(e);
    }
  }

  /** Keeps a template of a member. */
  public void add(String member, float[] template) throws GalleryException {
    byte[] name = member.getBytes(StandardCharsets.UTF_8);
    ByteBuffer plain = ByteBuffer.allocate(8 + name.length + 4 * template.length);
    plain.putInt(name.length).put(name).putInt(template.length);
    for (float f : template) {
      plain.putFloat(f);
    }
    byte[] tag = key.tag(member);
    try (PreparedStatement s =
        connection.prepareStatement("INSERT INTO template(tag,sealed) VALUES(?,?)")) {
      s.setBytes(1, tag);
      s.setBytes(2, key.seal(plain.array(), tag));
      s.executeUpdate();
    } catch (SQLException e) {
      throw failure(e);
    } finally {
      Arrays.fill(plain.array(), (byte) 0);
    }
  }

  /**
   * Deletes everything of a member, now.
   *
   * @return how many templates there were
   */
  public int forget(String member, Instant now) throws GalleryException {
    byte[] tag = key.tag(member);
    try (PreparedStatement delete =
            connection.prepareStatement("DELETE FROM template WHERE tag=?");
        PreparedStatement mark =
            connection.prepareStatement("INSERT OR REPLACE INTO tombstone VALUES(?,?)")) {
      delete.setBytes(1, tag);
      int gone = delete.executeUpdate();
      mark.setBytes(1, tag);
      mark.setString(2, now.toString());
      mark.executeUpdate();
      run("PRAGMA wal_checkpoint(TRUNCATE)");
      return gone;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /**
   * All templates.
   *
   * @throws GalleryException when one was changed or the key is another one; nothing is returned
   *     then
   */
  public List<Stored> all() throws GalleryException {
    List<Stored> all = new ArrayList<>();
    try (Statement s = connection.createStatement();
        ResultSet row = s.executeQuery("SELECT tag, sealed FROM template ORDER BY n")) {
      while (row.next()) {
        all.add(open(row.getBytes(1), row.getBytes(2)));
      }
    } catch (SQLException e) {
      throw failure(e);
    } catch (AEADBadTagException | BufferUnderflowException e) {
      all.forEach(stored -> Arrays.fill(stored.template(), 0));
      throw new GalleryException(
          file
              + ": a template was changed, or the key is another one; restore both from one backup",
          e);
    }
    return all;
  }

  /** How many templates are kept. */
  public int count() throws GalleryException {
    return number("SELECT count(*) FROM template");
  }

  /** How many members have been forgotten. */
  public int tombstones() throws GalleryException {
    return number("SELECT count(*) FROM tombstone");
  }

  @Override
  public void close() throws GalleryException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private Stored open(byte[] tag, byte[] sealed) throws AEADBadTagException {
    byte[] bytes = key.open(sealed, tag);
    ByteBuffer plain = ByteBuffer.wrap(bytes);
    byte[] name = new byte[plain.getInt()];
    plain.get(name);
    float[] template = new float[plain.getInt()];
    for (int i = 0; i < template.length; i++) {
      template[i] = plain.getFloat();
    }
    Arrays.fill(bytes, (byte) 0);
    return new Stored(new String(name, StandardCharsets.UTF_8), template);
  }

  private int number(String sql) throws GalleryException {
    try (Statement s = connection.createStatement();
        ResultSet row = s.executeQuery(sql)) {
      return row.next() ? row.getInt(1) : 0;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private void run(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private GalleryException failure(Exception e) {
    return new GalleryException("the gallery " + file + " cannot be used: " + e.getMessage(), e);
  }
}
