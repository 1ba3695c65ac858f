package org.facepay.terminal.world.media;

import org.facepay.kiosk.web.KioskServer;

/** The page that shows what plays. */
interface Glass {
  /** The newest snapshot that was painted; less than any before the first. */
  long painted();

  /** Something else is to be shown now. */
  void changed();

  /**
   * Of a page's server.
   *
   * @param changed has the state shown again
   */
  static Glass of(KioskServer page, Runnable changed) {
    return new Glass() {
      @Override
      public long painted() {
        return page.paintedSeq().orElse(-1);
      }

      @Override
      public void changed() {
        changed.run();
      }
    };
  }
}
