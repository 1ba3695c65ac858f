package org.facepay.terminal.world.claims;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.facepay.sync.sqlite.Database;
import org.facepay.terminal.session.Answered.ClaimEnd;

/** How claims have ended, read beside whoever sees to them. */
record ClaimEnds(Path file) {
  /**
   * How it is.
   *
   * @param open whether it has not ended
   * @param end empty where it has not, or nothing is known of it
   */
  record Fate(boolean open, Optional<ClaimEnd> end) {}

  Fate of(String number) throws SQLException, IOException {
    if (!Files.exists(file)) {
      return new Fate(false, Optional.empty());
    }
    try (Connection connection = Database.open(file)) {
      boolean open =
          Database.number(connection, "SELECT count(*) FROM claim WHERE number=?", number) > 0;
      Optional<ClaimEnd> end =
          Database.<ClaimEnd, SQLException>rows(
                  connection,
                  "SELECT way FROM ended WHERE number=?",
                  r -> ClaimEnd.valueOf(r.getString(1)),
                  number)
              .stream()
              .findFirst();
      return new Fate(open, end);
    }
  }
}
