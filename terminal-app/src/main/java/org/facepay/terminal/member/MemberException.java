package org.facepay.terminal.member;

import org.jspecify.annotations.Nullable;

/** A member's data cannot be used, or must not be; the message says why and what to do. */
public final class MemberException extends Exception {
  private static final long serialVersionUID = 1L;

  public MemberException(String message) {
    this(message, null);
  }

  public MemberException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
