package org.facepay.terminal.world;

import org.facepay.terminal.language.Phrase;

/** Why a terminal does not sell, where no part of it says so itself. */
final class StandStillWords {
  static final Phrase PORT_TAKEN = new Phrase("网页的端口被占用，本机是否运行了两次？", "%1$s");

  private StandStillWords() {}
}
