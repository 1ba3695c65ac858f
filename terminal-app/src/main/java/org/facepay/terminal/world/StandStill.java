package org.facepay.terminal.world;

import java.io.IOException;
import java.net.BindException;
import java.sql.SQLException;
import org.facepay.kiosk.screen.Screen.ClosedReason;
import org.facepay.sync.sqlite.Database;
import org.facepay.sync.sqlite.StorageException;
import org.facepay.sync.sqlite.StorageException.Reason;
import org.facepay.terminal.files.ExplainedException;
import org.facepay.terminal.files.StoreWords;
import org.facepay.terminal.language.Explained;
import org.facepay.terminal.language.Sentence;

/** Why a terminal does not sell: for the shopper in a word, for the technician in a sentence. */
public final class StandStill {
  private StandStill() {}

  /** What a shopper and the staff beside them are told of a journal that cannot be used. */
  public static ClosedReason closed(Reason reason) {
    return switch (reason) {
      case FULL -> ClosedReason.STORAGE_FULL;
      case DAMAGED, DOUBTFUL -> ClosedReason.STORAGE_DAMAGED;
      case READ_ONLY -> ClosedReason.STORAGE_READ_ONLY;
      case LOCKED -> ClosedReason.STORAGE_LOCKED;
      case NEWER, IO -> ClosedReason.SET_UP;
    };
  }

  /** As of a part whose own file cannot be used: the disk may be to blame for it. */
  public static ClosedReason closed(Exception e, ClosedReason otherwise) {
    if (!(e.getCause() instanceof SQLException sql)) {
      return otherwise;
    }
    return switch (Database.reason(sql)) {
      case FULL, READ_ONLY, LOCKED -> closed(Database.reason(sql));
      case DAMAGED, DOUBTFUL, NEWER, IO -> otherwise;
    };
  }

  /** What has to be done, for whoever is at the console. */
  public static Sentence why(Exception e) {
    String message = String.valueOf(e.getMessage());
    return switch (e) {
      case StorageException storage -> StoreWords.of(storage.reason(), message);
      case IOException io when io.getCause() instanceof BindException ->
          Sentence.of(StandStillWords.PORT_TAKEN, message);
      case IOException io -> ExplainedException.why(io);
      default -> Explained.of(e);
    };
  }
}
