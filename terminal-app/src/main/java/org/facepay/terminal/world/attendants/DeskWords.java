package org.facepay.terminal.world.attendants;

import org.facepay.terminal.language.Phrase;

/** Why the attendants' page of the terminal cannot be served. */
final class DeskWords {
  static final Phrase CERTIFICATE =
      new Phrase(
          "这不是店员页面的证书；请把它移走，终端会另做一张",
          "expected the certificate of the attendants' page; move it away, and a new one is made");

  private DeskWords() {}
}
