package org.facepay.terminal.loop;

import org.facepay.terminal.language.Phrase;

/** What is wrong with the system's clock, in figures. */
final class ClockWords {
  static final Phrase COLLECTOR = new Phrase("本机 %s，云端 %s", "%s, collector %s");
  static final Phrase LAST_KNOWN = new Phrase("本机 %s，最近的记录 %s", "%s, last known %s");

  private ClockWords() {}
}
