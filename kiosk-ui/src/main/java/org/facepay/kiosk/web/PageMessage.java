package org.facepay.kiosk.web;

import org.facepay.kiosk.screen.Display;
import org.facepay.kiosk.screen.Intent;

/** Everything a page may say to the terminal. */
sealed interface PageMessage {
  /**
   * A touch.
   *
   * @param seq the snapshot that was on the glass when the finger went down
   * @param heldMillis for how long the finger has been down
   */
  record Touched(Intent intent, long seq, int heldMillis) implements PageMessage {}

  /** The snapshot is in the document. */
  record InDom(long seq) implements PageMessage {}

  /** The snapshot has been through a frame. */
  record OnGlass(long seq) implements PageMessage {}

  /** In voice mode: what the shopper is to hear now, instead of anything before. */
  record ToSay(String text, Display.Language language) implements PageMessage {
    /** Longer than any sentence of the page. */
    static final int MOST_CHARS = 300;
  }

  /** What plays there cannot be shown: it is broken, or of a kind that this browser cannot play. */
  record CannotPlay(String item) implements PageMessage {}

  /** The page has done with a preview picture and can take another. */
  record PreviewTaken() implements PageMessage {}
}
