package org.facepay.terminal.world.cabinet;

import org.facepay.terminal.language.Phrase;

/** What is found in a cabinet that does not belong there. */
final class TamperWords {
  static final Phrase FOREIGN = new Phrase("有外来物品", "foreign object");

  private TamperWords() {}
}
