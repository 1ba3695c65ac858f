package org.facepay.terminal.provider.agreement;

import org.facepay.terminal.language.Phrase;

/** Why nobody can pay by an agreement. */
public final class AgreementWords {
  public static final Phrase NEEDS_MEMBERS =
      new Phrase("配置 %s 需要 %s 一节", "%s: needs the section %s");

  private AgreementWords() {}
}
