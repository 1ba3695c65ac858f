package org.facepay.sync.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a step writes, prepared once for each writing connection. */
record JournalStatements(
    PreparedStatement entry,
    PreparedStatement sale,
    PreparedStatement outbox,
    PreparedStatement session) {

  static JournalStatements on(Connection c) throws SQLException {
    return new JournalStatements(
        c.prepareStatement(
            "INSERT INTO entry(seq,stamp,session,at,type,body,hash,sale) VALUES(?,?,?,?,?,?,?,?)"),
        c.prepareStatement("INSERT INTO sale(id,at,total_minor,currency,body) VALUES(?,?,?,?,?)"),
        c.prepareStatement("INSERT INTO outbox(id,type,at,data) VALUES(?,?,?,?)"),
        c.prepareStatement("UPDATE state SET open_session=? WHERE one=1"));
  }

  /** Writes a step inside the transaction that is open. */
  void insert(Append step, Chain.Tail next) throws SQLException {
    insert(
        entry,
        next.seq(),
        step.stamp(),
        step.session(),
        step.at().toString(),
        step.type(),
        step.body(),
        next.hash(),
        step.sale().map(Append.Sale::id).orElse(null));
    if (step.sale().isPresent()) {
      Append.Sale made = step.sale().get();
      insert(
          sale, made.id(), made.at().toString(), made.totalMinor(), made.currency(), made.body());
    }
    for (Outgoing out : step.outgoing()) {
      insert(outbox, out.id(), out.type(), out.at().toString(), out.data());
    }
    if (step.closesSession()) {
      insert(session, 0L);
    } else if (step.session() == step.stamp()) {
      insert(session, step.session());
    }
  }

  static void insert(PreparedStatement statement, @Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.executeUpdate();
  }
}
