package org.facepay.terminal.session.restock;

import java.util.List;
import java.util.Optional;
import org.facepay.kiosk.screen.StaffScreen.NotPlaced;
import org.facepay.terminal.session.Learned;
import org.facepay.terminal.session.Movement;

/**
 * Lanes that hold something else from now on.
 *
 * @param learned the last of each lane
 * @param emptied what was taken out for it
 * @param placing what is being put into a lane
 * @param refused why what was scanned is not
 */
public record Relaid(
    List<Learned> learned,
    List<Movement> emptied,
    Optional<Placing> placing,
    Optional<NotPlaced> refused) {
  static final Relaid NOTHING =
      new Relaid(List.of(), List.of(), Optional.empty(), Optional.empty());

  public Relaid {
    learned = List.copyOf(learned);
    emptied = List.copyOf(emptied);
  }
}
