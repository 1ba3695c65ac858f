package org.facepay.kiosk.screen;

import java.util.Optional;

/**
 * Everything the shopper's page shows at one moment. The page is a function of this value and of
 * the panel's size; it keeps nothing of its own. Snapshots are whole: a page that connects late or
 * misses one is right again with the next.
 *
 * @param seq grows with every snapshot of a process; intents carry the one they were made on
 * @param overlay a dialog above the screen that leaves the bottom bar reachable
 */
public record Snapshot(long seq, Display display, Screen screen, Optional<Overlay> overlay) {

  /** A dialog above the screen. */
  public sealed interface Overlay {
    /**
     * Nobody has touched anything for a while.
     *
     * @param seconds until the basket is wiped, counted down by the page from the moment it is
     *     shown
     */
    record IdleWarning(int seconds) implements Overlay {}

    /**
     * The shopper asked for staff.
     *
     * @param staff what became of it; only once somebody has answered may the page say that they
     *     are coming
     */
    record AttendantCalled(Screen.StaffCall staff) implements Overlay {}

    /** Asks once more before the whole basket is thrown away. */
    record ConfirmCancel(int items) implements Overlay {}

    /** Asks once more before the face and the consents to it are deleted. */
    record ConfirmWithdraw() implements Overlay {}

    /** Whether the membership is really to end. */
    record ConfirmLeave() implements Overlay {}

    /**
     * The weight in the bags was wrong again after a notice had said so. A scan closes it; it never
     * stands in the way of the next.
     *
     * @param staff what became of the call for them
     */
    record BagCheck(BagCheckKind kind, Screen.StaffCall staff) implements Overlay {}

    /** What is wrong with the weight in the bags. */
    enum BagCheckKind {
      UNEXPECTED_ITEM,
      MISSING_ITEM,
      REMOVED
    }
  }
}
