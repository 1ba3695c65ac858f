package org.facepay.terminal.world.cabinet;

import org.facepay.terminal.language.Phrase;

/** Why what is kept of a visit cannot be shown. */
final class VisitWords {
  static final Phrase TRACE_DAMAGED = new Phrase("称重记录损坏了，日志里有原因", "%1$s");

  private VisitWords() {}
}
