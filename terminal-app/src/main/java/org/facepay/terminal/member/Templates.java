package org.facepay.terminal.member;

import java.time.Instant;
import java.util.Map;

/** The members' face templates, wherever they are kept. */
public interface Templates {
  /** Keeps a template of a member. */
  void add(String member, float[] template) throws MemberException;

  /**
   * Deletes everything of a member at once and leaves a tombstone; may be repeated.
   *
   * @return how many templates there were
   */
  int forget(String member, Instant at) throws MemberException;

  /** How many templates each member has. */
  Map<String, Integer> counts() throws MemberException;
}
