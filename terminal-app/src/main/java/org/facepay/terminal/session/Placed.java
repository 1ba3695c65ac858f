package org.facepay.terminal.session;

import org.facepay.kiosk.screen.StaffScreen.Misplaced;

/** What shelves say of pieces that were put into a lane. */
public sealed interface Placed {

  /**
   * They lie there.
   *
   * @param slot number of the lane
   * @param unitMilligrams of one piece, where nobody knew; 0 where it was known, and fits
   */
  record Found(int slot, long unitMilligrams) implements Placed {}

  /** They cannot say. */
  record NotFound(Misplaced why) implements Placed {}
}
