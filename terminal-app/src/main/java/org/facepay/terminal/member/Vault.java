package org.facepay.terminal.member;

import java.security.GeneralSecurityException;

/** Seals what is personal and names it without telling it, under a key outside the database. */
public interface Vault {
  /** A keyed hash, the same for the same text. */
  byte[] tag(String text);

  /** Authenticated encryption that opens only with the same context. */
  byte[] seal(byte[] plain, String context);

  /**
   * The plain bytes.
   *
   * @throws GeneralSecurityException when they were changed, moved or sealed with another key
   */
  byte[] open(byte[] sealed, String context) throws GeneralSecurityException;
}
