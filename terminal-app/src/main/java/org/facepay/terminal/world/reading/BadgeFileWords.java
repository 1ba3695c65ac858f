package org.facepay.terminal.world.reading;

import org.facepay.terminal.language.Phrase;

/** What can be wrong with the file of the badges. */
final class BadgeFileWords {
  static final Phrase LINE =
      new Phrase(
          "%s 第 %s 行：要写姓名和 64 位十六进制数字", "%s, line %s: expected a name and 64 hexadecimal digits");

  private BadgeFileWords() {}
}
