package org.facepay.terminal.screen;

import java.util.Optional;
import java.util.OptionalInt;
import org.facepay.kiosk.screen.Screen.ClosedReason;
import org.facepay.kiosk.screen.VendingScreen.Selling;

/**
 * What a machine can sell right now, beside any session: asked when a page is drawn and when
 * something is touched, never when a step is replayed. Thread-safe; never blocks.
 */
public interface Offering {
  /** Whether a slot is sold from. */
  Selling selling(int slot);

  /** Pieces that lie in a slot; empty when nobody has counted them. */
  OptionalInt left(int slot);

  /** Whether something lies in the output: nothing falls on top of it. */
  boolean trayHolds();

  /** Why nothing of it is sold, while that is so. */
  Optional<ClosedReason> closed();

  /** All slots, always. */
  Offering EVERYTHING =
      new Offering() {
        @Override
        public Selling selling(int slot) {
          return Selling.SOLD;
        }

        @Override
        public OptionalInt left(int slot) {
          return OptionalInt.empty();
        }

        @Override
        public boolean trayHolds() {
          return false;
        }

        @Override
        public Optional<ClosedReason> closed() {
          return Optional.empty();
        }
      };
}
