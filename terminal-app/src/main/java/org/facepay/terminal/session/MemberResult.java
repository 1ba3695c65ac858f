package org.facepay.terminal.session;

/** What came of looking a member up, or of taking one in. */
public sealed interface MemberResult {
  /** A member of this shop. */
  record Found(FoundMember member) implements MemberResult {}

  /** Nobody has this code, or this number with these digits; a shopper is told the same of all. */
  record NotFound() implements MemberResult {}

  /** A member from now on. */
  record Joined(FoundMember member) implements MemberResult {}

  /** Somebody has joined with this phone number before. */
  record TakenNumber() implements MemberResult {}

  /** The members cannot be looked up now. */
  record Unavailable() implements MemberResult {}
}
