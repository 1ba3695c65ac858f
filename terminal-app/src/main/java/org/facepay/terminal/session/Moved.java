package org.facepay.terminal.session;

import org.facepay.terminal.session.visit.DoorPosition;
import org.facepay.terminal.session.visit.Estimate;

/** What a sensor of the terminal found, without having been asked. */
public sealed interface Moved extends Event {

  /**
   * The weight in the bags is right, or wrong.
   *
   * @param name of the article that is missing, or empty
   */
  record BagsChecked(BagFinding finding, String name) implements Moved {}

  /** A cabinet's door, by its switch. */
  record DoorMoved(DoorPosition position) implements Moved {}

  /** What seems to have been taken in this visit is something else now. */
  record ShelvesMoved(long visit, Estimate estimate) implements Moved {}
}
