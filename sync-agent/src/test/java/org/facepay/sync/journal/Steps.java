package org.facepay.sync.journal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Steps as a till would append them. */
public final class Steps {
  static final Instant AT = Instant.parse("2026-03-01T09:30:00.123Z");

  private Steps() {}

  /** An event of a session. */
  static Append event(long stamp, long session) {
    return event(stamp, session, "{\"n\":" + stamp + "}");
  }

  static Append event(long stamp, long session, String body) {
    return new Append(
        stamp, session, AT, "ItemScanned", utf8(body), Optional.empty(), List.of(), false);
  }

  /** The event that ends a session with a sale. */
  static Append sale(long stamp, long session, String id) {
    Append.Sale sale = new Append.Sale(id, AT, 1290, "CNY", utf8("{\"id\":\"" + id + "\"}"));
    return new Append(
        stamp,
        session,
        AT,
        "PaymentAnswered",
        utf8("{}"),
        Optional.of(sale),
        List.of(outgoing("sale-" + id)),
        true);
  }

  /** A step that only puts rows into the outbox. */
  public static Append rows(long stamp, List<Outgoing> rows) {
    return new Append(stamp, 0, AT, "StaffCalled", utf8("{}"), Optional.empty(), rows, false);
  }

  public static Outgoing outgoing(String id) {
    return outgoing(id, "{\"id\":\"" + id + "\"}");
  }

  public static Outgoing outgoing(String id, String data) {
    return new Outgoing(id, "org.facepay.sale.completed", AT, utf8(data));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Changes a closed journal behind its back. */
  static void tamper(java.nio.file.Path file, String... statements) throws SQLException {
    try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement s = c.createStatement()) {
      for (String sql : statements) {
        s.execute(sql);
      }
    }
  }
}
