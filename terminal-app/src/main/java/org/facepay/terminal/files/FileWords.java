package org.facepay.terminal.files;

import org.facepay.terminal.language.Phrase;

/** What can be wrong with a file. */
public final class FileWords {
  static final Phrase OF = new Phrase("%s：%s", "%s: %s");
  static final Phrase LINE = new Phrase("第 %s 行：%s", "line %s: %s");
  static final Phrase TOO_LARGE =
      new Phrase("大于 16 MB，不像是人写的文本", "larger than 16 MiB; expected a text that people write");
  static final Phrase NO_TEXT =
      new Phrase(
          "不是 UTF-8 文本（是 GBK 或 UTF-16 吗？），请另存为 UTF-8",
          "no UTF-8 text (GBK or UTF-16?); save the file as UTF-8");
  static final Phrase LOST =
      new Phrase(
          "有字符 %s，文字在这之前就已丢失，请重写这一行",
          "has the character %s, so text was lost before; write the line again");
  static final Phrase SHORT_SECRET =
      new Phrase("密钥至少要有 %s 个字符", "expected a key of at least %s characters");

  /** English has the system's own words. */
  static final Phrase MISSING = new Phrase("找不到文件 %1$s", "%1$s");

  static final Phrase FORBIDDEN = new Phrase("没有权限使用 %1$s", "%1$s");

  private FileWords() {}
}
