package org.facepay.sync.attendants;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facepay.sync.digest.Sha256;
import org.facepay.sync.sqlite.Database;

/**
 * The phones of the staff. One is paired by a code that is shown once and counts for ten minutes;
 * what it gets for it is kept as a hash, holds for a day and can be taken back. Thread-safe.
 */
final class Phones implements AutoCloseable {
  private static final Duration CODE = Duration.ofMinutes(10);

  /** A shift, and the way home. */
  private static final Duration PAIRED = Duration.ofHours(16);

  private static final int MOST_CODES = 32;
  private static final String TABLE =
      "CREATE TABLE IF NOT EXISTS phone(token TEXT PRIMARY KEY, attendant TEXT NOT NULL, until INTEGER NOT NULL)"
          + " WITHOUT ROWID";

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Code> codes = new HashMap<>();
  private final Connection writer;
  private final InstantSource clock;
  private Optional<String> home = Optional.empty();

  private record Code(String attendant, Instant until) {}

  /** A paired phone. */
  record Phone(String attendant, Instant until) {}

  private Phones(Connection writer, InstantSource clock) {
    this.writer = writer;
    this.clock = clock;
  }

  static Phones open(Path file, InstantSource clock) throws IOException {
    try {
      return new Phones(Database.open(file, TABLE), clock);
    } catch (SQLException e) {
      throw new IOException("cannot open " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * From now on phones reach the page here.
   *
   * @param home address without a path
   */
  synchronized void servedAt(String home) {
    this.home = Optional.of(home);
  }

  /** Address of the page without a path; empty where none is served. */
  synchronized Optional<String> home() {
    return home;
  }

  /** What pairs one phone with this member of staff; empty where no page is served. */
  synchronized Optional<String> link(String attendant) {
    return home.map(at -> at + StaffDesk.PAIR + "?code=" + code(attendant));
  }

  /** The code that waits longest; of so many, whoever it was shown to has most likely gone. */
  private Optional<String> oldest() {
    return codes.entrySet().stream()
        .min(Map.Entry.comparingByValue(Comparator.comparing(Code::until)))
        .map(Map.Entry::getKey);
  }

  /** A new code for this member of staff; one from before counts no more. */
  synchronized String code(String attendant) {
    Instant now = clock.instant();
    codes
        .values()
        .removeIf(code -> !code.until().isAfter(now) || code.attendant().equals(attendant));
    if (codes.size() >= MOST_CODES) {
      oldest().ifPresent(codes::remove);
    }
    String code = secret();
    codes.put(code, new Code(attendant, now.plus(CODE)));
    return code;
  }

  /**
   * The token of a phone that shows this code; the code counts no more, and neither does the phone
   * that the same member of staff had before: whoever has lost one pairs another.
   */
  synchronized Optional<String> pair(String code) throws IOException {
    Code shown = codes.remove(code);
    Instant now = clock.instant();
    if (shown == null || !shown.until().isAfter(now)) {
      return Optional.empty();
    }
    String token = secret();
    revoke(shown.attendant());
    run(
        () ->
            Database.change(
                writer,
                "INSERT INTO phone VALUES(?,?,?)",
                Sha256.hex(token),
                shown.attendant(),
                now.plus(PAIRED).toEpochMilli()));
    return Optional.of(token);
  }

  /** Whose phone has this token. */
  synchronized Optional<Phone> phone(String token) throws IOException {
    Instant now = clock.instant();
    List<Phone> phones =
        run(
            () ->
                Database.<Phone, SQLException>rows(
                    writer,
                    "SELECT attendant, until FROM phone WHERE token=?",
                    row -> new Phone(row.getString(1), Instant.ofEpochMilli(row.getLong(2))),
                    Sha256.hex(token)));
    return phones.stream().filter(phone -> phone.until().isAfter(now)).findFirst();
  }

  /** The phone is paired no more. */
  synchronized void unpair(String token) throws IOException {
    run(() -> Database.change(writer, "DELETE FROM phone WHERE token=?", Sha256.hex(token)));
  }

  /** No phone of this member of staff is paired any more. */
  synchronized void revoke(String attendant) throws IOException {
    codes.values().removeIf(code -> code.attendant().equals(attendant));
    run(() -> Database.change(writer, "DELETE FROM phone WHERE attendant=?", attendant));
  }

  private String secret() {
    byte[] bytes = new byte[18];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static <T> T run(Database.Work<T, SQLException> work) throws IOException {
    try {
      return work.run();
    } catch (SQLException e) {
      throw new IOException("the phones cannot be kept: " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    run(
        () -> {
          writer.close();
          return true;
        });
  }
}
