package org.facepay.terminal.provider.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facepay.sync.sqlite.Database;
import org.facepay.terminal.files.ExplainedException;
import org.facepay.terminal.files.StoreWords;
import org.facepay.terminal.member.Vault;
import org.facepay.terminal.payment.DeclineReason;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.sale.Money;

/**
 * The sales that wait to be forwarded, in a SQLite file of their own, each sealed under its order's
 * number. What is written is on the disk before it returns. Thread-safe.
 */
public final class OfflineQueue implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What must not be lost: all but the good ends. */
  private static final String KEPT = "state NOT IN ('PAID','CANCELLED')";

  private final Path file;
  private final Vault vault;
  private final Connection connection;

  /** Something waits that must not be lost. */
  public static final class NotEmptyException extends Exception {
    private static final long serialVersionUID = 1L;

    NotEmptyException(String message) {
      super(message);
    }
  }

  /** Opens or creates the file. */
  public OfflineQueue(Path file, Vault vault) throws IOException {
    this.file = file;
    this.vault = vault;
    try {
      connection =
          Database.open(
              file,
              "PRAGMA secure_delete=ON",
              "CREATE TABLE IF NOT EXISTS sale(n INTEGER PRIMARY KEY, number TEXT UNIQUE NOT NULL,"
                  + " state TEXT NOT NULL, content BLOB NOT NULL)");
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  /** Takes a sale in, or changes one. */
  synchronized void put(OfflineSale sale) throws IOException {
    String number = sale.order().outTradeNo();
    try {
      Database.change(
          connection,
          "INSERT INTO sale(number,state,content) VALUES(?1,?2,?3)"
              + " ON CONFLICT(number) DO UPDATE SET state=?2, content=?3",
          number,
          sale.state().name(),
          vault.seal(JSON.writeValueAsBytes(written(sale)), context(number)));
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  synchronized Optional<OfflineSale> find(String number) throws IOException {
    return sales("number=?", number).stream().findFirst();
  }

  /** The sales whose outcome is not known yet, the oldest first. */
  public synchronized List<OfflineSale> open() throws IOException {
    return sales("state IN ('WAITING','SENT','STORED','RETURNING')");
  }

  /** The sales that came to nothing, until each was reported. */
  public synchronized List<OfflineSale> declined() throws IOException {
    return sales("state=?", OfflineSale.State.DECLINED.name());
  }

  /** The shop has been told of a sale that came to nothing. */
  public synchronized void reported(String number) throws IOException {
    delete("number=? AND state='DECLINED'", number);
  }

  /** Sales with a good end are kept for a while, to answer questions about them. */
  synchronized void forgetEndedBefore(Instant before) throws IOException {
    for (OfflineSale sale : sales("state IN ('PAID','CANCELLED')")) {
      if (sale.acceptedAt().isBefore(before)) {
        delete("number=?", sale.order().outTradeNo());
      }
    }
  }

  /**
   * Empties the file before a terminal is given away or changed; at once, also beside a terminal
   * that runs.
   *
   * @throws NotEmptyException while anything waits to be forwarded or reported
   */
  public synchronized void wipe() throws IOException, NotEmptyException {
    try {
      Database.inTransaction(
          connection,
          () -> {
            long kept = Database.number(connection, "SELECT COUNT(*) FROM sale WHERE " + KEPT);
            if (kept > 0) {
              throw new NotEmptyException(
                  "%d sales in %s wait to be forwarded or reported; join the network and wait"
                      .formatted(kept, file));
            }
            Database.run(connection, "DELETE FROM sale");
            return kept;
          });
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  private void delete(String where, String value) throws IOException {
    try {
      Database.change(connection, "DELETE FROM sale WHERE " + where, value);
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  private List<OfflineSale> sales(String where, Object... values) throws IOException {
    try {
      return Database.rows(
          connection,
          "SELECT number,state,content FROM sale WHERE " + where + " ORDER BY n",
          this::opened,
          values);
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  private OfflineSale opened(ResultSet r) throws SQLException, IOException {
    try {
      byte[] plain = vault.open(r.getBytes(3), context(r.getString(1)));
      return read(JSON.readTree(plain), OfflineSale.State.valueOf(r.getString(2)));
    } catch (GeneralSecurityException e) {
      throw new IOException(
          file + ": a sale was changed, or the key is another one; restore both", e);
    }
  }

  private static ObjectNode written(OfflineSale sale) {
    Order order = sale.order();
    ObjectNode node = JSON.createObjectNode().put("number", order.outTradeNo());
    node.put("minor", order.amount().minor());
    node.put("currency", order.amount().currency().getCurrencyCode());
    node.put("subject", order.subject()).put("provider", order.provider());
    switch (sale.payer()) {
      case Payer.Member(String id) -> node.put("member", id);
      case Payer.Card(String transaction) -> node.put("transaction", transaction);
    }
    node.put("accepted", sale.acceptedAt().toEpochMilli());
    sale.decline()
        .ifPresent(
            why -> {
              why.reason().ifPresent(reason -> node.put("reason", reason.name()));
              node.put("code", why.code()).put("declined", why.at().toEpochMilli());
            });
    ObjectNode refunds = node.putObject("refunds");
    sale.refunds().forEach(refunds::put);
    return node;
  }

  private static OfflineSale read(JsonNode node, OfflineSale.State state) {
    Order order =
        new Order(
            node.path("number").asText(),
            Money.of(node.path("minor").asLong(), node.path("currency").asText()),
            node.path("subject").asText(),
            node.path("provider").asText());
    Payer payer =
        node.has("member")
            ? new Payer.Member(node.path("member").asText())
            : new Payer.Card(node.path("transaction").asText());
    Map<String, Long> refunds = new HashMap<>();
    node.path("refunds").properties().forEach(r -> refunds.put(r.getKey(), r.getValue().asLong()));
    return new OfflineSale(
        order,
        payer,
        Instant.ofEpochMilli(node.path("accepted").asLong()),
        state,
        decline(node),
        refunds);
  }

  private static Optional<OfflineSale.Decline> decline(JsonNode node) {
    if (!node.has("code")) {
      return Optional.empty();
    }
    Optional<DeclineReason> reason =
        node.has("reason")
            ? Optional.of(DeclineReason.valueOf(node.path("reason").asText()))
            : Optional.empty();
    return Optional.of(
        new OfflineSale.Decline(
            reason,
            node.path("code").asText(),
            Instant.ofEpochMilli(node.path("declined").asLong())));
  }

  private static String context(String number) {
    return "offline sale " + number;
  }

  private IOException unusable(SQLException e) {
    return ExplainedException.ofStore(StoreWords.OFFLINE_SALES, file, e);
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
